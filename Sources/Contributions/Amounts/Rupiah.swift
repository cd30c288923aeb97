/// An exact amount of rupiah, counted in sen.
///
/// BPJS bills to the sen, so an amount is never rounded on the way: a difference of one sen is a
/// difference. There is deliberately no initializer that takes a `Double`.
package struct Rupiah: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The amount in sen, the hundredth part of a rupiah.
    package var sen: Int64

    /// Creates an amount from a count of sen.
    @inlinable
    package init(sen: Int64) {
        self.sen = sen
    }

    /// Creates an amount from whole rupiah.
    package init(whole rupiah: Int64) {
        self.sen = rupiah * 100
    }

    package static let zero = Rupiah(sen: 0)

    /// The largest amount a cell may hold: ten trillion rupiah.
    ///
    /// It is far above any wage or bill, and low enough that the sum of
    /// ``largestTotal`` stays far from the end of `Int64`.
    package static let largestCell = Rupiah(sen: 1_000_000_000_000_000)

    /// The largest sum of all amounts of a run: ten thousand trillion rupiah.
    package static let largestTotal = Rupiah(sen: 1_000_000_000_000_000_000)
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
    @inlinable
    package static func < (left: Rupiah, right: Rupiah) -> Bool { left.sen < right.sen }

    @inlinable
    package static func + (left: Rupiah, right: Rupiah) -> Rupiah {
        Rupiah(sen: left.sen + right.sen)
    }

    @inlinable
    package static func - (left: Rupiah, right: Rupiah) -> Rupiah {
        Rupiah(sen: left.sen - right.sen)
    }

    @inlinable
    package static func += (left: inout Rupiah, right: Rupiah) { left.sen += right.sen }

    @inlinable
    package static func -= (left: inout Rupiah, right: Rupiah) { left.sen -= right.sen }

    @inlinable
    package static prefix func - (amount: Rupiah) -> Rupiah { Rupiah(sen: -amount.sen) }
}
