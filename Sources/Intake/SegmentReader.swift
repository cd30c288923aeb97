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
    package var payroll = RowRegion<PayrollRow>.none
    package var ledger = RowRegion<LedgerRow>.none
    package var register = RowRegion<RegisterRow>.none
    package var payments: [PaymentRow] = []
    package var employerRows: [EmployerRow] = []
    package var leavers: [LeaverRow] = []
    package var pairs: [PairRow] = []
    var rapels: [StatedRapel] = []
    var leavingReasons: [LeavingReason] = []
    package var employees: [EmployeeDirectory.Entry] = []
    package var findings = ReadingFindings()
    package var counts = RowCounts()
    /// What was taken off cells, to be reported once per column.
    package var repairs = CellRepairTally()
    /// The offset and line of a record that goes on past the end of the segment.
    ///
    /// It is to be read together with the bytes that follow.
    package var openRecord: (offset: Int, line: Int)?
    /// The line behind the last record.
    package var nextLine = 1
    /// The absolute sum of all amounts; see ``Rupiah/largestTotal``.
    package var amountTotal = AmountTotal()
    var employers = EmployerNumbers()
    var identifiers = IdentifierCollector()
    let texts: TextArena
    /// The file's place among the run's inputs.
    let file: Int
    /// Whether an earlier run read the rows, which still name its file and arena.
    var isKept = false

    init(file: Int, texts: TextArena) {
        self.file = file
        self.texts = texts
    }

    /// The rows in the tables of the large kinds.
    package var rowCount: Int { payroll.count + ledger.count + register.count }
}

/// Where the rows of a segment go: a part of the table of their kind, or arrays for the small
/// kinds.
package enum SegmentTarget: Sendable {
    case payroll(RowRegion<PayrollRow>)
    case ledger(RowRegion<LedgerRow>)
    case register(RowRegion<RegisterRow>)
    case arrays
}

