/// A contribution month (BLTH, bulan-tahun): the month a contribution is owed for.
public struct ContributionMonth: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Months since the year 0: `year * 12 + month - 1`.
    public let number: Int16

    /// Creates a month from a count of months.
    @inlinable
    public init(number: Int16) {
        self.number = number
    }

    /// Creates a month; `month` counts from 1.
    @inlinable
    public init(year: Int, month: Int) {
        self.init(number: Int16(year * 12 + month - 1))
    }

    /// The year.
    @inlinable
    public var year: Int { Int(number) / 12 }

    /// The month of the year, from 1.
    @inlinable
    public var month: Int { Int(number) % 12 + 1 }

    /// Whether both are the same month.
    @inlinable
    public static func == (left: ContributionMonth, right: ContributionMonth) -> Bool {
        left.number == right.number
    }

    /// Whether `left` is earlier.
    @inlinable
    public static func < (left: ContributionMonth, right: ContributionMonth) -> Bool {
        left.number < right.number
    }

    /// The month that is some months later.
    package func advanced(by months: Int) -> ContributionMonth {
        ContributionMonth(number: number + Int16(months))
    }

    /// The months from `other` to this month.
    package func months(since other: ContributionMonth) -> Int {
        Int(number) - Int(other.number)
    }

    /// A day of this month; past its end, the last day.
    package func day(_ day: Int) -> Day {
        Day(
            validYear: year,
            month: month,
            day: min(day, Day.dayCount(year: year, month: month))
        )
    }

    /// The years a file may name; outside them a month is a typing error.
    @inlinable
    package static var plausibleYears: ClosedRange<Int> { 1990...2099 }
}

extension ContributionMonth: CustomStringConvertible {
    /// The month as `YYYY-MM`.
    public var description: String {
        "\(padded(year, 4))-\(padded(month, 2))"
    }
}
