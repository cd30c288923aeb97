package import Contributions
private import Crypto
private import Foundation
package import Intake
internal import Yams

/// The settings of a run: what the law leaves open, and tables that replace the embedded ones.
package struct Settings: Sendable {
    package var policy = Policy()
    /// The bytes of replaced rule tables.
    package var tables: [RuleTable: [UInt8]] = [:]
    /// How files are read that leave something open.
    package var intake = IntakeOptions()
    /// What the nightly job does.
    package var night = NightSettings()
    /// What the diagnosis feed carries.
    package var feed = FeedSettings()
    /// The SHA-256 of each file that the settings were read from, by path.
    package private(set) var sources: [String: String] = [:]

    package init() {}

    /// Reads a YAML file; a missing key keeps its default.
    ///
    /// - Throws: A failure (exit 78) that names the key, what was found and what was expected.
    package static func read(_ path: String) throws(Failure) -> Settings {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.settings, "cannot read the settings file \(path)")
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: String(decoding: data, as: UTF8.self))
        } catch {
            throw Failure(.settings, "\(path) is not valid YAML: \(error)")
        }
        var settings = Settings()
        guard let root else { return settings }
        guard let mapping = root.mapping else {
            throw Failure(.settings, "\(path): expected a list of `key: value`")
        }
        settings.note(path, [UInt8](data))
        let folder = (path as NSString).deletingLastPathComponent
        for (keyNode, value) in mapping {
            let key = keyNode.string ?? ""
            do throws(SettingProblem) {
                try settings.set(key, value, folder: folder)
            } catch {
                throw Failure(.settings, "\(path): \(key): \(error.message)")
            }
        }
        do throws(SettingProblem) {
            try settings.requireKnownProfiles()
            try settings.requireVerifiableFeed()
        } catch {
            throw Failure(.settings, "\(path): \(error.message)")
        }
        return settings
    }
}

/// Why a setting cannot be used.
struct SettingProblem: Error {
    var message: String

    init(_ message: String) {
        self.message = message
    }
}

extension Settings {
    private mutating func set(
        _ key: String,
        _ value: Node,
        folder: String
    ) throws(SettingProblem) {
        switch key {
        case "ambang_nonaktif_bulan": policy.inactiveAfterMonths = try int(value, 1...24)
        case "toleransi": policy.tolerance = try tolerance(value)
        case "pembulatan":
            guard let unit = value.string.flatMap(RoundingUnit.init) else {
                throw SettingProblem("found \(shown(value)), expected sen or rupiah")
            }
            policy.rounding = unit
        case "cuti_bersama_menggeser":
            guard let flag = value.bool else {
                throw SettingProblem("found \(shown(value)), expected true or false")
            }
            policy.collectiveLeaveShifts = flag
        case "jp_warga_asing": policy.expectsJPOfForeigners = try yesOrNo(value)
        case "toleransi_potongan": policy.cutTolerance = try amount(value)
        case "hari_dipotong_tidak_disetor": policy.daysUntilCutIsSuspect = try int(value, 0...3650)
        case "umur_piutang_bulan": policy.ageingLimits = try limits(value)
        case "tenggat_mutasi": policy.mutationDeadline = try mutationDeadline(value)
        case "aturan": try setTables(value, folder)
        case "blth_periode": try setPeriodMonths(value)
        case "profil": try addProfiles(value, folder)
        case "berkas": try setFiles(value)
        default:
            if try setNight(key, value) { return }
            guard try setFeed(key, value, folder) else {
                throw SettingProblem(
                    "unknown key; known are ambang_nonaktif_bulan, toleransi, pembulatan, "
                        + "cuti_bersama_menggeser, jp_warga_asing, toleransi_potongan, "
                        + "hari_dipotong_tidak_disetor, umur_piutang_bulan, tenggat_mutasi, aturan, "
                        + "blth_periode, profil, berkas, "
                        + (FeedSettings.keys + NightSettings.keys).joined(separator: ", ")
                )
            }
        }
    }

    /// Notes that a file has a say in the settings.
    mutating func note(_ path: String, _ bytes: [UInt8]) {
        sources[path] = SHA256.hash(data: bytes).hexadecimal
    }

    func shown(_ value: Node) -> String {
        value.string.map { "\"\($0)\"" } ?? "a list"
    }

    func yesOrNo(_ value: Node) throws(SettingProblem) -> Bool {
        switch value.string {
        case "ya": return true
        case "tidak": return false
        default:
            guard let flag = value.bool else {
                throw SettingProblem("found \(shown(value)), expected ya or tidak")
            }
            return flag
        }
    }

    /// A path that a setting names, from the folder of the settings.
    func path(_ name: String, below folder: String) -> String {
        name.hasPrefix("/") ? name : (folder as NSString).appendingPathComponent(name)
    }

    func int(_ value: Node, _ range: ClosedRange<Int>) throws(SettingProblem) -> Int {
        guard let number = value.int, range.contains(number) else {
            throw SettingProblem(
                "found \(shown(value)), expected a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// An amount is read as text, so that it never passes through floating point.
    private func amount(_ value: Node) throws(SettingProblem) -> Rupiah {
        var text = value.string ?? ""
        guard let amount = text.withUTF8({ CellValue.amount($0) }), amount >= .zero else {
            throw SettingProblem("found \(shown(value)), expected rupiah such as 1.00")
        }
        return amount
    }

    private func tolerance(_ value: Node) throws(SettingProblem) -> Tolerance {
        guard let mapping = value.mapping else { return Tolerance(uniform: try amount(value)) }
        var tolerance = policy.tolerance
        for (keyNode, value) in mapping {
            let key = keyNode.string ?? ""
            if key == "umum" {
                tolerance.general = try amount(value)
                continue
            }
            guard let share = Share.allCases.first(where: { $0.column == key }) else {
                throw SettingProblem("unknown share \"\(key)\", expected jkk, jht_tenaga_kerja, …")
            }
            tolerance.perShare[share] = try amount(value)
        }
        return tolerance
    }

    private func limits(_ value: Node) throws(SettingProblem) -> [Int] {
        let limits = value.sequence?.map { $0.int ?? 0 } ?? []
        let isRising = zip([0] + limits, limits).allSatisfy { $0 < $1 }
        guard limits.count == 3, isRising else {
            throw SettingProblem("expected three rising numbers of months such as [3, 6, 12]")
        }
        return limits
    }

    private func mutationDeadline(_ value: Node) throws(SettingProblem) -> MutationDeadline {
        if value.string == MutationDeadline.nextDueDate.code { return .nextDueDate }
        guard let days = value.int, (0...366).contains(days) else {
            throw SettingProblem(
                "found \(shown(value)), expected jatuh_tempo or days after the event from 0 to 366"
            )
        }
        return .daysAfterEvent(days)
    }

    private mutating func setTables(_ value: Node, _ folder: String) throws(SettingProblem) {
        guard let mapping = value.mapping else {
            throw SettingProblem("expected table names with files, such as `hari_libur: libur.csv`")
        }
        for (keyNode, value) in mapping {
            guard let table = keyNode.string.flatMap(RuleTable.init) else {
                let known = RuleTable.allCases.map(\.rawValue).joined(separator: ", ")
                throw SettingProblem("unknown table \(shown(keyNode)), expected \(known)")
            }
            let path = path(value.string ?? "", below: folder)
            guard let data = FileManager.default.contents(atPath: path) else {
                throw SettingProblem("cannot read \(path)")
            }
            tables[table] = [UInt8](data)
            note(path, [UInt8](data))
        }
    }
}
