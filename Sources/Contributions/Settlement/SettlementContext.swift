/// What a settlement reads: the records, who the workers are, and the rules.
///
/// A class, like what it holds, because every worker of every thread reads it.
package final class SettlementContext: Sendable {
    let records: Records
    /// The payroll rows that a later version replaces; empty for none.
    let isReplaced: [Bool]
    let directory: WorkerDirectory
    let employerMonths: EmployerMonths
    /// The parts of lump sums that came to workers.
    let allocated: AllocatedReceipts
    let policy: Policy
    let run: RunDates

    init(
        records: Records,
        isReplaced: [Bool],
        directory: WorkerDirectory,
        employerMonths: EmployerMonths,
        allocated: AllocatedReceipts = .none,
        policy: Policy,
        run: RunDates
    ) {
        self.records = records
        self.isReplaced = isReplaced
        self.directory = directory
        self.employerMonths = employerMonths
        self.allocated = allocated
        self.policy = policy
        self.run = run
    }

    /// Whether anybody of an employer has a receipt of a month.
    func hasReceipt(_ employer: UInt32, _ month: ContributionMonth) -> Bool {
        employerMonths.cell(employer, month).hasReceipt
            || allocated.months.contains(EmployerMonth(employer: employer, month: month))
    }
}
