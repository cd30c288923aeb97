/// What the employers file says of an employer from a month on.
package struct EmployerRow: Sendable {
    /// The employer's place in ``Records/employers``.
    package var employer: UInt32
    package var name: String
    /// The risk class of JKK, 1 to 5 (PP 82/2019, Lampiran I); always given, never derived.
    package var riskClass: Int
    /// The first month the row holds for; nil from the beginning.
    package var from: ContributionMonth?
    package var size: EmployerSize?
    /// The registered programmes; empty follows the size.
    package var programmes: ProgrammeSet
    /// Whether the employer is labour-intensive (PP 7/2025, PP 36/2025).
    package var isLabourIntensive: Bool
    /// Whether the employer defers JP (PP 49/2020).
    package var defersJP: Bool
    /// The group of companies the employer belongs to; empty for none.
    package var group: String
    package var source: SourceLine

    package init(
        employer: UInt32,
        name: String,
        riskClass: Int,
        from: ContributionMonth? = nil,
        size: EmployerSize? = nil,
        programmes: ProgrammeSet = [],
        isLabourIntensive: Bool = false,
        defersJP: Bool = false,
        group: String = "",
        source: SourceLine
    ) {
        self.employer = employer
        self.name = name
        self.riskClass = riskClass
        self.from = from
        self.size = size
        self.programmes = programmes
        self.isLabourIntensive = isLabourIntensive
        self.defersJP = defersJP
        self.group = group
        self.source = source
    }
}

/// The size of an employer (skala usaha), which decides the compulsory programmes.
package enum EmployerSize: String, CaseIterable, Sendable {
    case large = "besar"
    case medium = "menengah"
    case small = "kecil"
    case micro = "mikro"
}
