internal import Contributions

/// How the amounts of a column are written.
package enum AmountNotation: Hashable, Sendable {
    /// `1,234,567.00`: a decimal point, commas between thousands.
    case pointDecimal
    /// `1.234.567,00`: a decimal comma, points between thousands.
    case commaDecimal

    /// An example, for messages.
    package var example: String {
        switch self {
        case .pointDecimal: "1,234,567.00"
        case .commaDecimal: "1.234.567,00"
        }
    }
}

/// The notations in which a cell, or all cells of a column, can be read.
struct AmountNotations: OptionSet, Sendable {
    let rawValue: UInt8

    static let pointDecimal = AmountNotations(rawValue: 1)
    static let commaDecimal = AmountNotations(rawValue: 2)
    static let both: AmountNotations = [.pointDecimal, .commaDecimal]
}

/// An amount as people write it: `Rp 5.000.000,00`, `5,000,000`, `(5.000)`, `-12,5`, `Rp5.000,-`.
struct AmountText {
    let isNegative: Bool
    /// Digits with the separators between them.
    private let number: Slice<UnsafeBufferPointer<UInt8>>

    /// Fails where the cell holds anything but an amount.
    ///
    /// - Parameter cell: A cell without spaces around it.
    init?(_ cell: UnsafeBufferPointer<UInt8>) {
        var slice = cell[...]
        var isNegative = Self.dropBrackets(&slice)
        isNegative = Self.dropSign(&slice) != isNegative
        Self.dropCurrency(&slice)
        if !isNegative { isNegative = Self.dropBrackets(&slice) || Self.dropSign(&slice) }
        if slice.last == UInt8(ascii: "-"), slice.count > 1 {
            slice = slice.dropLast()
            if slice.last == UInt8(ascii: ",") || slice.last == UInt8(ascii: ".") {
                // `Rp 5.000,-`: no sen.
                slice = slice.dropLast()
            } else if !isNegative {
                // `5.000-`, as SAP writes it.
                isNegative = true
            } else {
                return nil
            }
        }
        while slice.last == UInt8(ascii: " ") { slice = slice.dropLast() }
        guard let first = slice.first, CellText.isDigit(first) else { return nil }
        self.isNegative = isNegative
        number = slice
    }

    /// The notations in which the amount can be read; a number without separators fits both.
    var notations: AmountNotations {
        var fitting: AmountNotations = []
        if amount(.pointDecimal) != nil { fitting.insert(.pointDecimal) }
        if amount(.commaDecimal) != nil { fitting.insert(.commaDecimal) }
        return fitting
    }

    /// The amount in a notation, or nil.
    ///
    /// Thousands stand in groups of exactly three. A single group of three behind the only
    /// separator is thousands too: `1.500` is 1500 in a rupiah column, never one and a half.
    func amount(_ notation: AmountNotation) -> Rupiah? {
        let decimalMark = notation == .pointDecimal ? UInt8(ascii: ".") : UInt8(ascii: ",")
        let groupMark = notation == .pointDecimal ? UInt8(ascii: ",") : UInt8(ascii: ".")
        var whole: Int64 = 0
        var digitCount = 0
        var groupDigits = 0
        var hasGroups = false
        var index = number.startIndex
        while index < number.endIndex {
            let byte = number[index]
            if CellText.isDigit(byte) {
                whole = whole &* 10 &+ Int64(byte - UInt8(ascii: "0"))
                digitCount += 1
                groupDigits += 1
                guard digitCount <= 14 else { return nil }
            } else if byte == groupMark {
                guard hasGroups ? groupDigits == 3 : (1...3).contains(groupDigits) else {
                    return nil
                }
                hasGroups = true
                groupDigits = 0
            } else {
                break
            }
            index += 1
        }
        if hasGroups, groupDigits != 3 { return nil }
        var sen = whole * 100
        if index < number.endIndex {
            guard number[index] == decimalMark, let decimals = decimals(from: index + 1) else {
                return nil
            }
            sen += decimals
        }
        guard sen <= Rupiah.largestCell.sen else { return nil }
        return Rupiah(sen: isNegative ? -sen : sen)
    }

    /// Sen behind the decimal mark: one or two digits, or more where a float left only zeros.
    private func decimals(from start: Int) -> Int64? {
        let digits = number[start...]
        guard (1...12).contains(digits.count), digits.count != 3,
            digits.allSatisfy(CellText.isDigit),
            digits.dropFirst(2).allSatisfy({ $0 == UInt8(ascii: "0") })
        else { return nil }
        let tens = Int64(digits[start] - UInt8(ascii: "0"))
        let ones = digits.count > 1 ? Int64(digits[start + 1] - UInt8(ascii: "0")) : 0
        return tens * 10 + ones
    }

    /// `(5.000)` is a negative amount.
    private static func dropBrackets(_ slice: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard slice.first == UInt8(ascii: "("), slice.last == UInt8(ascii: ")"), slice.count > 2
        else { return false }
        slice = slice.dropFirst().dropLast()
        dropSpaces(&slice)
        return true
    }

    private static func dropSign(_ slice: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if slice.starts(with: [0xE2, 0x88, 0x92]) {
            slice = slice.dropFirst(3)
        } else if slice.first == UInt8(ascii: "-") {
            slice = slice.dropFirst()
        } else {
            return false
        }
        dropSpaces(&slice)
        return true
    }

    /// `Rp`, `Rp.` or `IDR`.
    private static func dropCurrency(_ slice: inout Slice<UnsafeBufferPointer<UInt8>>) {
        guard let first = slice.first, !CellText.isDigit(first) else { return }
        for word in ["rp.", "rp", "idr"] {
            let head = slice.prefix(word.utf8.count)
            if head.elementsEqual(word.utf8, by: { $0 | 32 == $1 | 32 }) {
                slice = slice.dropFirst(word.utf8.count)
                dropSpaces(&slice)
                return
            }
        }
    }

    private static func dropSpaces(_ slice: inout Slice<UnsafeBufferPointer<UInt8>>) {
        while let first = slice.first {
            if first == UInt8(ascii: " ") {
                slice = slice.dropFirst()
            } else if first == 0xC2, slice.dropFirst().first == 0xA0 {
                slice = slice.dropFirst(2)
            } else {
                return
            }
        }
    }
}
