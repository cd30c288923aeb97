private import Contributions
private import Foundation
internal import Intake
internal import Yams

// Settings about files: pay periods, profiles, and what is known of files by their name.

extension Settings {
    /// `blth_periode: akhir` for all, or `blth_periode: {"12345678": awal}` by NPP.
    mutating func setPeriodMonths(_ value: Node) throws(SettingProblem) {
        guard let mapping = value.mapping else {
            intake.hints.periodMonth = try periodMonth(value)
            return
        }
        for (npp, value) in mapping {
            intake.hints.periodMonths[try self.npp(npp)] = try periodMonth(value)
        }
    }

    /// `profil: profil-kami/` or a list of YAML files and folders.
    mutating func addProfiles(_ value: Node, _ folder: String) throws(SettingProblem) {
        let names = value.sequence.map { $0.compactMap(\.string) } ?? [value.string ?? ""]
        let paths = names.map { name in
            self.path(name, below: folder)
        }
        do throws(Failure) {
            for file in try IntakeOptions.profileFiles(at: paths) {
                note(file, [UInt8](FileManager.default.contents(atPath: file) ?? Data()))
            }
            intake.add(try IntakeOptions.profiles(at: paths))
        } catch {
            throw SettingProblem(error.description)
        }
    }

    /// What is known of files by their name.
    ///
    /// `berkas: [{nama: "braga/*.csv", npp: "27014563", blth_periode: akhir, profil: restoran}]`
    mutating func setFiles(_ value: Node) throws(SettingProblem) {
        guard let entries = value.sequence else {
            throw SettingProblem("expected a list of entries with `nama` and what is known")
        }
        for entry in entries {
            guard let mapping = entry.mapping, let pattern = mapping["nama"]?.scalar?.string else {
                throw SettingProblem("every entry needs `nama`, such as \"braga/*.csv\"")
            }
            var hints = IntakeHints()
            for (keyNode, value) in mapping {
                switch keyNode.string {
                case "nama": continue
                case "npp": hints.npp = try npp(value)
                case "blth": hints.month = try month(value)
                case "blth_periode": hints.periodMonth = try periodMonth(value)
                case "tanggal": hints.dateOrder = try dateOrder(value)
                case "profil": hints.profile = value.scalar?.string
                default:
                    throw SettingProblem(
                        "unknown key \(shown(keyNode)) of \(pattern); known are nama, npp, blth, "
                            + "blth_periode, tanggal and profil"
                    )
                }
            }
            intake.byName.append(IntakeOptions.NamedHints(pattern: pattern, hints: hints))
        }
    }

    /// Entries may come before the profiles they name, so this is asked when all is read.
    func requireKnownProfiles() throws(SettingProblem) {
        let names = intake.byName.compactMap(\.hints.profile)
        guard !names.isEmpty else { return }
        let catalogue = intake.catalogue()
        for name in names where catalogue.profile(named: name) == nil {
            let known = catalogue.profiles.map(\.name).joined(separator: ", ")
            throw SettingProblem("no profile \"\(name)\"; known are \(known)")
        }
    }

    func npp(_ value: Node) throws(SettingProblem) -> [UInt8] {
        var text = value.scalar?.string ?? ""
        guard text.withUTF8({ CellValue.npp($0) }) != nil else {
            throw SettingProblem(
                "found \(shown(value)), expected an NPP of 6 to 10 digits or capital letters"
            )
        }
        return Array(text.utf8)
    }

    private func periodMonth(_ value: Node) throws(SettingProblem) -> PeriodMonth {
        guard let choice = value.string.flatMap(PeriodMonth.init) else {
            throw SettingProblem("found \(shown(value)), expected awal or akhir")
        }
        return choice
    }

    private func dateOrder(_ value: Node) throws(SettingProblem) -> DateOrder {
        guard let order = value.string.flatMap(DateOrder.init) else {
            throw SettingProblem("found \(shown(value)), expected hari-bulan or bulan-hari")
        }
        return order
    }

    private func month(_ value: Node) throws(SettingProblem) -> ContributionMonth {
        var text = value.scalar?.string ?? ""
        guard let month = text.withUTF8({ CellValue.month($0) }) else {
            throw SettingProblem("found \(shown(value)), expected a month such as 2026-10")
        }
        return month
    }
}
