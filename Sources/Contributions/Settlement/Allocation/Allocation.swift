/// What a part of a lump sum was used for, and by which rule: a row of `alokasi.csv`.
///
/// Every sen of every payment stands in exactly one allocation.
package struct Allocation: Sendable {
    /// The payment's place in ``Records/payments``.
    package var payment: Int
    package var rule: AllocationRule
    package var amount: Rupiah
    /// The month of the bill that was paid, or of the ledger's receipts that contain the money;
    /// else the one that the payment states.
    package var month: ContributionMonth?
    /// The code of the bill that was paid.
    package var billingCode = PackedText.absent
    /// How many workers of the bill got a part.
    package var workerCount = 0
}

/// Why money went where it went.
package enum AllocationRule: UInt8, CaseIterable, Sendable {
    /// The payment and the bill carry the same kode iuran.
    case byCode
    /// The payment has no kode iuran: the oldest open BLTH first.
    case oldestMonth
    /// What was too much for a bill offsets the next one (PP 44, 45 and 46 of 2015).
    case excess
    /// The late fee: as the payment states it, or what no bill needed.
    case lateFee
    /// "Iuran belum rinci": nobody's yet.
    case unallocated
    /// The ledger's receipts contain it already.
    case inLedger
    /// Paid after the as-of day.
    case notYet
    /// The row repeats another one and counts once.
    case repeated
    /// Money that a later row takes back, and that row; together they are nothing.
    case takenBack
    /// Nothing was paid, or more was taken back than had been paid.
    case notPositive

    /// The value in `alokasi.csv`.
    package var code: String {
        switch self {
        case .byCode: "kode_iuran"
        case .oldestMonth: "blth_tertua"
        case .excess: "kelebihan"
        case .lateFee: "denda"
        case .unallocated: "belum_rinci"
        case .inLedger: "sudah_di_buku_iuran"
        case .notYet: "setelah_tanggal_laporan"
        case .repeated: "kembar"
        case .takenBack: "ditarik"
        case .notPositive: "bukan_setoran"
        }
    }

    /// Whether the money came to workers.
    package var paysBills: Bool {
        switch self {
        case .byCode, .oldestMonth, .excess: true
        case .lateFee, .unallocated, .inLedger, .notYet, .repeated, .takenBack, .notPositive: false
        }
    }
}

/// A worker's part of a lump sum.
package struct AllocatedReceipt: Sendable {
    /// The worker's place in the directory.
    package var worker: UInt32
    package var month: ContributionMonth
    /// The payment's place in ``Records/payments``.
    package var payment: Int
    package var billingCode: PackedText
    package var paid: Day
    package var shares: Shares
}

/// The parts of lump sums that came to workers.
package struct AllocatedReceipts: Sendable {
    /// By worker, month, day and payment.
    private let receipts: [AllocatedReceipt]
    /// The employers' months in which somebody got a part.
    let months: Set<EmployerMonth>

    static let none = AllocatedReceipts([], months: [])

    init(_ receipts: [AllocatedReceipt], months: Set<EmployerMonth>) {
        self.receipts = receipts.sorted {
            ($0.worker, $0.month, $0.paid, $0.payment)
                < ($1.worker, $1.month, $1.paid, $1.payment)
        }
        self.months = months
    }

    /// Those of one worker.
    package func of(_ worker: UInt32) -> ArraySlice<AllocatedReceipt> {
        guard !receipts.isEmpty else { return [] }
        return receipts[receipts.firstPlace { $0.worker < worker }...].prefix {
            $0.worker == worker
        }
    }
}

extension AllocatedReceipts: Sequence {
    package func makeIterator() -> IndexingIterator<[AllocatedReceipt]> {
        receipts.makeIterator()
    }
}
