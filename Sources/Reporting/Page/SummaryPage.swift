import Contributions

/// The page people read: `ringkasan.html`.
///
/// One file without scripts or anything from outside; it prints on A4 and reads on a phone.
package enum SummaryPage {
    /// The bytes of the page.
    ///
    /// - Throws: When a template of the program is broken, which is a bug.
    package static func render(_ summary: RunSummary) throws -> [UInt8] {
        try PageTemplates.render("summary", with: SummaryPageContent(summary))
    }
}
