package import Contributions

/// The summary for programs: `ringkasan.json`.
///
/// Keys and amounts are a contract: amounts are texts such as `"1234.50"`, months `YYYY-MM`, days
/// `YYYY-MM-DD`, and the same run gives the same bytes.
package enum SummaryJSON {
    /// The bytes of the file.
    ///
    /// - Throws: What the encoder throws; a summary has nothing that it cannot encode.
    package static func render(_ summary: RunSummary, _ outcome: Outcome) throws -> [UInt8] {
        try ReportJSON.bytes(of: SummaryDocument(summary, outcome))
    }
}
