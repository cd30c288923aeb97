internal import Contributions
private import Foundation
package import Reporting

extension Answer {
    /// The number that was asked for as it may be shown: of a NIK only the ends.
    package var asked: String {
        switch question.subject {
        case .token(let token): Hexadecimal.text(token)
        // Somebody may have typed a NIK.
        case .number(.kpj, let number): PrintableText.line(number)
        case .number(.nik, let number): MaskedIdentifier.text(number)
        }
    }

    private var kind: String {
        switch question.subject {
        case .token: "token"
        case .number(let kind, _): kind.rawValue
        }
    }

    /// A card for a terminal, or what it means that nobody is found.
    package func text(_ head: FeedHead, usesColour: Bool, width: Int) -> String {
        guard persons.isEmpty else {
            return persons.map {
                DiagnosisCard.render($0, head, usesColour: usesColour, width: width)
            }
            .joined(separator: "\n")
        }
        return NotFoundText.render(
            kind: kind,
            asked: asked,
            hasBirth: question.birth != nil,
            candidates: candidates,
            head,
            width: width
        )
    }

    /// One line: number, name, status, cause, sum owed.
    package func line() -> String {
        guard let person = persons.first else { return "\(asked)\ttidak ditemukan" }
        let first = person.memberships[0]
        let cells = [
            asked, PrintableText.line(first.name), person.status.code, first.cause.code,
            AmountText.grouped(person.arrears),
            persons.count > 1 ? "\(persons.count) orang dengan nomor ini" : "",
        ]
        return cells.joined(separator: "\t").trimmingCharacters(in: .whitespaces)
    }

    /// The answer for programs, indented or as one line.
    package func json(_ head: FeedHead, isLine: Bool) throws(Failure) -> [UInt8] {
        let document = DiagnosisDocument(
            kind: kind,
            asked: asked,
            persons: persons,
            candidates: candidates,
            head
        )
        do {
            return isLine ? try document.line() : try document.bytes()
        } catch {
            throw Failure(.cannotWrite, "cannot render the answer: \(error)")
        }
    }
}
