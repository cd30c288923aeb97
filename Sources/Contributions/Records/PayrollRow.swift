/// A row of a payroll: what an employer says a worker earned in a month.
package struct PayrollRow: Sendable, BitwiseCopyable {
    /// The employer's place in ``Records/employers``.
    package var employer: UInt32
    package var month: ContributionMonth
    /// The worker's own programmes; empty follows the employer.
    package var programmes: ProgrammeSet
    package var marks: PayrollMarks
    package var kpj: KPJ
    package var nik: NIK
    /// Upah + rapel, the base of the contribution.
    package var base: Rupiah
    /// What was cut from the pay for JHT, when stated.
    package var cutJHT: Rupiah
    /// What was cut from the pay for JP, when stated.
    package var cutJP: Rupiah
    package var birth: Day
    package var joined: Day
    package var left: Day
    package var contacts: Contacts
    package var name: TextReference
    package var employeeNumber: TextReference
    package var unit: TextReference
    package var source: SourceLine
    /// Stands for the cells that are not kept: two rows that agree in this and in everything above
    /// but the source are the same row twice.
    package var residue: UInt64

    package init(
        employer: UInt32,
        month: ContributionMonth,
        programmes: ProgrammeSet = .none,
        marks: PayrollMarks = .none,
        kpj: KPJ = .absent,
        nik: NIK = .absent,
        base: Rupiah,
        cutJHT: Rupiah = .zero,
        cutJP: Rupiah = .zero,
        birth: Day = .absent,
        joined: Day = .absent,
        left: Day = .absent,
        contacts: Contacts = .none,
        name: TextReference = .absent,
        employeeNumber: TextReference = .absent,
        unit: TextReference = .absent,
        source: SourceLine,
        residue: UInt64 = 0
    ) {
        self.employer = employer
        self.month = month
        self.programmes = programmes
        self.marks = marks
        self.kpj = kpj
        self.nik = nik
        self.base = base
        self.cutJHT = cutJHT
        self.cutJP = cutJP
        self.birth = birth
        self.joined = joined
        self.left = left
        self.contacts = contacts
        self.name = name
        self.employeeNumber = employeeNumber
        self.unit = unit
        self.source = source
        self.residue = residue
    }

    /// Whether the month lies within the service that the row itself states.
    ///
    /// The months of joining and leaving owe the whole month; pay in a later or earlier month,
    /// such as a final settlement, owes nothing.
    package var isWithinService: Bool {
        // From its first to its last day a month is cheaper to tell than the month of a day.
        if !left.isAbsent, left < month.day(1) { return false }
        if !joined.isAbsent, joined > month.day(31) { return false }
        return true
    }

    /// Whether two rows agree in every canonical field.
    package func isTwin(of other: PayrollRow, in texts: TextStore) -> Bool {
        residue == other.residue && month == other.month && kpj == other.kpj && nik == other.nik
            && base == other.base && marks == other.marks && programmes == other.programmes
            && cutJHT == other.cutJHT && cutJP == other.cutJP && birth == other.birth
            && joined == other.joined && left == other.left && texts.areEqual(name, other.name)
            && texts.areEqual(employeeNumber, other.employeeNumber)
            && texts.areEqual(unit, other.unit)
    }
}

/// What a payroll row says beside its amounts.
public struct PayrollMarks: OptionSet, Hashable, Sendable, BitwiseCopyable {
    /// The marks as bits.
    public let rawValue: UInt8

    /// Creates marks from their bits.
    @inlinable
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// No mark; named, because an empty literal of an option set is built at run time.
    @inlinable public static var none: PayrollMarks { PayrollMarks(rawValue: 0) }
    /// The worker elects to stay in JP past pension age (`jp_lanjut`).
    @inlinable public static var electsJP: PayrollMarks { PayrollMarks(rawValue: 1) }
    /// The row states the cut for JHT.
    @inlinable public static var statesJHTCut: PayrollMarks { PayrollMarks(rawValue: 2) }
    /// The row states the cut for JP.
    @inlinable public static var statesJPCut: PayrollMarks { PayrollMarks(rawValue: 4) }
    /// The row states a cut; a raw value, because a literal of both is built at run time.
    @inlinable public static var statesAnyCut: PayrollMarks { PayrollMarks(rawValue: 6) }
}
