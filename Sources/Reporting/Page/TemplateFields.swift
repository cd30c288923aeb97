import Mustache

/// What a template shows: its properties are the names in the template.
protocol TemplateContent {}

/// The properties of one or several contents by name, looked up by reflection once and not at every
/// use: pages of thousands of employers are rendered every night.
struct TemplateFields: MustacheParent {
    private var values: [String: Any] = [:]

    init(_ contents: any TemplateContent...) {
        for content in contents {
            for (label, value) in Mirror(reflecting: content).children {
                guard let label else { continue }
                values[label] = Self.unwrapped(value)
            }
        }
    }

    func child(named name: String) -> Any? { values[name] }

    private static func unwrapped(_ value: Any) -> Any? {
        switch value {
        case let text as String: text
        case let part as any TemplateContent: TemplateFields(part)
        case let parts as [any TemplateContent]: parts.map { TemplateFields($0) }
        // What is left of the optional ones is nil, which a template takes as false.
        case is String?: nil
        default: value
        }
    }
}
