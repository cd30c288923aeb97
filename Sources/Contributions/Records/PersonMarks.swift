/// What a row says of a person beside names and numbers.
package struct PersonMarks: OptionSet, Hashable, Sendable, BitwiseCopyable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// No mark; named, because an empty literal of an option set is built at run time.
    package static let none = PersonMarks(rawValue: .zero)
    /// The number in place of the NIK is that of a passport.
    package static let passport = PersonMarks(rawValue: 1)
    /// The row states the nationality of Indonesia.
    package static let indonesian = PersonMarks(rawValue: 2)
    /// The row states another nationality.
    package static let foreign = PersonMarks(rawValue: 4)
    package static let male = PersonMarks(rawValue: 8)
    package static let female = PersonMarks(rawValue: 16)
    /// What a row may state of a nationality.
    package static let anyNationality = PersonMarks(rawValue: 6)
    /// What a row may state of a sex.
    package static let anySex = PersonMarks(rawValue: 24)
}

extension PayrollMarks {
    /// The marks of a person stand behind those of the payroll itself.
    package init(_ person: PersonMarks) {
        self.init(rawValue: person.rawValue << 3)
    }

    /// What the row says of the person.
    package var person: PersonMarks { PersonMarks(rawValue: rawValue >> 3) }
}

extension PayrollRow {
    /// What the row says of the person.
    package var person: PersonMarks { marks.person }
}
