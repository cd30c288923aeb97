/// The bytes of cells, without the spaces around them.
enum CellText {
    /// Stands in front of a cell that a profile could not read, so that nothing else reads it
    /// either; no file has it, because a NUL byte is refused.
    static let unreadableMark: UInt8 = 0

    /// The cell without spaces and tabs at its ends.
    @inline(__always)
    static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = cell.count
        while start < end, isSpace(cell[start]) { start += 1 }
        while end > start, isSpace(cell[end - 1]) { end -= 1 }
        guard let base = cell.baseAddress else { return cell }
        return UnsafeBufferPointer(start: base + start, count: end - start)
    }

    @inline(__always)
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    /// Whether a cell is a word, whatever its case.
    static func equals(_ cell: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        guard cell.count == word.utf8CodeUnitCount else { return false }
        let letters = word.utf8Start
        for index in cell.indices where lowercased(cell[index]) != lowercased(letters[index]) {
            return false
        }
        return true
    }

    @inline(__always)
    private static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 32 : byte
    }

    /// Whether a cell holds what a spreadsheet makes of a long number: `3,27301E+15`.
    static func isScientific(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = cell.first, isDigit(first),
            let mark = cell.firstIndex(where: { $0 | 32 == UInt8(ascii: "e") })
        else { return false }
        let mantissa = cell[..<mark]
        var exponent = cell[(mark + 1)...]
        if exponent.first == UInt8(ascii: "+") { exponent = exponent.dropFirst() }
        let separators = mantissa.filter { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
            .count
        return separators <= 1 && mantissa.filter(isDigit).count == mantissa.count - separators
            && !exponent.isEmpty && exponent.allSatisfy(isDigit)
    }

    /// Whether a number that may have letters, such as an employee number, was shortened: `1E10`
    /// may be one, `1,2E+07` is not.
    static func isShortened(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        isScientific(cell)
            && cell.contains {
                $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
            }
    }

    /// Whether a cell begins with a letter.
    static func startsWithLetter(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = trimmed(cell).first else { return false }
        return (first | 32) >= UInt8(ascii: "a") && (first | 32) <= UInt8(ascii: "z")
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10
    }

    /// Whether a cell is capital letters and digits only.
    static func isAlphanumeric(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        cell.allSatisfy { isDigit($0) || ($0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z")) }
    }

    /// A cell as one line of text.
    static func shownWhole(_ cell: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: trimmed(cell), as: UTF8.self)
            .split { $0.isNewline || $0 == " " }
            .joined(separator: " ")
    }

    /// A cell for a message, cut where it is long.
    static func shown(_ cell: UnsafeBufferPointer<UInt8>) -> String {
        if cell.first == unreadableMark {
            return shown(UnsafeBufferPointer(rebasing: cell.dropFirst()))
        }
        guard cell.count > 60 else { return String(decoding: cell, as: UTF8.self) }
        return String(decoding: cell.prefix(60), as: UTF8.self) + "…"
    }
}
