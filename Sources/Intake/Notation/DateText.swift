internal import Contributions

/// A date as people and systems write it.
enum DateText: Equatable {
    /// `0000-00-00`, `99981231` or `01-01-2090`: systems' words for no date.
    case none
    case day(Day)
    /// Digits that are a day and a month in one order, or in both.
    case numeric(dayFirst: Day?, monthFirst: Day?)
    case unreadable

    /// - Parameters:
    ///   - cell: A cell without spaces around it, not empty.
    ///   - isBirth: Whether a year of two digits is a year of birth.
    init(_ cell: UnsafeBufferPointer<UInt8>, isBirth: Bool) {
        self = Self.read(cell, isBirth)
    }

    /// The day in an order; absent where there is none, nil where it is unreadable.
    func day(_ order: DateOrder) -> Day? {
        switch self {
        case .none: .absent
        case .day(let day): day
        case .numeric(let dayFirst, let monthFirst): order == .dayFirst ? dayFirst : monthFirst
        case .unreadable: nil
        }
    }

    /// From this year on a date means "no end".
    private static let openEndYear = 2090

    private static func read(_ cell: UnsafeBufferPointer<UInt8>, _ isBirth: Bool) -> DateText {
        guard let parts = DateParts(cell) else { return .unreadable }
        switch parts.count {
        case 1: return single(parts[0])
        case 3: return triple(parts, isBirth)
        default: return .unreadable
        }
    }

    /// `20261122`, or the days since 1899-12-30 in which a spreadsheet counts.
    private static func single(_ part: DateParts.Part) -> DateText {
        guard !part.isName else { return .unreadable }
        if part.digits == 8 {
            return ymd(part.value / 10_000, part.value / 100 % 100, part.value % 100)
        }
        if part.digits == 5, (10_000...73_050).contains(part.value) {
            // 25 569 is 1970-01-01.
            return .day(Day(number: Int32(part.value - 25_569)))
        }
        return .unreadable
    }

    private static func triple(_ parts: DateParts, _ isBirth: Bool) -> DateText {
        let (first, second, third) = (parts[0], parts[1], parts[2])
        if !first.isName, first.digits == 4, !third.isName, third.digits <= 2 {
            return ymd(first.value, second.value, third.value)
        }
        guard !third.isName, third.digits == 4 || third.digits == 2 else { return .unreadable }
        let year = third.digits == 4 ? third.value : century(third.value, isBirth)
        if second.isName, !first.isName, first.digits <= 2 {
            return ymd(year, second.value, first.value)
        }
        if first.isName, !second.isName, second.digits <= 2 {
            return ymd(year, first.value, second.value)
        }
        guard !first.isName, !second.isName, first.digits <= 2, second.digits <= 2 else {
            return .unreadable
        }
        if isNoDate(year, second.value, first.value) || isNoDate(year, first.value, second.value) {
            return .none
        }
        let dayFirst = Self.day(year, second.value, first.value)
        let monthFirst = Self.day(year, first.value, second.value)
        guard dayFirst != nil || monthFirst != nil else { return .unreadable }
        return .numeric(dayFirst: dayFirst, monthFirst: monthFirst)
    }

    private static func ymd(_ year: Int, _ month: Int, _ day: Int) -> DateText {
        if isNoDate(year, month, day) { return .none }
        return Self.day(year, month, day).map(DateText.day) ?? .unreadable
    }

    /// An open end is a day of the calendar all the same: `31051990` is none, and no date either.
    private static func isNoDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        year >= openEndYear
            ? Day(year: year, month: month, day: day) != nil : year == 0 && month == 0 && day == 0
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        guard year >= 1850, year < openEndYear else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// Nobody who works was born after 2015; other dates lie around today.
    private static func century(_ year: Int, _ isBirth: Bool) -> Int {
        year <= (isBirth ? 15 : 69) ? 2000 + year : 1900 + year
    }
}

/// The numbers and names of a date, up to three.
struct DateParts {
    struct Part {
        var value = 0
        var digits = 0
        var isName = false
    }

    private var parts = (Part(), Part(), Part())
    private(set) var count = 0

    subscript(index: Int) -> Part {
        switch index {
        case 0: parts.0
        case 1: parts.1
        default: parts.2
        }
    }

    /// Splits at separators; a time of day of zeros behind a date is dropped.
    init?(_ cell: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < cell.count {
            let byte = cell[index]
            if Self.isSeparator(byte) {
                index += 1
                continue
            }
            if count == 3 {
                guard Self.isMidnight(cell[index...]) else { return nil }
                return
            }
            let start = index
            if CellText.isDigit(byte) {
                var part = Part()
                while index < cell.count, CellText.isDigit(cell[index]) {
                    part.value = part.value * 10 + Int(cell[index] - UInt8(ascii: "0"))
                    part.digits += 1
                    index += 1
                    guard part.digits <= 8 else { return nil }
                }
                append(part)
            } else if Self.isLetter(byte) {
                while index < cell.count, Self.isLetter(cell[index]) { index += 1 }
                guard let month = MonthNames.month(cell[start..<index]) else { return nil }
                append(Part(value: month, digits: 0, isName: true))
            } else {
                return nil
            }
        }
    }

    private mutating func append(_ part: Part) {
        switch count {
        case 0: parts.0 = part
        case 1: parts.1 = part
        default: parts.2 = part
        }
        count += 1
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
    }

    /// `00:00`, `00:00:00` or `00:00:00.000`, also behind a `T`.
    ///
    /// Any other time may be a day shifted by a time zone: `17:00:00` is midnight in Jakarta.
    private static func isMidnight(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let time = rest.first == UInt8(ascii: "T") ? rest.dropFirst() : rest
        let isTime = time.allSatisfy {
            $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        }
        return isTime && time.contains(UInt8(ascii: ":"))
    }
}
