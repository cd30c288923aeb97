/// All scenarios, in the order of their table.
enum Catalogue {
    static let scenarios: [Scenario] =
        [ThreeCompanies.scenario]
        + Payments.scenarios + LumpSums.scenarios + Seams.scenarios + Arrears.scenarios
        + Employment.scenarios + IdentityProblems.scenarios + Likenesses.scenarios
        + Deliveries.scenarios + WageProblems.scenarios + Patterns.scenarios
        + [EveryCause.scenario, WorkedFigures.scenario]

    /// `SampleData/README.md`.
    static var table: String {
        let rows = scenarios.map { "| [\($0.name)](\($0.name)/) | \($0.asOf) | \($0.shows) |\n" }
        return """
            # Sample data

            Invented inputs. Every person, number and company in them is made up: no NIK has a serial
            that a civil registry reaches, no mobile number a prefix that an operator has, no e-mail
            address a domain that exists. `iuran-sample scenarios --output SampleData` writes it all;
            do not edit by hand.

            Each folder holds the inputs, a `README.md` and `arguments`, the options with which the
            recorded report under `Reports/` was made.

            | scenario | as of | what it shows |
            |---|---|---|
            \(rows.joined())
            """
    }
}
