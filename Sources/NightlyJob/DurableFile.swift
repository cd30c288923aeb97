internal import Glibc

/// A small file that is there as a whole or not at all, also after a power failure.
enum DurableFile {
    /// Writes a file aside and renames it into place.
    static func write(
        _ bytes: [UInt8],
        to path: String,
        mode: mode_t = 0o640
    ) throws(FileTrouble) {
        let aside = path + ".sementara"
        // A run that was killed may have left one, which its mode may forbid to open.
        unlink(aside)
        let descriptor = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw FileTrouble(errno) }
        defer { close(descriptor) }
        do throws(FileTrouble) {
            fchmod(descriptor, mode)
            try bytes.withUnsafeBufferPointer { buffer throws(FileTrouble) in
                try append(UnsafeRawBufferPointer(buffer), to: descriptor)
            }
            guard fsync(descriptor) == 0, rename(aside, path) == 0 else { throw FileTrouble(errno) }
        } catch {
            unlink(aside)
            throw error
        }
        try Folder.sync(Folder.parent(of: path))
    }

    /// Writes all bytes.
    static func append(
        _ bytes: UnsafeRawBufferPointer,
        to descriptor: Int32
    ) throws(FileTrouble) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let count = Glibc.write(descriptor, part.baseAddress, part.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileTrouble(errno)
            }
            rest = rest.dropFirst(count)
        }
    }
}

/// Folders, as the system's calls see them.
enum Folder {
    /// How many bytes its disk has left; nil where the system does not say.
    static func freeBytes(_ path: String) -> Int? {
        var space = statvfs()
        guard statvfs(path, &space) == 0 else { return nil }
        return Int(space.f_bavail) * Int(space.f_frsize)
    }

    /// Makes a folder and those above it.
    ///
    /// - Returns: Whether it was not there before.
    @discardableResult
    static func make(_ path: String) throws(FileTrouble) -> Bool {
        if mkdir(path, 0o750) == 0 { return true }
        switch errno {
        case EEXIST: return false
        case ENOENT:
            let parent = parent(of: path)
            guard !parent.isEmpty, parent != path else { throw FileTrouble(ENOENT) }
            try make(parent)
            if mkdir(path, 0o750) != 0, errno != EEXIST { throw FileTrouble(errno) }
            return true
        default: throw FileTrouble(errno)
        }
    }

    /// Lets a symbolic link point elsewhere, in one step.
    static func replaceLink(_ link: String, to target: String) throws(FileTrouble) {
        let aside = parent(of: link) + "/.tautan.sementara"
        unlink(aside)
        guard symlink(target, aside) == 0 else { throw FileTrouble(errno) }
        guard rename(aside, link) == 0 else {
            let trouble = FileTrouble(errno)
            unlink(aside)
            throw trouble
        }
        try sync(parent(of: link))
    }

    /// The folder that a path lies in.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes names in a folder survive a power failure.
    static func sync(_ path: String) throws(FileTrouble) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileTrouble(errno) }
        defer { close(descriptor) }
        // Some file systems cannot do this for a folder.
        if fsync(descriptor) != 0, errno != EINVAL { throw FileTrouble(errno) }
    }
}
