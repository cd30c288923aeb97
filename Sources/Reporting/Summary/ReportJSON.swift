private import Foundation

/// How documents for programs are written: names in lower_snake_case, keys in order, a line end.
enum ReportJSON {
    /// The bytes of a document; the same document gives the same bytes.
    ///
    /// - Throws: What the encoder throws; a document has nothing that it cannot encode.
    static func bytes(of document: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(document)) + [UInt8(ascii: "\n")]
    }
}
