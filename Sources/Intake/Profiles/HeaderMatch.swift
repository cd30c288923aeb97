/// How well a header fits a profile.
struct HeaderMatch: Sendable {
    let profile: IntakeProfile
    /// The role of each cell; nil for a heading that nobody knows.
    let roles: [ColumnRole?]
    /// The headings as they stand, of several lines joined.
    let headings: [String]
    /// What is wanted and missing; empty for a profile that can read the file.
    let missing: [String]
    /// Headings that name a column a second time, so that nobody can say which one counts.
    let repeated: [String]
    /// How sure the match is, in thousandths: seven parts how exactly the required headings are
    /// spelled, three parts how many of the header's cells the profile knows.
    let score: Int
    /// How many of the required columns the header has, in thousandths; for naming the nearest
    /// profile in a refusal.
    let nearness: Int

    /// A match below this is not trusted: synonyms alone do not read a table most of whose headings
    /// nobody knows.
    static let weakScore = 650
    /// A lead smaller than this is a tie.
    static let tieMargin = 20

    /// - Parameters:
    ///   - header: The cells of the header.
    ///   - index: The profile that they are compared with.
    ///   - given: Columns that the user or the lines above the table give.
    init(_ header: HeaderCells, _ index: ProfileIndex, given: Set<Column>) {
        let profile = index.profile
        self.profile = profile
        headings = header.texts
        var found: [(ColumnRole?, Int)] = zip(header.headings, header.synonyms).map {
            $0.isEmpty ? (nil, 0) : index.role(of: $0, synonym: $1)
        }
        repeated = Self.dropDoubtful(&found, header.texts)
        let roles = found.map(\.0)
        self.roles = roles
        let filled = header.texts.count { !$0.isEmpty }
        let known = found.reduce(0) { $0 + $1.1 }
        var weights: [ColumnRole: Int] = [:]
        var counts: [ColumnRole: Int] = [:]
        for case (let role?, let weight) in found {
            counts[role, default: 0] += 1
            weights[role] = max(weights[role] ?? 0, weight)
        }
        missing =
            Self.missing(profile, counts, given)
            + profile.markers.filter { !header.headings.contains($0) }.map(\.words)
        let required = profile.columns.filter(\.isRequired)
        let wanted =
            required.isEmpty ? profile.columns.filter { weights[$0.role] != nil } : required
        let exactness =
            wanted.isEmpty ? 0 : wanted.reduce(0) { $0 + (weights[$1.role] ?? 0) } / wanted.count
        score = filled == 0 ? 0 : (7 * exactness + 3 * known / filled) / 10
        let groups = required.isEmpty ? profile.kind.requiredColumns.count : required.count
        let lacking =
            missing.count + profile.titleLabels.keys.count { counts[.column($0.column)] == nil }
        let stated = required.isEmpty ? groups - lacking : required.count { counts[$0.role] != nil }
        nearness = max(0, stated) * 1000 / max(1, groups)
    }

    /// Of several columns of one meaning those count that are spelled as the profile has it.
    ///
    /// - Returns: The headings of columns that leave it open which one counts.
    private static func dropDoubtful(
        _ found: inout [(ColumnRole?, Int)],
        _ headings: [String]
    ) -> [String] {
        var repeated: [String] = []
        for role in Set(found.compactMap(\.0)) where role != .known {
            let places = found.indices.filter { found[$0].0 == role }
            guard places.count > role.columnCount else { continue }
            let exact = places.filter { found[$0].1 == 1000 }
            if exact.count == role.columnCount {
                for place in places where found[place].1 < 1000 { found[place] = (nil, 0) }
            } else {
                repeated += places.map { headings[$0] }
            }
        }
        return repeated.sorted()
    }

    /// What the kind of file or the profile wants and neither the header nor anything else gives.
    private static func missing(
        _ profile: IntakeProfile,
        _ counts: [ColumnRole: Int],
        _ given: Set<Column>
    ) -> [String] {
        var present = given.union(profile.constants.keys)
        for (role, count) in counts {
            switch role {
            case .column(let column): present.insert(column)
            case .nikOrEmployeeNumber: present.formUnion([.nik, .noPegawai])
            case .unsidedJHT where count == 2:
                present.formUnion([.jhtPemberiKerja, .jhtTenagaKerja])
            case .unsidedJP where count == 2: present.formUnion([.jpPemberiKerja, .jpTenagaKerja])
            case .unsidedJHT, .unsidedJP, .known: break
            }
        }
        for field in profile.titleLabels.keys { present.insert(field.column) }
        if profile.joinsEmployees { present.insert(.kpj) }
        let missing = profile.columns.filter { column in
            guard column.isRequired, counts[column.role] == nil else { return false }
            if case .column(let wanted) = column.role { return !present.contains(wanted) }
            return true
        }
        // What the profile wants is named once, by its heading.
        for case .column(let column) in missing.map(\.role) { present.insert(column) }
        return missing.map { $0.spellings.first ?? $0.role.name }
            + profile.kind.missingColumns(in: present)
    }

    /// Whether two matches would read the file alike.
    func readsLike(_ other: HeaderMatch) -> Bool {
        profile.kind == other.profile.kind && roles == other.roles
    }
}

extension TitleField {
    /// What every layout calls the field.
    var commonLabels: [Heading] {
        switch self {
        case .npp:
            ["NPP", "No NPP", "Nomor Pendaftaran", "Nomor Pendaftaran Perusahaan"]
                .map { Heading($0) }
        case .blth:
            ["BLTH", "Bln-Thn", "Bulan", "Bulan Tahun", "Bulan Iuran", "Periode"]
                .map { Heading($0) }
        }
    }

    var column: Column {
        switch self {
        case .npp: .npp
        case .blth: .blth
        }
    }
}

/// The column that `iuran check --annotate` adds, and that is passed over when it comes back.
package enum AnnotationColumn {
    package static let name = "kesalahan"
}
