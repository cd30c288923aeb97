internal import Crypto
private import Synchronization

/// The SHA-256 of a file whose pieces are read side by side.
///
/// Whoever has read the piece that is next in line hashes it, and all that follow it and were read,
/// while the others go on reading. So a file is hashed with the bytes that became rows, and no core
/// waits for the one that hashes the largest file.
final class PieceDigest: @unchecked Sendable {
    private struct State {
        var next = 0
        var read: [Int: (buffer: ReadBuffers.Buffer, count: Int)] = [:]
        var isHashing = false
    }

    private let buffers: ReadBuffers
    private let state = Mutex(State())
    /// Used by nobody but the thread that has set `isHashing`.
    private var hash = SHA256()

    /// - Parameters:
    ///   - head: The bytes before the first piece.
    ///   - buffers: Where the memory of pieces goes when they are hashed.
    init(_ head: [UInt8], _ buffers: ReadBuffers) {
        self.buffers = buffers
        hash.update(data: head)
    }

    /// Takes a piece that was read.
    ///
    /// - Parameters:
    ///   - buffer: Its bytes, which nobody else needs any more.
    ///   - count: How many they are.
    ///   - place: Its place among the pieces of the file.
    func add(_ buffer: ReadBuffers.Buffer, _ count: Int, at place: Int) {
        let isMine = state.withLock { state in
            state.read[place] = (buffer, count)
            guard !state.isHashing, place == state.next else { return false }
            state.isHashing = true
            return true
        }
        guard isMine else { return }
        while let (buffer, count) = takeNext() {
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer.bytes[..<count]))
            buffers.putBack(buffer)
        }
    }

    /// The piece that is next in line, if it was read; otherwise others may hash.
    private func takeNext() -> (ReadBuffers.Buffer, Int)? {
        state.withLock { state in
            guard let next = state.read.removeValue(forKey: state.next) else {
                state.isHashing = false
                return nil
            }
            state.next += 1
            return next
        }
    }

    /// The digest in hexadecimal, when all pieces were taken.
    func finish() -> String { hash.finalize().hexadecimal }
}
