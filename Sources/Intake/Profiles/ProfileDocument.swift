private import Yams

/// Why a profile cannot be used; in English, for whoever writes profiles.
package struct ProfileProblem: Error, CustomStringConvertible, Sendable {
    package var description: String

    init(_ description: String) {
        self.description = description
    }
}

extension IntakeProfile {
    /// Reads a profile from YAML.
    ///
    /// - Parameters:
    ///   - yaml: The text of the profile.
    ///   - source: What to call it in messages.
    /// - Throws: ``ProfileProblem`` naming the key, what was found and what was expected.
    package init(yaml: String, source: String) throws(ProfileProblem) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw ProfileProblem("\(source) is not valid YAML: \(error)")
        }
        guard let mapping = root?.mapping else {
            throw ProfileProblem("\(source): expected a list of `key: value`")
        }
        var reader = ProfileReader()
        for (keyNode, value) in mapping {
            let key = keyNode.string ?? ""
            do throws(ProfileProblem) {
                try reader.set(key, value)
            } catch {
                throw ProfileProblem("\(source): \(key): \(error.description)")
            }
        }
        do throws(ProfileProblem) {
            self = try reader.finished()
        } catch {
            throw ProfileProblem("\(source): \(error.description)")
        }
    }
}

/// Gathers the keys of a profile.
private struct ProfileReader {
    private var profile = IntakeProfile(name: "", title: "", kind: .payroll, columns: [])
    private var hasKind = false
    private var required: [ColumnRole] = []

    private static let knownKeys =
        "nama, judul, jenis, kolom, wajib, penanda, abaikan, baris_judul, di_atas, isi, akhir, lewati, "
        + "kelompok, nama_bersambung, tanggal, gabung_karyawan and sinonim"

    mutating func set(_ key: String, _ value: Node) throws(ProfileProblem) {
        switch key {
        case "nama": profile.name = try text(value)
        case "judul": profile.title = try text(value)
        case "jenis":
            guard let kind = InputKind(rawValue: try text(value)) else {
                let known = InputKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw ProfileProblem("found \(shown(value)), expected one of \(known)")
            }
            profile.kind = kind
            hasKind = true
        case "kolom": try setColumns(value)
        case "wajib": for name in try texts(value) { required.append(try role(name)) }
        case "penanda": profile.markers = try headings(value)
        case "abaikan": profile.ignoredHeadings = Set(try headings(value))
        case "baris_judul": profile.headerLines = try int(value, 1...3)
        case "di_atas": try setTitleLabels(value)
        case "isi": try setConstants(value)
        case "akhir": profile.endWords = try headings(value)
        case "lewati": profile.skippedWords = try headings(value)
        case "kelompok":
            for name in try texts(value) { profile.groups.append(try column(name)) }
        case "nama_bersambung": profile.wrapsNames = try bool(value)
        case "tanggal":
            guard let order = DateOrder(rawValue: try text(value)) else {
                throw ProfileProblem("found \(shown(value)), expected hari-bulan or bulan-hari")
            }
            profile.dateOrder = order
        case "gabung_karyawan": profile.joinsEmployees = try bool(value)
        case "sinonim": profile.usesSynonyms = try bool(value)
        default: throw ProfileProblem("unknown key; known are \(Self.knownKeys)")
        }
    }

    mutating func finished() throws(ProfileProblem) -> IntakeProfile {
        guard !profile.name.isEmpty, hasKind, !profile.columns.isEmpty else {
            throw ProfileProblem("nama, jenis and kolom must be given")
        }
        for index in profile.columns.indices {
            profile.columns[index].isRequired = required.contains(profile.columns[index].role)
        }
        for (field, labels) in profile.titleLabels {
            profile.titleLabels[field] = labels + field.commonLabels.filter { !labels.contains($0) }
        }
        for role in required where !profile.columns.contains(where: { $0.role == role }) {
            throw ProfileProblem("wajib: \(role.name) is not among kolom")
        }
        return profile
    }
}

// MARK: - Keys

extension ProfileReader {
    private mutating func setColumns(_ value: Node) throws(ProfileProblem) {
        guard let mapping = value.mapping else {
            throw ProfileProblem("expected columns with headings, such as `kpj: [No KPJ]`")
        }
        for (keyNode, value) in mapping {
            let role = try role(keyNode.string ?? "")
            profile.columns.append(
                ProfileColumn(role: role, spellings: try texts(value), isRequired: false)
            )
        }
    }

    private mutating func setTitleLabels(_ value: Node) throws(ProfileProblem) {
        guard let mapping = value.mapping else {
            throw ProfileProblem("expected labels, such as `npp: [NPP]`")
        }
        for (keyNode, value) in mapping {
            guard let field = keyNode.string.flatMap(TitleField.init) else {
                throw ProfileProblem("found \(shown(keyNode)), expected npp or blth")
            }
            profile.titleLabels[field] = try headings(value)
        }
    }

    private mutating func setConstants(_ value: Node) throws(ProfileProblem) {
        guard let mapping = value.mapping else {
            throw ProfileProblem("expected columns with values, such as `jp_tenaga_kerja: 0`")
        }
        for (keyNode, value) in mapping {
            profile.constants[try column(keyNode.string ?? "")] = try text(value)
        }
    }

    private func role(_ name: String) throws(ProfileProblem) -> ColumnRole {
        guard let role = ColumnRole(name: name) else {
            throw ProfileProblem("unknown column \"\(name)\"")
        }
        return role
    }

    private func column(_ name: String) throws(ProfileProblem) -> Column {
        guard let column = Column(name: name) else {
            throw ProfileProblem("unknown column \"\(name)\"")
        }
        return column
    }

    private func headings(_ value: Node) throws(ProfileProblem) -> [Heading] {
        try texts(value).map { Heading($0) }
    }

    private func texts(_ value: Node) throws(ProfileProblem) -> [String] {
        if let text = value.scalar?.string { return [text] }
        guard let sequence = value.sequence else {
            throw ProfileProblem("expected a text or a list of texts")
        }
        var texts: [String] = []
        for node in sequence { texts.append(try text(node)) }
        return texts
    }

    private func text(_ value: Node) throws(ProfileProblem) -> String {
        guard let text = value.scalar?.string else { throw ProfileProblem("expected a text") }
        return text
    }

    private func int(_ value: Node, _ range: ClosedRange<Int>) throws(ProfileProblem) -> Int {
        guard let number = value.int, range.contains(number) else {
            throw ProfileProblem(
                "found \(shown(value)), expected a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    private func bool(_ value: Node) throws(ProfileProblem) -> Bool {
        switch value.scalar?.string {
        case "ya", "true": return true
        case "tidak", "false": return false
        default: throw ProfileProblem("found \(shown(value)), expected ya or tidak")
        }
    }

    private func shown(_ value: Node) -> String {
        value.scalar.map { "\"\($0.string)\"" } ?? "a list"
    }
}
