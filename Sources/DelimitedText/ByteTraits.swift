/// What kinds of unusual bytes a buffer holds, so that records are checked only where needed.
struct ByteTraits {
    private(set) var hasNUL = false
    private(set) var hasNonASCII = false

    init(of bytes: UnsafeBufferPointer<UInt8>) {
        var high: UInt64 = 0
        var zero: UInt64 = 0
        let raw = UnsafeRawBufferPointer(bytes)
        let wordCount = raw.count / 8
        // The usual test for a zero byte in a word may also mark a byte above a zero one, never
        // none.
        for index in 0..<wordCount {
            let word = raw.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self)
            high |= word
            zero |= (word &- 0x0101_0101_0101_0101) & ~word
        }
        hasNonASCII = high & 0x8080_8080_8080_8080 != 0
        hasNUL = zero & 0x8080_8080_8080_8080 != 0
        for byte in raw[(wordCount * 8)...] {
            hasNonASCII = hasNonASCII || byte >= 0x80
            hasNUL = hasNUL || byte == 0
        }
    }
}
