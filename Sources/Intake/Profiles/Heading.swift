/// A heading as words, so that `Tgl.Lahir`, `TGL_LAHIR` and `tgl  lahir` are the same.
struct Heading: Hashable, Sendable {
    /// Lower-case words of letters and digits, one space between them.
    let words: String

    init(words: String) {
        self.words = words
    }

    /// - Parameter text: A heading as it stands in a file or a profile; a rate in it, such as
    ///   `(3.7%)`, and a unit, such as `(Rp.)`, say nothing about what the column is.
    init(_ text: String) {
        var words: [String] = []
        var word = ""
        for character in Self.withoutRemarks(text) {
            if character.isLetter || character.isNumber {
                word += character.lowercased()
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        self.words = words.joined(separator: " ")
    }

    init(_ cell: UnsafeBufferPointer<UInt8>) {
        self.init(String(decoding: CellText.trimmed(cell), as: UTF8.self))
    }

    var isEmpty: Bool { words.isEmpty }

    private static func withoutRemarks(_ text: String) -> String {
        var kept = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
            let remark = rest[open...close]
            kept += rest[..<open]
            let isRate = remark.contains("%")
            let isUnit = ["(rp)", "(rp.)", "(idr)"].contains(remark.lowercased())
            kept += isRate || isUnit ? " " : " \(remark.dropFirst().dropLast()) "
            rest = rest[rest.index(after: close)...]
        }
        return kept + rest
    }
}
