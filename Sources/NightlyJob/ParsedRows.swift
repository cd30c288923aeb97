internal import Contributions
private import Foundation
private import Glibc
internal import Intake

/// The rows of files that earlier runs parsed, kept in a folder.
///
/// A nightly run reads the same archived files night after night. What a file's bytes say does not
/// change, so its rows are kept as they stand in memory, under the SHA-256 of the bytes, and taken
/// in as they are. A kept file is never trusted: where it was written by another build of the
/// program, or is not whole, the file itself is read, as it is where nothing is kept at all.
package struct ParsedRows: Sendable {
    private let folder: String
    /// Stands for all that decides, beside the bytes of a file, what its rows are.
    private let program: UInt64

    /// - Parameter folder: Where files are kept; made where it is missing.
    package init(_ folder: String) {
        self.init(folder, program: Self.ownProgram)
    }

    /// - Parameters:
    ///   - folder: Where files are kept.
    ///   - program: What stands for the program; files of another are not read.
    init(_ folder: String, program: UInt64) {
        self.folder = folder
        self.program = program
    }

    /// The rows of a file; nil where they are not kept, or not by this program, or damaged.
    ///
    /// - Parameters:
    ///   - digest: The SHA-256 of the file's bytes.
    ///   - kind: The kind that the user names.
    ///   - place: The file's place among the run's inputs.
    /// - Returns: The file as it was parsed.
    func file(_ digest: String, _ kind: InputKind?, at place: Int) -> ParsedFile? {
        guard let memory = try? Self.memory(path(digest, kind)),
            let header = KeptHeader(memory.bytes), header.program == program,
            header.byteCount == memory.bytes.count
        else { return nil }
        var checksum = WordChecksum()
        checksum.add(UnsafeRawBufferPointer(rebasing: memory.bytes[KeptHeader.byteCount...]))
        guard checksum.value == header.checksum else { return nil }
        return try? ParsedFile(memory, from: KeptHeader.byteCount, at: place)
    }

    /// Keeps the rows of a file.
    ///
    /// A run goes on where that fails, such as on a full disk: the next one parses the file again.
    ///
    /// - Parameters:
    ///   - facts: What the report says of the file.
    ///   - segments: Its rows, not yet joined with those of other files.
    ///   - digest: The SHA-256 of its bytes.
    ///   - kind: The kind that the user names.
    func keep(
        _ facts: ParsedFile.Facts,
        _ segments: [SegmentRecords],
        _ digest: String,
        _ kind: InputKind?
    ) {
        try? FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let path = path(digest, kind)
        let aside = "\(path).\(getpid()).sementara"
        do throws(FileTrouble) {
            let file = try KeptFileWriter(aside)
            try ParsedFile.write(facts, segments) { part throws(FileTrouble) in
                try file.append(part)
            }
            try file.finish(program)
            guard rename(aside, path) == 0 else { throw FileTrouble(errno) }
        } catch {
            unlink(aside)
        }
    }

    /// Removes the rows of all files but some, and what runs that were killed have left behind.
    ///
    /// - Parameter digests: The SHA-256 of the files whose rows stay.
    package func removeAll(except digests: Set<String>) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names {
            let isWhole = name.hasSuffix(Self.suffix)
            let digest = String(name.prefix { $0 != "." })
            if isWhole, digests.contains(digest) { continue }
            if isWhole || name.hasSuffix(".sementara") { unlink("\(folder)/\(name)") }
        }
    }

    private static let suffix = ".baris"

    private func path(_ digest: String, _ kind: InputKind?) -> String {
        "\(folder)/\(digest).\(kind?.rawValue ?? "apa-pun")\(Self.suffix)"
    }
}

// MARK: - The program

extension ParsedRows {
    /// The number of the form in which rows are kept; to be raised with any change of it.
    private static let form = 2

