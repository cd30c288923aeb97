private import Foundation
private import Reporting

/// The feed that a question is put to, and what holds for it.
struct FeedSource {
    let path: String
    /// The workspace that the report lies in; empty outside of one.
    let workspace: String
    /// Where look-ups are recorded; nil outside a workspace.
    let log: LookUpLog?
    let key: TokenKey?
    let requiresBirthDate: Bool

    /// - Throws: A failure: exit 64 without a report, 66 when there is none, 78 for settings.
    init(_ request: DiagnoseRequest) throws(Failure) {
        let report = try Self.report(request)
        guard FileManager.default.fileExists(atPath: report + "/manifest.json") else {
            throw Failure(.noInput, "\(report) holds no report (manifest.json)")
        }
        path = report + "/" + FeedFile.fileName
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure(
                .noInput,
                "\(report) has no \(FeedFile.fileName): it is of an earlier version, or the "
                    + "setting umpan leaves it out"
            )
        }
        let workspace = try Workspace.holding(report: report)
        let settings = try workspace?.readSettings() ?? request.settings ?? Settings()
        self.workspace = workspace?.root ?? ""
        log = workspace.map { LookUpLog($0) }
        key = settings.feed.key ?? request.settings?.feed.key
        requiresBirthDate = settings.feed.requiresBirthDate
    }

    private static func report(_ request: DiagnoseRequest) throws(Failure) -> String {
        if let report = request.report { return report }
        guard let workspace = try? Workspace(".") else {
            throw Failure(
                .usage,
                "say which report with --report DIR, or go into the folder of a workspace"
            )
        }
        return workspace.report("terbaru")
    }
}

extension Workspace {
    /// The workspace among whose reports a folder lies, by its path or by where that leads; nil
    /// where it lies in none.
    ///
    /// - Throws: A failure (exit 66) where the workspace is not whole: what it asks for must not be
    ///   forgotten because a file of it is missing.
    static func holding(report: String) throws(Failure) -> Workspace? {
        let path = URL(fileURLWithPath: report).standardizedFileURL
        for folder in [path, path.resolvingSymlinksInPath()] {
            let reports = folder.deletingLastPathComponent()
            guard reports.lastPathComponent == "laporan" else { continue }
            let root = reports.deletingLastPathComponent().path
            let marks = ["iuran.yaml", "iuran.sqlite", "kunci-token", ".iuran.kunci"]
            let isWorkspace = marks.contains { mark in
                FileManager.default.fileExists(atPath: "\(root)/\(mark)")
            }
            guard isWorkspace else { continue }
            return try Workspace(root)
        }
        return nil
    }
}
