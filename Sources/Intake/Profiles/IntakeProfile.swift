/// How one layout of HR's files is read: which column is what, what the lines around the table say,
/// and where it ends.
///
/// A profile declares; it does not compute. It is written as YAML (see `Shipped/`), and what it
/// leaves open, such as how amounts are written, is decided from the values of the file.
package struct IntakeProfile: Sendable {
    /// A short name, for `--profile` and messages.
    package var name: String
    /// What the layout is, in one line.
    package var title: String
    package var kind: InputKind
    /// The headings of each column, in the order of the profile.
    package var columns: [ProfileColumn]
    /// Headings that belong to the layout and that no rule reads.
    var ignoredHeadings: Set<Heading> = []
    /// Headings by which the layout is told from others; all of them must be there.
    var markers: [Heading] = []
    /// How many lines the header takes up; the headings of a column are joined from top to bottom.
    var headerLines = 1
    /// Labels of the lines above the table.
    var titleLabels: [TitleField: [Heading]] = [:]
    /// Cells that the layout does not have, with the value that every row gets.
    var constants: [Column: String] = [:]
    /// The first words of a line that ends the table.
    var endWords: [Heading] = []
    /// The first words of lines inside the table that are no rows, such as a page number.
    var skippedWords: [Heading] = []
    /// What lines with a single name in the first cell give to the rows below, from the outermost
    /// group inwards.
    var groups: [Column] = []
    /// Whether a name may go on in the name column of the line below.
    var wrapsNames = false
    /// How numeric dates are written, where the layout says so.
    var dateOrder: DateOrder?
    /// Whether rows are identified by employee number, so that an employee list must go with it.
    var joinsEmployees = false
    /// Whether headings other than the profile's own are taken by their synonyms.
    var usesSynonyms = true
}

/// A column of a profile.
package struct ProfileColumn: Sendable {
    package var role: ColumnRole
    /// As written in the profile, for messages and drafts.
    package var spellings: [String]
    var headings: Set<Heading>
    package var isRequired: Bool

    init(role: ColumnRole, spellings: [String], isRequired: Bool) {
        self.role = role
        self.spellings = spellings
        self.isRequired = isRequired
        headings = Set(spellings.map { Heading($0) })
    }
}

/// What the lines above a table say of all its rows.
enum TitleField: String, CaseIterable, Sendable {
    case npp
    case blth
}

/// In which order a numeric date names its day and month.
package enum DateOrder: String, CaseIterable, Sendable {
    case dayFirst = "hari-bulan"
    case monthFirst = "bulan-hari"
}