    /// What reads rows and how they stand in memory: the form, the sizes, and this very build.
    private static let ownProgram: UInt64 = {
        var build = stat()
        stat("/proc/self/exe", &build)
        var text = "\(form) \(Product.version) \(build.st_size) "
        text += "\(build.st_mtim.tv_sec).\(build.st_mtim.tv_nsec) "
        text += "\(MemoryLayout<PayrollRow>.stride) \(MemoryLayout<LedgerRow>.stride) "
        text += "\(MemoryLayout<RegisterRow>.stride)"
        let blocks = (text.utf8.count / WordChecksum.blockBytes + 1) * WordChecksum.blockBytes
        let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: blocks - text.utf8.count)
        var checksum = WordChecksum()
        bytes.withUnsafeBytes { checksum.add($0) }
        return checksum.value
    }()
}

// MARK: - Files

extension ParsedRows {
    /// Files of this size are mapped into memory, so that nothing is copied; the system limits how
    /// many mappings there may be, so smaller ones are read.
    private static let mappedBytes = 1 << 18

    private static func memory(_ path: String) throws(FileTrouble) -> KeptMemory {
        let file = try InputFile(path)
        guard file.size >= KeptHeader.byteCount, file.size % ParsedFile.alignment == 0 else {
            throw FileTrouble(EINVAL)
        }
        if file.size >= mappedBytes, let bytes = file.mapped() {
            return KeptMemory(bytes) { bytes in
                munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
            }
        }
        let bytes = UnsafeMutableRawBufferPointer.allocate(
            byteCount: file.size,
            alignment: ParsedFile.alignment
        )
        let memory = KeptMemory(UnsafeRawBufferPointer(bytes)) { $0.deallocate() }
        guard try file.read(into: bytes, at: 0) == file.size else { throw FileTrouble(EIO) }
        return memory
    }
}

/// The first bytes of a kept file.
private struct KeptHeader {
    private static let mark: UInt64 = 0x31_5352_4152_5549  // "IURARS1"

    static let byteCount = ParsedFile.alignment

    var program: UInt64
    var byteCount: Int
    /// Of all that follows the header.
    var checksum: UInt64

    init(program: UInt64, byteCount: Int, checksum: UInt64) {
        self.program = program
        self.byteCount = byteCount
        self.checksum = checksum
    }

    init?(_ bytes: UnsafeRawBufferPointer) {
        let words = (0..<4).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
        guard words[0] == Self.mark, let byteCount = Int(exactly: words[2]) else { return nil }
        self.init(program: words[1], byteCount: byteCount, checksum: words[3])
    }

    var bytes: [UInt8] {
        [Self.mark, program, UInt64(byteCount), checksum, 0, 0, 0, 0].flatMap { word in
            withUnsafeBytes(of: word) { Array($0) }
        }
    }
}

/// Writes a kept file through a buffer, which is filled up to whole blocks between its parts.
private final class KeptFileWriter {
    private let descriptor: Int32
    private var checksum = WordChecksum()
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    private var filled = 0
    private var written = KeptHeader.byteCount

    init(_ path: String) throws(FileTrouble) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileTrouble(errno) }
    }

    deinit {
        close(descriptor)
        buffer.deallocate()
    }

    func append(_ part: UnsafeRawBufferPointer) throws(FileTrouble) {
        var rest = part[...]
        while !rest.isEmpty {
            let next = rest.prefix(buffer.count - filled)
            UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: next))
            filled += next.count
            rest = rest.dropFirst(next.count)
            if filled == buffer.count { try flush() }
        }
        while filled % ParsedFile.alignment != 0 {
            buffer[filled] = 0
            filled += 1
        }
    }

    func finish(_ program: UInt64) throws(FileTrouble) {
        try flush()
        let header = KeptHeader(
            program: program,
            byteCount: written,
            checksum: checksum.value
        )
        try header.bytes.withUnsafeBufferPointer { bytes throws(FileTrouble) in
            try write(UnsafeRawBufferPointer(bytes), at: 0)
        }
    }

    private func flush() throws(FileTrouble) {
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<filled])
        checksum.add(bytes)
        try write(bytes, at: written)
        written += filled
        filled = 0
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileTrouble) {
        var done = 0
        while done < bytes.count, let base = bytes.baseAddress {
            let count = pwrite(descriptor, base + done, bytes.count - done, offset + done)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileTrouble(errno)
            }
            done += count
        }
    }
}
