package import Contributions

/// The page of one employer: `perusahaan/<npp>.html`.
package enum EmployerPage {
    /// The bytes of the page; the file is named ``EmployerSummary/pageFileName``.
    ///
    /// Pages of several employers may be rendered side by side.
    ///
    /// - Throws: When a template of the program is broken, which is a bug.
    package static func render(
        _ employer: EmployerSummary,
        _ summary: RunSummary,
        _ outcome: Outcome
    ) throws -> [UInt8] {
        try PageTemplates.render(
            "employer",
            with: EmployerPageContent(employer, summary, outcome)
        )
    }
}
