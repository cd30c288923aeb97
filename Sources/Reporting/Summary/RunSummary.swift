package import Contributions

/// A run in figures: what the page, the JSON and the terminal say of it.
///
/// Amounts come from the totals by employer and month, which tie; counts from one pass over the
/// workers. Nothing in it is rounded, and the same outcome gives the same summary.
package struct RunSummary: Sendable {
    package let run: RunDates
    package let policy: Policy
    /// The first and last month that any payroll or ledger names.
    package let months: ClosedRange<ContributionMonth>?
    /// The newest month whose due date has passed.
    package let newestPastDue: ContributionMonth?

    /// In the order of the NPP.
    package let employers: [EmployerSummary]
    package let statuses: Tally<WorkerStatus>
    /// By the cause that decides.
    package let causes: Tally<Cause>
    /// The causes that hold beside it.
    package let otherCauses: Tally<Cause>

    /// By programme and side, compared as the rules of each month say.
    package let tieOut: TieOut
    /// The lump sums of the employers that paid any.
    package let payments: [PaymentTotals]
    package let isTied: Bool
    /// The employers' months whose bridge does not close: a bug of ours, never hidden.
    package let untied: [UntiedMonth]
    /// The worker-months by `status_iuran`, only those that occur.
    package let monthStatuses: [StatusTotals]

    package let ageing: Ageing
    package let lateFee: Rupiah
    /// By day and employer.
    package let upcoming: [UpcomingInactivity]
    /// The first of those who turn inactive next, by day, NPP and KPJ.
    package let nextInactive: [ListedWorker]
    /// The first of those who are estimated inactive, by day, NPP and KPJ.
    package let inactive: [ListedWorker]
    /// The gravest first, then the most frequent.
    package let findings: [FindingCount]
    /// What HR must enter in SIPP.
    package let mutations: MutationCounts
    /// Who turns inactive when the next due date passes and nothing comes, of all employers; nil
    /// for nobody.
    package let forecast: UpcomingInactivity?
}

/// An employer's month whose totals do not tie.
package struct UntiedMonth: Sendable {
    package let employer: UInt32
    package let month: ContributionMonth
    package let unexplainedDue: Rupiah
    package let unexplainedReceipts: Rupiah
}

/// How often a finding was made.
package struct FindingCount: Sendable {
    package let code: FindingCode
    package let count: Int

    /// The codes that occur, the gravest first, then the most frequent.
    static func ordered(_ tally: Tally<FindingCode>) -> [FindingCount] {
        FindingCode.allCases
            .compactMap { tally[$0] > 0 ? FindingCount(code: $0, count: tally[$0]) : nil }
            .sorted { left, right in
                if left.code.severity != right.code.severity {
                    return left.code.severity > right.code.severity
                }
                return left.count != right.count
                    ? left.count > right.count : left.code.rawValue < right.code.rawValue
            }
    }
}

// MARK: - Adding up

extension RunSummary {
    /// Adds up a run; `otherFindings` are those of reading the files, which the outcome
    /// does not hold.
    package init(_ outcome: Outcome, otherFindings: [Finding] = []) {
        run = outcome.run
        policy = outcome.policy
        let reachOfMonths = Self.months(of: outcome)
        months = reachOfMonths
        let newestPastDue = Self.newestPastDue(outcome, reachOfMonths)
        self.newestPastDue = newestPastDue

        let tally = WorkerTally(outcome, otherFindings)
        employers = EmployerSummary.all(of: outcome, tally, newestPastDue)
        statuses = employers.reduce(into: Tally()) { $0 += $1.statuses }
        causes = employers.reduce(into: Tally()) { $0 += $1.causes }
        otherCauses = tally.otherCauses
        ageing = employers.reduce(into: Ageing(limits: policy.ageingLimits)) { $0 += $1.ageing }
        lateFee = employers.reduce(.zero) { $0 + $1.lateFee }

        let tieOut = outcome.tieOut
        self.tieOut = tieOut
        isTied = outcome.isTied
        untied = outcome.totals.filter { !$0.tieOut.isTied }.map {
            UntiedMonth(
                employer: $0.employer,
                month: $0.month,
                unexplainedDue: $0.tieOut.unexplainedDue.total,
                unexplainedReceipts: $0.tieOut.unexplainedReceipts.total
            )
        }
        payments = outcome.payments
        monthStatuses = Self.monthStatuses(outcome)

        upcoming = tally.upcoming.values.sorted { ($0.day, $0.employer) < ($1.day, $1.employer) }
        nextInactive = Self.listed(tally.nextInactive, outcome)
        inactive = Self.listed(tally.inactive, outcome)
        findings = FindingCount.ordered(
            employers.reduce(into: tally.findingsAlone) { $0 += $1.findings }
        )
        mutations = employers.reduce(into: MutationCounts()) { $0 += $1.mutations }
        forecast = employers.compactMap(\.forecast).reduce(nil) { sum, next in
            guard var sum else { return next }
            sum.add(next)
            return sum
        }
    }

