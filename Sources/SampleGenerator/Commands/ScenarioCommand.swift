import ArgumentParser

/// `iuran-sample scenario`: one scenario into a folder of your choice.
struct ScenarioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario",
        abstract: "Write one scenario, by default the one of three companies.",
        discussion: """
            EXAMPLES
              iuran-sample scenario --output SampleData/tiga-perusahaan
              iuran-sample scenario cicilan --output /tmp/cicilan
            """
    )

    @Argument(help: "The scenario's name, as in SampleData/README.md.")
    var name = ThreeCompanies.name

    @Option(
        help: ArgumentHelp(
            "The folder to write; files of the same name are replaced.",
            valueName: "dir"
        )
    )
    var output: String

    func run() throws {
        guard let scenario = Catalogue.scenarios.first(where: { $0.name == name }) else {
            let names = Catalogue.scenarios.map(\.name).joined(separator: ", ")
            throw ValidationError("There is no scenario \(name). There are: \(names).")
        }
        try scenario.write(to: OutputFolder(path: output))
    }
}
