package import Contributions

/// Days and months in Bahasa Indonesia.
package enum DateText {
    private static let monthNames = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ]

    /// The day as people write it: `22 November 2026`.
    package static func long(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(number) \(monthNames[month - 1]) \(year)"
    }

    /// The day in a table: `22 Nov 2026`.
    package static func short(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(number) \(abbreviation(month)) \(year)"
    }

    /// The month as people write it: `November 2026`.
    package static func long(_ month: ContributionMonth) -> String {
        "\(monthNames[month.month - 1]) \(month.year)"
    }

    /// The month without its year: `November`.
    package static func name(_ month: ContributionMonth) -> String { monthNames[month.month - 1] }

    /// The month in a table: `Nov 2026`.
    package static func short(_ month: ContributionMonth) -> String {
        "\(abbreviation(month.month)) \(month.year)"
    }

    private static func abbreviation(_ month: Int) -> String {
        String(monthNames[month - 1].prefix(3))
    }
}
