/// A part of a wage or of a debt, in parts per million: 0.24 % is 2,400.
///
/// Parts per million hold every rate of the law exactly, and also what the 1 % relief of
/// PP 49/2020 leaves of it (0.0024 %).
package struct Rate: Hashable, Sendable {
    /// Parts per million.
    package let millionths: Int64

    package init(millionths: Int64) {
        self.millionths = millionths
    }

    package static let zero = Rate(millionths: 0)
    /// The whole amount, 100 %.
    package static let whole = Rate(millionths: 1_000_000)

    /// The rate as people write it, exact: `0,54%`.
    ///
    /// - Parameters:
    ///   - leastDecimals: How many decimals it has at least.
    ///   - separator: What stands in front of the sign.
    /// - Returns: The text.
    package func percentText(leastDecimals: Int = 0, separator: String = "") -> String {
        var decimals = "\(10_000 + millionths % 10_000)".dropFirst()
        while decimals.count > leastDecimals, decimals.last == "0" {
            decimals = decimals.dropLast()
        }
        let fraction = decimals.isEmpty ? "" : ",\(decimals)"
        return "\(millionths / 10_000)\(fraction)\(separator)%"
    }

    /// The rate that is left after a relief, or nil when it is finer than a millionth.
    ///
    /// The relief multiplies the rate so that the amount is rounded only once.
    package func relieved(to part: Rate) -> Rate? {
        let product = millionths * part.millionths
        guard product % 1_000_000 == 0 else { return nil }
        return Rate(millionths: product / 1_000_000)
    }

    /// This part of an amount, rounded half up (away from zero) to the unit.
    @inlinable
    package func of(_ amount: Rupiah, roundedTo unit: RoundingUnit) -> Rupiah {
        let divisor = 1_000_000 * unit.sen
        let (product, overflows) = amount.sen.multipliedReportingOverflow(by: millionths)
        if !overflows, product >= 0, product <= .max - divisor {
            return Rupiah(sen: (product + divisor / 2) / divisor * unit.sen)
        }
        return Rupiah(sen: Self.roundedQuotient(amount.sen, millionths, divisor) * unit.sen)
    }

    /// The path for amounts whose product does not fit in 64 bits, and for negative ones.
    @usableFromInline
    static func roundedQuotient(_ amount: Int64, _ factor: Int64, _ divisor: Int64) -> Int64 {
        let product = Int128(amount) * Int128(factor)
        let half = Int128(divisor / 2)
        let quotient = (product.magnitude + half.magnitude) / UInt128(divisor)
        return product < 0 ? -Int64(quotient) : Int64(quotient)
    }
}

/// What a share is rounded to, half up, per worker, programme and side.
package enum RoundingUnit: String, Sendable {
    /// To the sen, as BPJS bills.
    case sen
    /// To the whole rupiah.
    case rupiah

    /// The unit in sen.
    @inlinable
    package var sen: Int64 {
        self == .sen ? 1 : 100
    }
}
