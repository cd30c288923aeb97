/// The rules of one contribution month, looked up once for all workers.
package struct MonthRules: Sendable {
    package let month: ContributionMonth
    package let due: Day
    /// Whether the calendar of holidays does not reach the due date.
    package let dueIsAssumed: Bool
    /// The wage up to which JP is owed; nil where no cap is known, which is never extrapolated.
    package let pensionCap: Rupiah?
    /// Who is born on this day or before has reached pension age on the first day of the month.
    private let pensionBirth: Day?
    /// Who is born on this day or before cannot elect to stay any more.
    private let lastElectingBirth: Day
    package let lateFee: Rate
    package let joinsJKM: Bool
    /// Whether the tables hold rates for the month.
    package let hasRates: Bool

    package init(_ month: ContributionMonth, book: RuleBook, workingDays: WorkingDays) {
        self.month = month
        let dueRule = book.dueDates.last { $0.validity.contains(month) }
        let unshifted = month.advanced(by: 1).day(dueRule?.day ?? 15)
        due = workingDays.nearest(to: unshifted, dueRule?.shift ?? .after)
        dueIsAssumed = due.civil.year > workingDays.lastKnownYear || dueRule == nil
        pensionCap = book.pensionCaps.last { $0.validity.contains(month) }?.cap
        let age = book.pensionAges.last { $0.validity.contains(month) }
        func day(yearsBefore years: Int) -> Day {
            Day(validYear: month.year - years, month: month.month, day: 1)
        }
        pensionBirth = age.map { day(yearsBefore: $0.age) }
        lastElectingBirth = day(yearsBefore: (age?.age ?? 0) + (age?.electableYears ?? 0))
        lateFee = book.lateFees.last { $0.validity.contains(month) }?.rate ?? .zero
        joinsJKM = book.comparisons.last { $0.validity.contains(month) }?.joinsJKM ?? false
        hasRates = book.rates.contains { $0.validity.contains(month) }
    }

    /// Whether a worker of that birth date owes JP this month.
    ///
    /// PP 45/2015 article 15. Age counts in full years on the first day of the month. Below pension
    /// age he is liable; for some years after it only if he elects so; later never. Without a birth
    /// date he is liable.
    package func owesPension(birth: Day, electsToStay: Bool) -> Bool {
        guard let birth = birth.ifPresent, let pensionBirth else { return true }
        if birth > pensionBirth { return true }
        return electsToStay && birth > lastElectingBirth
    }
}

extension RuleBook {
    /// The working days, with or without cuti bersama as days off.
    package func workingDays(collectiveLeaveShifts: Bool) -> WorkingDays {
        let days = holidays.filter { !$0.isCollectiveLeave || collectiveLeaveShifts }.map(\.day)
        return WorkingDays(
            holidays: Set(days),
            lastKnownYear: holidays.map(\.day.civil.year).max() ?? 0
        )
    }
}
