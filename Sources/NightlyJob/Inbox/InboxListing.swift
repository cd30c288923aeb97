private import CSystem
internal import Glibc

/// What lies in the inbox.
struct InboxListing {
    /// Regular files, in byte order of their names.
    var files: [InboxEntry] = []
    /// What is never taken: links, pipes, devices, and folders that cannot be read.
    var refused: [RefusedEntry] = []

    struct RefusedEntry {
        var name: String
        /// Why, in English, for the log.
        var reason: String
    }

    /// How deep folders may lie in each other.
    private static let deepest = 16
    /// What a file is renamed to before it is removed; see ``InboxEntry/remove(ifStill:)``.
    static let claimedPrefix = ".iuran-diambil-"

    /// Lists the inbox without following a link.
    ///
    /// - Throws: When the inbox itself cannot be read.
    init(_ inbox: String) throws(FileTrouble) {
        let root = open(inbox, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard root >= 0 else { throw FileTrouble(errno) }
        defer { close(root) }
        try list(root, InboxFolder(path: inbox, names: []), depth: 0)
        files.sort { $0.bytesOfName.lexicographicallyPrecedes($1.bytesOfName) }
    }

    private mutating func list(
        _ descriptor: Int32,
        _ folder: InboxFolder,
        depth: Int
    ) throws(FileTrouble) {
        for name in try Self.names(in: descriptor) {
            var status = stat()
            guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            let entry = InboxEntry(folder: folder, fileName: name, status: status)
            switch status.st_mode & S_IFMT {
            case S_IFREG where entry.isClaimed: files.append(entry)
            case _ where entry.isHidden: continue
            case S_IFREG: files.append(entry)
            case S_IFDIR:
                let inner = openat(
                    descriptor,
                    name,
                    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
                )
                guard inner >= 0, depth < Self.deepest else {
                    let reason = inner < 0 ? "the folder cannot be read" : "folders too deep"
                    if inner >= 0 { close(inner) }
                    refused.append(RefusedEntry(name: entry.name, reason: reason))
                    continue
                }
                defer { close(inner) }
                try list(inner, folder.appending(name), depth: depth + 1)
            case S_IFLNK:
                refused.append(RefusedEntry(name: entry.name, reason: "a symbolic link"))
            default:
                refused.append(RefusedEntry(name: entry.name, reason: "not a regular file"))
            }
        }
    }

    private static func names(in descriptor: Int32) throws(FileTrouble) -> [[CChar]] {
        // The stream owns and closes its descriptor.
        let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0, let stream = fdopendir(own) else { throw FileTrouble(errno) }
        defer { closedir(stream) }
        var names: [[CChar]] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                let length = Int(
                    strlen(UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
                )
                return pointer.withMemoryRebound(to: CChar.self, capacity: length + 1) {
                    Array(UnsafeBufferPointer(start: $0, count: length + 1))
                }
            }
            if name != [46, 0], name != [46, 46, 0] { names.append(name) }
        }
        return names
    }
}

/// A folder of the inbox, by the names that lead to it; each is opened without following a link.
struct InboxFolder: Sendable {
    var path: String
    /// Bytes of names with the zero behind them.
    var names: [[CChar]]

    func appending(_ name: [CChar]) -> InboxFolder {
        InboxFolder(path: path, names: names + [name])
    }

    /// - Returns: A descriptor that the caller closes.
    func open() throws(FileTrouble) -> Int32 {
        var descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        for name in names where descriptor >= 0 {
            let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let code = errno
            close(descriptor)
            errno = code
            descriptor = inner
        }
        guard descriptor >= 0 else { throw FileTrouble(errno) }
        return descriptor
    }
}

/// A file of the inbox.
struct InboxEntry: Sendable {
    let folder: InboxFolder
    /// Bytes with the zero behind them.
    let fileName: [CChar]
    /// Which file it is, and in which state; a file that was changed or replaced has another mark.
    let mark: String
    let owner: uid_t
    /// When it was last written, in seconds since 1970; for metrics only, never to judge by.
    let modified: Int

