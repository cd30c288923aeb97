package import Contributions

/// The rules in force in a month, or all of them, as a table for a terminal.
package enum RuleListing {
    /// Lists the rules with their legal basis.
    ///
    /// - Parameters:
    ///   - book: The law in figures.
    ///   - policy: Decides whether cuti bersama shifts due dates.
    ///   - month: The month; nil lists the whole history.
    /// - Returns: Lines for a terminal.
    package static func render(_ book: RuleBook, policy: Policy, on month: ContributionMonth?)
        -> String
    {
        var listing = Listing(month: month)
        listing.lines.append(
            month.map { "Aturan iuran untuk BLTH \($0)" } ?? "Aturan iuran, seluruh riwayat"
        )
        listing.section("Tarif (persen dari upah)", book.rates, \.validity) { rule in
            let name = rule.share.name + (rule.riskClass.map { " kelas \($0)" } ?? "")
            return (name, AmountText.percent(rule.rate), rule.legalBasis)
        }
        listing.section("Batas upah JP", book.pensionCaps, \.validity) {
            ("batas upah", "Rp\(AmountText.grouped($0.cap))", $0.legalBasis)
        }
        listing.section(
            "Usia pensiun JP (tahun penuh pada tanggal 1 BLTH)",
            book.pensionAges,
            \.validity
        ) {
            (
                "usia pensiun",
                "\($0.age), dengan jp_lanjut sampai sebelum \($0.age + $0.electableYears)",
                $0.legalBasis
            )
        }
        listing.section("Keringanan", book.reliefs, \.validity) {
            (
                "\($0.programme.name) (\($0.beneficiary.rawValue))",
                "dibayar \(AmountText.percent($0.part)) dari tarif\($0.isDeferral ? ", sisanya ditunda" : "")",
                $0.legalBasis
            )
        }
        listing.section("Jatuh tempo", book.dueDates, \.validity) {
            (
                "tanggal \($0.day) bulan berikutnya",
                "hari libur: hari kerja \($0.shift.rawValue)nya",
                $0.legalBasis
            )
        }
        listing.section("Denda per bulan yang dimulai", book.lateFees, \.validity) {
            ("denda", AmountText.percent($0.rate), $0.legalBasis)
        }
        listing.section("Pembandingan dengan buku iuran", book.comparisons, \.validity) {
            ("JKK + JKP", $0.joinsJKM ? "bersama JKM" : "tanpa JKM", $0.legalBasis)
        }
        listing.lines += ["", "Program wajib menurut skala usaha"]
        for rule in book.sizes {
            listing.row(rule.size.rawValue, rule.programmes.text, rule.legalBasis)
        }
        addCalendar(book, policy, month, &listing)
        return listing.lines.joined(separator: "\n") + "\n"
    }

    private static func addCalendar(
        _ book: RuleBook,
        _ policy: Policy,
        _ month: ContributionMonth?,
        _ listing: inout Listing
    ) {
        listing.lines.append("")
        let workingDays = book.workingDays(collectiveLeaveShifts: policy.collectiveLeaveShifts)
        guard let month else {
            let days = book.holidays
            listing.lines.append(
                "Hari libur: \(days.count) hari, sampai \(workingDays.lastKnownYear)"
            )
            for day in days {
                let kind = day.isCollectiveLeave ? "cuti bersama" : "libur nasional"
                listing.row(day.day.description, kind, day.legalBasis)
            }
            return
        }
        let rules = MonthRules(month, book: book, workingDays: workingDays)
        let note = rules.dueIsAssumed ? " (diasumsikan: di luar kalender hari libur)" : ""
        listing.lines.append("Jatuh tempo BLTH \(month): \(rules.due)\(note)")
        if rules.pensionCap == nil {
            listing.lines.append("Batas upah JP BLTH \(month) belum diketahui; JP tidak dihitung")
        }
    }
}

/// The lines of a listing, with rows in columns.
private struct Listing {
    let month: ContributionMonth?
    var lines: [String] = []

    mutating func section<Rule>(
        _ title: String,
        _ rules: [Rule],
        _ validity: KeyPath<Rule, Validity>,
        _ cells: (Rule) -> (String, String, String)
    ) {
        let chosen = rules.filter { rule in
            month.map { rule[keyPath: validity].contains($0) } ?? true
        }
        lines += ["", title]
        guard !chosen.isEmpty else {
            lines.append("  tidak ada untuk bulan ini")
            return
        }
        for rule in chosen {
            let (name, value, basis) = cells(rule)
            let span = rule[keyPath: validity]
            let period = "\(span.from)..\(span.through?.description ?? "")"
            row(name, value, month == nil ? "\(period)  \(basis)" : basis)
        }
    }

    mutating func row(_ name: String, _ value: String, _ basis: String) {
        lines.append("  \(padded(name, 26)) \(padded(value, 34)) \(basis)")
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
