internal import DelimitedText

/// The cells of a line that may be a header, each read once for all profiles.
struct HeaderCells: Sendable {
    /// The cells as they stand, of several lines joined.
    let texts: [String]
    let headings: [Heading]
    /// What the headings mean in every layout.
    let synonyms: [ColumnRole?]

    init(_ texts: [String]) {
        self.texts = texts
        headings = texts.map { Heading($0) }
        synonyms = headings.map { $0.isEmpty ? nil : Synonyms.role(of: $0) }
    }

    /// A quick look at a line before it is compared with every profile: two of its cells must be
    /// headings to somebody.
    func isKnownTo(_ spellings: Set<Heading>) -> Bool {
        var known = 0
        for (heading, synonym) in zip(headings, synonyms) where !heading.isEmpty {
            guard synonym != nil || spellings.contains(heading) else { continue }
            known += 1
            if known == 2 { return true }
        }
        return false
    }
}

/// A profile by its headings: a lookup for each cell instead of a search.
struct ProfileIndex: Sendable {
    let profile: IntakeProfile
    private var byHeading: [Heading: ColumnRole] = [:]
    private let roles: Set<ColumnRole>

    private static let annotation = Heading(AnnotationColumn.name)

    init(_ profile: IntakeProfile) {
        self.profile = profile
        roles = Set(profile.columns.map(\.role))
        byHeading[Self.annotation] = .known
        for heading in profile.ignoredHeadings { byHeading[heading] = .known }
        for column in profile.columns.reversed() {
            for heading in column.headings { byHeading[heading] = column.role }
        }
    }

    /// The headings as the profile spells them.
    var spellings: some Collection<Heading> { byHeading.keys }

    /// The role of a heading, and how sure that is in thousandths.
    ///
    /// - Parameters:
    ///   - heading: A heading that is not empty.
    ///   - synonym: What it means in every layout.
    /// - Returns: The role, or nil where the profile does not know the heading.
    func role(of heading: Heading, synonym: ColumnRole?) -> (ColumnRole?, Int) {
        if let role = byHeading[heading] { return (role, 1000) }
        guard var role = synonym else { return (nil, 0) }
        // A column of this kind that the profile does not mention is read all the same: a payment
        // date or an end of service must not be lost because a layout is said not to have it.
        if case .column(let column) = role, !roles.contains(role),
            profile.kind.columns.contains(column)
        {
            return (role, 850)
        }
        guard profile.usesSynonyms else { return (nil, 0) }
        if role == .nikOrEmployeeNumber, !roles.contains(role) {
            guard roles.contains(.column(.nik)) else { return (nil, 0) }
            // Two columns of which one is called NIK: the values decide which number it holds.
            role = roles.contains(.column(.noPegawai)) ? .nikOrEmployeeNumber : .column(.nik)
        }
        if (role == .unsidedJHT && roles.contains(.column(.jhtPemberiKerja)))
            || (role == .unsidedJP && roles.contains(.column(.jpPemberiKerja)))
            || role == .nikOrEmployeeNumber || roles.contains(role)
        {
            return (role, 850)
        }
        return (nil, 0)
    }
}
