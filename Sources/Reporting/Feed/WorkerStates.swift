internal import Contributions

/// What a feed says of many workers alike: a row of the table `keadaan`.
struct WorkerState: Hashable {
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
        allCauses = worker.causes.bits
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

/// The states that workers are in, numbered from 1 as they come.
///
/// A million workers are in some hundred states, and SQLite takes their rows in half the time when
/// each has one number in place of seventeen.
struct WorkerStates {
    private static let slots = 256
    private var states: [WorkerState] = []
    private var numbers: [WorkerState: Int32] = [:]
    /// Places in `states` of those seen last, so that most workers need no look at `numbers`.
    private var recent = [Int32](repeating: 0, count: slots)

    /// The number of a state, a new one where it is seen for the first time.
    @inline(__always)
    mutating func number(of state: WorkerState) -> Int32 {
        let days = Int(state.lastPaid.number) &* 31 &+ Int(state.ended.number)
        let slot = (days &* 31 &+ Int(state.allCauses)) & (Self.slots - 1)
        let place = Int(recent[slot])
        if place < states.count, states[place] == state { return Int32(place + 1) }
        let number = lookUp(state)
        recent[slot] = number - 1
        return number
    }

    private mutating func lookUp(_ state: WorkerState) -> Int32 {
        if let number = numbers[state] { return number }
        states.append(state)
        let number = Int32(states.count)
        numbers[state] = number
        return number
    }
}

// MARK: - The table

extension WorkerStates {
    /// The columns of `keadaan` in front of its number.
    private static let columns = [
        "status", "status_bpjs", "penyebab", "semua_penyebab", "kartu_digital", "riwayat_iuran",
        "saldo_jht", "perusahaan_terakhir", "masalah_akun", "bulan_berturut", "bulan_tunggakan",
        "blth_lunas_terakhir", "tanggal_bayar_terakhir", "nonaktif_sejak", "akan_nonaktif_pada",
        "bukti_blth", "tanggal_nonaktif",
    ]

    /// Writes the states in the order of their numbers.
    func write(to file: SQLiteFile) throws(FeedTrouble) {
        var next = 0
        let source = RowSource("baris_keadaan", columns: Self.columns) { block in
            while next < states.count, !block.isFull {
                block.add().fill(with: states[next])
                next += 1
            }
        }
        try file.insert(into: "keadaan", source)
    }
}

extension RowBlock.Row {
    fileprivate func fill(with state: WorkerState) {
        let codes = [
            FeedCodes.number(state.status), FeedCodes.number(state.registerWord),
            FeedCodes.number(state.cause), Int(state.allCauses), FeedCodes.number(state.card),
            FeedCodes.number(state.history), FeedCodes.number(state.balance),
            FeedCodes.number(state.lastEmployer), state.accountProblems.bits,
            Int(state.unpaidRun), Int(state.unpaidMonths),
        ]
        for (column, code) in codes.enumerated() { set(column, code) }
        set(11, state.newestSettled.map(FeedNumber.month))
        set(12, state.lastPaid.ifPresent.map(FeedNumber.day))
        set(13, state.inactiveSince.ifPresent.map(FeedNumber.day))
        set(14, state.inactiveOn.ifPresent.map(FeedNumber.day))
        set(15, state.evidenceMonth.map(FeedNumber.month))
        set(16, state.ended.ifPresent.map(FeedNumber.day))
    }

    /// Sets a number; none is NULL.
    private func set(_ column: Int, _ number: Int64?) {
        if let number { set(column, number) }
    }
}

extension AccountProblems {
    /// A bit for each problem that there is.
    fileprivate var bits: Int {
        AccountProblem.allCases.filter { contains(AccountProblems($0)) }
            .reduce(0) { $0 | 1 << FeedCodes.number($1) }
    }
}
