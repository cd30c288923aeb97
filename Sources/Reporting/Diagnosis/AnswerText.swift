package import Contributions
private import Mustache

/// The answer to "why is my membership not active?", in words that a worker understands.
///
/// The words are in `Answers/*.mustache`, one file for each ``AnswerKind``; here they are only put
/// together. No answer has a NIK or a wage in it.
package enum AnswerText {
    /// What is to be told of one membership, in a few paragraphs with an empty line between them.
    package static func render(_ diagnosis: Diagnosis, _ head: FeedHead) -> String {
        text(paragraphs(diagnosis, head), head)
    }

    /// What is to be told a person: his status as a whole, then each employer in turn.
    package static func render(_ person: PersonDiagnosis, _ head: FeedHead) -> String {
        var all: [String] = []
        if person.memberships.count > 1 {
            all += AnswerTemplates.paragraphs("orang", TemplateFields(PersonContent(person)))
        }
        for diagnosis in person.memberships { all += paragraphs(diagnosis, head) }
        return text(all, head)
    }

    /// The answer without the sentence that every answer ends with.
    static func paragraphs(_ diagnosis: Diagnosis, _ head: FeedHead) -> [String] {
        let fields = TemplateFields(diagnosis, head)
        let names = [AnswerKind(diagnosis).rawValue] + AnswerTemplates.remarks
        return names.flatMap { AnswerTemplates.paragraphs($0, fields) }
    }

    /// The cause alone: the first paragraph of the answer.
    static func reason(_ diagnosis: Diagnosis, _ head: FeedHead) -> String {
        let fields = TemplateFields(diagnosis, head)
        return AnswerTemplates.paragraphs(AnswerKind(diagnosis).rawValue, fields).first ?? ""
    }

    /// What is not known; nil where nothing is missing.
    static func limits(_ diagnosis: Diagnosis, _ head: FeedHead) -> String? {
        let fields = TemplateFields(diagnosis, head)
        let paragraphs = ["daftar_peserta", "batas"].flatMap {
            AnswerTemplates.paragraphs($0, fields)
        }
        return paragraphs.isEmpty ? nil : paragraphs.joined(separator: " ")
    }

    private static func text(_ paragraphs: [String], _ head: FeedHead) -> String {
        (paragraphs + [Caveat.text(head.asOf)]).joined(separator: "\n\n")
    }
}

// MARK: - Templates

/// The templates of the answers, embedded in the program and parsed once.
enum AnswerTemplates {
    /// The templates that follow the answer itself, where they have something to say.
    static let remarks = ["juga", "indikasi", "akun", "daftar_peserta", "batas"]

    /// The paragraphs that a template makes; none where it has nothing to say.
    static func paragraphs(_ name: String, _ fields: TemplateFields) -> [String] {
        guard let text = library.render(fields, withTemplate: name) else {
            preconditionFailure("the answer '\(name)' is not in the program")
        }
        return text.split(separator: paragraphMark)
            .map { paragraph in
                let words = paragraph.split { $0 == " " || $0.isNewline || $0 == "\t" }
                return MaskedIdentifier.masked(words.joined(separator: " "))
            }
            .filter { !$0.isEmpty }
    }

    /// Parts the paragraphs of a template: an empty line would not do, because a sentence that is
    /// left out leaves one behind.
    private static let paragraphMark: Character = "\u{2029}"

    private static let library: MustacheLibrary = {
        do {
            return try MustacheLibrary(templates: sources.mapValues(template))
        } catch {
            preconditionFailure("an answer of the program is broken: \(error)")
        }
    }()

    private static func template(_ bytes: [UInt8]) throws -> MustacheTemplate {
        let text = String(decoding: bytes, as: UTF8.self)
            .replacing("\n\n", with: String(paragraphMark))
            .replacing("\n", with: " ")
        return try MustacheTemplate(string: text)
    }

    private static let sources: [String: [UInt8]] = [
        "akun": PackageResources.akun_mustache,
        "batas": PackageResources.batas_mustache,
        "daftar_peserta": PackageResources.daftar_peserta_mustache,
        "indikasi": PackageResources.indikasi_mustache,
        "juga": PackageResources.juga_mustache,
        "keadaan": PackageResources.keadaan_mustache,
        "manfaat": PackageResources.manfaat_mustache,
        "orang": PackageResources.orang_mustache,
    ].merging(AnswerKind.allCases.map { ($0.rawValue, $0.source) }) { first, _ in first }
}
