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
        try read(text).findings.filter { $0.code == .rowRejected }.map { finding in
            guard case .text(_, let message) = finding.detail else { return "\(finding.detail)" }
            return "\(finding.source?.line ?? 0) \(finding.column): \(message)"
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
