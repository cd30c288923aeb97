/// Sentences broken between words, for a terminal.
enum WrappedText {
    /// The lines of a sentence, none longer than a width that no word exceeds.
    static func lines(_ sentence: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in sentence.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
