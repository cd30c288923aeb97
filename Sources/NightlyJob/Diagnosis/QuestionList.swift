internal import Contributions
private import Foundation
private import Intake
private import Reporting

/// Reads questions as people write them.
package enum QuestionList {
    /// Reads a list: a number on each line, and behind it, if the setting `verifikasi` asks for it,
    /// the birth date.
    ///
    /// Sixteen digits are a NIK, 32 hexadecimal digits a token, anything else a KPJ; `nik:` or
    /// `kpj:` before a number says so. Blank lines and those that begin with `#` are left out.
    ///
    /// - Throws: A failure (exit 64) that names the line.
    package static func read(_ text: String) throws(Failure) -> [Question] {
        var questions: [Question] = []
        // A list from Windows begins with a byte order mark and ends its lines with two characters.
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let cells = line.split { $0.isWhitespace || $0 == "," || $0 == ";" }
            guard let number = cells.first, !number.hasPrefix("#") else { continue }
            guard let subject = subject(String(number)), cells.count <= 2 else {
                throw Failure(.usage, "line \(index + 1) of the list is no number")
            }
            var question = Question(subject)
            if cells.count == 2 {
                guard let birth = day(String(cells[1])) else {
                    throw Failure(
                        .usage,
                        "line \(index + 1) of the list: expected a birth date YYYY-MM-DD"
                    )
                }
                question.birth = birth
            }
            questions.append(question)
        }
        guard !questions.isEmpty else { throw Failure(.usage, "the list holds no number") }
        return questions
    }

    private static func subject(_ text: String) -> Question.Subject? {
        if text.hasPrefix("nik:") { return number(.nik, String(text.dropFirst(4))) }
        if text.hasPrefix("kpj:") { return number(.kpj, String(text.dropFirst(4))) }
        if let token = token(text) { return token }
        return number(text.count == 16 ? .nik : .kpj, text)
    }

    /// A question about a token; nil for anything but 32 hexadecimal digits.
    package static func token(_ text: String) -> Question.Subject? {
        guard let bytes = Hexadecimal.bytes(text), bytes.count == FeedTokens.byteCount else {
            return nil
        }
        return .token(bytes)
    }

    private static func number(_ kind: FeedNumberKind, _ text: String) -> Question.Subject? {
        let number = Question.cleaned(text)
        return number.isEmpty ? nil : .number(kind, number)
    }

    private static func day(_ text: String) -> Day? {
        var text = text
        return text.withUTF8 { CellValue.day($0) }
    }
}
