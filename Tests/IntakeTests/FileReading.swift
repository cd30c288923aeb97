internal import Contributions
internal import Intake
internal import TestSupport

/// One file from a literal.
enum FileReading {
    static func head(_ text: String, kind: InputKind? = nil) throws -> FileHead {
        try head(Array(text.utf8), kind: kind)
    }

    static func head(_ bytes: [UInt8], kind: InputKind? = nil) throws -> FileHead {
        try bytes.withUnsafeBytes { try HeaderReader.read($0, isWholeFile: true, kind: kind) }
    }

    static func read(_ text: String) throws -> FileRows {
        FileRows(try FilesInMemory([("file.csv", Array(text.utf8))]))
    }

    /// The messages of rejected rows as `line column: message`.
    static func rejections(_ text: String) throws -> [String] {
        try rejections(Array(text.utf8))
    }

    /// The messages of rejected rows as `line column: message`.
    static func rejections(_ bytes: [UInt8]) throws -> [String] {
        let findings = try FilesInMemory([("file.csv", bytes)]).findings
        return findings.filter { $0.code == .rowRejected }.map { finding in
            guard case .remark(let value, let text) = finding.detail else {
                return "\(finding.detail)"
            }
            let cell = value.isEmpty ? "" : "\"\(value)\" "
            let subject = finding.column.isEmpty ? "" : "kolom \"\(finding.column)\": \(cell)"
            return "\(finding.source?.line ?? 0) \(finding.column): \(subject)\(text)"
        }
    }

    /// The remarks of all findings.
    static func remarks(_ text: String) throws -> [String] {
        try read(text).findings.map { finding in
            guard case .remark(_, let text) = finding.detail else { return "" }
            return text
        }
    }
}

/// The rows of one file and what reading it found.
struct FileRows {
    let payroll: [PayrollRow]
    let ledger: [LedgerRow]
    let register: [RegisterRow]
    let payments: [PaymentRow]
    let employerRows: [EmployerRow]
    let findings: [Finding]
    let counts: RowCounts
    let nextLine: Int
    let amountTotal: AmountTotal

    init(_ files: FilesInMemory) {
        payroll = Array(files.records.payroll)
        ledger = Array(files.records.ledger)
        register = Array(files.records.register)
        payments = files.records.payments
        employerRows = files.records.employerRows
        findings = files.findings
        counts = files.segments[0].counts
        nextLine = files.segments[0].nextLine
        amountTotal = files.segments[0].amountTotal
    }
}
