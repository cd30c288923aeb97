private import Contributions

/// The words of `iuran check` for people, in Bahasa Indonesia.
package enum CheckText {
    /// Renders what was found of each file.
    ///
    /// - Parameters:
    ///   - uploads: The files in the order given.
    ///   - usesColour: Whether the terminal shows colours.
    /// - Returns: One block of lines for each file.
    package static func render(_ uploads: [UploadSummary], usesColour: Bool) -> String {
        uploads.map { FileText(upload: $0, usesColour: usesColour).text }
            .joined(separator: "\n")
    }
}

/// The text about one file.
private struct FileText {
    let upload: UploadSummary
    let usesColour: Bool

    var text: String {
        var lines = [heading]
        lines += facts
        let groups = UploadProblemGroup.groups(upload.problems)
        for group in groups { lines += [""] + text(of: group) }
        if groups.isEmpty { lines += ["", "  Tidak ada masalah."] }
        return lines.joined(separator: "\n") + "\n"
    }

    private var heading: String {
        let lines = upload.lines
        let reason: String
        switch upload.verdict {
        case .accepted:
            reason =
                "\(paint("DITERIMA", .green)): \(AmountText.count(lines.accepted)) baris dapat dipakai"
        case .acceptedInPart:
            reason =
                "\(paint("DITERIMA SEBAGIAN", .yellow)): \(AmountText.count(lines.accepted)) baris "
                + "dipakai, \(AmountText.count(lines.rejected)) baris ditolak"
        case .refused where lines.accepted + lines.rejected == 0:
            reason = "\(paint("DITOLAK", .red)): berkas tidak dapat dibaca sebagai data"
        case .refused where lines.rejected == 0:
            reason = "\(paint("DITOLAK", .red)): lihat masalah di bawah"
        case .refused:
            reason =
                "\(paint("DITOLAK", .red)): \(AmountText.count(lines.rejected)) dari "
                + "\(AmountText.count(lines.accepted + lines.rejected)) baris tidak dapat dipakai; "
                + "perbaiki, lalu kirim seluruh berkas lagi"
        }
        return "\(paint(upload.name, .bold))  \(reason)"
    }

    private var facts: [String] {
        var facts: [(String, String)] = []
        if let recognition = upload.recognition {
            facts.append(("jenis", upload.kind))
            facts.append(("tata letak", layout(recognition)))
            facts.append(
                ("penulisan", "\(recognition.encoding), pemisah \(recognition.delimiter)")
            )
            facts.append(("NPP", list(upload.employers)))
            facts.append(("bulan", list(upload.months.map { "\($0)" })))
            facts.append(("baris", lineCounts))
            if upload.workerCount > 0 {
                facts.append(("pekerja", AmountText.count(upload.workerCount)))
            }
        }
        for total in upload.totals {
            facts.append((total.label, AmountText.rupiah(total.amount)))
        }
        if let ignored = upload.recognition?.ignoredColumns, !ignored.isEmpty {
            facts.append(("tidak dipakai", list(ignored.map { "\"\($0)\"" })))
        }
        let width = facts.map(\.0.count).max() ?? 0
        return facts.filter { !$0.1.isEmpty }.map { name, value in
            "  \(name)\(String(repeating: " ", count: width - name.count))  \(value)"
        }
    }

    private func layout(_ recognition: UploadSummary.Recognition) -> String {
        guard recognition.profile != "baku" else { return recognition.title }
        let (known, all) = recognition.headings
        return "\(recognition.title) [profil \(recognition.profile): \(known) dari \(all) judul "
            + "kolom dikenal]"
    }

    private var lineCounts: String {
        let lines = upload.lines
        var parts = ["\(AmountText.count(lines.accepted)) diterima"]
        if lines.rejected > 0 { parts.append("\(AmountText.count(lines.rejected)) ditolak") }
        parts.append("\(lines.header) judul")
        if lines.blank > 0 { parts.append("\(AmountText.count(lines.blank)) kosong") }
        for (name, count) in lines.skipped { parts.append("\(AmountText.count(count)) \(name)") }
        return parts.joined(separator: ", ")
    }

    private func list(_ texts: [String]) -> String {
        let shown = texts.prefix(12).joined(separator: ", ")
        return texts.count > 12 ? "\(shown), … (\(texts.count))" : shown
    }

    private func text(of group: UploadProblemGroup) -> [String] {
        let code = group.code
        let colour: Colour =
            code.severity >= .error ? .red : code.severity == .warning ? .yellow : .dim
        // Of very many rejected rows only the first are listed one by one.
        let count =
            code == .rowRejected
            ? max(group.problems.count, upload.lines.rejected) : group.problems.count
        let times = count == 1 ? "" : " (\(AmountText.count(count)) kali)"
        var lines = [
            "  \(paint(code.severity.code, colour)) [\(code.code)] \(code.trigger)\(times)"
        ]
        for problem in group.problems.prefix(UploadProblemGroup.listedPositions) {
            lines.append("    \(position(problem))\(problem.sentence)")
        }
        if count > UploadProblemGroup.listedPositions {
            let rest = count - UploadProblemGroup.listedPositions
            lines.append("    … dan \(AmountText.count(rest)) lagi")
        }
        lines.append("    saran: \(code.advice)")
        return lines
    }

    private func position(_ problem: UploadProblem) -> String {
        problem.line > 0 ? "baris \(problem.line): " : ""
    }

    private enum Colour: String {
        case bold = "1"
        case dim = "2"
        case red = "1;31"
        case green = "1;32"
        case yellow = "1;33"
    }

    private func paint(_ text: String, _ colour: Colour) -> String {
        usesColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }
}
