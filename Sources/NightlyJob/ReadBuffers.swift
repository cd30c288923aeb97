private import Synchronization

/// Memory to read pieces into, used again for the next piece.
final class ReadBuffers: Sendable {
    final class Buffer: @unchecked Sendable {
        let bytes: UnsafeMutableRawBufferPointer

        init(byteCount: Int) {
            bytes = .allocate(byteCount: byteCount, alignment: 64)
        }

        deinit {
            bytes.deallocate()
        }
    }

    private let idle = Mutex<[Buffer]>([])

    func take(atLeast byteCount: Int) -> Buffer {
        let found = idle.withLock { idle in
            idle.firstIndex { $0.bytes.count >= byteCount }.map { idle.remove(at: $0) }
        }
        return found ?? Buffer(byteCount: max(byteCount, InputSurvey.segmentBytes + (1 << 16)))
    }

    func putBack(_ buffer: Buffer) {
        // A buffer for an overlong line is not worth keeping.
        guard buffer.bytes.count <= 2 * InputSurvey.segmentBytes else { return }
        idle.withLock { $0.append(buffer) }
    }
}
