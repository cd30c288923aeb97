package import Contributions

/// Identifiers as the pages show them.
///
/// A NIK is guessable, so no page shows it whole (UU 27/2022): what is left is enough to recognise
/// it beside the file it came from.
package enum MaskedIdentifier {
    /// The NIK with its middle hidden: `3174********0009`.
    ///
    /// A number that is not 16 digits shows only its ends, or nothing when it is short.
    package static func text(_ nik: NIK, in pool: IdentifierPool) -> String {
        if nik.text.isAbsent { return "" }
        if nik.isDamaged { return "rusak (Excel)" }
        return text(pool.string(of: nik.text))
    }

    /// A number with its middle hidden, as above.
    package static func text(_ number: String) -> String {
        let characters = Array(number)
        let shown = characters.count >= 16 ? 4 : characters.count >= 8 ? 2 : 0
        let hidden = characters.count - 2 * shown
        return String(characters.prefix(shown)) + String(repeating: "*", count: hidden)
            + String(characters.suffix(shown))
    }

    /// A name with all but the first letter of each word hidden: `S*** L******`.
    static func name(_ name: String) -> String {
        name.split(separator: " ")
            .map { $0.prefix(1) + String(repeating: "*", count: $0.count - 1) }
            .joined(separator: " ")
    }

    /// A text with every number of 16 digits in it masked.
    static func masked(_ text: String) -> String {
        // Nearly no text has one, and looking with the pattern takes far longer.
        guard hasNumber(text) else { return text }
        return text.replacing(/[0-9]{16}/) { match in
            match.output.prefix(4) + String(repeating: "*", count: 8) + match.output.suffix(4)
        }
    }

    private static func hasNumber(_ text: String) -> Bool {
        var digits = 0
        for byte in text.utf8 {
            digits = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? digits + 1 : 0
            if digits == 16 { return true }
        }
        return false
    }
}
