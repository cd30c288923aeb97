internal import Contributions

/// The columns of the table `pekerja` behind its number, by their places in a row; only feeds with
/// tokens have the last two.
private enum WorkerColumn {
    static let employer = 0
    static let kpj = 1
    static let nik = 2
    static let name = 3
    static let birth = 4
    static let status = 5
    static let registerWord = 6
    static let cause = 7
    static let allCauses = 8
    static let card = 9
    static let history = 10
    static let balance = 11
    static let lastEmployer = 12
    static let accountProblems = 13
    static let unpaidRun = 14
    static let unpaidMonths = 15
    static let arrears = 16
    static let lateFee = 17
    static let newestSettled = 18
    static let lastPaid = 19
    static let inactiveSince = 20
    static let inactiveOn = 21
    static let evidenceMonth = 22
    static let received = 23
    static let receivedJHT = 24
    static let moneyLine = 25
    static let payrollLine = 26
    static let registerLine = 27
    static let ended = 28
    static let tokenOfKPJ = 29
    static let tokenOfNIK = 30

    static func names(withTokens: Bool) -> [String] {
        let names = [
            "perusahaan", "kpj", "nik", "nama", "tanggal_lahir", "status", "status_bpjs",
            "penyebab", "semua_penyebab", "kartu_digital", "riwayat_iuran", "saldo_jht",
            "perusahaan_terakhir", "masalah_akun", "bulan_berturut", "bulan_tunggakan", "tunggakan",
            "denda", "blth_lunas_terakhir", "tanggal_bayar_terakhir", "nonaktif_sejak",
            "akan_nonaktif_pada", "bukti_blth", "bukti_diterima", "bukti_jht", "bukti_uang",
            "bukti_payroll", "bukti_peserta", "tanggal_nonaktif",
        ]
        return withTokens ? names + ["token_kpj", "token_nik"] : names
    }
}

extension Feed {
    /// Writes the workers, who are numbered from 1 in their order.
    func writeWorkers(to file: SQLiteFile) throws(FeedTrouble) {
        var filler = WorkerFiller(self)
        var place = WorkerPlace()
        let batches = outcome.batches
        let columns = WorkerColumn.names(withTokens: tokens != nil)
        let source = RowSource("baris_pekerja", columns: columns) { block in
            guard place.goOn(in: batches) else { return }
            let count = batches[place.batch].workers.count
            let rows = place.worker..<min(count, place.worker + RowBlock.capacity)
            filler.fill(block, rows, of: batches[place.batch])
            place.worker = rows.upperBound
        }
        try file.insert(into: "pekerja", source)
        if tokens != nil {
            try file.run(
                """
                CREATE INDEX pekerja_token_kpj ON pekerja(token_kpj) WHERE token_kpj IS NOT NULL;
                CREATE INDEX pekerja_token_nik ON pekerja(token_nik) WHERE token_nik IS NOT NULL;
                """
            )
        }
    }

    /// The indexes by number, of the numbers that the feed carries.
    var indexes: [SortedIndex] {
        var indexes: [SortedIndex] = []
        if fields.contains(.kpj) { indexes.append(index("kpj") { $0.kpj.text }) }
        if fields.contains(.nik) { indexes.append(index("nik") { $0.nik.text }) }
        return indexes
    }

    private func index(
        _ column: String,
        _ number: @escaping @Sendable (Worker) -> PackedText
    ) -> SortedIndex {
        SortedIndex(
            table: "pekerja",
            column: column,
            workers: outcome.workers,
            pool: outcome.records.identifiers,
            number: number
        )
    }
}

/// Fills rows of the table `pekerja`.
///
/// It has at hand what every row needs: looked up through the outcome, each would be counted as in
/// use for every row, while other threads count it too.
private struct WorkerFiller {
    private typealias Column = WorkerColumn
    private let workers: RowTable<Worker>
    private let fields: FeedFields
    private let tokens: FeedTokens?
    private let pool: IdentifierPool
    private let texts: TextStore
    private var days = RepeatedDays()

    init(_ feed: Feed) {
        workers = feed.outcome.workers
        fields = feed.fields
        tokens = feed.tokens
        pool = feed.outcome.records.identifiers
        texts = feed.outcome.records.texts
    }

    /// Adds rows of workers of a batch.
    mutating func fill(_ block: RowBlock, _ rows: Range<Int>, of batch: SettledBatch) {
        for index in rows { fill(block.add(), batch.workers[index], batch) }
    }

    @inline(__always)
    private mutating func fill(
        _ row: RowBlock.Row,
        _ outcome: WorkerOutcome,
        _ batch: SettledBatch
    ) {
        let worker = workers[Int(outcome.worker)]
        row.set(Column.employer, worker.employer)
        fillIdentity(row, worker, Int(outcome.worker))
        row.set(Column.status, FeedCodes.number(outcome.status))
        row.set(Column.registerWord, FeedCodes.number(outcome.registerWord))
        row.set(Column.cause, FeedCodes.number(outcome.causes.first))
        row.set(Column.allCauses, outcome.causes.bits)
        row.set(Column.card, FeedCodes.number(outcome.signs.card))
        row.set(Column.history, FeedCodes.number(outcome.signs.history))
        row.set(Column.balance, FeedCodes.number(outcome.signs.balance))
        row.set(Column.lastEmployer, FeedCodes.number(outcome.signs.employer))
        row.set(Column.accountProblems, outcome.accountProblems.bits)
        row.set(Column.unpaidRun, outcome.unpaidRun)
        row.set(Column.unpaidMonths, outcome.unpaidMonths)
        row.set(Column.arrears, outcome.arrears.sen)
        row.set(Column.lateFee, outcome.lateFee.sen)
        if let month = outcome.newestSettled {
            row.set(Column.newestSettled, FeedNumber.month(month))
        }
        days.set(row, Column.lastPaid, outcome.lastPaid)
        days.set(row, Column.inactiveSince, outcome.inactiveSince)
        days.set(row, Column.inactiveOn, outcome.inactiveOn)
        fillEvidence(row, outcome, batch)
        days.set(row, Column.ended, outcome.registerEnd)
    }

