/// A calendar day, without time or zone, counted from 1970-01-01.
struct Day: Hashable, Sendable {
    let number: Int

    init(number: Int) {
        self.number = number
    }

    init(year: Int, month: Int, day: Int) {
        // Days from civil, after Howard Hinnant: the year begins in March, so that the leap day is
        // last.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }
}

extension Day {
    /// The day as year, month and day of the month.
    var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The month that the day lies in.
    var month: Month {
        Month(year: civil.year, month: civil.month)
    }

    func advanced(by dayCount: Int) -> Day {
        Day(number: number + dayCount)
    }
}

// MARK: - Text

extension Day: CustomStringConvertible, ExpressibleByStringLiteral {
    var description: String {
        let (year, month, day) = civil
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    /// Writes a day of a scenario as it stands in its files, `"2026-08-18"`.
    init(stringLiteral text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        precondition(parts.count == 3, "\(text) is not a day")
        self.init(year: parts[0], month: parts[1], day: parts[2])
        precondition(description == text, "\(text) is not in the calendar")
    }
}

extension Day: Comparable {
    static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }
}

/// Writes a number below 100 with two digits.
func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}
