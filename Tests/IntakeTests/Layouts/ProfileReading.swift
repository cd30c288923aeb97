internal import Contributions
internal import DelimitedText
internal import TestSupport

@testable import Intake

/// Files that stand as literals in a test, read through profiles as a run reads them.
struct ProfileReading {
    let files: [ProfiledFile]
    let segments: [SegmentRecords]
    let records: Records
    let findings: [Finding]

    /// Reads files in argument order; employee lists among them serve the payrolls.
    init(
        files bytes: [[UInt8]],
        hints: IntakeHints = IntakeHints(),
        profiles: ProfileCatalogue = ProfileCatalogue()
    ) throws {
        let book = try RuleBook.read()
        let files = try bytes.map { try Self.file($0, hints: hints, profiles: profiles) }
        let employees = EmployeeDirectory(
            files.indices.filter { files[$0].layout.kind == .employees }.flatMap { place in
                SegmentReader.read(
                    files[place],
                    at: place,
                    arenaNumber: 0,
                    target: .arrays,
                    employees: EmployeeDirectory(),
                    book: book
                ).employees
            }
        )
        var rowCounts: [InputKind: Int] = [:]
        for file in files { rowCounts[file.layout.kind, default: 0] += file.rowCount }
        let tables = RecordTables(lineCounts: rowCounts)
        var used: [InputKind: Int] = [:]
        var segments: [SegmentRecords] = []
        for (place, file) in files.enumerated() {
            let start = used[file.layout.kind, default: 0]
            used[file.layout.kind] = start + file.rowCount
            segments.append(
                SegmentReader.read(
                    file,
                    at: place,
                    arenaNumber: place,
                    target: tables.target(
                        file.layout.kind,
                        from: start,
                        capacity: file.rowCount
                    ),
                    employees: employees,
                    book: book
                )
            )
        }
        self.files = files
        self.segments = segments
        (records, findings) = RecordsAssembly.assemble(
            segments,
            tables,
            files: files.indices.map { "file\($0).csv" }
        )
    }

    /// Reads texts.
    init(
        _ texts: String...,
        hints: IntakeHints = IntakeHints(),
        profiles: ProfileCatalogue = ProfileCatalogue()
    ) throws {
        try self.init(files: texts.map { Array($0.utf8) }, hints: hints, profiles: profiles)
    }

    /// Understands one file.
    static func file(
        _ bytes: [UInt8],
        kind: InputKind? = nil,
        hints: IntakeHints = IntakeHints(),
        profiles: ProfileCatalogue = ProfileCatalogue()
    ) throws -> ProfiledFile {
        try bytes.withUnsafeBufferPointer {
            try ProfiledFile($0, profiles: profiles, kind: kind, hints: hints)
        }
    }

    /// Why a text is refused; nil where it is not.
    static func trouble(
        _ text: String,
        hints: IntakeHints = IntakeHints(),
        profiles: ProfileCatalogue = ProfileCatalogue()
    ) throws -> ProfileTrouble? {
        do {
            _ = try file(Array(text.utf8), hints: hints, profiles: profiles)
            return nil
        } catch let trouble as ProfileTrouble {
            return trouble
        }
    }
}

// MARK: - What was read

extension ProfileReading {
    var payroll: [PayrollRow] { Array(records.payroll) }
    var ledger: [LedgerRow] { Array(records.ledger) }

    /// The names of all payroll rows.
    var names: [String] { payroll.map { text($0.name) } }

    /// The KPJ of all payroll rows, as they are matched; empty where there is none.
    var kpjs: [String] { payroll.map { number($0.kpj.text) } }

    /// The NIK of all payroll rows.
    var niks: [String] { payroll.map { number($0.nik.text) } }

    /// The base of all payroll rows, in sen.
    var bases: [Int64] { payroll.map(\.base.sen) }

    /// The employer and month of all payroll rows.
    var heads: [String] {
        payroll.map { "\(number(records.employers[Int($0.employer)].text)) \($0.month)" }
    }

    func text(_ reference: TextReference) -> String { records.texts.string(of: reference) }

    func number(_ text: PackedText) -> String { records.identifiers.string(of: text) }

    /// Accepted and rejected rows of a file.
    func counts(_ file: Int = 0) -> [Int] {
        [segments[file].counts.accepted, segments[file].counts.rejected]
    }

    /// The rejected rows as `line column: message`.
    var rejections: [String] { messages(.rowRejected) }

    /// The repairs as `line column: message`.
    var repairs: [String] {
        segments.enumerated().flatMap { file, segment in
            segment.repairs.findings(file: file).map(Self.shown)
        }
    }

    func messages(_ code: FindingCode) -> [String] {
        findings.filter { $0.code == code }.map(Self.shown)
    }

    private static func shown(_ finding: Finding) -> String {
        let place = "\(finding.source?.line ?? 0) \(finding.column): "
        switch finding.detail {
        case .text(_, let message): return place + message
        case .remark("", let text): return place + text
        case .remark(let value, let text): return place + "\"\(value)\" " + text
        default: return place + "\(finding.detail)"
        }
    }

    /// What the lines of a file are that are no rows, as `count name`.
    func skipped(_ file: Int = 0) -> [String] {
        files[file].skippedLines.map { "\($0.count) \($0.name)" }
    }

    /// All physical lines that a file's counts speak for.
    func lineCount(_ file: Int = 0) -> Int {
        let counts = segments[file].counts
        let skipped = files[file].skippedLines.reduce(0) { $0 + $1.count }
        return files[file].headerLineCount + counts.accepted + counts.rejected + counts.blank
            + counts.continuationLines + skipped
    }
}