    @inline(__always)
    private func fillIdentity(_ row: RowBlock.Row, _ worker: Worker, _ place: Int) {
        if fields.contains(.kpj) { row.set(Column.kpj, worker.kpj.text, pool) }
        if fields.contains(.nik) { row.set(Column.nik, worker.nik.text, pool) }
        if fields.contains(.name) { row.set(Column.name, text: texts.bytes(of: worker.name)) }
        if fields.contains(.birth), !worker.birth.isAbsent {
            row.set(Column.birth, FeedNumber.day(worker.birth))
        }
        if let tokens { fill(row, tokens, worker, place) }
    }

    private func fill(
        _ row: RowBlock.Row,
        _ tokens: FeedTokens,
        _ worker: Worker,
        _ place: Int
    ) {
        let bytes = place * FeedTokens.byteCount..<(place + 1) * FeedTokens.byteCount
        if worker.kpj.isUsable { row.set(Column.tokenOfKPJ, blob: tokens.ofKPJ[bytes]) }
        if worker.nik.isUsable { row.set(Column.tokenOfNIK, blob: tokens.ofNIK[bytes]) }
    }

    @inline(__always)
    private func fillEvidence(
        _ row: RowBlock.Row,
        _ worker: WorkerOutcome,
        _ batch: SettledBatch
    ) {
        var lacksPayroll = worker.hasPayroll
        var lacksEvidence = true
        var next = worker.monthPlaces.upperBound
        while next > worker.monthPlaces.lowerBound, lacksPayroll || lacksEvidence {
            next -= 1
            let month = batch.months[next]
            if lacksEvidence, batch.months.state(at: next).tellsOfPayment {
                lacksEvidence = false
                row.set(Column.evidenceMonth, FeedNumber.month(month.month))
                row.set(Column.received, month.received.total.sen)
                row.set(Column.receivedJHT, month.received.jht.sen)
                if month.hasMoney, let line = batch.moneySource(of: month) {
                    row.set(Column.moneyLine, FeedNumber.line(line))
                }
            }
            if lacksPayroll, month.payrollSourceCount > 0 {
                lacksPayroll = false
                row.set(Column.payrollLine, FeedNumber.line(batch.sources[Int(month.sourceStart)]))
            }
        }
        if let line = worker.registerSource.ifPresent {
            row.set(Column.registerLine, FeedNumber.line(line))
        }
    }
}

extension SettledBatch {
    /// A row that shows the money of a month: a receipt of the ledger, else a lump sum.
    func moneySource(of month: MonthOutcome) -> SourceLine? {
        let receipt = month.ledgerSources.lowerBound + Int(month.firstReceipt)
        if receipt < month.ledgerSources.upperBound { return sources[receipt] }
        return sources[month.paymentSources].first
    }

    /// A row that shows what was paid or at least billed for a month.
    func ledgerSource(of month: MonthOutcome) -> SourceLine? {
        moneySource(of: month) ?? sources[month.ledgerSources].first
    }
}

extension CauseSet {
    /// A bit for each cause that holds.
    var bits: Int {
        others.reduce(first == .none ? 0 : 1 << FeedCodes.number(first)) {
            $0 | 1 << FeedCodes.number($1)
        }
    }
}

extension AccountProblems {
    /// A bit for each problem that there is.
    var bits: Int {
        guard !isEmpty else { return 0 }
        return AccountProblem.allCases.filter { contains(AccountProblems($0)) }
            .reduce(0) { $0 | 1 << FeedCodes.number($1) }
    }
}

/// How far the workers of all batches have been gone through.
struct WorkerPlace {
    var batch = 0
    var worker = 0

    /// Moves on to the next batch where one is done.
    ///
    /// - Returns: Whether a worker is left.
    mutating func goOn(in batches: [SettledBatch]) -> Bool {
        while batch < batches.count, worker == batches[batch].workers.count {
            batch += 1
            worker = 0
        }
        return batch < batches.count
    }
}

/// The numbers of days that come again and again, each reckoned once.
struct RepeatedDays {
    private var days = [Day](repeating: .absent, count: 64)
    private var numbers = [Int64](repeating: 0, count: 64)

    /// Sets a column to a day; an absent one is NULL.
    mutating func set(_ row: RowBlock.Row, _ column: Int, _ day: Day) {
        guard !day.isAbsent else { return }
        let slot = Int(day.number & 63)
        if days[slot] != day {
            days[slot] = day
            numbers[slot] = FeedNumber.day(day)
        }
        row.set(column, numbers[slot])
    }
}