    private static func months(of outcome: Outcome) -> ClosedRange<ContributionMonth>? {
        guard let first = outcome.totals.map(\.month).min(),
            let last = outcome.totals.map(\.month).max()
        else { return nil }
        return first...last
    }

    /// The newest month up to as-of whose due date has passed, as far as rows reach back.
    private static func newestPastDue(
        _ outcome: Outcome,
        _ months: ClosedRange<ContributionMonth>?
    ) -> ContributionMonth? {
        guard let first = months?.lowerBound else { return nil }
        var month = outcome.run.asOf.month
        while month >= first {
            if outcome.employerMonths.rules(month).due < outcome.run.asOf { return month }
            month = month.advanced(by: -1)
        }
        return nil
    }

    private static func monthStatuses(_ outcome: Outcome) -> [StatusTotals] {
        var sums: [MonthStatus: StatusTotals] = [:]
        for totals in outcome.totals {
            for status in totals.byStatus {
                guard var sum = sums[status.status] else {
                    sums[status.status] = status
                    continue
                }
                sum.workerMonths += status.workerMonths
                sum.due += status.due
                sum.billed += status.billed
                sum.received += status.received
                sums[status.status] = sum
            }
        }
        return MonthStatus.allCases.compactMap { sums[$0] }
    }

    private static func listed(
        _ candidates: [WorkerTally.Candidate],
        _ outcome: Outcome
    ) -> [ListedWorker] {
        candidates.map { candidate in
            let batch = outcome.batches[Int(candidate.batch)]
            let worker = batch.workers[Int(candidate.place)]
            let employer = outcome.workers[Int(worker.worker)].employer
            let label = EmployerLabel(employer, in: outcome)
            let forecast = outcome.forecast(of: worker, batch.months(of: worker))
            return ListedWorker(worker, label, in: outcome, forecast: forecast)
        }
    }
}

// MARK: - Reading

extension RunSummary {
    /// The sentence that every page must carry.
    package var caveat: String { Caveat.text(run.asOf) }

    package var workerCount: Int { statuses.total }

    /// What is outstanding (`tunggakan`).
    package var arrears: Rupiah { tieOut.outstanding.total }

    /// The employers that owe something, those that owe most first.
    package var employersByArrears: [EmployerSummary] {
        employers.filter(\.owesSomething).sorted { left, right in
            left.arrears != right.arrears
                ? left.arrears > right.arrears : left.employer < right.employer
        }
    }

    /// The findings of one severity.
    package func findingCount(_ severity: Severity) -> Int {
        findings.reduce(0) { $0 + ($1.code.severity == severity ? $1.count : 0) }
    }
}

/// The sentence that every page and letter must carry.
package enum Caveat {
    package static func text(_ asOf: Day) -> String {
        "Perkiraan berdasarkan data yang diterima sampai \(DateText.long(asOf)); "
            + "bukan penetapan BPJS Ketenagakerjaan."
    }
}
