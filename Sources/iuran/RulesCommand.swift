internal import ArgumentParser
private import NightlyJob

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Print the rates, caps, ages, reliefs and due dates in force.",
        discussion: """
            Examples:
              iuran rules --on 2026-03
              iuran rules
              iuran rules --on 2026-10 --settings iuran.yaml
            """
    )

    @Option(
        name: .long,
        help: ArgumentHelp("The contribution month (BLTH); default: all.", valueName: "blth")
    )
    var on: MonthOption?

    @Option(name: .long, help: ArgumentHelp("A YAML file of settings.", valueName: "file"))
    var settings: String?

    func run() throws {
        try Terminal.reportingFailures { () throws(Failure) in
            let chosen = try settings.map { path throws(Failure) in try Settings.read(path) }
            try Terminal.print(RuleQuery.listing(chosen ?? Settings(), on: on?.month))
        }
    }
}
