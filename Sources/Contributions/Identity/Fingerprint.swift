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
        // The last bytes as a number, the first of them in its highest place.
        let rest = bytes.word(at: offset).bigEndian
        add(rest >> UInt64((8 - (bytes.count - offset)) * 8))
    }

    /// Adds a number.
    package mutating func add(_ word: UInt64) {
        let (high, low) = (value ^ word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
            by: 0xD6E8_FEB8_6659_FD93
        )
        value = high ^ low &+ (value << 7 | value >> 57)
    }
}

extension UnsafeRawBufferPointer {
    /// Eight bytes, or as many as there are, with zeros behind them; the first is the lowest.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        let left = count - offset
        if left >= 8 { return loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
        if count >= 8 {
            // The last eight bytes overlap those before them.
            let tail = loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            return tail >> UInt64((8 - left) * 8)
        }
        var word: UInt64 = 0
        for byte in self[offset...].reversed() { word = word << 8 | UInt64(byte) }
        return word
    }
}
