/// Reads decimal digits eight at a time.
///
/// Millions of rows have a dozen numbers each, so this is most of what reading them takes.
public enum DecimalDigits {
    /// The number that 1 to 16 digits make, or nil where a byte is no digit.
    @inlinable
    public static func number(_ text: UnsafePointer<UInt8>, count: Int) -> UInt64? {
        let bytes = UnsafeRawPointer(text)
        if count >= 8 {
            let head = bytes.loadUnaligned(as: UInt64.self) ^ zeros
            let tail = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) ^ zeros
            guard areDigits(head), areDigits(tail) else { return nil }
            guard count > 8 else { return number(head) }
            // What the head has too counts as zeros in front of the tail.
            let own = tail & (.max << UInt64((16 - count) * 8))
            return number(head) &* PackedText.powersOfTen[count - 8] &+ number(own)
        }
        if count >= 4 {
            // Both halves hold the middle; what is shifted in stands for zeros in front.
            let head = UInt64(bytes.loadUnaligned(as: UInt32.self))
            let tail = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
            let word = head | tail << UInt64((count - 4) * 8)
            let digits = (word ^ zeros) << UInt64((8 - count) * 8)
            return areDigits(digits) ? number(digits) : nil
        }
        var value: UInt64 = 0
        for index in 0..<count {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &+ UInt64(digit)
        }
        return value
    }

    /// The number that two digits make, or nil where a byte is no digit.
    @inlinable
    @inline(__always)
    public static func pair(_ text: UnsafePointer<UInt8>) -> UInt64? {
        let digits = UnsafeRawPointer(text).loadUnaligned(as: UInt16.self) ^ 0x3030
        guard (digits | (digits &+ 0x7676)) & 0x8080 == 0 else { return nil }
        return UInt64((digits & 0xFF) &* 10 &+ digits >> 8)
    }

    /// The character 0 in every byte; a digit differs from it by its value.
    @usableFromInline static var zeros: UInt64 { 0x3030_3030_3030_3030 }

    /// Whether every byte is below 10: adding 0x76 leaves the highest bits of these alone clear.
    @inlinable
    static func areDigits(_ word: UInt64) -> Bool {
        (word | (word &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0
    }

    /// The number of eight digits, the first in the lowest byte: pairs, then fours, then all.
    @inlinable
    static func number(_ digits: UInt64) -> UInt64 {
        let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = pairs &* 100 &+ pairs >> 16
        return (fours & 0xFFFF) &* 10_000 &+ fours >> 32 & 0xFFFF
    }
}
