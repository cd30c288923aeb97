/// What becomes of a worker in arrears when due dates pass and nothing comes, and which money
/// prevents that: a row of `akan_nonaktif.csv`.
///
/// A membership turns inactive with the month that makes the run of unpaid months as long as the
/// threshold (`ambang_nonaktif_bulan`). The run stays shorter when one of its months is settled in
/// full; the oldest one is meant, because that is what BPJS settles first with money that names no
/// bill. A part payment would end the run by our count too, but nobody should rely on it.
package struct InactivityForecast: Sendable {
    /// The months of the run, oldest first.
    package let run: [ContributionMonth]
    /// The month that would make the run long enough.
    package let decidingMonth: ContributionMonth
    /// The last day on which money prevents it: the due date of the deciding month.
    package let payBy: Day
    /// What prevents it: what is short in the oldest month of the run; nothing where it cannot
    /// happen.
    package let preventing: Rupiah
    /// What is short in all his months that are past due (`tunggakan`).
    package let arrears: Rupiah
    /// What is still to come for the months that fall due up to that day; nil where payroll does
    /// not tell yet.
    package let current: Rupiah?
    /// Why it cannot happen on that day whatever comes.
    package let exemption: Exemption?
    /// The first month after the run of which nobody knows yet whether it was paid.
    package let monthWithoutData: ContributionMonth?

    /// Why a run does not grow although nothing comes.
    package enum Exemption: Hashable, Sendable {
        /// Money for a month after the run is there already.
        case paidAlready(ContributionMonth)
        /// Payroll says that nothing is due for a month.
        case nothingDue(ContributionMonth)
        /// He left before a month whose payroll has not come.
        case hasLeft(Day)
    }

    /// What makes him whole up to that day, as far as it is known, apart from the late fee.
    package var whole: Rupiah { arrears + (current ?? .zero) }
}

extension Outcome {
    /// What will become of a worker in arrears; nil of all others.
    package func forecast(
        of worker: WorkerOutcome,
        _ months: Slice<MonthList>
    ) -> InactivityForecast? {
        guard worker.status == .inArrears, !worker.inactiveOn.isAbsent else { return nil }
        let run = months.unpaidRun
        guard let first = run.first, let last = run.last else { return nil }
        let deciding = last.month.advanced(by: policy.inactiveAfterMonths - run.count)
        let payBy = worker.inactiveOn.advanced(by: -1)
        let coming = ComingMonths(
            worker,
            of: workers[Int(worker.worker)].employer,
            months,
            after: last.month,
            through: deciding,
            employerMonths,
            policy
        )
        return InactivityForecast(
            run: run.map(\.month),
            decidingMonth: deciding,
            payBy: payBy,
            preventing: coming.exemption == nil ? months.base[first.index].shortTotal : .zero,
            arrears: worker.arrears,
            current: coming.isKnown ? coming.amount : nil,
            exemption: coming.exemption,
            monthWithoutData: coming.monthWithoutData
        )
    }

    /// The month whose due date passes next, on the as-of day or after it.
    package var nextDue: MonthRules { employerMonths.nextDue(onOrAfter: run.asOf) }
}

/// The months behind a run, up to the one that would make it long enough.
private struct ComingMonths {
    /// What is still to come for those that are not past due.
    var amount = Rupiah.zero
    /// Whether payroll tells of all that are not past due.
    var isKnown = true
    var exemption: InactivityForecast.Exemption?
    var monthWithoutData: ContributionMonth?

    init(
        _ worker: WorkerOutcome,
        of employer: UInt32,
        _ months: Slice<MonthList>,
        after last: ContributionMonth,
        through deciding: ContributionMonth,
        _ employerMonths: EmployerMonths,
        _ policy: Policy
    ) {
        let end = worker.endOfService
        var month = last.advanced(by: 1)
        while month <= deciding {
            if let own = months.newest(where: { $0.month == month && $0.hasPayroll }) {
                add(own, employerMonths.rules(month), policy)
            } else if employerMonths.cell(employer, month).hasPayroll {
                exempt(.nothingDue(month))
            } else if let end = end.ifPresent, end.month < month {
                exempt(.hasLeft(end))
            } else {
                isKnown = false
            }
            month = month.advanced(by: 1)
        }
    }

    private mutating func add(_ month: MonthOutcome, _ rules: MonthRules, _ policy: Policy) {
        if month.due.total == .zero { return exempt(.nothingDue(month.month)) }
        if month.isPastDue {
            if monthWithoutData == nil { monthWithoutData = month.month }
            return
        }
        amount += month.missing(rules, policy)
        if month.hasMoney { exempt(.paidAlready(month.month)) }
    }

    private mutating func exempt(_ exemption: InactivityForecast.Exemption) {
        if self.exemption == nil { self.exemption = exemption }
    }
}

extension WorkerOutcome {
    /// The newest day on which payroll or the register says that he left.
    var endOfService: Day { max(payrollEnd, registerEnd) }
}

extension MonthOutcome {
    /// What is short of it, whether its due date has passed or not; shares within the tolerance are
    /// not short.
    fileprivate func missing(_ rules: MonthRules, _ policy: Policy) -> Rupiah {
        let difference =
            due.compared(joiningJKM: rules.joinsJKM)
            - received.compared(joiningJKM: rules.joinsJKM)
        return difference.exceeding(policy.tolerance.perShare).total
    }
}
