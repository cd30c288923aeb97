package import Contributions

/// Amounts and counts as text, for programs and for people.
package enum AmountText {
    /// The amount as people in Indonesia write it, without the currency: `1.234.567,50`.
    package static func grouped(_ amount: Rupiah) -> String {
        let (sign, whole, sen) = parts(of: amount)
        return "\(sign)\(grouped(digits: String(whole))),\(sen)"
    }

    /// The amount with its currency, which no line break parts from it: `Rp 1.234.567,50`.
    package static func rupiah(_ amount: Rupiah) -> String {
        "Rp\u{A0}\(grouped(amount))"
    }

    /// A count with its thousands set apart: `1.234.567`.
    package static func count(_ count: Int) -> String {
        (count < 0 ? "-" : "") + grouped(digits: String(count.magnitude))
    }

    /// The amount in millions of rupiah, rounded half up to one decimal, for one narrow line:
    /// `123,4`.
    package static func millions(_ amount: Rupiah) -> String {
        let tenths = (amount.sen.magnitude + 5_000_000) / 10_000_000
        let sign = amount.sen < 0 && tenths > 0 ? "-" : ""
        return "\(sign)\(grouped(digits: String(tenths / 10))),\(tenths % 10)"
    }

    /// What part of a whole an amount is, rounded half up to one decimal: `12,3 %`.
    package static func percent(_ part: Int64, of whole: Int64) -> String {
        let tenths = perMille(part, of: whole)
        return "\(tenths / 10),\(tenths % 10)\u{A0}%"
    }

    /// A rate, exact, with at least two decimals: `0,24 %`.
    package static func percent(_ rate: Rate) -> String {
        rate.percentText(leastDecimals: 2, separator: " ")
    }

    /// What part of a whole an amount is, in thousandths rounded half up; 0 of nothing.
    static func perMille(_ part: Int64, of whole: Int64) -> Int {
        guard whole > 0, part > 0 else { return 0 }
        // An `Int128`, because a thousand times the largest total does not fit in 64 bits.
        return Int((Int128(part) * 1000 + Int128(whole) / 2) / Int128(whole))
    }

    private static func parts(of amount: Rupiah) -> (sign: String, whole: UInt64, sen: String) {
        let magnitude = amount.sen.magnitude
        let sen = magnitude % 100
        return (amount.sen < 0 ? "-" : "", magnitude / 100, sen < 10 ? "0\(sen)" : "\(sen)")
    }

    private static func grouped(digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(".") }
            text.append(digit)
        }
        return text
    }
}
