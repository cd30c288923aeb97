internal import ArgumentParser
private import Contributions
internal import NightlyJob

struct PurgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Destroy what is kept longer than retensi_tahun.",
        discussion: """
            Destroys the original bytes of deliveries received before then, and reports of nights \
            before then. Digests and a record of the destruction stay (UU 27/2022, PDP). Nothing is \
            destroyed but by this command; backups are yours to expire.

            Examples:
              iuran purge /var/lib/iuran --dry-run
              iuran purge /var/lib/iuran

            Exit status: 0 done, 66 no workspace, 73 cannot write, 75 a run is going on, 78 settings.
            """
    )

    @Argument(help: ArgumentHelp("The workspace.", valueName: "dir"))
    var folder = "."

    @Flag(name: .long, help: "Show what would be destroyed.")
    var dryRun = false

    @Option(
        name: .long,
        help: ArgumentHelp("Who decided it (default: your account).", valueName: "name")
    )
    var who: String?

    func run() throws {
        try Terminal.reportingFailures { () throws(Failure) in
            let result = try Purge(folder: folder, isDryRun: dryRun, who: who ?? Account.behindSudo)
                .run()
            let verb = dryRun ? "Would destroy" : "Destroyed"
            try Terminal.print(
                """
                \(verb) what was received before \(result.before): \(result.files.count) files, \
                \(result.reports.count) reports.

                """
            )
            for number in result.files { try Terminal.print("  file \(number)\n") }
            for night in result.reports { try Terminal.print("  report \(night)\n") }
        }
    }
}
