package import Contributions

/// `temuan.csv`: one row per finding.
package struct FindingTable: ReportTable {
    package let fileName = "temuan.csv"
    package let columns = [
        "kode", "tingkat", "npp", "blth", "kpj", "nik", "nilai", "pesan", "berkas", "baris",
        "kolom", "pertama_terlihat",
    ]
    private let outcome: Outcome
    private let findings: [PrintedFinding]
    private let firstSeen: @Sendable (FindingKey) -> Day

    /// - Parameters:
    ///   - intake: The findings made while reading the files.
    ///   - firstSeen: The as-of day of the first run that saw a finding.
    package init(
        _ outcome: Outcome,
        intake: [Finding],
        firstSeen: @escaping @Sendable (FindingKey) -> Day
    ) {
        self.outcome = outcome
        self.firstSeen = firstSeen
        findings = PrintedFinding.sorted(
            outcome.batches.map(\.findings) + [intake, outcome.runFindings],
            outcome
        )
    }

    /// The number of findings.
    package var count: Int { findings.count }

    package var partCount: Int { (findings.count + PartSize.rows - 1) / PartSize.rows }

    package func part(_ index: Int) -> ReportBuffer {
        let start = index * PartSize.rows
        let rows = findings[start..<min(start + PartSize.rows, findings.count)]
        let cells = WorkerCells(outcome)
        let buffer = ReportBuffer(capacity: rows.count * 260 + 4096)
        for row in rows { write(row, cells, to: buffer) }
        return buffer
    }

    private func write(_ row: PrintedFinding, _ cells: WorkerCells, to buffer: ReportBuffer) {
        let finding = row.finding
        let pool = outcome.records.identifiers
        buffer.reserve(2048)
        buffer.word(finding.code.code)
        buffer.comma()
        buffer.word(finding.code.severity.code)
        buffer.comma()
        if let employer = finding.employer { buffer.word(cells.npp(employer)) }
        buffer.comma()
        if let month = finding.month { buffer.month(month) }
        buffer.comma()
        if let worker = finding.worker { buffer.identifier(cells.worker(worker).kpj.text, pool) }
        buffer.comma()
        if let worker = finding.worker { buffer.identifier(cells.worker(worker).nik.text, pool) }
        buffer.comma()
        buffer.text(row.value)
        buffer.comma()
        buffer.text(row.message)
        buffer.comma()
        if let source = finding.source {
            buffer.text(outcome.records.files[source.file])
            buffer.comma()
            if source.line > 0 { buffer.number(source.line) }
        } else {
            buffer.comma()
        }
        buffer.comma()
        buffer.word(finding.column)
        buffer.comma()
        buffer.day(firstSeen(row.key(cells, pool)))
        buffer.endRow()
    }
}

/// What makes a finding the same from one run to the next: not where it stands, nor its wording.
package struct FindingKey: Hashable, Sendable {
    package var text: String

    package init(_ text: String) {
        self.text = text
    }
}

/// A finding with its value and sentence.
struct PrintedFinding: Sendable {
    let finding: Finding
    let value: String
    let message: String

    fileprivate func key(_ cells: WorkerCells, _ pool: IdentifierPool) -> FindingKey {
        let npp = finding.employer.map { String(decoding: cells.npp($0), as: UTF8.self) } ?? ""
        let worker = finding.worker.map(cells.worker)
        let parts = [
            finding.code.code, npp, finding.month?.description ?? "",
            worker.map { pool.string(of: $0.kpj.text) } ?? "",
            worker.map { pool.string(of: $0.nik.text) } ?? "", value,
        ]
        return FindingKey(parts.joined(separator: "|"))
    }

    /// All findings by code, employer, month and worker; then by what they say, and at last by
    /// where they stand, so that shuffled rows change nothing but positions.
    static func sorted(_ lists: [[Finding]], _ outcome: Outcome) -> [PrintedFinding] {
        let texts = FindingTexts(outcome)
        let printed = Parallel.map(count: lists.count) { index in
            lists[index].map { finding in
                let (value, message) = texts.text(of: finding)
                return PrintedFinding(finding: finding, value: value, message: message)
            }
        }
        let codes = FindingCode.allCases.sorted { $0.code < $1.code }
        var ranks = [Int](repeating: 0, count: codes.count)
        for (rank, code) in codes.enumerated() { ranks[Int(code.rawValue)] = rank }
        func rank(_ finding: Finding) -> (Int, Int64, Int, Int64) {
            (
                ranks[Int(finding.code.rawValue)], finding.employer.map(Int64.init) ?? -1,
                Int(finding.month?.number ?? -1), finding.worker.map(Int64.init) ?? -1
            )
        }
        return printed.flatMap(\.self).sorted { left, right in
            let (a, b) = (rank(left.finding), rank(right.finding))
            if a != b { return a < b }
            if left.value != right.value { return left.value < right.value }
            if left.message != right.message { return left.message < right.message }
            let sources = (left.finding.source?.raw ?? 0, right.finding.source?.raw ?? 0)
            if sources.0 != sources.1 { return sources.0 < sources.1 }
            return left.finding.column < right.finding.column
        }
    }
}
