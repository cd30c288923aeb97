/// What a settlement reads: the records, who the workers are, and the rules.
///
/// A class, like what it holds, because every worker of every thread reads it.
package final class SettlementContext: Sendable {
    let records: Records
    /// The payroll rows that a later version replaces; empty for none.
    let isReplaced: [Bool]
    let directory: WorkerDirectory
    let employerMonths: EmployerMonths
    let policy: Policy
    let run: RunDates

    init(
        records: Records,
        isReplaced: [Bool],
        directory: WorkerDirectory,
        employerMonths: EmployerMonths,
        policy: Policy,
        run: RunDates
    ) {
        self.records = records
        self.isReplaced = isReplaced
        self.directory = directory
        self.employerMonths = employerMonths
        self.policy = policy
        self.run = run
    }
}
