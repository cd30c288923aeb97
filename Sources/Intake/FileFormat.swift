/// Files that are no delimited text but are often sent as such.
package enum FileFormat: String, Sendable {
    case workbook = "buku kerja Excel (.xlsx)"
    case oldWorkbook = "buku kerja Excel lama (.xls)"
    case openDocument = "lembar kerja OpenDocument (.ods)"
    case archive = "arsip ZIP"
    case compressed = "berkas GZIP"
    case pdf = "PDF"
    case page = "halaman HTML"
    case richText = "dokumen RTF"

    /// The format that the first bytes of a file show, or nil for what may be text.
    package init?(_ head: UnsafeBufferPointer<UInt8>) {
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            let names = String(decoding: head.prefix(4096), as: UTF8.self)
            if names.contains("opendocument.spreadsheet") {
                self = .openDocument
            } else if names.contains("xl/") || names.contains("[Content_Types].xml") {
                self = .workbook
            } else {
                self = .archive
            }
        } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldWorkbook
        } else if head.starts(with: [0x1F, 0x8B]) {
            self = .compressed
        } else if head.starts(with: "%PDF".utf8) {
            self = .pdf
        } else if head.starts(with: "{\\rtf".utf8) {
            self = .richText
        } else {
            let text = String(decoding: head.prefix(256), as: UTF8.self).lowercased()
            let content = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            guard
                content.hasPrefix("<!doctype html") || content.hasPrefix("<html")
                    || content.hasPrefix("<table") || content.hasPrefix("<?xml")
            else { return nil }
            self = .page
        }
    }
}
