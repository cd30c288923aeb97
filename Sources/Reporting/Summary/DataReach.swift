package import Contributions

/// How far an employer's files reach, so that old data never look fresh.
package struct DataReach: Sendable {
    /// The first and last month with payroll.
    package let payroll: ClosedRange<ContributionMonth>?
    /// The first and last month with ledger rows.
    package let ledger: ClosedRange<ContributionMonth>?
    /// The newest payment day in the ledger, up to as-of.
    package let newestReceipt: Day?
    /// Whether any file says what was paid; without that an absence of money proves nothing.
    package let statesPayments: Bool
    package let hasRegister: Bool
    /// The nights in which the newest file of each kind came, where that is known.
    package let received: ReceivedNights
    /// The months that payroll and ledger lack up to the newest month past its due date.
    package let payrollLag: Int
    package let ledgerLag: Int
    /// Whether the ledger was made before the newest due date, and cannot tell what was paid by it.
    package let ledgerIsTooOld: Bool

    /// Compares an employer's files with the newest month whose due date has passed in the run.
    init(_ facts: EmployerFacts, newestPastDue: ContributionMonth?, due: Day?) {
        func lag(_ reach: ClosedRange<ContributionMonth>?) -> Int {
            guard let reach, let newestPastDue else { return 0 }
            return max(0, newestPastDue.months(since: reach.upperBound))
        }
        payroll = facts.payrollReach
        ledger = facts.ledgerReach
        newestReceipt = facts.newestReceipt
        statesPayments = facts.statesPayments
        hasRegister = facts.hasRegister
        received = facts.received
        payrollLag = lag(facts.payrollReach)
        ledgerLag = lag(facts.ledgerReach)
        ledgerIsTooOld = facts.hasLedger && facts.ledgerEnd < due ?? facts.ledgerEnd
    }
}

extension DataReach {
    static let oldLedger = "buku iuran lebih tua daripada jatuh tempo terbaru"

    /// What is missing or late, as phrases for people; empty when the data are up to date.
    package var gaps: [String] {
        var gaps: [String] = []
        func note(_ name: String, _ reach: ClosedRange<ContributionMonth>?, _ lag: Int) {
            if reach == nil {
                gaps.append("\(name) tidak ada")
            } else if lag > 0 {
                gaps.append("\(name) tertinggal \(lag) bulan")
            }
        }
        note("payroll", payroll, payrollLag)
        note("buku iuran", ledger, ledgerLag)
        if ledgerIsTooOld { gaps.append(Self.oldLedger) }
        if !statesPayments { gaps.append("pembayaran tidak dinyatakan") }
        if !hasRegister { gaps.append("daftar peserta tidak ada") }
        return gaps
    }

    /// How much is missing, for sorting: the larger, the less can be trusted.
    package var lagWeight: Int {
        let missing = 1200
        return (payroll == nil ? missing : payrollLag) + (ledger == nil ? missing : ledgerLag)
            + (ledgerIsTooOld ? 1 : 0) + (statesPayments ? 0 : missing) + (hasRegister ? 0 : 1)
    }
}
