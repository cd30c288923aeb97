package import Contributions

/// `temuan.csv`: one row per finding.
package struct FindingTable: ReportTable {
    package let fileName = "temuan.csv"
    package let columns = [
        "kode", "tingkat", "npp", "blth", "kpj", "nik", "nilai", "pesan", "berkas", "baris",
        "kolom", "pertama_terlihat", "umur_hari", "keadaan",
    ]
    /// Owns the rows that the cells are made of.
    private let outcome: Outcome
    private let cells: WorkerCells
    private let findings: FindingOrder
    private let texts: FindingTexts
    /// The cells of code and severity, by code.
    private static let heads = WordTable(
        FindingCode.allCases.map { "\($0.code),\($0.severity.code)," }
    )
    /// What stands behind a finding's sentence, by code.
    private static let advice = WordTable(
        FindingCode.allCases.map { FindingTexts.adviceMark + $0.advice }
    )
    private let files: WordTable
    private let asOf: Day
    /// What is known of each row from earlier runs; empty where there were none.
    private var histories: [FindingHistory] = []

    /// Puts the findings of a run in order.
    ///
    /// - Parameters:
    ///   - outcome: The outcome of the run.
    ///   - intake: The findings made while reading the files.
    package init(_ outcome: Outcome, intake: [Finding]) {
        self.outcome = outcome
        cells = WorkerCells(outcome)
        texts = FindingTexts(outcome)
        files = WordTable(cells: outcome.records.files)
        asOf = outcome.run.asOf
        findings = FindingOrder(
            outcome.batches.map(\.findings) + [intake, outcome.runFindings],
            texts
        )
    }

    /// The number of findings.
    package var count: Int { findings.count }

    /// A finding by its row.
    subscript(row: Int) -> Finding { findings[row] }

    /// The value and the sentence of a finding.
    func text(of finding: Finding) -> (value: String, message: String) {
        texts.text(of: finding)
    }

    /// What earlier runs knew of a row.
    func history(ofRow row: Int) -> FindingHistory {
        histories.isEmpty ? FindingHistory(firstSeen: asOf) : histories[row]
    }

    /// Tells the table what earlier runs knew.
    ///
    /// - Parameter histories: One for each row.
    package mutating func remember(_ histories: [FindingHistory]) {
        precondition(histories.count == count, "a history for each finding")
        self.histories = histories
    }

    package var partCount: Int { (findings.count + PartSize.rows - 1) / PartSize.rows }

    package func writePart(_ index: Int, to buffer: ReportBuffer) {
        let start = index * PartSize.rows
        let rows = start..<min(start + PartSize.rows, findings.count)
        // The words of a finding are put together aside, and then made a cell.
        let words = ReportBuffer(capacity: 1 << 12)
        for row in rows { write(findings[row], history(ofRow: row), words, to: buffer) }
    }

    private func write(
        _ finding: Finding,
        _ history: FindingHistory,
        _ words: ReportBuffer,
        to buffer: ReportBuffer
    ) {
        buffer.reserve(2048)
        Self.heads.write(finding.code.rawValue, to: buffer)
        if let employer = finding.employer {
            cells.writeNPP(employer, to: buffer)
        } else {
            buffer.identifier(finding.npp.text, cells.pool)
            buffer.comma()
        }
        if let month = finding.month { buffer.month(month) }
        buffer.comma()
        let worker = finding.worker.map { cells.worker($0) }
        if let worker { buffer.identifier(worker.kpj.text, cells.pool) }
        buffer.comma()
        if let worker { buffer.identifier(worker.nik.text, cells.pool) }
        buffer.comma()
        words.clear()
        texts.writeValue(of: finding, to: words)
        buffer.text(words)
        buffer.comma()
        words.clear()
        texts.writeSentence(of: finding, to: words)
        Self.advice.writeLong(finding.code.rawValue, to: words)
        buffer.text(words)
        buffer.comma()
        if let source = finding.source {
            files.writeLong(source.file, to: buffer)
            buffer.comma()
            if source.line > 0 { buffer.number(source.line) }
        } else {
            buffer.comma()
        }
        buffer.comma()
        // The column may be one of the file's own, under any name.
        buffer.text(finding.column)
        buffer.comma()
        buffer.day(history.firstSeen)
        buffer.comma()
        buffer.number(asOf.days(since: history.firstSeen))
        buffer.comma()
        buffer.word(history.state.code)
        buffer.endRow()
    }

    /// What makes the findings of rows the same from one run to the next: code, NPP, month, KPJ,
    /// NIK and value; not where it stands, nor its words.
    package func keys(ofRows rows: Range<Int>) -> [[[UInt8]]] {
        let value = ReportBuffer(capacity: 1 << 12)
        return rows.map { row in
            value.clear()
            texts.writeValue(of: findings[row], to: value)
            return key(of: findings[row], value.withBytes { Array($0) })
        }
    }

    private func key(of finding: Finding, _ value: [UInt8]) -> [[UInt8]] {
        let worker = finding.worker.map(cells.worker)
        return [
            Array(finding.code.code.utf8),
            finding.employer.map(cells.npp) ?? cells.pool.bytes(of: finding.npp.text),
            finding.month.map { Array($0.description.utf8) } ?? [],
            worker.map { cells.pool.bytes(of: $0.kpj.text) } ?? [],
            worker.map { cells.pool.bytes(of: $0.nik.text) } ?? [],
            value,
        ]
    }
}

