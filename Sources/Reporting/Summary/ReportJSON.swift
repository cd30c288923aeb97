private import Foundation

/// How documents for programs are written: names in lower_snake_case, keys in order, a line end.
enum ReportJSON {
    /// The bytes of a document; the same document gives the same bytes.
    ///
    /// - Throws: What the encoder throws; a document has nothing that it cannot encode.
    static func bytes(of document: some Encodable) throws -> [UInt8] {
        try encode(document, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    }

    /// The bytes of a document as one line.
    ///
    /// - Throws: What the encoder throws; a document has nothing that it cannot encode.
    static func line(of document: some Encodable) throws -> [UInt8] {
        try encode(document, [.sortedKeys, .withoutEscapingSlashes])
    }

    private static func encode(
        _ document: some Encodable,
        _ formatting: JSONEncoder.OutputFormatting
    ) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = formatting
        return [UInt8](try encoder.encode(document)) + [UInt8(ascii: "\n")]
    }
}
