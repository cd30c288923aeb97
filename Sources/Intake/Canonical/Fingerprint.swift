/// Stands for cells that are compared once and not kept.
///
/// Two rows that differ only in such cells get the same 64 bits with a chance of 2^-64, within one
/// worker's month.
struct Fingerprint {
    private(set) var value: UInt64 = 0

    mutating func add(_ column: Column, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard !bytes.isEmpty else { return }
        mix(UInt64(column.rawValue) << 32 | UInt64(bytes.count))
        var word: UInt64 = 0
        var count = 0
        for byte in bytes {
            word = word << 8 | UInt64(byte)
            count += 1
            if count == 8 {
                mix(word)
                word = 0
                count = 0
            }
        }
        mix(word)
    }

    mutating func add(_ column: Column, _ number: Int64) {
        mix(UInt64(bitPattern: number) ^ UInt64(column.rawValue) << 56)
    }

    private mutating func mix(_ word: UInt64) {
        let (high, low) = (value ^ word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
            by: 0xD6E8_FEB8_6659_FD93
        )
        value = high ^ low &+ (value << 7 | value >> 57)
    }
}
