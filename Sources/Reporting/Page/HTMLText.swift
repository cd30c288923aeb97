/// HTML that is put together by hand, for long lists; everything else is a template.
struct HTMLText {
    private var bytes: [UInt8] = []

    /// The text so far.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Something for each element of a list, each on a line of its own.
    static func lines<Element>(
        _ elements: [Element],
        _ write: (Element, inout HTMLText) -> Void
    ) -> String {
        var html = HTMLText()
        for (index, element) in elements.enumerated() {
            if index > 0 { html.bytes.append(UInt8(ascii: "\n")) }
            write(element, &html)
        }
        return html.string
    }

    /// Adds markup of our own as it is.
    mutating func add(markup: StaticString) {
        markup.withUTF8Buffer { bytes += $0 }
    }

    /// Adds a text, escaped as the templates escape it.
    mutating func add(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
    }

    /// Adds a text in small print.
    mutating func addSmall(_ text: String) {
        add(markup: "<small>")
        add(text)
        add(markup: "</small>")
    }
}
