internal import ArgumentParser
internal import NightlyJob

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a workspace for the nightly job.",
        discussion: """
            Makes iuran.yaml (settings), perusahaan.csv (employers), pasangan.csv (numbers that you \
            confirm to be one person's), masuk/ (inbox), arsip/, karantina/, laporan/ and \
            iuran.sqlite. What is there already is left alone, so it can be repeated. Make it as the \
            account that will run it.

            Examples:
              iuran init /var/lib/iuran
              cp data/*.csv /var/lib/iuran/masuk/ && iuran run /var/lib/iuran

            Exit status: 0 done, 73 cannot write, or the folder holds something else.
            """
    )

    @Argument(help: ArgumentHelp("The folder: new, or empty.", valueName: "dir"))
    var folder: String

    func run() throws {
        try Terminal.reportingFailures { () throws(Failure) in
            let made = try WorkspaceInit.run(folder)
            guard !made.isEmpty else {
                try Terminal.print("\(folder) is a workspace already; nothing is missing.\n")
                return
            }
            try Terminal.print(
                """
                Made in \(folder): \(made.joined(separator: ", "))
                Next: list your employers in perusahaan.csv, put payroll and ledger files into \
                masuk/, then run: iuran run \(folder)

                """
            )
        }
    }
}
