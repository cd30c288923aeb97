private import Crypto
private import Foundation
private import Glibc

/// A file of the report, as the manifest lists it.
struct OutputSummary: Sendable {
    var name: String
    var size: Int
    var digest: String
}

/// A file being written, with its digest.
final class OutputFile {
    private let name: String
    private let descriptor: Int32
    private var hash = SHA256()
    private var size = 0

    init(_ folder: String, _ name: String) throws(Failure) {
        self.name = name
        let path = folder + "/" + name
        let parent = (path as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(
            atPath: parent,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o750]
        )
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else {
            throw Failure(.cannotWrite, "cannot create \(name): \(FileTrouble(errno))")
        }
        // The mode asked for is what the contract says, whatever the umask.
        fchmod(descriptor, 0o640)
    }

    deinit {
        close(descriptor)
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(FileTrouble) {
        hash.update(bufferPointer: bytes)
        size += bytes.count
        try DurableFile.append(bytes, to: descriptor)
    }

    func finish() -> OutputSummary {
        OutputSummary(name: name, size: size, digest: hash.finalize().hexadecimal)
    }

    /// The summary of what others have written to the path.
    func summaryOfContents(_ path: String) throws(FileTrouble) -> OutputSummary {
        let input = try InputFile(path)
        let part = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { part.deallocate() }
        while size < input.size {
            let count = try input.read(into: part, at: size)
            guard count > 0 else { throw FileTrouble(EIO) }
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: part[..<count]))
            size += count
        }
        return finish()
    }
}
