internal import CSystem
internal import Foundation
internal import Glibc
internal import Reporting

/// The folder a report is written into: aside first, then renamed into place, so that a report is
/// there as a whole or not at all.
final class ReportFolder {
    private let target: String
    private let aside: String
    /// The descriptor of the folder aside, which holds its lock.
    private let asideLock: Int32
    private let replaces: Bool
    private let isDurable: Bool
    private(set) var outputs: [OutputSummary] = []
    /// The feed that is being written, if one is.
    private var feed: FeedInProgress?
    private var isPublished = false

    /// - Parameters:
    ///   - target: Where the report will be.
    ///   - replaces: Whether a report that is there is replaced.
    ///   - isDurable: Whether the report must survive a power failure before anybody relies on it.
    /// - Throws: A failure: exit 73 when the target holds something that must not be replaced, exit
    ///   75 when another run is writing it.
    init(_ target: String, replaces: Bool, isDurable: Bool = false) throws(Failure) {
        // A link to the folder of reports stays a link.
        let url = URL(fileURLWithPath: target).resolvingSymlinksInPath().standardizedFileURL
        self.target = url.path
        self.isDurable = isDurable
        Self.recover(self.target)
        self.replaces = try Self.mayReplace(self.target, replaces)
        aside = url.deletingLastPathComponent().path + "/.\(url.lastPathComponent).sementara"
        asideLock = try Self.claim(aside, target)
    }

    /// Makes the folder to write into, alone.
    ///
    /// It is locked as long as this process lives. What a run that was killed has left in it, parts
    /// of a report or an old report that was replaced, is removed.
    private static func claim(_ aside: String, _ target: String) throws(Failure) -> Int32 {
        while true {
            do throws(FileTrouble) {
                try Folder.make(aside)
            } catch {
                throw Failure(.cannotWrite, "cannot create a folder beside \(target): \(error)")
            }
            let descriptor = open(aside, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard descriptor >= 0 else {
                if errno == ENOENT { continue }
                let trouble = FileTrouble(errno)
                throw Failure(.cannotWrite, "cannot open the folder beside \(target): \(trouble)")
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw Failure(.anotherRun, "another run is writing \(target)")
            }
            // Whoever had the lock may have renamed the folder into place meanwhile.
            var opened = stat()
            var named = stat()
            guard fstat(descriptor, &opened) == 0, lstat(aside, &named) == 0,
                opened.st_ino == named.st_ino
            else {
                close(descriptor)
                continue
            }
            for name in (try? FileManager.default.contentsOfDirectory(atPath: aside)) ?? [] {
                try? FileManager.default.removeItem(atPath: aside + "/" + name)
            }
            return descriptor
        }
    }

    deinit {
        // Nobody removes the folder from under the feed's thread.
        feed?.wait()
        if !isPublished { try? FileManager.default.removeItem(atPath: aside) }
        close(asideLock)
    }

    /// Whether a folder holds a report.
    static func isReport(_ path: String) -> Bool { filesOfReport(in: path) != nil }

    /// The files and folders of the report in a folder; nil where it holds none.
    private static func filesOfReport(in target: String) -> Set<String>? {
        guard let manifest = WrittenManifest.bytes(in: target).flatMap(WrittenManifest.init) else {
            return nil
        }
        let names = manifest.outputs.map(\.name)
        var known = Set(names)
        known.insert("manifest.json")
        for name in names {
            var folder = (name as NSString).deletingLastPathComponent
            while !folder.isEmpty, known.insert(folder).inserted {
                folder = (folder as NSString).deletingLastPathComponent
            }
        }
        return known
    }

    /// Whether there is an earlier report to replace.
    private static func mayReplace(_ target: String, _ replaces: Bool) throws(Failure) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) else {
            return false
        }
        guard isFolder.boolValue else {
            throw Failure(.cannotWrite, "\(target) is a file; --output takes a folder")
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: target)) ?? []
        guard !names.isEmpty else { return true }
        guard replaces else {
            throw Failure(
                .cannotWrite,
                "\(target) is not empty; give --replace to replace the report in it"
            )
        }
        guard let known = filesOfReport(in: target) else {
            throw Failure(
                .cannotWrite,
                "\(target) holds no report (no manifest.json of one), so --replace leaves it alone"
            )
        }
        let found = FileManager.default.enumerator(atPath: target)?.compactMap { $0 as? String }
        if let stranger = (found ?? names).sorted().first(where: { !known.contains($0) }) {
            throw Failure(
                .cannotWrite,
                "\(target) holds \(stranger), which is not of the report; move it away first"
            )
        }
        return true
    }
}

// MARK: - Writing files

extension ReportFolder {
    /// Writes the manifest, which names all other files.
    func write(manifest bytes: [UInt8]) throws(Failure) {
        _ = try ReportDocument("manifest.json") { bytes }.write(into: aside)
    }