    init(folder: InboxFolder, fileName: [CChar], status: stat) {
        self.folder = folder
        self.fileName = fileName
        mark = Self.mark(status)
        owner = status.st_uid
        modified = status.st_mtim.tv_sec
    }

    /// The number of the device is not in it: it may change when a machine that died starts again.
    static func mark(_ status: stat) -> String {
        let time = status.st_mtim
        return "\(status.st_ino):\(time.tv_sec).\(time.tv_nsec):\(status.st_size)"
    }

    /// The path below the inbox, as text.
    var name: String { String(decoding: bytesOfName, as: UTF8.self) }

    var bytesOfName: [UInt8] {
        (folder.names + [fileName]).map { $0.dropLast().map(UInt8.init(bitPattern:)) }
            .reduce([]) { $0.isEmpty ? $1 : $0 + [UInt8(ascii: "/")] + $1 }
    }

    var isHidden: Bool { fileName.first == CChar(UInt8(ascii: ".")) }

    /// Whether it is still being uploaded, by its name.
    var isPartial: Bool { fileNameText.lowercased().hasSuffix(".part") }

    /// Whether a run that was killed was about to remove it.
    var isClaimed: Bool { fileNameText.hasPrefix(InboxListing.claimedPrefix) }

    private var fileNameText: String {
        String(decoding: fileName.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

// MARK: - Leaving the inbox

extension InboxEntry {
    /// Removes the file from the inbox if it is still the one that was taken in.
    ///
    /// Between a look at a name and its removal HR may put another file there. So the name is first
    /// changed, which is one step for the system; what then lies under the new name is removed if
    /// it is the file that was taken in, and put back if it is another.
    ///
    /// - Parameter mark: The mark of the file that was taken in.
    /// - Throws: When the name cannot be changed or removed.
    func remove(ifStill mark: String) throws(FileTrouble) {
        let descriptor = try folder.open()
        defer { close(descriptor) }
        var claimed = fileName
        if !isClaimed {
            guard let name = try claim(descriptor) else { return }
            claimed = name
        }
        var status = stat()
        guard fstatat(descriptor, claimed, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            throw FileTrouble(errno)
        }
        guard Self.mark(status) == mark else {
            try putBack(claimed, descriptor)
            return
        }
        guard unlinkat(descriptor, claimed, 0) == 0 else { throw FileTrouble(errno) }
    }

    /// Renames the file for its removal, and never onto another one.
    ///
    /// - Returns: The new name; nil where the file is gone.
    private func claim(_ descriptor: Int32) throws(FileTrouble) -> [CChar]? {
        for number in 0..<1000 {
            let prefix = InboxListing.claimedPrefix + (number == 0 ? "" : "\(number)-")
            var claimed = Self.cName(prefix) + fileName
            // A name may have 255 bytes.
            if claimed.count > 256 { claimed = Array(claimed.prefix(255)) + [0] }
            let flags = UInt32(IURAN_RENAME_NOREPLACE)
            if renameat2(descriptor, fileName, descriptor, claimed, flags) == 0 { return claimed }
            if errno == ENOENT { return nil }
            guard errno == EEXIST else { throw FileTrouble(errno) }
        }
        throw FileTrouble(EEXIST)
    }

    /// Gives a file its name back that a run which was killed had claimed.
    func putBack() throws(FileTrouble) {
        let descriptor = try folder.open()
        defer { close(descriptor) }
        try putBack(fileName, descriptor)
    }

    private func putBack(_ claimed: [CChar], _ descriptor: Int32) throws(FileTrouble) {
        let original = Array(claimed.dropFirst(InboxListing.claimedPrefix.utf8.count))
        // Somebody may have given a file no name but the prefix.
        for number in (original == [0] ? 1 : 0)..<1000 {
            let name =
                number == 0 ? original : Self.cName("\(number)-") + Array(original.suffix(240))
            let flags = UInt32(IURAN_RENAME_NOREPLACE)
            if renameat2(descriptor, claimed, descriptor, name, flags) == 0 { return }
            guard errno == EEXIST else { throw FileTrouble(errno) }
        }
        throw FileTrouble(EEXIST)
    }

    private static func cName(_ text: String) -> [CChar] {
        text.utf8.map { CChar(bitPattern: $0) }
    }
}
