internal import Crypto
internal import Glibc
internal import RunStore

/// Keeps the original bytes of deliveries under their SHA-256.
struct Archive {
    let workspace: Workspace

    /// A file of the inbox whose bytes are in the archive.
    struct Kept: Sendable {
        var entry: InboxEntry
        var digest: String
        var size: Int
    }

    /// Why a file stays in the inbox.
    enum Stay: Error {
        case beingWritten
        case cannotTell
        /// Its folder does not let this account remove it.
        case notRemovable
        case unreadable(FileTrouble)
    }

    /// The path of bytes.
    func path(_ digest: String) -> String {
        "\(workspace.archive)/\(digest.prefix(2))/\(digest)"
    }

    /// Whether the bytes are here.
    func holds(_ digest: String) -> Bool { access(path(digest), R_OK) == 0 }

    /// Copies a file of the inbox into the archive, unless it is still being written.
    ///
    /// - Parameters:
    ///   - entry: The file.
    ///   - writers: Who writes; nil trusts the name.
    /// - Returns: What is kept, or why the file stays in the inbox.
    /// - Throws: A failure (exit 73) when the archive cannot be written.
    func keep(
        _ entry: InboxEntry,
        _ writers: OpenWriters?
    ) throws(Failure) -> Result<Kept, Stay> {
        let source: Int32
        do throws(FileTrouble) {
            let folder = try entry.folder.open()
            defer { close(folder) }
            guard faccessat(folder, ".", W_OK | X_OK, AT_EACCESS) == 0 else {
                return .failure(.notRemovable)
            }
            source = openat(folder, entry.fileName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
            guard source >= 0 else { throw FileTrouble(errno) }
        } catch {
            return .failure(.unreadable(error))
        }
        // Closing ends the lease, if there is one.
        defer { close(source) }
        var isLeased = false
        switch writers?.answer(source) {
        case .beingWritten: return .failure(.beingWritten)
        case .unknown: return .failure(.cannotTell)
        case .complete(let leased): isLeased = leased
        case nil: break
        }
        let copy = try Copy(into: workspace.archive)
        do throws(Stay) {
            try copy.fill(from: source)
        } catch {
            return .failure(error)
        }
        var status = stat()
        guard fstat(source, &status) == 0, InboxEntry.mark(status) == entry.mark,
            !isLeased || OpenWriters.isLeaseWhole(source)
        else { return .failure(.beingWritten) }
        let digest = try copy.finish { path($0) }
        return .success(Kept(entry: entry, digest: digest, size: copy.size))
    }

    /// Keeps bytes that are at hand, such as the operator's list of employers.
    func keep(_ bytes: [UInt8]) throws(Failure) -> String {
        let digest = SHA256.hash(data: bytes).hexadecimal
        guard !holds(digest) else { return digest }
        do throws(FileTrouble) {
            try Folder.make(Folder.parent(of: path(digest)))
            try DurableFile.write(bytes, to: path(digest), mode: 0o440)
        } catch {
            throw Failure(.cannotWrite, "cannot write into \(workspace.archive): \(error)")
        }
        return digest
    }

    /// Removes what copies that were interrupted have left.
    func clearLeftovers() {
        unlink(Copy.path(in: workspace.archive))
    }

    /// Destroys all bytes that are destroyed by what the store says.
    func destroyRecorded(_ store: RunStore) throws(Failure) {
        let digests = try store.reading { store throws(StoreTrouble) in
            try store.destroyedDigests()
        }
        for digest in digests.sorted() where access(path(digest), F_OK) == 0 {
            do throws(FileTrouble) {
                try destroy(digest)
            } catch {
                throw Failure(.cannotWrite, "cannot destroy \(path(digest)): \(error)")
            }
        }
    }

    private func destroy(_ digest: String) throws(FileTrouble) {
        guard unlink(path(digest)) == 0 else {
            if errno == ENOENT { return }
            throw FileTrouble(errno)
        }
        try Folder.sync(Folder.parent(of: path(digest)))
    }
}

/// A copy being made; it gets its name when all bytes are on the disk.
private final class Copy {
    private let folder: String
    private let descriptor: Int32
    private var hash = SHA256()
    private(set) var size = 0
    private var trouble: FileTrouble?

    static func path(in folder: String) -> String { folder + "/.sementara" }

    init(into folder: String) throws(Failure) {
        self.folder = folder
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
        descriptor = open(Self.path(in: folder), flags, 0o440)
        guard descriptor >= 0 else {
            throw Failure(.cannotWrite, "cannot write into \(folder): \(FileTrouble(errno))")
        }
    }

    deinit {
        close(descriptor)
        unlink(Self.path(in: folder))
    }

    /// Takes all bytes of a file.
    ///
    /// Trouble of the copy is kept for ``finish(_:)``; what is thrown is the source's.
    func fill(from source: Int32) throws(Archive.Stay) {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
        defer { block.deallocate() }
        while trouble == nil {
            let count = read(source, block.baseAddress, block.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw .unreadable(FileTrouble(errno))
            }
            guard count > 0 else { return }
            let part = UnsafeRawBufferPointer(rebasing: block[..<count])
            hash.update(bufferPointer: part)
            size += count
            do throws(FileTrouble) {
                try DurableFile.append(part, to: descriptor)
            } catch {
                trouble = error
            }
        }
    }

    /// Puts the copy in its place.
    ///
    /// - Parameter path: The place, by the digest.
    /// - Returns: The digest.
    /// - Throws: A failure (exit 73) when the copy could not be written.
    func finish(_ path: (String) -> String) throws(Failure) -> String {
        let digest = hash.finalize().hexadecimal
        let target = path(digest)
        do throws(FileTrouble) {
            if let trouble { throw trouble }
            try Folder.make(Folder.parent(of: target))
            fchmod(descriptor, 0o440)
            guard fsync(descriptor) == 0, rename(Self.path(in: folder), target) == 0 else {
                throw FileTrouble(errno)
            }
            try Folder.sync(Folder.parent(of: target))
            try Folder.sync(folder)
        } catch {
            throw Failure(.cannotWrite, "cannot write into \(folder): \(error)")
        }
        return digest
    }
}
