/// Sentences broken between words, for a terminal.
enum WrappedText {
    /// The lines of a sentence, none longer than a width: a word that is longer is broken where the
    /// line ends.
    static func lines(_ sentence: String, width: Int) -> [String] {
        let width = max(1, width)
        var lines: [String] = []
        for word in sentence.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
                continue
            }
            var rest = word
            while rest.count > width {
                lines.append(String(rest.prefix(width)))
                rest = rest.dropFirst(width)
            }
            lines.append(String(rest))
        }
        return lines
    }
}
