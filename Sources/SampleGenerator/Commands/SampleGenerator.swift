import ArgumentParser

/// Writes invented inputs for `iuran`: for benchmarks, for tests and for a first look.
@main
struct SampleGenerator: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "iuran-sample",
        abstract: "Write invented payrolls, ledgers, registers and employers for iuran.",
        discussion: """
            Every person, number and company is invented. The same options give the same bytes.
            """,
        subcommands: [
            BulkCommand.self, LabelledCommand.self, ScenarioCommand.self, ScenariosCommand.self,
        ]
    )
}
