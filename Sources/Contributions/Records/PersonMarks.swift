/// What a row says of a person beside names and numbers.
public struct PersonMarks: OptionSet, Hashable, Sendable, BitwiseCopyable {
    /// The marks as bits.
    public let rawValue: UInt8

    /// Creates marks from their bits.
    @inlinable
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// No mark; named, because an empty literal of an option set is built at run time.
    @inlinable public static var none: PersonMarks { PersonMarks(rawValue: 0) }
    /// The number in place of the NIK is that of a passport.
    @inlinable public static var passport: PersonMarks { PersonMarks(rawValue: 1) }
    /// The row states the nationality of Indonesia.
    @inlinable public static var indonesian: PersonMarks { PersonMarks(rawValue: 2) }
    /// The row states another nationality.
    @inlinable public static var foreign: PersonMarks { PersonMarks(rawValue: 4) }
    /// The row states the sex.
    @inlinable public static var male: PersonMarks { PersonMarks(rawValue: 8) }
    /// The row states the sex.
    @inlinable public static var female: PersonMarks { PersonMarks(rawValue: 16) }
    /// What a row may state of a nationality.
    @inlinable public static var anyNationality: PersonMarks { PersonMarks(rawValue: 6) }
    /// What a row may state of a sex.
    @inlinable public static var anySex: PersonMarks { PersonMarks(rawValue: 24) }
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
