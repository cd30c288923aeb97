/// Bytes of a CSV file in the making, appended without a `String` in between.
struct ByteBuffer {
    var bytes: [UInt8] = []
}

extension ByteBuffer {
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func append(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends a number with leading zeros up to `width` digits.
    mutating func append(_ number: UInt64, width: Int) {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(.zero, count: width))
        var rest = number
        var index = start + width - 1
        while index >= start {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            bytes[index] = .zero + UInt8(truncatingIfNeeded: digit)
            rest = quotient
            index -= 1
        }
    }

    /// Appends an amount, which is not negative: `5000000`, or `102607.81` where sen are left.
    mutating func append(_ amount: Rupiah) {
        let (whole, sen) = UInt64(amount.sen).quotientAndRemainder(dividingBy: 100)
        append(whole, width: decimalWidth(whole))
        if sen != 0 {
            append(.point)
            append(sen, width: 2)
        }
    }

    mutating func append(_ day: Day) {
        let (year, month, day) = day.civil
        append(UInt64(year), width: 4)
        append(.dash)
        append(UInt64(month), width: 2)
        append(.dash)
        append(UInt64(day), width: 2)
    }

    mutating func append(_ month: Month) {
        append(UInt64(month.year), width: 4)
        append(.dash)
        append(UInt64(month.ordinal), width: 2)
    }

    private func decimalWidth(_ number: UInt64) -> Int {
        var width = 1
        var limit: UInt64 = 10
        while number >= limit {
            width += 1
            limit *= 10
        }
        return width
    }
}

extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let comma = UInt8(ascii: ",")
    static let dash = UInt8(ascii: "-")
    static let point = UInt8(ascii: ".")
    static let zero = UInt8(ascii: "0")
}
