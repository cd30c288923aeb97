import Contributions
import DelimitedText
import Intake

/// A file in canonical form, read as the nightly job reads it: its header, then its rows, in one
/// piece and in pieces side by side.
enum CanonicalFile {
    private static let book: RuleBook? = try? RuleBook.read()

    static func check(_ file: UnsafeRawBufferPointer, _ options: FuzzOptions) {
        let read: Result<FileHead, FileProblem> = Result { () throws(FileProblem) in
            try HeaderReader.read(file, isWholeFile: true, kind: options.kind)
        }
        guard let book else { preconditionFailure("the rule tables cannot be read") }
        guard case .success(let head) = read else { return }
        let reading = FileReading(file: file, head: head, book: book)
        let whole = reading.read(segmentBytes: max(1, file.count))
        checkLines(whole, file, head)
        checkFindings(whole)
        let pieces = reading.read(segmentBytes: options.segmentBytes)
        expect(whole == pieces, "pieces of \(options.segmentBytes) bytes change what is read")
    }

    /// Every physical line is one of header, accepted, rejected, blank and continuation.
    private static func checkLines(
        _ whole: FileContent,
        _ file: UnsafeRawBufferPointer,
        _ head: FileHead
    ) {
        let markLength = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let lineEnds = file.count { $0 == head.terminator }
        let isEnded = file.count == markLength || file[file.count - 1] == head.terminator
        let lineCount = lineEnds + (isEnded ? 0 : 1)
        let counts = whole.counts
        let sum =
            head.rowsLine - 1 + counts.accepted + counts.rejected + counts.blank
            + counts.continuationLines
        expect(lineCount == sum, "\(lineCount) lines, but \(sum) are accounted for")
        expect(whole.nextLine == lineCount + 1, "the line behind the last one")
        expect(whole.rows.count == counts.accepted, "an accepted row is lost, or is there twice")
        let lines = whole.rows.map(\.line)
        expect(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 }, "the order of rows")
        expect(lines.allSatisfy { head.rowsLine...lineCount ~= $0 }, "the line of a row")
    }

    /// A rejected row has a finding; no finding stands outside the file.
    private static func checkFindings(_ whole: FileContent) {
        let rejected = whole.findings.filter { $0.code == FindingCode.rowRejected.code }
        expect(rejected.count <= whole.counts.rejected, "a finding without a rejected row")
        expect(rejected.isEmpty == (whole.counts.rejected == 0), "a rejected row without a finding")
        expect(whole.findings.allSatisfy { $0.line < whole.nextLine }, "the line of a finding")
        let lines = Set(whole.rows.map(\.line))
        expect(lines.isDisjoint(with: rejected.map(\.line)), "a rejected row that counts")
    }
}

/// What a file holds, in a form that can be compared.
struct FileContent: Equatable {
    /// A row: its line, and a hash of all its cells.
    struct Line: Equatable {
        var line: Int
        var hash: Int
    }

    struct Note: Equatable {
        var code: String
        var line: Int
        var column: String
        var value: String
        var message: String
    }

    struct Counts: Equatable {
        var accepted = 0
        var rejected = 0
        var blank = 0
        var continuationLines = 0
    }

    var rows: [Line] = []
    var findings: [Note] = []
    var counts = Counts()
    var nextLine = 0
    var isWithinLimit = true
}

extension FileContent {
    init(_ segments: [SegmentRecords], _ tables: RecordTables) {
        let (records, findings) = RecordsAssembly.assemble(segments, tables, files: ["berkas"])
        addRows(records)
        for finding in findings {
            let value: String
            let message: String
            switch finding.detail {
            case .text(let found, let text), .remark(let found, let text):
                (value, message) = (found, text)
            default: fatalError("a finding without words")
            }
            let note = Note(
                code: finding.code.code,
                line: finding.source?.line ?? 0,
                column: finding.column,
                value: value,
                message: message
            )
            self.findings.append(note)
        }
        var total = AmountTotal()
        for segment in segments {
            counts.accepted += segment.counts.accepted
            counts.rejected += segment.counts.rejected
            counts.blank += segment.counts.blank
            counts.continuationLines += segment.counts.continuationLines
            total.add(segment.amountTotal)
        }
        isWithinLimit = total.isWithinLimit
        nextLine = segments.last?.nextLine ?? 0
    }

    private mutating func addRows(_ records: Records) {
        let names = records.texts
        let identifiers = records.identifiers
        for row in records.payroll {
            add(row.source) { hash in
                hash.combine(row.employer)
                hash.combine(row.month)
                hash.combine(row.programmes.rawValue)
                hash.combine(row.marks.rawValue)
                hash.combine(row.residue)
                for text in [row.kpj.text, row.nik.text] {
                    hash.combine(identifiers.string(of: text))
                }
                for text in [row.name, row.employeeNumber, row.unit] {
                    hash.combine(names.string(of: text))
                }
                for amount in [row.base, row.cutJHT, row.cutJP] { hash.combine(amount.sen) }
                for day in [row.birth, row.joined, row.left] { hash.combine(day.number) }
            }
        }
        for row in records.ledger {
            add(row.source) { hash in
                hash.combine(row.employer)
                hash.combine(row.month)
                hash.combine(row.wageMarks)
                for text in [row.kpj.text, row.nik.text, row.billingCode] {
                    hash.combine(identifiers.string(of: text))
                }
                hash.combine(names.string(of: row.name))
                for share in Share.allCases { hash.combine(row.shares[share].sen) }
                for amount in [row.wage, row.jkp] { hash.combine(amount.sen) }
                for day in [row.paid, row.birth] { hash.combine(day.number) }
            }
        }
        for row in records.register {
            add(row.source) { hash in
                hash.combine(row.employer)
                hash.combine(row.status)
                hash.combine(row.account)
                hash.combine(row.residue)
                for text in [row.kpj.text, row.nik.text] {
                    hash.combine(identifiers.string(of: text))
                }
                hash.combine(names.string(of: row.name))
                for day in [row.birth, row.ended] { hash.combine(day.number) }
            }
        }
        for row in records.payments {
            add(row.source) { hash in
                hash.combine(row.employer)
                hash.combine(row.paid.number)
                for amount in [row.amount, row.lateFee] { hash.combine(amount.sen) }
                hash.combine(row.month)
                hash.combine(identifiers.string(of: row.billingCode))
            }
        }
        for row in records.employerRows {
            add(row.source) { hash in
                hash.combine(row.employer)
                hash.combine(row.name)
                hash.combine(row.riskClass)
                hash.combine(row.from)
                hash.combine(row.size)
                hash.combine(row.programmes.rawValue)
                hash.combine(row.isLabourIntensive)
                hash.combine(row.defersJP)
            }
        }
    }

    private mutating func add(_ source: SourceLine, _ combine: (inout Hasher) -> Void) {
        var hash = Hasher()
        combine(&hash)
        rows.append(Line(line: source.line, hash: hash.finalize()))
    }
}
