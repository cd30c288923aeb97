import TestSupport

/// A folder of `Layouts`: the same month as HR sends it (`berkas`) and in canonical form (`baku`).
///
/// The folder has the name of the profile that it shows. A file `argumen` holds the options without
/// which HR's files leave something open.
struct LayoutFixture: Sendable, CustomStringConvertible {
    let name: String

    var description: String { name }

    static let root = PackageRoot.path(of: "Tests/LayoutTests/Layouts")

    /// All fixtures, by name.
    static func all() throws -> [LayoutFixture] {
        try FolderContents.folders(in: root).map(LayoutFixture.init)
    }

    /// The options for HR's files.
    var options: [String] {
        let text = try? FolderContents.text(of: "\(Self.root)/\(name)/argumen")
        return (text ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// The path of an input.
    func path(_ side: LayoutSide, _ file: String) -> String {
        "\(Self.root)/\(name)/\(side.rawValue)/\(file)"
    }

    /// Reconciles one side with the built tool, afresh.
    func reconcile(_ side: LayoutSide) throws -> LayoutReport {
        let folder = try WorkFolder()
        let inputs = "\(Self.root)/\(name)/\(side.rawValue)"
        let run = try BuiltTool.run(
            ["reconcile", inputs, "--as-of", "2026-11-22", "--output", folder.path(of: "laporan")]
                + (side == .berkas ? options : [])
        )
        guard run.status == 0 else { throw run }
        return LayoutReport(
            run: run,
            details: try folder.table("laporan/rincian.csv"),
            findings: try folder.table("laporan/temuan.csv"),
            manifest: try ReportManifest.read(folder.path(of: "laporan/manifest.json"))
        )
    }
}

/// Whose files of a fixture.
enum LayoutSide: String {
    /// HR's own.
    case berkas
    /// The canonical form.
    case baku
}

/// What a reconciliation of a fixture wrote.
struct LayoutReport {
    var run: ToolRun
    var details: CSVTable
    var findings: CSVTable
    var manifest: ReportManifest

    /// The details without the columns that say from which line of which file a value came.
    var detailsWithoutSources: [[String]] {
        let kept = details.columns.indices.filter { !details.columns[$0].hasPrefix("sumber_") }
        return ([details.columns] + details.rows).map { row in kept.map { row[$0] } }
    }

    /// The profiles that read a file.
    var profiles: [String] { manifest.masukan.compactMap(\.profil) }
}

/// The physical lines of a file: its line feeds, and what follows the last one.
func physicalLineCount(_ path: String) throws -> Int {
    var bytes = try FolderContents.bytes(of: path)
    if bytes.starts(with: [0xFF, 0xFE]) {
        // UTF-16: every second byte of what is ASCII.
        let units = stride(from: 2, to: bytes.count - 1, by: 2)
        bytes = units.map { bytes[$0 + 1] == 0 ? bytes[$0] : UInt8(ascii: "?") }
    }
    let ends = bytes.count { $0 == UInt8(ascii: "\n") }
    return bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? ends : ends + 1
}
