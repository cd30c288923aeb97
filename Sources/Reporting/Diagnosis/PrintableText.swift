/// Text of persons for one line of a terminal.
package enum PrintableText {
    /// The text without control characters, line ends and tabs among them, and with every NIK in it
    /// masked.
    package static func line(_ text: String) -> String {
        MaskedIdentifier.masked(TerminalText.printable(text))
    }
}
