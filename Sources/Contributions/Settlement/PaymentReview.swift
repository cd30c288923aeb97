/// Lump-sum payments that no participant has yet.
///
/// A payment whose billing code a receipt of the employer's ledger carries is contained in the
/// ledger. Any other stands as "iuran belum rinci" of its employer, and of its month where stated.
struct PaymentReview {
    private(set) var findings: [Finding] = []
    private(set) var unallocatedMonths: Set<EmployerMonth> = []
    /// Rows that repeat another one, by file.
    private(set) var twinRows: [Int: Int] = [:]

    init(_ records: Records, _ run: RunDates) {
        guard !records.payments.isEmpty else { return }
        struct Code: Hashable {
            var employer: UInt32
            var code: PackedText
        }
        var receiptCodes: Set<Code> = []
        for row in records.ledger where row.isReceipt(asOf: run.asOf) {
            receiptCodes.insert(Code(employer: row.employer, code: row.billingCode))
        }
        var counted: [PaymentRow: SourceLine] = [:]
        for row in records.payments.sorted(by: { $0.source < $1.source }) {
            var key = row
            key.source = SourceLine(file: 0, line: 0)
            if let first = counted[key] {
                twinRows[row.source.file, default: 0] += 1
                findings.append(
                    Finding(
                        .rowTwin,
                        employer: row.employer,
                        month: row.month,
                        source: row.source,
                        detail: .sameAs(first)
                    )
                )
                continue
            }
            counted[key] = row.source
            guard row.paid <= run.asOf, row.amount > .zero,
                !receiptCodes.contains(Code(employer: row.employer, code: row.billingCode))
            else { continue }
            if let month = row.month {
                unallocatedMonths.insert(EmployerMonth(employer: row.employer, month: month))
            }
            findings.append(
                Finding(
                    .unallocatedMoney,
                    employer: row.employer,
                    month: row.month,
                    source: row.source,
                    column: "jumlah",
                    detail: .amount(row.amount)
                )
            )
        }
    }
}
