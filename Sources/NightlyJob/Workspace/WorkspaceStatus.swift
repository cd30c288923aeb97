internal import Contributions
private import Foundation
internal import RunStore

/// How things stand in a workspace (`iuran status`).
package struct WorkspaceStatus: Sendable, Encodable {
    /// The newest report.
    package struct Report: Sendable, Encodable {
        package var asOf: String
        package var finishedAt: String
        package var workers: Int
        /// In rupiah.
        package var arrears: String
        package var folder: String
        package var isWhole: Bool
    }

    /// A file that came.
    package struct File: Sendable, Encodable {
        package var number: String
        package var night: String
        package var name: String
        package var kind: String
        package var state: String
        package var rows: Int
        package var reason: String
    }

    package var folder: String
    package var today: String
    package var report: Report?
    /// Nights since the newest report.
    package var nightsBehind: Int?
    package var inboxFiles: Int
    package var inboxRefused: Int
    /// What lies in quarantine, newest first.
    package var quarantine: [File]
    /// The newest deliveries, newest first.
    package var deliveries: [File]
    package var archiveFiles: Int

    /// Looks at a workspace; a run may be going on meanwhile.
    package init(_ path: String) throws(Failure) {
        let workspace = try Workspace(path)
        // Who may only read gets an answer, too.
        let store =
            workspace.isWritable ? try workspace.openStore() : try workspace.openCopyOfStore()
        folder = workspace.root
        let today = Clock.today()
        self.today = today.description
        let newest = try store.reading { store throws(StoreTrouble) in try store.newestRun() }
        report = newest.map { run in
            Report(
                asOf: run.asOf.description,
                finishedAt: run.finishedAt,
                workers: run.workers,
                arrears: run.arrears.decimalText,
                folder: workspace.report(run.asOf),
                isWhole: PreviousReport.isWhole(workspace.report(run.asOf), run.manifest)
            )
        }
        nightsBehind = newest.map { max(0, today.days(since: $0.asOf)) }
        let listing = try? InboxListing(workspace.inbox)
        inboxFiles = listing?.files.count { !$0.isHidden } ?? 0
        inboxRefused = listing?.refused.count ?? 0
        let held = try store.reading { store throws(StoreTrouble) in
            try store.files(in: .waiting) + store.files(in: .refused)
        }
        quarantine = held.sorted { $0.id > $1.id }.map(File.init)
        let newestFiles = try store.reading { store throws(StoreTrouble) in
            try store.newestDeliveries(5)
        }
        deliveries = newestFiles.reversed().map(File.init)
        archiveFiles = try store.reading { store throws(StoreTrouble) in
            try store.keptDigests().count
        }
    }

    /// The status as one screen, for people.
    package func text(width: Int) -> String {
        var lines = ["Workspace   \(folder)"]
        if let report {
            let behind = nightsBehind ?? 0
            let age =
                behind <= 0 ? "today's" : behind == 1 ? "yesterday's" : "\(behind) nights old"
            lines.append(
                "Report      \(report.asOf) (\(age)), \(report.workers) workers, "
                    + "Rp \(report.arrears) unpaid"
            )
            lines.append(
                "            \(report.folder)" + (report.isWhole ? "" : "  MISSING OR CHANGED")
            )
        } else {
            lines.append("Report      none yet; put files into masuk/ and run: iuran run")
        }
        let refused = inboxRefused > 0 ? ", \(inboxRefused) entries that are never taken" : ""
        lines.append("Inbox       \(inboxFiles) files\(refused)")
        lines.append("Archive     \(archiveFiles) files")
        lines += table("Quarantine", quarantine.isEmpty ? "empty" : nil, quarantine, width)
        lines += table("Deliveries", deliveries.isEmpty ? "none yet" : nil, deliveries, width)
        if quarantine.contains(where: { $0.state == DeliveredFile.State.waiting.rawValue }) {
            lines.append("")
            lines.append("What waits counts after: iuran accept NUMBER --why REASON")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func table(_ title: String, _ none: String?, _ files: [File], _ width: Int) -> [String]
    {
        if let none { return ["\(title)\(spaces(12 - title.count))\(none)"] }
        var lines = [title]
        for file in files.prefix(8) {
            var line = "  \(file.number)\(spaces(7 - file.number.count))\(file.night)  "
            line += "\(file.state)\(spaces(13 - file.state.count))"
            line += "\(file.kind)\(spaces(10 - file.kind.count))"
            line += file.name.onOneLine
            if !file.reason.isEmpty { line += ": \(file.reason.onOneLine)" }
            lines.append(line.count > width ? line.prefix(width - 1) + "…" : line)
        }
        if files.count > 8 { lines.append("  and \(files.count - 8) more") }
        return lines
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(1, count)) }

    /// The status for programs.
    package func json() throws(Failure) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        } catch {
            throw Failure(.cannotWrite, "cannot render JSON: \(error)")
        }
    }
}

extension String {
    /// The text without what would break the line or command a terminal; names of files may hold
    /// anything.
    var onOneLine: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

extension WorkspaceStatus.File {
    init(_ file: DeliveredFile) {
        number = file.id.description
        night = file.night.description
        name = file.name
        kind = file.kind ?? "?"
        state = file.isDestroyed ? "dimusnahkan" : file.state.rawValue
        rows = file.accepted
        reason = file.reason
    }
}
