package import Contributions

/// Somebody whose number differs from the one asked for by a typing error: a suggestion, with no
/// more of him than is needed to look at the number again.
package struct DiagnosisCandidate: Sendable {
    package let kind: FeedNumberKind
    /// The number with its middle hidden.
    package let number: String
    /// What was typed wrong, if this is who was meant.
    package let difference: String
    /// The name with all but the first letter of each word hidden.
    package let name: String

    package init(_ kind: FeedNumberKind, _ near: NearNumber, _ person: PersonDiagnosis) {
        self.kind = kind
        number = MaskedIdentifier.text(near.number)
        difference = near.slip.words
        name = person.memberships.first.map { MaskedIdentifier.name($0.name) } ?? ""
    }
}
