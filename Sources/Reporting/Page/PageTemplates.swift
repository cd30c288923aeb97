private import Mustache

/// The templates of the pages, embedded in the program and parsed once.
enum PageTemplates {
    /// What can go wrong with a template: a bug of ours, which tests meet before anybody else.
    enum Problem: Error, CustomStringConvertible {
        case isMissing(name: String)

        var description: String {
            switch self {
            case .isMissing(let name): "the page template '\(name)' is not in the program"
            }
        }
    }

    /// The page as bytes; every value is escaped for HTML.
    static func render(_ name: String, with content: any TemplateContent) throws -> [UInt8] {
        let fields = TemplateFields(content)
        guard let page = try library.get().render(fields, withTemplate: name) else {
            throw Problem.isMissing(name: name)
        }
        return Array(page.utf8)
    }

    private static let library = Result {
        try MustacheLibrary(
            templates: [
                "summary": template(PackageResources.summary_mustache),
                "employer": template(PackageResources.employer_mustache),
                "letter": template(PackageResources.letter_mustache),
                "letterStyle": template(PackageResources.letter_style_mustache),
                "head": template(PackageResources.head_mustache),
                "style": template(PackageResources.style_mustache),
                "statuses": template(PackageResources.statuses_mustache),
                "ageing": template(PackageResources.ageing_mustache),
                "findings": template(PackageResources.findings_mustache),
                "reach": template(PackageResources.reach_mustache),
            ]
        )
    }

    private static func template(_ bytes: [UInt8]) throws -> MustacheTemplate {
        try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
    }
}
