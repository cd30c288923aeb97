private import Foundation

/// The folder that the nightly job works in.
package struct Workspace: Sendable {
    /// The absolute path, without links in it.
    let root: String

    var settings: String { root + "/iuran.yaml" }
    /// The operator's own list of employers.
    var employers: String { root + "/perusahaan.csv" }
    /// Where HR drops files.
    var inbox: String { root + "/masuk" }
    /// The original bytes, by their SHA-256.
    var archive: String { root + "/arsip" }
    /// What was refused or waits, by delivery.
    var quarantine: String { root + "/karantina" }
    /// A report a night, and `terbaru`, which points to the newest.
    var reports: String { root + "/laporan" }
    var store: String { root + "/iuran.sqlite" }
    /// The file that a run locks.
    var lock: String { root + "/.iuran.kunci" }
    /// Files that were parsed before; it may be deleted at any time.
    var parsedRows: String { root + "/singgahan" }

    var folders: [String] { [inbox, archive, quarantine, reports, parsedRows] }

    /// The report of a night.
    func report(_ night: some CustomStringConvertible) -> String { "\(reports)/\(night)" }

    /// Finds a workspace.
    ///
    /// - Throws: A failure (exit 66) when the folder is none.
    package init(_ path: String) throws(Failure) {
        self.init(unchecked: path)
        for file in [settings, store] where !FileManager.default.fileExists(atPath: file) {
            throw Failure(
                .noInput,
                "\(path) is no workspace: \((file as NSString).lastPathComponent) is missing; "
                    + "make one with: iuran init \(path)"
            )
        }
    }

    init(unchecked path: String) {
        root = URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
}
