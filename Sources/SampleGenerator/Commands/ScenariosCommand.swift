import ArgumentParser

/// `iuran-sample scenarios`: everything under `SampleData/`.
struct ScenariosCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenarios",
        abstract: "Write every scenario, each into a folder of its own, and their table.",
        discussion: """
            EXAMPLES
              iuran-sample scenarios --output SampleData
            """
    )

    @Option(
        help: ArgumentHelp(
            "The folder to write; files of the same name are replaced.",
            valueName: "dir"
        )
    )
    var output: String

    func run() throws {
        for scenario in Catalogue.scenarios {
            try scenario.write(to: OutputFolder(path: "\(output)/\(scenario.name)"))
        }
        try OutputFolder(path: output).write(Catalogue.table, to: "README.md")
    }
}
