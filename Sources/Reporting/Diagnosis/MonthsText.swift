internal import Contributions

/// Several months in words.
enum MonthsText {
    /// The months as part of a sentence: `bulan Juli dan September 2026`, `bulan Juli sampai
    /// Oktober 2026`, or their number where a list would be too long.
    static func text(_ months: [ContributionMonth]) -> String {
        guard let first = months.first, let last = months.last else { return "" }
        if months.count > 3, last.months(since: first) == months.count - 1 {
            return "bulan \(range(first, last))"
        }
        if months.count > 6 {
            return "\(months.count) bulan antara \(DateText.long(first)) dan "
                + DateText.long(last)
        }
        let names = months.map { month in
            first.year == last.year && month != last ? DateText.name(month) : DateText.long(month)
        }
        if names.count == 1 { return "bulan \(names[0])" }
        let joint = names.count == 2 ? " dan " : ", dan "
        return "bulan \(names.dropLast().joined(separator: ", "))\(joint)\(names[names.count - 1])"
    }

    private static func range(_ first: ContributionMonth, _ last: ContributionMonth) -> String {
        let start = first.year == last.year ? DateText.name(first) : DateText.long(first)
        return "\(start) sampai \(DateText.long(last))"
    }
}
