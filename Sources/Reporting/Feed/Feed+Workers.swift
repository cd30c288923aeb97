internal import Contributions

/// The columns of the table `keanggotaan` in front of its number, by their places in a row; only
/// feeds with tokens have the last two.
private enum MembershipColumn {
    static let employer = 0
    static let kpj = 1
    static let nik = 2
    static let name = 3
    static let birth = 4
    static let situation = 5
    static let arrears = 6
    static let lateFee = 7
    static let received = 8
    static let receivedJHT = 9
    static let moneyLine = 10
    static let payrollLine = 11
    static let registerLine = 12
    static let tokenOfKPJ = 13
    static let tokenOfNIK = 14

    static func names(withTokens: Bool) -> [String] {
        let names = [
            "perusahaan", "kpj", "nik", "nama", "tanggal_lahir", "situasi", "tunggakan", "denda",
            "bukti_diterima", "bukti_jht", "bukti_uang", "bukti_payroll", "bukti_peserta",
        ]
        return withTokens ? names + ["token_kpj", "token_nik"] : names
    }
}

extension Feed {
    /// Writes the workers, who are numbered from 1 in their order, and the situations they are in.
    func writeWorkers(to file: SQLiteFile) throws(FeedTrouble) {
        var filler = WorkerFiller(self)
        var place = WorkerPlace()
        let batches = outcome.batches
        let columns = MembershipColumn.names(withTokens: tokens != nil)
        let source = RowSource("baris_keanggotaan", columns: columns) { block in
            guard place.goOn(in: batches) else { return }
            let count = batches[place.batch].workers.count
            let rows = place.worker..<min(count, place.worker + RowBlock.capacity)
            filler.fill(block, rows, of: batches[place.batch])
            place.worker = rows.upperBound
        }
        try file.insert(into: "keanggotaan", source)
        try filler.situations.write(to: file)
        if tokens != nil {
            try file.run(
                """
                CREATE INDEX keanggotaan_token_kpj ON keanggotaan(token_kpj)
                    WHERE token_kpj IS NOT NULL;
                CREATE INDEX keanggotaan_token_nik ON keanggotaan(token_nik)
                    WHERE token_nik IS NOT NULL;
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
            table: "keanggotaan",
            column: column,
            workers: outcome.workers,
            pool: outcome.records.identifiers,
            number: number
        )
    }
}

/// Fills rows of the table `keanggotaan`.
///
/// It has at hand what every row needs: looked up through the outcome, each would be counted as in
/// use for every row, while other threads count it too.
private struct WorkerFiller {
    private typealias Column = MembershipColumn
    /// The situations that the workers of the rows are in.
    private(set) var situations = Situations()
    private let workers: RowTable<Worker>
    private let fields: FeedFields
    private let tokens: FeedTokens?
    private let pool: IdentifierPool
    private let texts: TextStore

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
        row.set(Column.arrears, outcome.arrears.sen)
        row.set(Column.lateFee, outcome.lateFee.sen)
        let evidenceMonth = fillEvidence(row, outcome, batch)
        if let line = outcome.registerSource.ifPresent {
            row.set(Column.registerLine, FeedNumber.line(line))
        }
        row.set(Column.situation, situations.number(of: Situation(outcome, evidenceMonth)))
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

    /// Fills in his money and the rows that show it.
    ///
    /// - Returns: The newest month past due that tells something.
    @inline(__always)
    private func fillEvidence(
        _ row: RowBlock.Row,
        _ worker: WorkerOutcome,
        _ batch: SettledBatch
    ) -> ContributionMonth? {
        var lacksPayroll = worker.hasPayroll
        var evidenceMonth: ContributionMonth?
        var next = worker.monthPlaces.upperBound
        while next > worker.monthPlaces.lowerBound, lacksPayroll || evidenceMonth == nil {
            next -= 1
            let month = batch.months[next]
            if evidenceMonth == nil, batch.months.state(at: next).tellsOfPayment {
                evidenceMonth = month.month
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
        return evidenceMonth
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
