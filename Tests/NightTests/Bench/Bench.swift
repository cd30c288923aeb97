import Contributions
import Crypto
import Foundation
import RunStore
import TestSupport
import Testing

/// A workspace for a test, with the built tool to work in it.
struct Bench: Sendable {
    /// The folder around the workspace, which goes away with the last copy of this value.
    let folder: WorkFolder

    /// The workspace.
    var root: String { folder.path(of: "w") }

    /// Makes a workspace with `iuran init`, and puts lines into `iuran.yaml`.
    init(settings: String = "") throws {
        folder = try WorkFolder()
        let run = try BuiltTool.run(["init", root])
        guard run.status == 0 else { throw run }
        // The key has a say in the feed's bytes, which tests compare across workspaces.
        try folder.write(String(repeating: "5a", count: 32) + "\n", to: "w/kunci-token")
        guard chmod(path("kunci-token"), 0o600) == 0 else { throw run }
        if !settings.isEmpty { try folder.write(settings + "\n", to: "w/iuran.yaml") }
    }

    /// Makes a copy of a workspace as it is.
    init(copying other: Bench) throws {
        folder = try WorkFolder()
        if FileManager.default.fileExists(atPath: other.root) {
            try FileManager.default.copyItem(atPath: other.root, toPath: root)
        }
    }

    /// Wraps a folder in which no workspace was made yet.
    init(_ folder: WorkFolder) {
        self.folder = folder
    }

    func path(_ name: String) -> String { "\(root)/\(name)" }
}

// MARK: - What HR and operators do

extension Bench {
    /// Puts a file into the inbox.
    func drop(_ text: String, as name: String) throws {
        try folder.write(text, to: "w/masuk/\(name)")
    }

    /// Runs the tool in the workspace.
    @discardableResult
    func iuran(_ arguments: [String], _ fault: Fault? = nil) throws -> ToolRun {
        try BuiltTool.run(arguments, in: root, environment: try fault?.environment() ?? [:])
    }

    /// Runs a command that must end well.
    @discardableResult
    func expect(_ arguments: String...) throws -> ToolRun {
        let run = try iuran(arguments)
        guard run.status == 0 else { throw run }
        return run
    }

    /// Runs a night that must end well.
    @discardableResult
    func night(_ asOf: String) throws -> ToolRun {
        try expect("run", "--as-of", asOf)
    }
}

// MARK: - What is there

extension Bench {
    /// The files that came, as the store remembers them.
    func delivered() throws -> [DeliveredFile] {
        try RunStore(path("iuran.sqlite")).allFiles()
    }

    /// The names below a folder of the workspace, hidden ones included.
    func names(_ folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path(folder)).sorted()
    }

    /// The nights that have a report.
    func nights() throws -> [String] {
        // `terbaru` is a link to one of them.
        try FolderContents.folders(in: path("laporan")).filter { $0 != "terbaru" }
    }

    /// The files of the report of a night.
    func report(_ night: String) throws -> [String: [UInt8]] {
        try FolderContents.read(path("laporan/\(night)"))
    }

    /// Everything in the workspace that must not depend on how a night went: the path of each file
    /// with its digest, where each link points, and what the store says.
    ///
    /// Times differ from run to run, so the lock, the metrics and the store's own bytes are left
    /// out, and what was parsed is a cache.
    func snapshot() throws -> [String: String] {
        var snapshot: [String: String] = [:]
        for name in try names("") {
            let isLeftOut =
                ["iuran.sqlite", "metrik/", "singgahan/", ".iuran.kunci"]
                .contains { name.hasPrefix($0) }
            let isLeftover = name.contains("sementara") || name.contains("iuran-diambil")
            if isLeftOut, !isLeftover { continue }
            snapshot[name] =
                name == "kunci-token" ? try keyState() : try Self.contents(path(name))
        }
        let store = try RunStore(path("iuran.sqlite"))
        for file in try store.allFiles() {
            let effective = file.effectiveFrom?.description ?? "-"
            snapshot["store \(file.id)"] = """
                \(file.digest) \(file.size) \(file.name) \(file.night) \(file.state.rawValue) \
                \(effective) \(file.kind ?? "-") \(file.accepted) \(file.rejected) \
                \(file.inboxMark == nil ? "" : "in the inbox") \(file.isDestroyed) \(file.reason)
                """
        }
        snapshot["store damage"] = try store.damage().joined(separator: "; ")
        snapshot["store newest"] = try store.newestRun().map { "\($0.asOf) \($0.manifest)" } ?? ""
        return snapshot
    }

    /// Whether the key is one: `iuran init` never makes the same twice.
    private func keyState() throws -> String {
        let isWhole = try folder.text("w/kunci-token").wholeMatch(of: /[0-9a-f]{64}\n/) != nil
        return "\(isWhole ? "a key" : "no key"), \(try folder.mode(of: "w/kunci-token"))"
    }

    private static func contents(_ path: String) throws -> String {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        switch attributes[.type] as? FileAttributeType {
        case .typeDirectory: return "folder"
        case .typeSymbolicLink:
            return "-> " + (try FileManager.default.destinationOfSymbolicLink(atPath: path))
        default:
            return digest(try FolderContents.bytes(of: path))
        }
    }

    static func digest(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        .joined()
    }

    /// What is wrong with the reports: each must be there as a whole, and `terbaru` point to one.
    func brokenReports() throws -> [String] {
        var broken: [String] = []
        for night in try nights() {
            let files = try report(night)
            guard files["manifest.json"] != nil else {
                broken.append("\(night) has no manifest")
                continue
            }
            let manifest = try ReportManifest.read(path("laporan/\(night)/manifest.json"))
            for output in manifest.keluaran {
                guard let bytes = files[output.berkas], bytes.count == output.ukuran,
                    Self.digest(bytes) == output.sha256
                else {
                    broken.append("\(night)/\(output.berkas) is not what the manifest says")
                    continue
                }
            }
            let known = Set(manifest.keluaran.map(\.berkas) + ["manifest.json"])
            broken += Set(files.keys).subtracting(known).map { "\(night)/\($0) is a stranger" }
        }
        let link = path("laporan/terbaru")
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link),
            !(try nights().contains(target))
        {
            broken.append("terbaru points to \(target)")
        }
        return broken
    }
}

/// What differs between two snapshots, a line for each.
func differences(_ actual: [String: String], _ expected: [String: String]) -> [String] {
    Set(actual.keys).union(expected.keys).sorted().compactMap { key in
        guard actual[key] != expected[key] else { return nil }
        return "\(key): \(actual[key] ?? "nothing"), expected \(expected[key] ?? "nothing")"
    }
}
