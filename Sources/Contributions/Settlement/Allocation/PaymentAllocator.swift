/// Allocates the lump sums of one employer, day by day.
///
/// A payment that the ledger's receipts contain is theirs. Any other pays the bills of its kode
/// iuran; without a code, the oldest open BLTH first. What is too much for a bill offsets the next
/// one. What is left may pay the late fee when that is known, and else stands as "iuran belum
/// rinci", like money under a code that no bill has.
struct PaymentAllocator {
    private let records: Records
    private var book: BillBook
    private(set) var allocations: [Allocation] = []
    private(set) var receipts: [AllocatedReceipt] = []
    private(set) var remainders: [Remainder] = []
    private(set) var differences: [PaymentDifference] = []

    /// Money that no bill needed.
    struct Remainder: Sendable {
        /// The payment's place in ``Records/payments``.
        var payment: Int
        var amount: Rupiah
        /// Whether it may pay the late fee: not if it was meant for a bill nobody knows.
        var mayPayLateFee: Bool
        /// The months in which it is missing from participants.
        var months: Set<ContributionMonth>
    }

    /// Allocates payments.
    ///
    /// - Parameters:
    ///   - payments: The places of the payments that count, in the order in which they came in,
    ///     with what was not taken back of each.
    ///   - book: What the employer's ledger bills and contains.
    ///   - records: What was read.
    /// - Returns: The allocations, and what no bill needed.
    static func allocate(
        _ payments: [(place: Int, amount: Rupiah)],
        _ book: BillBook,
        _ records: Records
    ) -> Self {
        var allocator = PaymentAllocator(records: records, book: book)
        let contained = ContainedPayments(payments, book, records)
        allocator.differences = contained.differences
        for (payment, amount) in payments {
            let part = contained.parts[payment] ?? .init()
            allocator.addContained(payment, part.amount, part.months)
            allocator.allocate(payment, amount - part.amount)
        }
        return allocator
    }

    private init(records: Records, book: BillBook) {
        self.records = records
        self.book = book
    }

    private mutating func addContained(
        _ payment: Int,
        _ amount: Rupiah,
        _ months: Set<ContributionMonth>
    ) {
        guard amount > .zero else { return }
        allocations.append(
            Allocation(
                payment: payment,
                rule: .inLedger,
                amount: amount,
                month: months.count == 1 ? months.first : records.payments[payment].month
            )
        )
    }
}

// MARK: - Paying bills

extension PaymentAllocator {
    private mutating func allocate(_ payment: Int, _ amount: Rupiah) {
        guard amount > .zero else { return }
        let row = records.payments[payment]
        var rest = amount
        let months = book.months[row.billingCode] ?? []
        if row.billingCode.isAbsent {
            for bill in book.bills.indices { pay(bill, &rest, payment, .oldestMonth) }
        } else if let newest = months.max() {
            for bill in book.bills.indices where book.bills[bill].code == row.billingCode {
                pay(bill, &rest, payment, .byCode)
            }
            // An excess goes forward: to pay an older bill would be a guess, and is suggested.
            for bill in book.bills.indices where book.bills[bill].month >= newest {
                pay(bill, &rest, payment, .excess)
            }
        }
        guard rest > .zero else { return }
        remainders.append(
            Remainder(
                payment: payment,
                amount: rest,
                mayPayLateFee: row.billingCode.isAbsent || !months.isEmpty,
                months: row.month.map { [$0] } ?? months
            )
        )
    }

    private mutating func pay(
        _ bill: Int,
        _ rest: inout Rupiah,
        _ payment: Int,
        _ rule: AllocationRule
    ) {
        let amount = min(rest, book.bills[bill].open)
        guard amount > .zero else { return }
        rest -= amount
        let (month, code) = (book.bills[bill].month, book.bills[bill].code)
        let parts = book.bills[bill].pay(amount)
        let paid = records.payments[payment].paid
        for part in parts {
            receipts.append(
                AllocatedReceipt(
                    worker: part.worker,
                    month: month,
                    payment: payment,
                    billingCode: code,
                    paid: paid,
                    shares: part.shares
                )
            )
        }
        allocations.append(
            Allocation(
                payment: payment,
                rule: rule,
                amount: amount,
                month: month,
                billingCode: code,
                workerCount: parts.count
            )
        )
    }
}
