/// Which days are working days, as far as the calendar of public holidays reaches.
package struct WorkingDays: Sendable {
    private let holidays: Set<Day>
    /// The last year for which holidays are known.
    package let lastKnownYear: Int

    /// Creates a calendar from public holidays; Saturdays and Sundays need not be listed.
    package init(holidays: Set<Day>, lastKnownYear: Int) {
        self.holidays = holidays
        self.lastKnownYear = lastKnownYear
    }

    package func isWorkingDay(_ day: Day) -> Bool {
        !day.isWeekend && !holidays.contains(day)
    }

    /// The day itself or the nearest working day in a direction.
    package func nearest(to day: Day, _ direction: DueDateShift) -> Day {
        var shifted = day
        while !isWorkingDay(shifted) {
            shifted = shifted.advanced(by: direction == .after ? 1 : -1)
        }
        return shifted
    }
}

/// Where a due date moves that falls on a day off.
package enum DueDateShift: String, Sendable {
    /// To the next working day, the rule (PP 44/2015, PP 45/2015, PP 46/2015).
    case after = "sesudah"
    /// To the working day before, under PP 49/2020.
    case before = "sebelum"
}