/// What is known of a finding from earlier runs.
package struct FindingHistory: Sendable {
    /// The as-of day of the first run that saw it.
    package var firstSeen: Day
    package var state = State.new

    package enum State: Sendable {
        case new
        /// The run before saw it, too.
        case open
        /// It had been resolved, and is there again.
        case reopened

        package var code: String {
            switch self {
            case .new: "baru"
            case .open: "masih_terbuka"
            case .reopened: "dibuka_kembali"
            }
        }
    }

    package init(firstSeen: Day) {
        self.firstSeen = firstSeen
    }
}

/// All findings by code, employer, month and worker; then by what they say, and at last by where
/// they stand, so that shuffled rows change nothing but positions.
struct FindingOrder: Sendable {
    private let lists: [[Finding]]
    let places: [ListPlace]

    init(_ lists: [[Finding]], _ texts: FindingTexts) {
        self.lists = lists
        var places: [ListPlace] = []
        places.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        for list in lists.indices {
            places += lists[list].indices.map { ListPlace(list: list, index: $0) }
        }
        self.places = Self.inOrder(places, lists, texts)
    }

    var count: Int { places.count }

    subscript(index: Int) -> Finding { lists[places[index]] }

    private static func inOrder(
        _ places: [ListPlace],
        _ lists: [[Finding]],
        _ texts: FindingTexts
    ) -> [ListPlace] {
        var codes: [FindingCode] = []
        codes.reserveCapacity(places.count)
        var entries: [SortEntry] = []
        entries.reserveCapacity(places.count)
        for (index, place) in places.enumerated() {
            let finding = lists[place]
            let month = UInt64(bitPattern: Int64(finding.month?.number ?? -1) + 1)
            codes.append(finding.code)
            entries.append(
                SortEntry(
                    key: month << 33 | (finding.worker.map { UInt64($0) + 1 } ?? 0),
                    employer: finding.employer.map { $0 + 1 } ?? 0,
                    index: UInt32(index)
                )
            )
        }
        radixSort(&entries)
        // The sort keeps the order of equals, so that the code, which comes first, is put last.
        var ofCode = [[SortEntry]](repeating: [], count: FindingCode.allCases.count)
        for entry in entries { ofCode[Int(codes[Int(entry.index)].rawValue)].append(entry) }
        var sorted: [ListPlace] = []
        sorted.reserveCapacity(places.count)
        for code in FindingCode.allCases.sorted(by: { $0.code < $1.code }) {
            let entries = ofCode[Int(code.rawValue)]
            for run in runs(of: entries) {
                let tied = entries[run].map { places[Int($0.index)] }
                sorted += tied.count == 1 ? tied : inOrder(tied: tied, lists, texts)
            }
        }
        return sorted
    }

    /// Findings of the same code, employer, month and worker by what they say.
    private static func inOrder(
        tied: [ListPlace],
        _ lists: [[Finding]],
        _ texts: FindingTexts
    ) -> [ListPlace] {
        let worded = tied.map { place in
            let finding = lists[place]
            return (place, finding, texts.text(of: finding))
        }
        let ordered = worded.sorted { left, right in
            if left.2 != right.2 { return left.2 < right.2 }
            let sources = (left.1.source?.raw ?? 0, right.1.source?.raw ?? 0)
            return sources.0 != sources.1
                ? sources.0 < sources.1 : left.1.column < right.1.column
        }
        return ordered.map(\.0)
    }
}
