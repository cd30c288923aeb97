internal import ArgumentParser
private import NightlyJob

/// The command-line tool; each subcommand is a file of its own and holds no logic.
@main
struct Iuran: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "iuran",
        abstract: "Was the contribution paid, and if the membership is not active, why?",
        discussion: """
            Reads HRD payroll exports and BPJS Ketenagakerjaan contribution ledgers, reconciles \
            what was due with what was received, and writes a proven status for every worker.

            Reports and messages about data are in Bahasa Indonesia.
            """,
        version: Product.version,
        subcommands: [
            ReconcileCommand.self, DiagnoseCommand.self, ExplainCommand.self, CheckCommand.self,
            RulesCommand.self, InitCommand.self, RunCommand.self, StatusCommand.self,
            AcceptCommand.self, UndoCommand.self,
            PurgeCommand.self,
        ]
    )
}
