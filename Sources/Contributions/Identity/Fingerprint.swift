/// Stands for cells that are compared and not read again.
///
/// Two texts that differ get the same 64 bits with a chance of 2^-64.
package struct Fingerprint: Hashable, Sendable, BitwiseCopyable {
    package private(set) var value: UInt64 = 0

    package init() {}

    /// The fingerprint of one text.
    package init(of text: UnsafeBufferPointer<UInt8>) {
        add(text)
    }

    /// Adds a text; its length counts too.
    package mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        let bytes = UnsafeRawBufferPointer(text)
        add(UInt64(bytes.count))
        var offset = 0
        while offset + 8 <= bytes.count {
            add(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        guard offset < bytes.count else { return }
        add(Self.rest(of: bytes, from: offset))
    }

    /// The last bytes of a text, up to seven, the first of them in the highest place.
    @inline(__always)
    private static func rest(of bytes: UnsafeRawBufferPointer, from offset: Int) -> UInt64 {
        if offset > 0 {
            // The last eight bytes overlap those before them.
            let tail = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
            return tail.bigEndian & (1 << UInt64((bytes.count - offset) * 8) - 1)
        }
        var rest: UInt64 = 0
        for byte in bytes { rest = rest << 8 | UInt64(byte) }
        return rest
    }

    /// Adds a number.
    package mutating func add(_ word: UInt64) {
        let (high, low) = (value ^ word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
            by: 0xD6E8_FEB8_6659_FD93
        )
        value = high ^ low &+ (value << 7 | value >> 57)
    }
}
