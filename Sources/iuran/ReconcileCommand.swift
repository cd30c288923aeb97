internal import ArgumentParser
private import Contributions
internal import Intake
internal import NightlyJob

struct ReconcileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Reconcile payroll with the contribution ledger and write a report.",
        discussion: """
            Examples:
              iuran reconcile data/ --output laporan
              iuran reconcile payroll.csv ledger.csv perusahaan.csv --as-of 2026-11-22 --output laporan
              iuran reconcile data/ --output laporan --replace --previous laporan-kemarin
              iuran reconcile data/ --dry-run

            Files count in the order given: folders in byte order of their names, then the files \
            given with --payroll, --ledger, --payments, --register, --employers and --pairs. A later \
            payroll that shares more than half of its workers with an earlier one replaces it.

            Exit status: 0 the run is complete, 1 with --fail-on, 64 wrong use, 65 nothing usable, \
            66 no input, 70 totals do not tie, 73 cannot write, 78 settings.
            """
    )

    @Argument(help: ArgumentHelp("Files, or folders with CSV files.", valueName: "path"))
    var paths: [String] = []

    @Option(name: .long, help: "A file that is a payroll, whatever its header says.")
    var payroll: [String] = []

    @Option(name: .long, help: "A file that is a contribution ledger.")
    var ledger: [String] = []

    @Option(name: .long, help: "A file of lump-sum payments.")
    var payments: [String] = []

    @Option(name: .long, help: "A file that is a membership register.")
    var register: [String] = []

    @Option(name: .long, help: "A file of employers.")
    var employers: [String] = []

    @Option(name: .long, help: "A file of pairs of numbers that you confirmed.")
    var pairs: [String] = []

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The folder for the report.", valueName: "dir")
    )
    var output: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The day to judge by (default: today in Jakarta).", valueName: "date")
    )
    var asOf: DayOption?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The day up to which the ledgers reach (default: --as-of).",
            valueName: "date"
        )
    )
    var ledgerUntil: DayOption?

    @Option(
        name: .long,
        help: ArgumentHelp("The previous report, for what changed.", valueName: "dir")
    )
    var previous: String?

    @Option(name: .long, help: ArgumentHelp("A YAML file of settings.", valueName: "file"))
    var settings: String?

    @OptionGroup(title: "Files that do not say it themselves")
    var files: FileOptions

    @Flag(name: .long, help: "Replace the report in --output.")
    var replace = false

    @Flag(name: .long, help: "Do everything but write the report.")
    var dryRun = false

    @Option(name: .long, help: "Exit with 1 on: findings, incomplete.")
    var failOn: FailOn?

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    @Flag(name: .long, help: ArgumentHelp("Tell how long each step took.", visibility: .hidden))
    var timings = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The folder in which rows are kept for the next run.",
            valueName: "dir",
            visibility: .hidden
        )
    )
    var parsedRows: String?

    func validate() throws {
        guard !inputs.isEmpty else { throw ValidationError("Give at least one file or folder.") }
        guard output != nil || dryRun else {
            throw ValidationError("Give --output DIR, or --dry-run.")
        }
    }

    func run() throws {
        try Terminal.reportingFailures { () throws(Failure) in
            let result = try Reconcile.run(
                try request(),
                progress: ProgressReport(isShown: Terminal.errorIsTerminal)
            )
            for refusal in result.refusals { Terminal.tell(refusal) }
            if timings { Terminal.tell(result.times.description) }
            switch format {
            case .text: try Terminal.print(result.summary(Terminal.usesColour, 80))
            case .json: try Terminal.print(String(decoding: try result.json(), as: UTF8.self))
            }
            guard result.isTied else {
                throw Failure(.notTied, "NOT TIED: the totals do not tie; this is a bug")
            }
            let fails =
                failOn == .findings && result.hasFindings
                || failOn == .incomplete && result.isIncomplete
            if fails { throw Failure(.failOn, "exit 1 by --fail-on \(failOn?.rawValue ?? "")") }
        }
    }

    private var inputs: [InputPath] {
        let named: [(InputKind, [String])] = [
            (.payroll, payroll), (.ledger, ledger), (.payments, payments), (.register, register),
            (.employers, employers), (.pairs, pairs),
        ]
        return paths.map { InputPath(path: $0) }
            + named.flatMap { kind, files in files.map { InputPath(path: $0, kind: kind) } }
    }

    private func request() throws(Failure) -> ReconcileRequest {
        var request = ReconcileRequest(
            inputs: inputs,
            output: output,
            run: RunDates(asOf: asOf?.day ?? Clock.today(), ledgerUntil: ledgerUntil?.day)
        )
        request.replacesOutput = replace
        request.isDryRun = dryRun
        request.previous = previous
        request.parsedRows = parsedRows
        if let settings { request.settings = try Settings.read(settings) }
        request.intake = try files.intake(request.settings)
        return request
    }
}
