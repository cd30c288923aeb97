package import Contributions
internal import DelimitedText

/// How many rows of a file went where.
///
/// Lines = header + accepted + rejected + blank + skipped; a quoted cell with line breaks makes one
/// row of several physical lines, which `continuationLines` counts.
package struct RowCounts: Sendable {
    package var accepted = 0
    package var rejected = 0
    package var blank = 0
    package var continuationLines = 0

    package init() {}

    package static func += (left: inout RowCounts, right: RowCounts) {
        left.accepted += right.accepted
        left.rejected += right.rejected
        left.blank += right.blank
        left.continuationLines += right.continuationLines
    }
}

/// The typed rows of one segment of a file.
///
/// Employers and pooled identifiers are numbered within the segment; ``RecordsAssembly`` joins
/// segments and numbers them for the run.
package struct SegmentRecords: Sendable {
    package var payroll: [PayrollRow] = []
    package var ledger: [LedgerRow] = []
    package var register: [RegisterRow] = []
    package var payments: [PaymentRow] = []
    package var employerRows: [EmployerRow] = []
    package var findings: [Finding] = []
    package var counts = RowCounts()
    /// Where reading stopped, because the segment ends inside a record: the offset and line on which
    /// that record begins. Its rows are then to be read together with the bytes that follow.
    package var openRecord: (offset: Int, line: Int)?
    /// The line behind the last record.
    package var nextLine = 1
    /// The absolute sum of all amounts, or nil past ``Rupiah/largestTotal``.
    package var amountTotal: Rupiah? = .zero
    var employers = EmployerNumbers()
    var identifiers = IdentifierCollector()
    let texts: TextArena

    init(texts: TextArena) {
        self.texts = texts
    }
}

/// A run of whole records of one file.
package struct Segment {
    /// Valid while the segment is read.
    package var bytes: UnsafeBufferPointer<UInt8>
    package var layout: FileLayout
    /// The file's place among the run's inputs.
    package var file: Int
    package var firstLine: Int
    package var terminator: UInt8
    package var isEndOfFile: Bool
    /// The number of the arena that takes the segment's texts.
    package var arenaNumber: Int

    package init(
        bytes: UnsafeBufferPointer<UInt8>,
        layout: FileLayout,
        file: Int,
        firstLine: Int,
        terminator: UInt8,
        isEndOfFile: Bool,
        arenaNumber: Int
    ) {
        self.bytes = bytes
        self.layout = layout
        self.file = file
        self.firstLine = firstLine
        self.terminator = terminator
        self.isEndOfFile = isEndOfFile
        self.arenaNumber = arenaNumber
    }
}

/// Reads a segment into typed rows; a row that cannot be used becomes a finding.
package struct SegmentReader {
    let layout: FileLayout
    private let file: Int
    let book: RuleBook
    var records: SegmentRecords

    /// Reads all rows of a segment.
    package static func read(_ segment: Segment, book: RuleBook) -> SegmentRecords {
        var reader = SegmentReader(segment, book)
        reader.readAll(segment)
        return reader.records
    }

    private init(_ segment: Segment, _ book: RuleBook) {
        layout = segment.layout
        file = segment.file
        self.book = book
        records = SegmentRecords(texts: TextArena(number: segment.arenaNumber))
        // Rows are rarely shorter than this; a guess too low costs a copy, one too high only
        // address space.
        let rowEstimate = segment.bytes.count / 90
        switch layout.kind {
        case .payroll: records.payroll.reserveCapacity(rowEstimate)
        case .ledger: records.ledger.reserveCapacity(rowEstimate)
        case .register: records.register.reserveCapacity(rowEstimate)
        case .payments, .employers: break
        }
    }

    private mutating func readAll(_ segment: Segment) {
        var reader = RowReader(
            segment.bytes,
            firstLine: segment.firstLine,
            delimiter: UInt8(ascii: ","),
            terminator: segment.terminator,
            isEndOfFile: segment.isEndOfFile
        )
        while true {
            switch reader.next() {
            case .row: readRow(reader.row, reader.line)
            case .blank: records.counts.blank += 1
            case .malformed(let problem): reject(problem, reader.line)
            case .incomplete:
                records.openRecord = (reader.recordOffset, reader.line)
                return
            case .end:
                records.nextLine = reader.line
                return
            }
            records.counts.continuationLines += reader.lineCount - 1
        }
    }
}

