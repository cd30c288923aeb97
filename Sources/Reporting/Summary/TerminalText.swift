/// Text for a terminal: what would do something else than be read is left out.
enum TerminalText {
    /// How a line stands out; a colour never says anything alone.
    enum Emphasis: String {
        case plain = ""
        case bold = "1"
        case green = "1;32"
        case yellow = "1;33"
        case red = "1;31"

        /// The text with the emphasis around it.
        func around(_ text: String) -> String {
            self == .plain ? text : "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
        }
    }

    /// The text without control characters.
    static func printable(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter { $0.properties.generalCategory != .control }
        return String(String.UnicodeScalarView(scalars))
    }
}

extension String {
    /// The text with spaces up to a width.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
