package import Contributions

/// Reads the values of canonical cells; nil where the cell is not what it should be.
///
/// Nothing is repaired: `12abc` is no amount, `2026-02-30` no day.
package enum CellValue {
    /// `5000000`, `5000000.00` or `-12.5`, at most ``Rupiah/largestCell``.
    package static func amount(_ cell: UnsafeBufferPointer<UInt8>) -> Rupiah? {
        guard var start = cell.baseAddress, let first = cell.first else { return nil }
        var count = cell.count
        let isNegative = first == UInt8(ascii: "-")
        if isNegative {
            start += 1
            count -= 1
        }
        var sen: Int64 = 0
        if count > 3, start[count - 3] == UInt8(ascii: ".") {
            guard let decimals = DecimalDigits.pair(start + count - 2) else { return nil }
            sen = Int64(decimals)
            count -= 3
        } else if count > 2, start[count - 2] == UInt8(ascii: ".") {
            let decimal = start[count - 1] &- UInt8(ascii: "0")
            guard decimal < 10 else { return nil }
            sen = Int64(decimal) * 10
            count -= 2
        }
        guard count >= 1, count <= 14, let rupiah = DecimalDigits.number(start, count: count)
        else { return nil }
        sen += Int64(rupiah) * 100
        guard sen <= Rupiah.largestCell.sen else { return nil }
        return Rupiah(sen: isNegative ? -sen : sen)
    }

    /// `L` or `P`, or a word for it.
    static func isMale(_ cell: UnsafeBufferPointer<UInt8>) -> Bool? {
        switch String(decoding: cell, as: UTF8.self).lowercased() {
        case "l", "laki-laki", "pria", "m", "male": true
        case "p", "perempuan", "wanita", "f", "female": false
        default: nil
        }
    }

    /// Whether a cell that is no amount would be one if it were not above ``Rupiah/largestCell``.
    static func isTooLarge(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let digits = cell.first == UInt8(ascii: "-") ? cell.dropFirst() : cell[...]
        let parts = digits.split(
            separator: UInt8(ascii: "."),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(CellText.isDigit) }) else {
            return false
        }
        return parts.count == 1 || parts[1].count <= 2
    }

    /// `2026-11-22`.
    package static func day(_ cell: UnsafeBufferPointer<UInt8>) -> Day? {
        guard cell.count == 10, let start = cell.baseAddress,
            let day = DecimalDigits.pair(start + 8)
        else { return nil }
        // Where the cell is `0000-00-` in the eight bytes, every other one is a digit's value or 0.
        let digits =
            UnsafeRawPointer(start).loadUnaligned(as: UInt64.self) ^ 0x2D30_302D_3030_3030
        let excess = digits | (digits &+ 0x7F76_767F_7676_7676)
        guard excess & 0x8080_8080_8080_8080 == 0 else { return nil }
        let pairs = digits &* 10 &+ digits >> 8
        let year = Int(pairs & 0xFF) * 100 + Int(pairs >> 16 & 0xFF)
        guard year >= 1850, year <= 2200 else { return nil }
        return Day(year: year, month: Int(pairs >> 40 & 0xFF), day: Int(day))
    }

    /// `2026-10`.
    package static func month(_ cell: UnsafeBufferPointer<UInt8>) -> ContributionMonth? {
        guard cell.count == 7, let start = cell.baseAddress, start[4] == UInt8(ascii: "-"),
            let century = DecimalDigits.pair(start), let rest = DecimalDigits.pair(start + 2),
            let month = DecimalDigits.pair(start + 5)
        else { return nil }
        let year = Int(century * 100 + rest)
        guard month >= 1, month <= 12, ContributionMonth.plausibleYears.contains(year)
        else { return nil }
        return ContributionMonth(year: year, month: Int(month))
    }

    /// An NPP: 6 to 10 digits or capital letters.
    @inline(__always)
    package static func npp(_ cell: UnsafeBufferPointer<UInt8>) -> PackedText? {
        // What can be packed is of digits and capital letters.
        (6...10).contains(cell.count) ? PackedText(packing: cell) : nil
    }

    /// `Y` or `T`.
    static func yesOrNo(_ cell: UnsafeBufferPointer<UInt8>) -> Bool? {
        if CellText.equals(cell, "Y") { return true }
        if CellText.equals(cell, "T") { return false }
        return nil
    }

    /// `JKK;JKM;JHT;JP`; JKP may be named and adds nothing.
    package static func programmes(_ cell: UnsafeBufferPointer<UInt8>) -> ProgrammeSet? {
        var set: ProgrammeSet = []
        for part in cell.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
            let name = CellText.trimmed(UnsafeBufferPointer(rebasing: part))
            if CellText.equals(name, "JKK") {
                set.insert(.jkk)
            } else if CellText.equals(name, "JKM") {
                set.insert(.jkm)
            } else if CellText.equals(name, "JHT") {
                set.insert(.jht)
            } else if CellText.equals(name, "JP") {
                set.insert(.jp)
            } else if !CellText.equals(name, "JKP") {
                return nil
            }
        }
        return set.isEmpty ? nil : set
    }

    /// `1` to `5`, `I` to `V`, or the rate of a class as a percentage: `0,24%`.
    static func riskClass(_ cell: UnsafeBufferPointer<UInt8>, in book: RuleBook) -> Int? {
        let text = String(decoding: cell, as: UTF8.self).uppercased()
        let names = [
            "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5,
        ]
        if let known = names[text] { return known }
        guard text.hasSuffix("%"), let rate = percent(text.dropLast()) else { return nil }
        return book.rates.first { $0.share == .jkk && $0.rate == rate }?.riskClass
    }

    /// A percentage with a point or a comma, exact to the millionth.
    package static func percent(_ text: some StringProtocol) -> Rate? {
        let digits = String(text.filter { $0 != " " })
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
            let whole = Int64(String(parts[0])), whole <= 100
        else { return nil }
        var decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.count <= 4, parts.count == 1 || !decimals.isEmpty else { return nil }
        decimals += String(repeating: "0", count: 4 - decimals.count)
        guard let fraction = Int64(decimals) else { return nil }
        return Rate(millionths: whole * 10_000 + fraction)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
