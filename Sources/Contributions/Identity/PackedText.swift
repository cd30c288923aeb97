/// A short identifier (NIK, KPJ, NPP, kode iuran) in eight bytes.
///
/// Almost all identifiers are up to 17 digits or 11 letters and digits; those are packed into the
/// number itself, so that comparing, hashing and sorting them touches no memory. What does not fit,
/// such as a NIK with a full stop in it, is kept in an ``IdentifierPool`` and stands here as its
/// index.
///
/// Within each kind the numbers sort like the text. ``IdentifierPool/isOrderedBefore(_:_:)``
/// compares across kinds.
public struct PackedText: Hashable, Sendable, BitwiseCopyable {
    /// The packed text; 0 is no text.
    public let raw: UInt64

    /// Creates a text from its packed form.
    @inlinable
    public init(raw: UInt64) {
        self.raw = raw
    }

    /// No text.
    @inlinable
    public static var absent: PackedText { PackedText(raw: 0) }

    /// Whether it is no text.
    @inlinable
    public var isAbsent: Bool {
        raw == 0
    }

    /// How a text is kept, in the two highest bits.
    public enum Kind: UInt64, Sendable {
        /// 1 to 17 digits, padded on the right to 17 places, with the length in the lowest five
        /// bits.
        case digits = 0
        /// 1 to 11 letters A-Z and digits, padded on the right, to the base of 37.
        case alphanumeric = 1
        /// An index into the pool.
        case pooled = 2
        /// An index into the pool of a text that must not identify anybody (`3,27301E+15`).
        case damaged = 3
    }

    /// How the text is kept.
    @inlinable
    public var kind: Kind {
        Kind(rawValue: raw >> 62) ?? .digits
    }

    @usableFromInline
    init(_ kind: Kind, _ payload: UInt64) {
        raw = kind.rawValue << 62 | payload
    }

    /// The index into the pool of a text that is kept there.
    package var poolIndex: Int {
        Int(raw & (1 << 62 - 1))
    }

    /// Creates a text that is kept in the pool.
    package static func pooled(at index: Int, damaged: Bool = false) -> PackedText {
        PackedText(damaged ? .damaged : .pooled, UInt64(index))
    }
}

// MARK: - Packing

extension PackedText {
    @usableFromInline static let digitPlaces = 17
    static let alphanumericPlaces = 11

    @usableFromInline static let powersOfTen: InlineArray<18, UInt64> = [
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
        10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000,
        100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000,
    ]

    /// Packs a text, or returns nil when it has to go to a pool.
    @inlinable
    public init?(packing text: UnsafeBufferPointer<UInt8>) {
        guard text.count <= Self.digitPlaces else { return nil }
        guard !text.isEmpty else {
            self = .absent
            return
        }
        guard let value = Self.number(text) else {
            guard let packed = Self.packAlphanumeric(text) else { return nil }
            self = packed
            return
        }
        let aligned = value &* Self.powersOfTen[Self.digitPlaces - text.count]
        raw = aligned << 5 | UInt64(text.count)
    }

    /// The number that up to 17 digits make, or nil where a byte is no digit.
    @inlinable
    static func number(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard let start = text.baseAddress else { return nil }
        guard text.count == digitPlaces else {
            return DecimalDigits.number(start, count: text.count)
        }
        let last = start[digitPlaces - 1] &- UInt8(ascii: "0")
        guard last < 10, let head = DecimalDigits.number(start, count: digitPlaces - 1) else {
            return nil
        }
        return head &* 10 &+ UInt64(last)
    }

    @usableFromInline
    static func packAlphanumeric(_ text: UnsafeBufferPointer<UInt8>) -> PackedText? {
        guard text.count <= alphanumericPlaces else { return nil }
        var value: UInt64 = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                value = value * 37 + UInt64(byte - UInt8(ascii: "0")) + 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                value = value * 37 + UInt64(byte - UInt8(ascii: "A")) + 11
            default:
                return nil
            }
        }
        for _ in text.count..<alphanumericPlaces { value *= 37 }
        return PackedText(.alphanumeric, value)
    }
}

// MARK: - Reading

extension PackedText {
    /// The number of digits, when the text is digits only; else 0.
    @inlinable
    public var digitCount: Int {
        kind == .digits ? Int(raw & 31) : 0
    }

    /// The digits with zeros behind them up to 17 places, when the text is digits only.
    @inlinable
    public var paddedDigits: UInt64 { raw >> 5 }

    /// The digits as a number, when the text is digits only.
    @inlinable
    public var decimalValue: UInt64 {
        (raw >> 5) / Self.powersOfTen[Self.digitPlaces - digitCount]
    }

    /// The bytes of a text that needs no pool.
    func unpacked() -> [UInt8] {
        guard !isAbsent else { return [] }
        if kind == .digits {
            var digits = [UInt8](repeating: 0, count: digitCount)
            var rest = decimalValue
            for index in digits.indices.reversed() {
                digits[index] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            return digits
        }
        var places: [UInt8] = []
        var rest = raw & (1 << 62 - 1)
        for _ in 0..<Self.alphanumericPlaces {
            let place = UInt8(rest % 37)
            rest /= 37
            guard place > 0 else { continue }
            places.append(
                place < 11 ? UInt8(ascii: "0") + place - 1 : UInt8(ascii: "A") + place - 11
            )
        }
        return places.reversed()
    }
}
