/// The profiles that a file is compared with.
package struct ProfileCatalogue: Sendable {
    /// With their headings looked up once for all files.
    let indices: [ProfileIndex]
    /// Every heading that a profile spells.
    let spellings: Set<Heading>

    package var profiles: [IntakeProfile] { indices.map(\.profile) }

    /// The profiles that come with the program, and those of a user.
    ///
    /// - Parameter added: Profiles that take precedence over a shipped one of the same name.
    package init(adding added: [IntakeProfile] = []) {
        let names = Set(added.map(\.name))
        indices =
            added.map { ProfileIndex($0) }
            + Self.shippedIndices.filter { !names.contains($0.profile.name) }
        spellings = Set(indices.flatMap(\.spellings))
    }

    /// The profiles that come with the program and no other.
    package static let shippedOnly = ProfileCatalogue()

    /// The profile of a name, or nil.
    package func profile(named name: String) -> IntakeProfile? {
        profiles.first { $0.name == name }
    }

    private static let shippedIndices = shipped.map { ProfileIndex($0) }

    /// The profiles that come with the program; parsed when a file first needs them.
    package static let shipped: [IntakeProfile] = {
        let sources: [(String, [UInt8])] = [
            ("f2a-cetak", PackageResources.f2a_cetak_yaml),
            ("f2a-lebar", PackageResources.f2a_lebar_yaml),
            ("f2a-impor", PackageResources.f2a_impor_yaml),
            ("formulir-2", PackageResources.formulir_2_yaml),
            ("jamsostek-2014", PackageResources.jamsostek_2014_yaml),
            ("sipp-upah", PackageResources.sipp_upah_yaml),
            ("sipp-keluar", PackageResources.sipp_keluar_yaml),
            ("sap", PackageResources.sap_yaml),
            ("restoran", PackageResources.restoran_yaml),
            ("sipp-csv", PackageResources.sipp_csv_yaml),
            ("odoo", PackageResources.odoo_yaml),
            ("frappe", PackageResources.frappe_yaml),
            ("karyawan", PackageResources.karyawan_yaml),
            ("ess-gaji", PackageResources.ess_gaji_yaml),
        ]
        let profiles = sources.map { name, bytes in
            do {
                return try IntakeProfile(
                    yaml: String(decoding: bytes, as: UTF8.self),
                    source: "\(name).yaml"
                )
            } catch {
                preconditionFailure("a shipped profile cannot be read: \(error)")
            }
        }
        return profiles + InputKind.canonicalKinds.map(IntakeProfile.canonical)
    }()
}

extension IntakeProfile {
    /// The canonical columns in a spreadsheet's dress: another delimiter, `Rp`, local dates,
    /// headings by their synonyms.
    static func canonical(_ kind: InputKind) -> IntakeProfile {
        var profile = IntakeProfile(
            name: "baku-\(kind.rawValue)",
            title: "kolom baku \(kind.name)",
            kind: kind,
            columns: kind.columns.map { column in
                ProfileColumn(role: .column(column), spellings: [column.name], isRequired: false)
            }
        )
        profile.titleLabels = [
            .npp: [Heading("NPP")], .blth: [Heading("BLTH"), Heading("Periode")],
        ]
        profile.endWords = [Heading("Catatan"), Heading("Dicetak")]
        return profile
    }
}
