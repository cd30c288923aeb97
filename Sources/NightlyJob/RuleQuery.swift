package import Contributions
internal import Intake
internal import Reporting

/// Tells which rules are in force.
package enum RuleQuery {
    /// - Throws: A failure (exit 78) for a table that cannot be read.
    package static func listing(
        _ settings: Settings,
        on month: ContributionMonth?
    ) throws(Failure) -> String {
        let book: RuleBook
        do throws(RuleTableProblem) {
            book = try RuleBook.read(replacing: settings.tables)
        } catch {
            throw Failure(.settings, error.description)
        }
        return RuleListing.render(book, policy: settings.policy, on: month)
    }
}
