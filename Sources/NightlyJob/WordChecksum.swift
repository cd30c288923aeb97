/// A checksum of 64 bits for files that the program itself keeps, at the speed of memory.
///
/// It finds what disks and half-written files do to bytes; against somebody who means harm it is no
/// protection, nor is it one to keep the bytes from him.
struct WordChecksum {
    private var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    private var byteCount = 0

    /// What is added at a time: whole blocks.
    static let blockBytes = 32

    /// Adds bytes, a multiple of ``blockBytes``.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        precondition(bytes.count % Self.blockBytes == 0, "part of a block")
        var (a, b, c, d) = lanes
        for offset in stride(from: 0, to: bytes.count, by: Self.blockBytes) {
            a = Self.mix(a, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            b = Self.mix(b, bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
            c = Self.mix(c, bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
            d = Self.mix(d, bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
        }
        lanes = (a, b, c, d)
        byteCount += bytes.count
    }

    /// The checksum of all that was added.
    var value: UInt64 {
        var value = UInt64(byteCount)
        for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { value = Self.mix(value, lane) }
        return value
    }

    /// Both steps can be undone, so that two texts that differ in one word never get the same sum.
    @inline(__always)
    private static func mix(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        let product = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 29
    }
}