// MARK: - One row

extension SegmentReader {
    private mutating func readRow(_ row: Row, _ line: Int) {
        if row.isEmpty {
            records.counts.blank += 1
            return
        }
        let source = SourceLine(file: file, line: line)
        guard row.count == layout.cellCount else {
            reject(
                source,
                column: "",
                value: "\(row.count)",
                message: "ditemukan \(row.count) sel; diharapkan \(layout.cellCount) seperti judulnya"
            )
            return
        }
        var cells = CanonicalRow(row, layout)
        switch layout.kind {
        case .payroll: readPayroll(&cells, source)
        case .ledger: readLedger(&cells, source)
        case .register: readRegister(&cells, source)
        case .payments: readPayment(&cells, source)
        case .employers: readEmployer(&cells, source)
        }
        if cells.problems.isEmpty {
            records.counts.accepted += 1
        } else {
            reject(source, cells.problems)
        }
    }

    private mutating func reject(_ problem: RowProblem, _ line: Int) {
        reject(
            SourceLine(file: file, line: line),
            column: "",
            value: "",
            message: problem.message
        )
    }

    private mutating func reject(_ source: SourceLine, _ problems: [CellProblem]) {
        reject(
            source,
            column: problems[0].column,
            value: problems[0].found,
            message: problems.map(\.message).joined(separator: "; ")
        )
    }

    private mutating func reject(
        _ source: SourceLine,
        column: String,
        value: String,
        message: String
    ) {
        records.counts.rejected += 1
        records.findings.append(
            Finding(
                .rowRejected,
                source: source,
                column: column,
                detail: .text(value: value, message: message)
            )
        )
    }

    /// Adds to the sum by which overflow is ruled out for everything that follows.
    mutating func count(_ amounts: Rupiah...) {
        for amount in amounts {
            guard let total = records.amountTotal else { return }
            let sum = total + max(amount, -amount)
            records.amountTotal = sum <= .largestTotal ? sum : nil
        }
    }
}

// MARK: - Identifiers

extension SegmentReader {
    /// The KPJ of a row; one that a spreadsheet destroyed identifies nobody.
    mutating func kpj(_ cells: inout CanonicalRow) -> KPJ {
        let bytes = cells.bytes(.kpj)
        if let packed = PackedText(packing: bytes) { return KPJ(packed) }
        if CellText.isScientific(bytes) { return KPJ(records.identifiers.keepDamaged(bytes)) }
        guard CellText.isAlphanumeric(bytes), bytes.count <= 20 else {
            cells.refuse(.kpj, Expectation.kpj)
            return .absent
        }
        return KPJ(records.identifiers.pack(bytes))
    }

    /// The NIK of a row: any text, for an invalid NIK still joins.
    mutating func nik(_ cells: CanonicalRow) -> NIK {
        let bytes = cells.bytes(.nik)
        if let packed = PackedText(packing: bytes), packed.kind == .digits { return NIK(packed) }
        if CellText.isScientific(bytes) { return NIK(records.identifiers.keepDamaged(bytes)) }
        return NIK(records.identifiers.pack(bytes))
    }

    /// Both numbers of a row, of which one must identify somebody.
    mutating func identity(_ cells: inout CanonicalRow, _ source: SourceLine) -> (KPJ, NIK) {
        let kpj = kpj(&cells)
        let nik = nik(cells)
        guard !kpj.isUsable, !nik.isUsable else { return (kpj, nik) }
        if cells.problems.isEmpty {
            let column = nik.isDamaged || !cells.has(.kpj) ? Column.nik : .kpj
            cells.refuse(layout.cell(of: column) >= 0 ? column : .kpj, Expectation.identity)
        }
        if nik.isDamaged {
            records.findings.append(
                Finding(
                    .damagedNIK,
                    source: source,
                    column: "nik",
                    detail: .text(
                        value: CellText.shown(cells.bytes(.nik)),
                        message: "sudah kehilangan digit, dan tidak ada KPJ; baris ditolak"
                    )
                )
            )
        }
        return (kpj, nik)
    }
}
