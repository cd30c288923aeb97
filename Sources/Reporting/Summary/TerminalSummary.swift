import Contributions

/// The summary on one screen of a terminal.
package enum TerminalSummary {
    /// The screen: at most 24 lines of at most 80 columns, without a NIK or a person's name.
    ///
    /// Colours never say anything alone. `reportFolder` is the path as the reader would type it.
    package static func render(
        _ summary: RunSummary,
        reportFolder: String,
        usesColour: Bool,
        width: Int
    ) -> String {
        var screen = Screen(width: max(40, min(width, 80)), usesColour: usesColour)
        screen.add("Rekonsiliasi iuran per \(DateText.long(summary.run.asOf))", .bold)
        addTieOut(summary, to: &screen)
        screen.add("")
        addWorkers(summary, to: &screen)
        screen.add("")
        addArrears(summary, to: &screen)
        screen.add("")
        addFindings(summary, to: &screen)
        screen.add("")
        for line in WrappedText.lines(summary.caveat, width: screen.width) { screen.add(line) }
        if !reportFolder.isEmpty { screen.add("Laporan: \(reportFolder)", isWhole: true) }
        return screen.text
    }

    private static func addTieOut(_ summary: RunSummary, to screen: inout Screen) {
        if summary.isTied {
            screen.add("SEIMBANG: setiap rupiah terjelaskan, selisih 0,00", .green)
            return
        }
        screen.add("NOT TIED \u{2013} TIDAK SEIMBANG: jangan memakai angka laporan ini", .red)
        screen.add("\(summary.untied.count) bulan perusahaan tidak seimbang; lihat ringkasan.html")
    }

    private static func addWorkers(_ summary: RunSummary, to screen: inout Screen) {
        screen.add(
            "\(AmountText.count(summary.employers.count)) perusahaan, "
                + "\(AmountText.count(summary.workerCount)) pekerja:"
        )
        let order = WorkerStatus.readingOrder
        for statuses in [order.prefix(3), order.dropFirst(3)] {
            let cells = statuses.map { status in
                "\(AmountText.count(summary.statuses[status])) \(status.name.lowercased())"
            }
            screen.add("  " + cells.joined(separator: ", "))
        }
    }

    private static func addArrears(_ summary: RunSummary, to screen: inout Screen) {
        screen.add(
            "Tunggakan Rp \(AmountText.grouped(summary.arrears)) "
                + "(\(AmountText.count(summary.ageing.workerMonths)) pekerja-bulan)",
            summary.arrears > .zero ? .yellow : .plain
        )
        let unjudged = summary.tieOut.noData.total
        if unjudged > .zero {
            screen.add("  belum ada data pembayaran untuk Rp \(AmountText.grouped(unjudged)) lagi")
        }
        if let forecast = summary.forecast {
            screen.add(
                "  \(AmountText.count(forecast.workerCount)) jadi nonaktif "
                    + "\(DateText.short(forecast.day)); paling sedikit "
                    + "Rp \(AmountText.grouped(forecast.preventing)) mencegahnya",
                .yellow
            )
        }
        guard summary.arrears > .zero else { return }
        let classes = summary.ageing.classes.map { ageing in
            "\(ageing.kind.name.lowercased()) \(AmountText.millions(ageing.amount))"
        }
        screen.add("  umur (juta Rp): " + classes.joined(separator: ", "))
        for employer in summary.employersByArrears.prefix(3) {
            let amount = AmountText.grouped(employer.arrears)
            let name = "  \(employer.npp) \(employer.title)"
            let room = screen.width - amount.count - 1
            screen.add(clipped(name, to: room).padded(to: room) + " " + amount)
        }
    }

    private static func addFindings(_ summary: RunSummary, to screen: inout Screen) {
        let counts = Severity.gravestFirst.map { severity in
            "\(AmountText.count(summary.findingCount(severity))) \(severity.code)"
        }
        screen.add(
            "Temuan: " + counts.joined(separator: ", "),
            summary.findingCount(.grave) > 0 ? .red : .plain
        )
        let stale = summary.employers.count { $0.reach.payrollLag > 0 || $0.reach.ledgerLag > 0 }
        guard stale > 0 else { return }
        screen.add("Data tertinggal: \(AmountText.count(stale)) perusahaan", .yellow)
    }
}

// MARK: - Lines

/// The lines of a terminal's screen.
private struct Screen {
    let width: Int
    let usesColour: Bool
    private(set) var text = ""

    init(width: Int, usesColour: Bool) {
        self.width = width
        self.usesColour = usesColour
    }

    /// Adds a line, shortened unless it must stay whole, such as a path to copy.
    mutating func add(
        _ line: String,
        _ emphasis: TerminalText.Emphasis = .plain,
        isWhole: Bool = false
    ) {
        let line = isWhole ? line : clipped(line, to: width)
        text += (usesColour ? emphasis.around(line) : line) + "\n"
    }
}

/// The beginning of a line that is too long, with an ellipsis; without control characters.
private func clipped(_ line: String, to width: Int) -> String {
    let printable = TerminalText.printable(line)
    return printable.count <= width ? printable : String(printable.prefix(width - 1)) + "\u{2026}"
}