/// The sum of amounts by which overflow is ruled out for everything that follows.
package struct AmountTotal: Sendable {
    private var sen: Int64 = 0
    private var isTooLarge = false

    package init() {}

    mutating func add(_ amount: Rupiah) {
        sen &+= amount.sen < 0 ? -amount.sen : amount.sen
        if sen > Rupiah.largestTotal.sen {
            isTooLarge = true
            sen = 0
        }
    }

    mutating func add(_ shares: Shares) {
        add(shares.absoluteTotal)
    }

    /// Adds the sum of another segment.
    package mutating func add(_ other: AmountTotal) {
        add(Rupiah(sen: other.sen))
        isTooLarge = isTooLarge || other.isTooLarge
    }

    /// Whether the amounts stay within ``Rupiah/largestTotal``.
    package var isWithinLimit: Bool { !isTooLarge }

    func write(to writer: inout ByteWriter) {
        writer.write(Int(sen))
        writer.write(isTooLarge ? 1 : 0)
    }

    init(from reader: inout ByteReader) throws(DamagedRows) {
        sen = Int64(try reader.number())
        isTooLarge = try reader.number() != 0
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
    /// Where the rows go.
    package var target: SegmentTarget

    package init(
        bytes: UnsafeBufferPointer<UInt8>,
        layout: FileLayout,
        file: Int,
        firstLine: Int,
        terminator: UInt8,
        isEndOfFile: Bool,
        arenaNumber: Int,
        target: SegmentTarget
    ) {
        self.bytes = bytes
        self.layout = layout
        self.file = file
        self.firstLine = firstLine
        self.terminator = terminator
        self.isEndOfFile = isEndOfFile
        self.arenaNumber = arenaNumber
        self.target = target
    }
}

/// Reads a segment into typed rows; a row that cannot be used becomes a finding.
package struct SegmentReader {
    let layout: FileLayout
    let file: Int
    let book: RuleBook
    var records: SegmentRecords

    /// Reads all rows of a segment.
    package static func read(_ segment: Segment, book: RuleBook) -> SegmentRecords {
        var reader = SegmentReader(segment, book)
        reader.readAll(segment)
        return reader.records
    }

    private init(_ segment: Segment, _ book: RuleBook) {
        self.init(
            layout: segment.layout,
            file: segment.file,
            book: book,
            texts: TextArena(number: segment.arenaNumber, capacity: segment.bytes.count / 2),
            target: segment.target
        )
    }

    init(
        layout: FileLayout,
        file: Int,
        book: RuleBook,
        texts: TextArena,
        target: SegmentTarget
    ) {
        self.layout = layout
        self.file = file
        self.book = book
        records = SegmentRecords(file: file, texts: texts)
        switch target {
        case .payroll(let region): records.payroll = region
        case .ledger(let region): records.ledger = region
        case .register(let region): records.register = region
        case .arrays: break
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
        var cells = CanonicalRow(reader.row, layout)
        while true {
            switch reader.next() {
            case .row:
                cells.begin(reader.row)
                readRow(&cells, reader.line, keepsStrayQuotes: reader.keepsStrayQuotes)
            case .blank: records.counts.blank += 1
            case .malformed(let problem): reject(problem, reader.row, &cells, reader.line)
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
    mutating func readRow(
        _ cells: inout CanonicalRow,
        _ line: Int,
        keepsStrayQuotes: Bool
    ) {
        let row = cells.row
        if row.isEmpty {
            records.counts.blank += 1
            return
        }
        let source = SourceLine(file: file, line: line)
        guard row.count == layout.cellCount else {
            if keepsStrayQuotes { return reject(.strayQuote, line) }
            reject(
                .unusableLine,
                source,
                column: "",
                value: "\(row.count)",
                remark:
                    "ditemukan \(row.count) sel; diharapkan \(layout.cellCount) seperti judulnya"
            )
            return
        }
        switch layout.kind {
        case .payroll: readPayroll(&cells, source)
        case .ledger: readLedger(&cells, source)
        case .register: readRegister(&cells, source)
        case .payments: readPayment(&cells, source)
        case .employers: readEmployer(&cells, source)
        case .leavers: readLeaver(&cells, source)
        case .employees: readEmployee(&cells, source)
        case .pairs: readPair(&cells, source)
        }
        if cells.problems.isEmpty {
            records.counts.accepted += 1
            records.findings.endRun()
            if keepsStrayQuotes { noteStrayQuotes(row, source) }
        } else {
            reject(source, cells)
        }
    }

    /// Says of an accepted row that its quotation marks were taken as they stand.
    private mutating func noteStrayQuotes(_ row: Row, _ source: SourceLine) {
        // A correctly doubled mark in another cell leaves open which one is meant.
        let quoted = (0..<row.count).filter { row[$0].contains(UInt8(ascii: "\"")) }
        let cell = quoted.count == 1 ? quoted.first : nil
        let value = cell.map { CellText.shown(row[$0]) } ?? ""
        records.findings.add(
            Finding(
                .strayQuotes,
                source: source,
                column: cell.flatMap(layout.column(of:)).map(layout.heading(of:)) ?? "",
                detail: .text(value: value, message: value.isEmpty ? "" : "dibaca \(value)")
            )
        )
    }

    private mutating func reject(
        _ problem: RowProblem,
        _ row: Row,
        _ cells: inout CanonicalRow,
        _ line: Int
    ) {
        let source = SourceLine(file: file, line: line)
        let heading = problem.cellIndex.map(layout.heading) ?? ""
        // Cells stand under their headings only where there is one for each.
        guard !heading.isEmpty, row.count == layout.cellCount else {
            reject(problem, line)
            return
        }
        cells.begin(row)
        reject(
            .unusableLine,
            source,
            cells,
            column: heading,
            value: "",
            remark: problem.remark
        )
    }

    /// Notes a record of a profiled file that could not be split.
    mutating func reject(_ problem: RowProblem, _ line: Int) {
        reject(
            problem == .unterminatedQuote ? .openQuote : .unusableLine,
            SourceLine(file: file, line: line),
            column: "",
            value: "",
            remark: problem.message
        )
    }

    private mutating func reject(_ source: SourceLine, _ cells: CanonicalRow) {
        let first = cells.problems[0]
        reject(
            .unreadableValue,
            source,
            cells,
            column: first.column,
            value: first.found,
            remark: ([first.remark] + cells.problems.dropFirst().map(\.message))
                .joined(separator: "; ")
        )
    }

    /// Notes a row that is not used; with its cells, under its NPP and month where they are
    /// readable.
    mutating func reject(
        _ kind: RejectionKind,
        _ source: SourceLine,
        _ cells: CanonicalRow? = nil,
        column: String,
        value: String,
        remark: String
    ) {
        records.counts.rejected += 1
        let finding = finding(
            .rowRejected,
            source,
            cells,
            column: column,
            value: value,
            remark: remark
        )
        records.findings.addRejection(finding, kind)
    }

    func finding(
        _ code: FindingCode,
        _ source: SourceLine,
        _ cells: CanonicalRow?,
        column: String,
        value: String,
        remark: String
    ) -> Finding {
        var finding = Finding(
            code,
            month: cells?.month,
            source: source,
            column: column,
            detail: .remark(value: value, text: remark)
        )
        finding.npp = NPP(cells?.npp ?? .absent)
        return finding
    }
}
