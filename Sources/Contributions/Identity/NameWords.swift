/// The words of a name, as far as two spellings are compared.
///
/// Names are upper-cased and punctuation is dropped: `Ma'ruf` and `MARUF` are one word. Titles,
/// spellings of Muhammad and word order are another matter; a shared word is enough here.
package enum NameWords {
    /// Whether two names that both have words share none.
    package static func differ(
        _ left: UnsafeBufferPointer<UInt8>,
        _ right: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if left.count == right.count, left.elementsEqual(right) { return false }
        let leftWords = words(of: left)
        let rightWords = words(of: right)
        guard !leftWords.isEmpty, !rightWords.isEmpty else { return false }
        return !leftWords.contains(where: rightWords.contains)
    }

    /// The words of a name, upper-cased, without punctuation.
    static func words(of name: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
        let text =
            name.contains { $0 >= 0x80 }
            ? Array(String(decoding: name, as: UTF8.self).uppercased().utf8) : Array(name)
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for byte in text {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): word.append(byte - 32)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                0x80...:
                word.append(byte)
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if !word.isEmpty { words.append(word) }
                word = []
            default: continue
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
