internal import Contributions

/// What a feed says of many workers alike: a row of the table `situasi`.
struct Situation: Hashable {
    fileprivate let status: WorkerStatus
    fileprivate let registerWord: RegisterStatus
    fileprivate let cause: Cause
    fileprivate let allCauses: UInt16
    fileprivate let card: Sign
    fileprivate let history: Sign
    fileprivate let balance: Sign
    fileprivate let lastEmployer: Sign
    fileprivate let accountProblems: AccountProblems
    fileprivate let unpaidRun: Int32
    fileprivate let unpaidMonths: Int32
    fileprivate let newestSettled: ContributionMonth?
    fileprivate let evidenceMonth: ContributionMonth?
    fileprivate let lastPaid: Day
    fileprivate let inactiveSince: Day
    fileprivate let inactiveOn: Day
    fileprivate let ended: Day

    /// - Parameters:
    ///   - worker: The worker.
    ///   - evidenceMonth: His newest month past due that tells something.
    @inline(__always)
    init(_ worker: WorkerOutcome, _ evidenceMonth: ContributionMonth?) {
        status = worker.status
        registerWord = worker.registerWord
        cause = worker.causes.first
        allCauses = FeedCodes.bits(worker.causes)
        card = worker.signs.card
        history = worker.signs.history
        balance = worker.signs.balance
        lastEmployer = worker.signs.employer
        accountProblems = worker.accountProblems
        unpaidRun = worker.unpaidRun
        unpaidMonths = worker.unpaidMonths
        newestSettled = worker.newestSettled
        self.evidenceMonth = evidenceMonth
        lastPaid = worker.lastPaid
        inactiveSince = worker.inactiveSince
        inactiveOn = worker.inactiveOn
        ended = worker.registerEnd
    }
}

/// The situations that workers are in, numbered from 1 as they come.
///
/// A million workers of 20 employers are in a thousand situations, and SQLite takes a row's cells
/// one by one: each has one number in place of seventeen.
struct Situations {
    private static let slots = 256
    private var situations: [Situation] = []
    private var numbers: [Situation: Int32] = [:]
    /// Places in `situations` of those seen last, so that most workers need no look at `numbers`.
    private var recent = [Int32](repeating: 0, count: slots)

    /// The number of a situation, a new one where it is seen for the first time.
    @inline(__always)
    mutating func number(of situation: Situation) -> Int32 {
        let days = Int(situation.lastPaid.number) &* 31 &+ Int(situation.ended.number)
        let slot = (days &* 31 &+ Int(situation.allCauses)) & (Self.slots - 1)
        let place = Int(recent[slot])
        if place < situations.count, situations[place] == situation { return Int32(place + 1) }
        let number = lookUp(situation)
        recent[slot] = number - 1
        return number
    }

    private mutating func lookUp(_ situation: Situation) -> Int32 {
        if let number = numbers[situation] { return number }
        situations.append(situation)
        let number = Int32(situations.count)
        numbers[situation] = number
        return number
    }
}

// MARK: - The table

extension Situations {
    /// The columns of `situasi` in front of its number, with what stands in them.
    private static let columns: [(name: String, value: @Sendable (Situation) -> Int64?)] = [
        ("status", { Int64(FeedCodes.number($0.status)) }),
        ("status_bpjs", { Int64(FeedCodes.number($0.registerWord)) }),
        ("penyebab", { Int64(FeedCodes.number($0.cause)) }),
        ("semua_penyebab", { Int64($0.allCauses) }),
        ("kartu_digital", { Int64(FeedCodes.number($0.card)) }),
        ("riwayat_iuran", { Int64(FeedCodes.number($0.history)) }),
        ("saldo_jht", { Int64(FeedCodes.number($0.balance)) }),
        ("perusahaan_terakhir", { Int64(FeedCodes.number($0.lastEmployer)) }),
        ("masalah_akun", { Int64(FeedCodes.bits($0.accountProblems)) }),
        ("bulan_berturut", { Int64($0.unpaidRun) }),
        ("bulan_tunggakan", { Int64($0.unpaidMonths) }),
        ("blth_lunas_terakhir", { $0.newestSettled.map(FeedNumber.month) }),
        ("tanggal_bayar_terakhir", { $0.lastPaid.ifPresent.map(FeedNumber.day) }),
        ("nonaktif_sejak", { $0.inactiveSince.ifPresent.map(FeedNumber.day) }),
        ("akan_nonaktif_pada", { $0.inactiveOn.ifPresent.map(FeedNumber.day) }),
        ("bukti_blth", { $0.evidenceMonth.map(FeedNumber.month) }),
        ("tanggal_nonaktif", { $0.ended.ifPresent.map(FeedNumber.day) }),
    ]

    /// Writes the situations in the order of their numbers.
    func write(to file: SQLiteFile) throws(FeedTrouble) {
        var next = 0
        let source = RowSource("baris_situasi", columns: Self.columns.map(\.name)) { block in
            while next < situations.count, !block.isFull {
                let row = block.add()
                for (place, column) in Self.columns.enumerated() {
                    if let value = column.value(situations[next]) { row.set(place, value) }
                }
                next += 1
            }
        }
        try file.insert(into: "situasi", source)
    }
}
