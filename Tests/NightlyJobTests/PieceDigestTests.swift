import Contributions
import Crypto
import Testing

@testable import NightlyJob

/// A file is hashed as a whole, whoever reads which of its pieces when.
@Suite("Digest of pieces")
struct PieceDigestTests {
    /// Bytes of which no two pieces are the same.
    private let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 7) }

    private func expected() -> String { SHA256.hash(data: bytes).hexadecimal }

    private func add(_ range: Range<Int>, at place: Int, to digest: PieceDigest, _ all: ReadBuffers)
    {
        let buffer = all.take(atLeast: range.count)
        for (index, byte) in bytes[range].enumerated() { buffer.bytes[index] = byte }
        digest.add(buffer, range.count, at: place)
    }

    @Test("pieces that are read side by side, more than may wait for their turn")
    func sideBySide() {
        for pieceBytes in [1000, 7001, 299_000] {
            let buffers = ReadBuffers()
            let ranges = Parallel.ranges(count: bytes.count - 100, size: pieceBytes).map {
                $0.lowerBound + 100..<$0.upperBound + 100
            }
            let digest = PieceDigest(Array(bytes[..<100]), buffers)
            _ = Parallel.map(count: ranges.count) { place in
                add(ranges[place], at: place, to: digest, buffers)
            }
            #expect(digest.finish() == expected(), "\(pieceBytes)")
        }
    }

    @Test("the first piece comes last")
    func firstComesLast() {
        let buffers = ReadBuffers()
        let digest = PieceDigest([], buffers)
        let ranges = Parallel.ranges(count: bytes.count, size: 100_000)
        for place in ranges.indices.reversed() {
            add(ranges[place], at: place, to: digest, buffers)
        }
        #expect(digest.finish() == expected())
    }

    @Test("a file without rows has the digest of its header")
    func noPieces() {
        #expect(PieceDigest(bytes, ReadBuffers()).finish() == expected())
    }
}
