import Contributions

extension EmployerSummary {
    /// All employers of a run, in the order of the NPP.
    static func all(
        of outcome: Outcome,
        _ tally: WorkerTally,
        _ newestPastDue: ContributionMonth?
    ) -> [EmployerSummary] {
        let mutations = MutationCounts.byEmployer(outcome.mutations)
        let inactiveOn = outcome.nextDue.due.advanced(by: 1)
        var monthEnd = 0
        var workerEnd = 0
        return outcome.records.employers.indices.map { index in
            let employer = UInt32(index)
            let monthStart = monthEnd
            while monthEnd < outcome.totals.count, outcome.totals[monthEnd].employer == employer {
                monthEnd += 1
            }
            // Workers stand by employer, so the next employer's begin where these end.
            let workerStart = workerEnd
            workerEnd += tally.employers[employer]?.statuses.total ?? 0
            return summary(
                of: employer,
                outcome,
                tally.employers[employer] ?? EmployerTally(),
                newestPastDue,
                mutations[employer] ?? MutationCounts(),
                tally.upcoming[WorkerTally.UpcomingKey(day: inactiveOn, employer: employer)],
                months: monthStart..<monthEnd,
                workers: workerStart..<workerEnd
            )
        }
    }

    private static func summary(
        of employer: UInt32,
        _ outcome: Outcome,
        _ tally: EmployerTally,
        _ newestPastDue: ContributionMonth?,
        _ mutations: MutationCounts,
        _ forecast: UpcomingInactivity?,
        months: Range<Int>,
        workers: Range<Int>
    ) -> EmployerSummary {
        var tieOut = TieOut()
        var lateFee = Rupiah.zero
        var ageing = Ageing(limits: outcome.policy.ageingLimits)
        for totals in outcome.totals[months] {
            tieOut += totals.tieOut
            lateFee += totals.lateFee
            let due = outcome.employerMonths.rules(totals.month).due
            ageing.add(totals, age: startedMonths(from: due, to: outcome.run.asOf))
        }
        let label = EmployerLabel(employer, in: outcome)
        return EmployerSummary(
            employer: employer,
            npp: label.npp,
            name: label.name,
            statuses: tally.statuses,
            causes: tally.causes,
            findings: tally.findings,
            tieOut: tieOut,
            isTied: outcome.totals[months].allSatisfy(\.tieOut.isTied),
            lateFee: lateFee,
            ageing: ageing,
            reach: DataReach(
                outcome.employerMonths.facts[Int(employer)],
                newestPastDue: newestPastDue,
                due: newestPastDue.map { outcome.employerMonths.rules($0).due }
            ),
            mutations: mutations,
            forecast: forecast,
            months: months,
            workers: workers
        )
    }
}
