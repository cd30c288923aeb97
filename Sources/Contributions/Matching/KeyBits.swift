/// A set of keys that may hold a few too many, in little memory.
struct KeyBits: Sendable {
    private var words: [UInt64]
    private let shift: UInt64

    /// - Parameter count: About how many keys will be added.
    init(expecting count: Int) {
        var bits: UInt64 = 10
        while 1 << bits < count * 32, bits < 28 { bits += 1 }
        words = [UInt64](filledWith: 0, count: 1 << Int(bits - 6))
        shift = 64 - bits
    }

    /// Adds a key, and says whether it was new.
    @discardableResult
    mutating func insert(_ key: UInt64) -> Bool {
        let (word, bit) = place(key)
        let isNew = words[word] & bit == 0
        words[word] |= bit
        return isNew
    }

    /// Whether the key may be in the set; false is certain.
    func contains(_ key: UInt64) -> Bool {
        let (word, bit) = place(key)
        return words[word] & bit != 0
    }

    private func place(_ key: UInt64) -> (word: Int, bit: UInt64) {
        let hash = (key &* 0x9E37_79B9_7F4A_7C15) >> shift
        return (Int(hash >> 6), 1 << (hash & 63))
    }
}
