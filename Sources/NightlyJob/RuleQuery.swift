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
        let book = try RuleBook.reading(settings)
        return RuleListing.render(book, policy: settings.policy, on: month)
    }
}

extension RuleBook {
    /// The rules with the tables that the settings replace.
    ///
    /// - Throws: A failure (exit 78) for a table that cannot be read.
    static func reading(_ settings: Settings) throws(Failure) -> RuleBook {
        do throws(RuleTableProblem) {
            return try read(replacing: settings.tables)
        } catch {
            throw Failure(.settings, error.description)
        }
    }
}
