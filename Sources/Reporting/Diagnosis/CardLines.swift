/// The lines of a card: labels on the left, their texts beside them.
struct CardLines {
    /// Where the texts begin.
    static let labelWidth = 17

    let width: Int
    let usesColour: Bool
    private(set) var text = ""

    init(width: Int, usesColour: Bool) {
        self.width = width
        self.usesColour = usesColour
    }

    /// Adds a text over the whole width.
    mutating func add(_ text: String, _ emphasis: TerminalText.Emphasis = .plain, indent: Int = 0) {
        let lines = WrappedText.lines(harmless(text), width: width - indent)
        for line in lines {
            append(String(repeating: " ", count: indent) + styled(line, emphasis))
        }
    }

    /// Adds a label with its text.
    mutating func field(
        _ label: String,
        _ text: String,
        _ emphasis: TerminalText.Emphasis = .plain
    ) {
        let lines = WrappedText.lines(harmless(text), width: width - Self.labelWidth)
        for (index, line) in lines.enumerated() {
            append(
                (index == 0 ? label : "").padded(to: Self.labelWidth) + styled(line, emphasis)
            )
        }
    }

    /// Adds a line that is laid out already.
    mutating func row(_ line: String) { append(harmless(line)) }

    mutating func space() { text += "\n" }

    mutating func rule() { append(String(repeating: "\u{2500}", count: width)) }

    private mutating func append(_ line: String) { text += line + "\n" }

    private func styled(_ line: String, _ emphasis: TerminalText.Emphasis) -> String {
        usesColour ? emphasis.around(line) : line
    }

    /// The text without control characters and without a whole NIK, before a line break can hide
    /// one.
    private func harmless(_ text: String) -> String {
        MaskedIdentifier.masked(TerminalText.printable(text))
    }
}
