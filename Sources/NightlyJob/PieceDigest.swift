internal import Contributions
internal import Crypto
private import Dispatch
private import Synchronization

/// The SHA-256 of a file whose pieces are read side by side.
///
/// Whoever has read the piece that is next in line hashes it, and all that follow it and were read,
/// while the others go on reading. So a file is hashed with the bytes that became rows, and no core
/// waits for another to have hashed a whole file.
final class PieceDigest: @unchecked Sendable {
    private struct State {
        var next = 0
        var read: [Int: (buffer: ReadBuffers.Buffer, count: Int)] = [:]
        var isHashing = false
        var waiterCount = 0
    }

    private enum Role {
        case hashes
        case waits
        case readsOn
    }

    private let buffers: ReadBuffers
    private let state = Mutex(State())
    /// Used by nobody but the thread that has set `isHashing`.
    private var hash = SHA256()
    /// The most pieces that wait for their turn; beyond that their readers wait, too.
    private let mostPieces = 4 * Parallel.coreCount
    private let turn = DispatchSemaphore(value: 0)

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
        let role = state.withLock { state -> Role in
            state.read[place] = (buffer, count)
            if !state.isHashing, place == state.next {
                state.isHashing = true
                return .hashes
            }
            // The piece next in line never waits, so that the others do not wait for ever.
            guard state.read.count > mostPieces else { return .readsOn }
            state.waiterCount += 1
            return .waits
        }
        switch role {
        case .readsOn: return
        case .waits: turn.wait()
        case .hashes:
            while let (buffer, count) = takeNext() {
                hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer.bytes[..<count]))
                buffers.putBack(buffer)
            }
        }
    }

    /// The piece that is next in line, if it was read; otherwise others may hash.
    private func takeNext() -> (ReadBuffers.Buffer, Int)? {
        state.withLock { state in
            let next = state.read.removeValue(forKey: state.next)
            if next == nil { state.isHashing = false } else { state.next += 1 }
            if state.read.count <= mostPieces {
                for _ in 0..<state.waiterCount { turn.signal() }
                state.waiterCount = 0
            }
            return next
        }
    }

    /// The digest in hexadecimal, when all pieces were taken.
    func finish() -> String { hash.finalize().hexadecimal }
}
