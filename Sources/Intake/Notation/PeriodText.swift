internal import Contributions

/// To which month a pay period over two months belongs; the employer says so.
package enum PeriodMonth: String, CaseIterable, Sendable {
    /// The month in which the period begins.
    case first = "awal"
    /// The month in which it ends.
    case last = "akhir"
}

/// A contribution month or pay period as files write it: `05-2026`, `Mei 2026`, `202605`,
/// `01-05-2026`, `21 Apr 2026 s/d 20 Mei 2026`.
///
/// A date inside a month, such as the `Start Date` 2026-04-21 of a salary slip, begins a period
/// that ends in the next month: it is no contribution month by itself.
enum PeriodText: Hashable {
    case month(ContributionMonth)
    /// A pay period over two months.
    case period(from: ContributionMonth, to: ContributionMonth)

    init?(_ text: String) {
        if let period = Self.range(text) {
            self = period
        } else if let month = Self.month(text) {
            self = .month(month)
        } else if let period = Self.beginning(text) {
            self = period
        } else {
            return nil
        }
    }

    /// The contribution month; nil for a period over two months of which nobody says which counts.
    func month(_ choice: PeriodMonth?) -> ContributionMonth? {
        switch self {
        case .month(let month): month
        case .period(let first, let last):
            choice.map { $0 == .first ? first : last }
        }
    }

    private static let rangeWords = [
        " s/d ", " s.d. ", " s.d ", " sd ", " to ", " sampai ", " hingga ", " - ", " – ",
    ]

    private static func range(_ text: String) -> PeriodText? {
        let spaced = " \(text.lowercased()) "
        for word in rangeWords {
            // "05 - 2026" has the same dash between spaces: a range has a date on both sides.
            guard let (left, right) = split(spaced, at: word) else { continue }
            let end = day(right)
            guard let to = end?.month ?? month(right),
                let from = day(left)?.month ?? month(left) ?? end.flatMap({ start(left, $0) })
            else { continue }
            // "21 - 20 Mei 2026" says too little; a quarter or a period that ends before it begins
            // is nobody's month.
            switch to.months(since: from) {
            case 0: return .month(from)
            case 1: return .period(from: from, to: to)
            default: return nil
            }
        }
        return nil
    }

    /// The month of a beginning that leaves out what the end says: `1 - 31 Oktober 2026`,
    /// `26 Sep - 25 Okt 2026`.
    private static func start(_ text: String, _ end: Day) -> ContributionMonth? {
        let parts = trimmed(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let first = parts.first, let date = number(first), (1...31).contains(date) else {
            return nil
        }
        let (year, endMonth, endDate) = end.civil
        // "21 - 20 Mei" says too little.
        if parts.count == 1 { return date <= endDate ? end.month : nil }
        guard parts.count == 2, let named = MonthNames.month(parts[1]) else { return nil }
        return month(year: named > endMonth ? year - 1 : year, named)
    }

    private static func split(_ text: String, at word: String) -> (String, String)? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix(word) {
                let behind = text.index(index, offsetBy: word.count)
                return (String(text[..<index]), String(text[behind...]))
            }
            index = text.index(after: index)
        }
        return nil
    }

    /// A full date, read day first.
    private static func day(_ text: String) -> Day? {
        var trimmed = trimmed(text)
        let day = trimmed.withUTF8 { bytes in
            bytes.isEmpty ? nil : DateText(bytes, isBirth: false).day(.dayFirst)
        }
        guard let day = day ?? nil, !day.isAbsent else { return nil }
        return plausible(day.month) == nil ? nil : day
    }

    /// What a single date says: its month on the first or last day, else a period that begins on it
    /// and ends in the next month.
    private static func beginning(_ text: String) -> PeriodText? {
        guard let day = day(text) else { return nil }
        let month = day.month
        let isWhole = day == month.day(1) || day == month.day(31)
        return isWhole ? .month(month) : .period(from: month, to: month.advanced(by: 1))
    }

    private static func month(_ text: String) -> ContributionMonth? {
        let parts = trimmed(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        switch parts.count {
        case 1:
            guard parts[0].count == 6, let number = number(parts[0]) else { return nil }
            return month(year: number / 100, number % 100)
        case 2:
            if let name = MonthNames.month(parts[0]), let year = year(parts[1]) {
                return month(year: year, name)
            }
            guard let first = number(parts[0]), let second = number(parts[1]) else { return nil }
            if parts[0].count == 4, parts[1].count <= 2 { return month(year: first, second) }
            if parts[1].count == 4, parts[0].count <= 2 { return month(year: second, first) }
            return nil
        default: return nil
        }
    }

    private static func month(year: Int, _ month: Int) -> ContributionMonth? {
        guard year > 0, year < 2700, (1...12).contains(month) else { return nil }
        return plausible(ContributionMonth(year: year, month: month))
    }

    private static func plausible(_ month: ContributionMonth) -> ContributionMonth? {
        ContributionMonth.plausibleYears.contains(month.year) ? month : nil
    }

    private static func year(_ text: String) -> Int? {
        guard let number = number(text) else { return nil }
        if text.count == 4 { return number }
        return text.count == 2 ? 2000 + number : nil
    }

    private static func number(_ text: String) -> Int? {
        text.allSatisfy { $0.isASCII && $0.isNumber } && text.count <= 8 ? Int(text) : nil
    }

    private static func trimmed(_ text: String) -> String {
        let spaces: Set<Character> = [" ", "\t", "\u{A0}", "\n", "\r"]
        var slice = text[...]
        while let first = slice.first, spaces.contains(first) { slice = slice.dropFirst() }
        while let last = slice.last, spaces.contains(last) { slice = slice.dropLast() }
        return String(slice)
    }
}
