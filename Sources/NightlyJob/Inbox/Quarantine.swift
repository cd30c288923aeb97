private import Foundation
internal import Glibc
internal import RunStore

/// Keeps what was refused or waits where HR can look at it: a folder a delivery, with each file
/// under its number, the same file with a column that says what is wrong, and a text.
struct Quarantine {
    let workspace: Workspace

    /// A file for quarantine.
    struct Entry {
        var file: DeliveredFile
        /// Where its bytes are.
        var source: String
        /// The file with an error column; nil where it is no text.
        var annotated: [UInt8]?
        /// What is wrong, line by line, in Bahasa Indonesia.
        var messages: [String]
    }

    /// The folder of a delivery; names of HR's never become part of a path.
    func folder(_ delivery: Int) -> String { "\(workspace.quarantine)/\(delivery)" }

    /// Writes the folder of a delivery, as a whole or not at all.
    ///
    /// - Throws: A failure (exit 73) when it cannot be written.
    func write(_ entries: [Entry], delivery: Int) throws(Failure) {
        let aside = "\(workspace.quarantine)/.sementara"
        do throws(FileTrouble) {
            try Folder.make(aside)
            for entry in entries {
                let number = entry.file.id.place
                let suffix = Self.suffix(of: entry.file.name)
                try copy(entry.source, to: "\(aside)/\(number).\(suffix)")
                if let annotated = entry.annotated {
                    try DurableFile.write(annotated, to: "\(aside)/\(number)-catatan.csv")
                }
            }
            let text = Self.text(entries)
            try DurableFile.write(Array(text.utf8), to: "\(aside)/keterangan.txt")
            guard rename(aside, folder(delivery)) == 0 else { throw FileTrouble(errno) }
            try Folder.sync(workspace.quarantine)
        } catch {
            throw Failure(.cannotWrite, "cannot write into \(workspace.quarantine): \(error)")
        }
    }

    /// Removes what a run or a decision that was killed has left: folders of deliveries that were
    /// never recorded, and files that have left quarantine.
    ///
    /// - Parameter held: The files that lie here by what the store says.
    func clearLeftovers(held: [DeliveredFile]) {
        let places = Dictionary(grouping: held, by: \.id.delivery).mapValues { files in
            Set(files.map(\.id.place))
        }
        for name in Self.names(in: workspace.quarantine) {
            let path = "\(workspace.quarantine)/\(name)"
            if name == ".sementara" { try? FileManager.default.removeItem(atPath: path) }
            guard let delivery = Int(name) else { continue }
            guard let places = places[delivery] else {
                try? FileManager.default.removeItem(atPath: path)
                continue
            }
            for file in Self.names(in: path) {
                // Each begins with its number, but keterangan.txt.
                guard let place = Int(file.prefix(while: \.isNumber)), !places.contains(place)
                else { continue }
                try? FileManager.default.removeItem(atPath: "\(path)/\(file)")
            }
        }
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    /// Removes files that have left quarantine, and the folder with the last of them.
    func remove(_ ids: [DeliveredFileID], remaining: Int) {
        guard let delivery = ids.first?.delivery else { return }
        if remaining == 0 {
            try? FileManager.default.removeItem(atPath: folder(delivery))
            return
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder(delivery))) ?? []
        for id in ids {
            for name in names where name.hasPrefix("\(id.place).") || name.hasPrefix("\(id.place)-")
            {
                try? FileManager.default.removeItem(atPath: "\(folder(delivery))/\(name)")
            }
        }
    }

    private func copy(_ source: String, to target: String) throws(FileTrouble) {
        // The archive never changes its files, so a second name for the bytes is enough.
        if link(source, target) == 0 || errno == EEXIST { return }
        let file = try InputFile(source)
        let bytes = try InputSurvey.bytes(of: file, count: file.size)
        try DurableFile.write(bytes, to: target, mode: 0o440)
    }

    /// A known ending of a file name, so that a double click opens the right program.
    private static func suffix(of name: String) -> String {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return ["csv", "txt", "tsv", "xlsx", "xls", "ods", "pdf", "zip"].contains(ending)
            ? ending : "csv"
    }

    private static func text(_ entries: [Entry]) -> String {
        var lines: [String] = []
        for entry in entries {
            let file = entry.file
            lines.append("\(file.id.place). \(file.name.onOneLine)")
            switch file.state {
            case .waiting:
                lines.append("   MENUNGGU: \(file.reason)")
                lines.append("   Bila memang benar: iuran accept \(file.id) --why \"alasan\"")
                lines.append(
                    "   Bila keliru: iuran undo \(file.id) --why \"alasan\", lalu kirim yang benar"
                )
            default:
                lines.append("   DITOLAK: \(file.reason)")
                lines.append(
                    "   Isi berkas ini belum dihitung. Perbaiki, lalu taruh lagi di masuk/."
                )
            }
            for message in entry.messages.prefix(shownMessages) { lines.append("   - \(message)") }
            if entry.messages.count > shownMessages {
                lines.append("   - dan \(entry.messages.count - shownMessages) lagi")
            }
            if entry.annotated != nil {
                lines.append("   Yang salah ditandai per baris di \(file.id.place)-catatan.csv")
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    private static let shownMessages = 20
}
