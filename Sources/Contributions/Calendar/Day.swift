/// A day of the Gregorian calendar, without time or zone.
public struct Day: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Days since 1970-01-01.
    public let number: Int32

    /// Creates a day from a count of days.
    @inlinable
    public init(number: Int32) {
        self.number = number
    }

    /// No day: records keep it inside the four bytes of a day.
    @inlinable
    public static var absent: Day { Day(number: .min) }

    /// Whether it is no day.
    @inlinable
    public var isAbsent: Bool {
        number == .min
    }

    /// The day, or nil when it is absent.
    @inlinable
    public var ifPresent: Day? {
        isAbsent ? nil : self
    }

    /// Whether both are the same day.
    @inlinable
    public static func == (left: Day, right: Day) -> Bool { left.number == right.number }

    /// Whether `left` is earlier.
    @inlinable
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// The day that is some days later.
    package func advanced(by days: Int) -> Day {
        Day(number: number + Int32(days))
    }

    /// The days from `other` to this day.
    package func days(since other: Day) -> Int {
        Int(number) - Int(other.number)
    }
}

// MARK: - Year, month, day

extension Day {
    /// Creates a day, or nil when the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard month >= 1, month <= 12, day >= 1,
            day <= 28 || day <= Self.dayCount(year: year, month: month)
        else {
            return nil
        }
        self.init(validYear: year, month: month, day: day)
    }

    /// Creates a day that is known to exist.
    ///
    /// The year is counted from March, so that the leap day is its last.
    init(validYear year: Int, month: Int, day: Int) {
        let isFromMarchOn = month > 2
        let marchYear = isFromMarchOn ? year : year &- 1
        let century = (marchYear >= 0 ? marchYear : marchYear &- 99) / 100
        let marchMonth = isFromMarchOn ? month &- 3 : month &+ 9
        let dayOfYear = (153 &* marchMonth &+ 2) / 5 &+ day &- 1
        // A shift divides by 4 and rounds down, as leap days before the year 0 need it.
        let leapDays = (marchYear >> 2) &- century &+ (century >> 2)
        // 1970-01-01 is day 719,468 when 0000-03-01 is day 0.
        self.init(number: Int32(marchYear &* 365 &+ leapDays &+ dayOfYear &- 719_468))
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Year, month from 1 and day from 1.
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The month this day is in.
    package var month: ContributionMonth {
        let (year, month, _) = civil
        return ContributionMonth(year: year, month: month)
    }

    /// The number of days in a month.
    package static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the day is a Saturday or a Sunday.
    package var isWeekend: Bool {
        // 1970-01-01 was a Thursday.
        let weekday = ((Int(number) + 4) % 7 + 7) % 7
        return weekday == 0 || weekday == 6
    }

    /// The same day some months later, or the last day of that month.
    package func advanced(byMonths months: Int) -> Day {
        let (year, month, day) = civil
        let target = ContributionMonth(year: year, month: month).advanced(by: months)
        let last = Day.dayCount(year: target.year, month: target.month)
        return Day(validYear: target.year, month: target.month, day: min(day, last))
    }

    /// The full years from this birth date to `day`.
    package func age(on day: Day) -> Int {
        let birth = civil
        let now = day.civil
        let hadBirthday = (now.month, now.day) >= (birth.month, birth.day)
        return now.year - birth.year - (hadBirthday ? 0 : 1)
    }
}

extension Day: CustomStringConvertible {
    /// The day as `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = civil
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

extension Day {
    /// Reads `YYYY-MM-DD`, and nothing else.
    package init?(iso text: String) {
        var text = text
        self.init(iso: text.withUTF8 { Array($0) }[...])
    }

    /// Reads the bytes of `YYYY-MM-DD`, and nothing else.
    package init?(iso bytes: ArraySlice<UInt8>) {
        let dash = UInt8(ascii: "-")
        let start = bytes.startIndex
        guard bytes.count == 10, bytes[start + 4] == dash, bytes[start + 7] == dash,
            let year = wholeNumber(bytes[start..<start + 4]),
            let month = wholeNumber(bytes[start + 5..<start + 7]),
            let day = wholeNumber(bytes[start + 8..<start + 10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension ContributionMonth {
    /// Reads `YYYY-MM`, and nothing else.
    package init?(iso text: String) {
        guard let day = Day(iso: text + "-01") else { return nil }
        self = day.month
    }
}

/// A number of digits only.
private func wholeNumber(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
}

/// The decimal digits of a number, with zeros in front.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
