/// What is wrong with a NIK in itself.
package enum NIKFault: Hashable, Sendable {
    /// It is not 16 digits.
    case notSixteenDigits
    /// Its date part is no day of the calendar.
    case impossibleDate
    /// Its serial number is 0000, as after Excel's cut to 15 digits.
    case serialZero
    /// Its date part contradicts the birth date.
    case contradictsBirthDate
    /// Its day is that of the other sex.
    case contradictsSex
}

extension NIK {
    /// The first fault of the number, or nil.
    ///
    /// A NIK is PPRRDD + ddmmyy (day + 40 for women) + serial from 0001. An unknown region is no
    /// fault: region codes retire, and the number keeps that of its first issue.
    ///
    /// - Parameters:
    ///   - birth: The birth date, if known.
    ///   - person: What is known of the person's sex.
    /// - Returns: The first fault, or nil.
    package func fault(birth: Day, person: PersonMarks = .none) -> NIKFault? {
        guard text.digitCount == 16 else { return .notSixteenDigits }
        let value = text.decimalValue
        let serial = value % 10_000
        let year = Int(value / 10_000 % 100)
        let month = Int(value / 1_000_000 % 100)
        let markedDay = Int(value / 100_000_000 % 100)
        let day = markedDay > 40 ? markedDay - 40 : markedDay
        let inLastCentury = Day(year: 1900 + year, month: month, day: day)
        let inThisCentury = Day(year: 2000 + year, month: month, day: day)
        guard inLastCentury != nil || inThisCentury != nil else { return .impossibleDate }
        guard serial != 0 else { return .serialZero }
        // Hardly anybody was born in another century, or on another day than his NIK says.
        if let birth = birth.ifPresent, birth != inLastCentury, birth != inThisCentury {
            let birth = birth.civil
            let agrees = birth.day == day && birth.month == month && birth.year % 100 == year
            guard agrees else { return .contradictsBirthDate }
        }
        let otherSex = markedDay > 40 ? PersonMarks.male : .female
        return person.contains(otherSex) ? .contradictsSex : nil
    }
}
