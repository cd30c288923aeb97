private import Foundation
private import Glibc
internal import RunStore

/// The folder that the nightly job works in.
package struct Workspace: Sendable {
    /// The absolute path, without links in it.
    let root: String

    var settings: String { root + "/iuran.yaml" }
    /// The operator's own list of employers.
    var employers: String { root + "/perusahaan.csv" }
    /// The operator's own list of confirmed pairs; a workspace may have none.
    var pairs: String { root + "/pasangan.csv" }
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
    /// The key of the tokens.
    var tokenKey: String { root + "/kunci-token" }
    /// Who looked whom up.
    var lookUps: String { root + "/catatan/pencarian.jsonl" }
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

// MARK: - What lies in it

extension Workspace {
    /// Whether it belongs to the account that runs the program.
    var isOwn: Bool {
        var status = stat()
        return stat(root, &status) == 0 && status.st_uid == geteuid()
    }

    /// Whether the store can be opened to write.
    var isWritable: Bool {
        faccessat(AT_FDCWD, store, W_OK, AT_EACCESS) == 0
            && faccessat(AT_FDCWD, root, W_OK, AT_EACCESS) == 0
    }

    /// - Throws: A failure (exit 78) that names the key that is wrong.
    func readSettings() throws(Failure) -> Settings {
        var settings = try Settings.read(settings)
        // A workspace of an earlier version has no key until `iuran init` makes one.
        guard settings.feed.key == nil, FileManager.default.fileExists(atPath: tokenKey) else {
            return settings
        }
        do throws(SettingProblem) {
            try settings.useKey(at: tokenKey)
        } catch {
            throw Failure(.settings, error.message)
        }
        return settings
    }

    /// - Throws: A failure (exit 73) when the store cannot be opened.
    func openStore() throws(Failure) -> RunStore {
        do throws(StoreTrouble) {
            return try RunStore(store)
        } catch {
            throw Failure(.cannotWrite, "cannot open \(store): \(error)")
        }
    }

    /// A copy of the store outside the workspace, since SQLite cannot open one without writing.
    ///
    /// The lock must be held.
    func openCopyOfStore() throws(Failure) -> RunStore {
        let copy = FileManager.default.temporaryDirectory.path + "/iuran-\(getpid()).sqlite"
        for suffix in ["", "-wal"] {
            try? FileManager.default.removeItem(atPath: copy + suffix)
            try? FileManager.default.copyItem(atPath: store + suffix, toPath: copy + suffix)
        }
        defer {
            // An open file lives on without a name.
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: copy + suffix)
            }
        }
        do throws(StoreTrouble) {
            return try RunStore(copy)
        } catch {
            throw Failure(.cannotWrite, "cannot open a copy of \(store): \(error)")
        }
    }

    /// Keeps the operator's lists as they are this night.
    func archiveLists() throws(Failure) -> OperatorLists {
        OperatorLists(
            employers: try archive(employers),
            pairs: hasPairs ? try archive(pairs) : nil
        )
    }

    /// The operator's lists where they lie, without their digests.
    var unreadLists: OperatorLists { OperatorLists(employers: "", pairs: hasPairs ? "" : nil) }

    private var hasPairs: Bool { FileManager.default.fileExists(atPath: pairs) }

    /// Keeps a list; gives its digest.
    private func archive(_ list: String) throws(Failure) -> String {
        let bytes: [UInt8]
        do throws(FileTrouble) {
            let file = try InputFile(list)
            bytes = try InputSurvey.bytes(of: file, count: file.size)
        } catch {
            throw Failure(.noInput, "cannot read \(list): \(error)")
        }
        return try Archive(workspace: self).keep(bytes)
    }
}

/// The digests of the operator's own lists; empty ones stand for lists that nobody archived.
struct OperatorLists {
    var employers: String
    /// Nil where the workspace has no list of pairs.
    var pairs: String?
}