    /// Begins to write the feed, beside what follows.
    func begin(_ feed: Feed) throws(Failure) {
        self.feed = try FeedInProgress(feed, in: aside)
    }

    /// Writes tables, whose parts are made side by side and put into the files in order, and
    /// documents, each made by one thread; and the feed to its end, where it was begun.
    ///
    /// - Parameters:
    ///   - tables: The tables.
    ///   - documents: The documents.
    ///   - mostBytes: More than all of them can take.
    ///   - progress: Told how much is done, and of how much.
    /// - Throws: A failure (exit 73) when something cannot be made or written.
    func write(
        _ tables: [any ReportTable],
        _ documents: [ReportDocument],
        mostBytes: Int,
        progress: @Sendable (Int, Int) -> Void
    ) throws(Failure) {
        let isRoomy = Folder.freeBytes(aside).map { $0 >= mostBytes } ?? false
        let writer = try ReportWriter(tables, documents, folder: aside, isRoomy: isRoomy)
        outputs += try writer.run(beside: feed, progress)
        if let feed { outputs.append(try feed.summary()) }
    }

    /// Puts the report in place.
    ///
    /// An earlier report changes places with the new one in one step, so that at every moment one
    /// of the two is there as a whole; then it is removed.
    func publish() throws(Failure) {
        try removeStrangers()
        // One call for all files: flushing each by itself would take as many turns of the disk.
        if isDurable, syncfs(asideLock) != 0 {
            throw Failure(.cannotWrite, "cannot write the report: \(FileTrouble(errno))")
        }
        let result =
            replaces
            ? renameat2(AT_FDCWD, aside, AT_FDCWD, target, UInt32(IURAN_RENAME_EXCHANGE))
            : rename(aside, target)
        if result != 0 {
            // Some file systems cannot exchange.
            guard replaces, errno == EINVAL || errno == ENOSYS else {
                throw Failure(.cannotWrite, "cannot put the report in place: \(FileTrouble(errno))")
            }
            try replaceInTwoSteps()
        }
        isPublished = true
        if replaces { try? FileManager.default.removeItem(atPath: aside) }
        guard isDurable else { return }
        do throws(FileTrouble) {
            try Folder.sync(Folder.parent(of: target))
        } catch {
            throw Failure(.cannotWrite, "cannot put the report in place: \(error)")
        }
    }

    /// Removes what is not of the report: a temporary file of the workbook's library, which holds
    /// rows of persons, where the library could not.
    private func removeStrangers() throws(Failure) {
        let ours = Set(outputs.map { String($0.name.prefix { $0 != "/" }) } + ["manifest.json"])
        let names = (try? FileManager.default.contentsOfDirectory(atPath: aside)) ?? []
        for name in names where !ours.contains(name) {
            guard unlink(aside + "/" + name) == 0 else {
                throw Failure(.cannotWrite, "cannot remove a file: \(FileTrouble(errno))")
            }
        }
    }

    private func replaceInTwoSteps() throws(Failure) {
        let old = aside + ".lama"
        guard rename(target, old) == 0 else {
            throw Failure(.cannotWrite, "cannot move the old report: \(FileTrouble(errno))")
        }
        guard rename(aside, target) == 0 else {
            let trouble = FileTrouble(errno)
            rename(old, target)
            throw Failure(.cannotWrite, "cannot put the report in place: \(trouble)")
        }
        try? FileManager.default.removeItem(atPath: old)
    }

    /// Removes what runs that were killed have left in a folder of reports, of whatever night, and
    /// puts back the old report that two steps left aside.
    static func clearLeftovers(in reports: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: reports)) ?? []
        where name.hasPrefix(".") {
            if name.hasSuffix(".sementara.lama") {
                recover(reports + "/" + name.dropFirst().dropLast(".sementara.lama".count))
            } else if name.hasSuffix(".sementara") {
                let path = reports + "/" + name
                let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
                // Whoever is writing into it holds a lock.
                if descriptor < 0 || flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                    try? FileManager.default.removeItem(atPath: path)
                }
                if descriptor >= 0 { close(descriptor) }
            }
        }
    }

    /// Removes a report, as a whole: a run that is killed meanwhile leaves no part of it in place.
    static func remove(_ target: String) throws(FileTrouble) {
        let name = (target as NSString).lastPathComponent
        let aside = Folder.parent(of: target) + "/.\(name).sementara"
        guard rename(target, aside) == 0 else { throw FileTrouble(errno) }
        do {
            try FileManager.default.removeItem(atPath: aside)
        } catch {
            throw FileTrouble(EIO)
        }
    }

    /// Puts an old report back that two steps left aside when the run between them was killed.
    static func recover(_ target: String) {
        let old =
            Folder.parent(of: target) + "/." + (target as NSString).lastPathComponent
            + ".sementara.lama"
        if access(target, F_OK) != 0, rename(old, target) == 0 { return }
        try? FileManager.default.removeItem(atPath: old)
    }
}
