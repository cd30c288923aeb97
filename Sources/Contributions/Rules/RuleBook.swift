/// The law in figures, as tables: no rate, cap or date stands in the code.
///
/// The tables are embedded in the binary as CSV and replaceable by settings; every row carries its
/// legal basis.
package struct RuleBook: Sendable {
    package var rates: [RateRule]
    package var pensionCaps: [PensionCapRule]
    package var pensionAges: [PensionAgeRule]
    package var reliefs: [ReliefRule]
    package var dueDates: [DueDateRule]
    package var lateFees: [LateFeeRule]
    package var comparisons: [ComparisonRule]
    package var sizes: [SizeRule]
    package var holidays: [HolidayRule]

    package init(
        rates: [RateRule],
        pensionCaps: [PensionCapRule],
        pensionAges: [PensionAgeRule],
        reliefs: [ReliefRule],
        dueDates: [DueDateRule],
        lateFees: [LateFeeRule],
        comparisons: [ComparisonRule],
        sizes: [SizeRule],
        holidays: [HolidayRule]
    ) {
        self.rates = rates
        self.pensionCaps = pensionCaps
        self.pensionAges = pensionAges
        self.reliefs = reliefs
        self.dueDates = dueDates
        self.lateFees = lateFees
        self.comparisons = comparisons
        self.sizes = sizes
        self.holidays = holidays
    }
}

/// The months a rule holds for.
package struct Validity: Hashable, Sendable {
    package var from: ContributionMonth
    /// The last month, or nil while the rule is in force.
    package var through: ContributionMonth?

    package init(from: ContributionMonth, through: ContributionMonth? = nil) {
        self.from = from
        self.through = through
    }

    package func contains(_ month: ContributionMonth) -> Bool {
        month >= from && through.map { month <= $0 } ?? true
    }
}

/// The rate of one share, in percent of the wage; JKK has one row per risk class.
package struct RateRule: Sendable {
    package var share: Share
    /// The risk class of the employer, for JKK.
    package var riskClass: Int?
    package var rate: Rate
    package var validity: Validity
    package var legalBasis: String

    package init(share: Share, riskClass: Int?, rate: Rate, validity: Validity, legalBasis: String)
    {
        self.share = share
        self.riskClass = riskClass
        self.rate = rate
        self.validity = validity
        self.legalBasis = legalBasis
    }
}

/// The wage up to which JP is owed.
package struct PensionCapRule: Sendable {
    package var cap: Rupiah
    package var validity: Validity
    package var legalBasis: String

    package init(cap: Rupiah, validity: Validity, legalBasis: String) {
        self.cap = cap
        self.validity = validity
        self.legalBasis = legalBasis
    }
}

/// The age at which JP ends, in full years on the first day of the month.
package struct PensionAgeRule: Sendable {
    package var age: Int
    /// How many years longer a worker may elect to stay (`jp_lanjut`).
    package var electableYears: Int
    package var validity: Validity
    package var legalBasis: String

    package init(age: Int, electableYears: Int, validity: Validity, legalBasis: String) {
        self.age = age
        self.electableYears = electableYears
        self.validity = validity
        self.legalBasis = legalBasis
    }
}

/// A relief: what part of the normal rate is owed.
package struct ReliefRule: Sendable {
    /// Who has the relief.
    package enum Beneficiary: String, Sendable {
        case everyone = "semua"
        case labourIntensive = "padat_karya"
        case pensionDeferring = "penundaan_jp"
    }

    package var programme: Programme
    package var beneficiary: Beneficiary
    /// What is left of the rate.
    package var part: Rate
    /// Whether the rest is only deferred: more than the relieved amount, up to the full one, is not
    /// paid too much.
    package var isDeferral: Bool
    package var validity: Validity
    package var legalBasis: String

    package init(
        programme: Programme,
        beneficiary: Beneficiary,
        part: Rate,
        isDeferral: Bool,
        validity: Validity,
        legalBasis: String
    ) {
        self.programme = programme
        self.beneficiary = beneficiary
        self.part = part
        self.isDeferral = isDeferral
        self.validity = validity
        self.legalBasis = legalBasis
    }
}

/// The day of the next month on which a month is due, and where it moves on a day off.
package struct DueDateRule: Sendable {
    package var day: Int
    package var shift: DueDateShift
    package var validity: Validity
    package var legalBasis: String

    package init(day: Int, shift: DueDateShift, validity: Validity, legalBasis: String) {
        self.day = day
        self.shift = shift
        self.validity = validity
        self.legalBasis = legalBasis
    }
}

/// The late fee for each month that has started.
package struct LateFeeRule: Sendable {
    package var rate: Rate
    package var validity: Validity
    package var legalBasis: String

    package init(rate: Rate, validity: Validity, legalBasis: String) {
        self.rate = rate
        self.validity = validity
        self.legalBasis = legalBasis
    }
}

/// The months in which JKK, JKM and JKP are compared together.
package struct ComparisonRule: Sendable {
    package var joinsJKM: Bool
    package var validity: Validity
    package var legalBasis: String

    package init(joinsJKM: Bool, validity: Validity, legalBasis: String) {
        self.joinsJKM = joinsJKM
        self.validity = validity
        self.legalBasis = legalBasis
    }
}

/// The programmes that are compulsory for an employer of a size.
package struct SizeRule: Sendable {
    package var size: EmployerSize
    package var programmes: ProgrammeSet
    package var legalBasis: String

    package init(size: EmployerSize, programmes: ProgrammeSet, legalBasis: String) {
        self.size = size
        self.programmes = programmes
        self.legalBasis = legalBasis
    }
}

/// A day off.
package struct HolidayRule: Sendable {
    package var day: Day
    /// Whether it is cuti bersama, which by default does not shift a due date.
    package var isCollectiveLeave: Bool
    package var legalBasis: String

    package init(day: Day, isCollectiveLeave: Bool, legalBasis: String) {
        self.day = day
        self.isCollectiveLeave = isCollectiveLeave
        self.legalBasis = legalBasis
    }
}
