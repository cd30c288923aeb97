internal import Contributions

/// Decimal digits as text, eight at a time.
enum DecimalText {
    /// The eight digits of a number below 100,000,000, the first in the lowest byte.
    ///
    /// The number is divided into fours, then pairs, then digits; each step does all its divisions
    /// at once, by multiplying with what is as good as the reciprocal for numbers that small.
    @inline(__always)
    static func eightDigits(_ number: UInt64) -> UInt64 {
        let head = number / 10_000
        let fours = head | (number - head * 10_000) << 32
        let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
        let pairs = hundreds | (fours &- hundreds &* 100) << 16
        let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
        return tens | (pairs &- tens &* 10) << 8 | 0x3030_3030_3030_3030
    }

    /// Writes an identifier of digits, which needs room for 17 bytes.
    ///
    /// - Returns: The number of its digits.
    @inline(__always)
    static func digits(of text: PackedText, to bytes: UnsafeMutableRawPointer) -> Int {
        // The digits are padded on the right to 17 places; what is not of the text is written over.
        let (head, tail) = text.paddedDigits.quotientAndRemainder(dividingBy: 100_000_000)
        let (first, middle) = head.quotientAndRemainder(dividingBy: 100_000_000)
        bytes.storeBytes(of: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: first), as: UInt8.self)
        bytes.storeBytes(of: eightDigits(middle), toByteOffset: 1, as: UInt64.self)
        bytes.storeBytes(of: eightDigits(tail), toByteOffset: 9, as: UInt64.self)
        return text.digitCount
    }

    /// How many of eight digits are zeros in front of the number; the last digit is never one.
    @inline(__always)
    static func leadingZeros(_ digits: UInt64) -> Int {
        ((digits & 0x000F_0F0F_0F0F_0F0F | 1 << 56).trailingZeroBitCount) / 8
    }
}

/// The texts of the days that were printed last, a few dozen of them; a class because it owns their
/// memory.
final class DayTexts {
    /// The length of `YYYY-MM-DD`.
    static let length = 10
    private static let slotCount = 64
    private let days: UnsafeMutablePointer<Day>
    private let texts: UnsafeMutablePointer<UInt8>

    init() {
        days = .allocate(capacity: Self.slotCount)
        days.initialize(repeating: .absent, count: Self.slotCount)
        texts = .allocate(capacity: Self.slotCount * 16)
    }

    deinit {
        days.deallocate()
        texts.deallocate()
    }

    /// The ten bytes of a day, valid until the next call.
    func text(of day: Day) -> UnsafePointer<UInt8> {
        let slot = Int(day.number & Int32(Self.slotCount - 1))
        let text = texts + slot * 16
        if days[slot] != day {
            let (year, month, dayOfMonth) = day.civil
            let digits = UInt64(year * 10_000 + month * 100 + dayOfMonth)
            let word = DecimalText.eightDigits(digits)
            for (index, place) in Self.places.enumerated() {
                text[place] = UInt8(truncatingIfNeeded: word >> UInt64(index * 8))
            }
            text[4] = UInt8(ascii: "-")
            text[7] = UInt8(ascii: "-")
            days[slot] = day
        }
        return UnsafePointer(text)
    }

    /// Where the digits of a day stand between its hyphens.
    private static let places = [0, 1, 2, 3, 5, 6, 8, 9]
}
