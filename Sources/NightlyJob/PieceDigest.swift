internal import Contributions
internal import Crypto

/// The SHA-256 of a file whose pieces are read side by side.
///
/// Whoever has read the piece that is next in line hashes it, and all that follow it and were read,
/// while the others go on reading. So a file is hashed with the bytes that became rows, and no core
/// waits for another to have hashed a whole file.
final class PieceDigest: @unchecked Sendable {
    private let buffers: ReadBuffers
    private let pieces = InOrder<(buffer: ReadBuffers.Buffer, count: Int)>(
        mostReady: 4 * Parallel.coreCount
    )
    /// Used by one thread at a time, as ``pieces`` hands them on.
    private var hash = SHA256()

    /// - Parameters:
    ///   - head: The bytes before the first piece.
    ///   - buffers: Where the memory of pieces goes when they are hashed.
    init(_ head: [UInt8], _ buffers: ReadBuffers) {
        self.buffers = buffers
        hash.update(data: head)
    }

    /// Takes a piece that was read; pieces must be begun in their order.
    ///
    /// - Parameters:
    ///   - buffer: Its bytes, which nobody else needs any more.
    ///   - count: How many they are.
    ///   - place: Its place among the pieces of the file.
    func add(_ buffer: ReadBuffers.Buffer, _ count: Int, at place: Int) {
        pieces.add((buffer, count), at: place) { piece, _ in
            let bytes = piece.buffer.bytes[..<piece.count]
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes))
            buffers.putBack(piece.buffer)
        }
    }

    /// The digest in hexadecimal, when all pieces were taken.
    func finish() -> String { hash.finalize().hexadecimal }
}
