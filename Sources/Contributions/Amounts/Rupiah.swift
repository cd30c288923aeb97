/// An exact amount of rupiah, counted in sen.
///
/// BPJS bills to the sen, so an amount is never rounded on the way: a difference of one sen is a
/// difference. There is deliberately no initializer that takes a `Double`.
public struct Rupiah: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The amount in sen, the hundredth part of a rupiah.
    public var sen: Int64

    /// Creates an amount from a count of sen.
    @inlinable
    public init(sen: Int64) {
        self.sen = sen
    }

    /// Creates an amount from whole rupiah.
    package init(whole rupiah: Int64) {
        self.sen = rupiah * 100
    }

    /// No money.
    @inlinable
    public static var zero: Rupiah { Rupiah(sen: 0) }

    /// The largest amount a cell may hold: ten trillion rupiah.
    ///
    /// It is far above any wage or bill, and low enough that the sum of
    /// ``largestTotal`` stays far from the end of `Int64`.
    @inlinable
    public static var largestCell: Rupiah { Rupiah(sen: 1_000_000_000_000_000) }

    /// The largest sum of all amounts of a run: ten thousand trillion rupiah.
    @inlinable
    public static var largestTotal: Rupiah { Rupiah(sen: 1_000_000_000_000_000_000) }
}

extension Rupiah {
    /// The amount as in CSV cells: `1234.50`.
    package var decimalText: String {
        let magnitude = sen.magnitude
        let decimals = magnitude % 100
        let sign = sen < 0 ? "-" : ""
        return "\(sign)\(magnitude / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }
}

// MARK: - Arithmetic

extension Rupiah {
    /// Whether the amounts are equal.
    @inlinable
    public static func == (left: Rupiah, right: Rupiah) -> Bool { left.sen == right.sen }

    /// Whether `left` is less.
    @inlinable
    public static func < (left: Rupiah, right: Rupiah) -> Bool { left.sen < right.sen }

    /// The sum.
    @inlinable
    public static func + (left: Rupiah, right: Rupiah) -> Rupiah {
        Rupiah(sen: left.sen + right.sen)
    }

    /// The difference.
    @inlinable
    public static func - (left: Rupiah, right: Rupiah) -> Rupiah {
        Rupiah(sen: left.sen - right.sen)
    }

    /// Adds an amount.
    @inlinable
    public static func += (left: inout Rupiah, right: Rupiah) { left.sen += right.sen }

    /// Subtracts an amount.
    @inlinable
    public static func -= (left: inout Rupiah, right: Rupiah) { left.sen -= right.sen }

    /// The amount with the other sign.
    @inlinable
    public static prefix func - (amount: Rupiah) -> Rupiah { Rupiah(sen: -amount.sen) }
}
