internal import ArgumentParser
internal import NightlyJob

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How things stand in a workspace, in one screen.",
        discussion: """
            Shows the newest report and its age, what lies in the inbox and in quarantine, and the \
            newest deliveries. A run may be going on meanwhile.

            Examples:
              iuran status /var/lib/iuran
              iuran status /var/lib/iuran --format json

            Exit status: 0 done, 66 no workspace, 73 its database cannot be opened: ask as the account \
            that runs it.
            """
    )

    @Argument(help: ArgumentHelp("The workspace.", valueName: "dir"))
    var folder = "."

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    func run() throws {
        try Terminal.reportingFailures { () throws(Failure) in
            let status = try WorkspaceStatus(folder)
            switch format {
            case .text: try Terminal.print(status.text(width: 100))
            case .json: try Terminal.print(try status.json())
            }
        }
    }
}
