/// A contribution month (BLTH), counted from the year 0.
struct Month: Hashable, Sendable {
    let number: Int

    init(number: Int) {
        self.number = number
    }

    init(year: Int, month: Int) {
        number = year * 12 + month - 1
    }
}

extension Month {
    var year: Int { number / 12 }

    /// The month of the year, 1 to 12.
    var ordinal: Int { number % 12 + 1 }

    var firstDay: Day {
        Day(year: year, month: ordinal, day: 1)
    }

    /// A day of the month by its ordinal, which has to exist.
    func day(_ ordinal: Int) -> Day {
        firstDay.advanced(by: ordinal - 1)
    }

    var next: Month { self + 1 }

    static func + (month: Month, count: Int) -> Month {
        Month(number: month.number + count)
    }

    static func - (month: Month, count: Int) -> Month {
        Month(number: month.number - count)
    }
}

// MARK: - Ranges

extension Month: Strideable {
    func distance(to other: Month) -> Int {
        other.number - number
    }

    func advanced(by count: Int) -> Month {
        self + count
    }
}

// MARK: - Text

extension Month: CustomStringConvertible, ExpressibleByStringLiteral {
    var description: String {
        "\(year)-\(padded(ordinal))"
    }

    /// Reads `YYYY-MM`; `nil` when `text` is anything else.
    init?(parsing text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 7, parts.count == 2, parts[0].utf8.count == 4,
            let year = Int(parts[0]), let month = Int(parts[1]),
            year >= 1_000, (1...12).contains(month)
        else { return nil }
        self.init(year: year, month: month)
    }

    init(stringLiteral text: String) {
        guard let month = Month(parsing: text) else {
            preconditionFailure("\(text) is not a month")
        }
        self = month
    }
}
