#if canImport(Glibc)
internal import Glibc
#endif

/// A file opened for reading; closed when it goes away.
final class InputFile: @unchecked Sendable {
    let size: Int
    private let descriptor: Int32

    /// - Throws: A sentence that says why the file cannot be read.
    init(_ path: String) throws(FileTrouble) {
        // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileTrouble(errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let trouble = FileTrouble(errno)
            close(descriptor)
            throw trouble
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw FileTrouble(status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
        }
        size = Int(status.st_size)
    }

    deinit {
        close(descriptor)
    }

    /// The bytes of the file as memory, to be given back with `munmap`; nil where that fails.
    func mapped() -> UnsafeRawBufferPointer? {
        let flags = MAP_PRIVATE | MAP_POPULATE
        guard let base = mmap(nil, size, PROT_READ, flags, descriptor, 0), base != MAP_FAILED else {
            return nil
        }
        return UnsafeRawBufferPointer(start: base, count: size)
    }

    /// Reads bytes from an offset until the buffer is full or the file ends.
    ///
    /// - Returns: How many bytes were read.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileTrouble) -> Int
    {
        var count = 0
        while count < buffer.count, let base = buffer.baseAddress {
            let result = pread(descriptor, base + count, buffer.count - count, offset + count)
            if result < 0 {
                if errno == EINTR { continue }
                throw FileTrouble(errno)
            }
            if result == 0 { break }
            count += result
        }
        return count
    }
}

/// What the system said when a file could not be read or written.
struct FileTrouble: Error, CustomStringConvertible {
    let code: Int32

    init(_ code: Int32) {
        self.code = code
    }

    var description: String {
        switch code {
        case ENOENT: "tidak ada"
        case EISDIR: "ini folder, bukan berkas"
        case ENOTDIR: "bagian jalurnya berkas, bukan folder"
        case EACCES, EPERM: "tidak ada izin"
        case ENOSPC: "penyimpanan penuh"
        case EROFS: "penyimpanan hanya dapat dibaca"
        case EINVAL: "bukan berkas biasa"
        default: String(cString: strerror(code))
        }
    }
}
