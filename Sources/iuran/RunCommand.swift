internal import ArgumentParser
private import Contributions
internal import NightlyJob

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Do the night's work in a workspace: take in, reconcile, report.",
        discussion: """
            Takes in what is complete in masuk/, keeps the original bytes in arsip/, puts what is \
            refused into karantina/, reconciles all that counts and writes laporan/<as-of>/. The same \
            inputs and settings again are "already done", and a run that was killed is made good by \
            the next one. Without --as-of, nights that were missed get their reports too; with it, \
            only that night does, and one before the newest report takes nothing in.

            The summary goes to standard output. What happened goes to standard error, a line an \
            event, without names of persons or files.

            Examples:
              iuran run /var/lib/iuran
              iuran run /var/lib/iuran --as-of 2026-11-22
              iuran run /var/lib/iuran --dry-run

            Exit status: 0 the night is complete, 1 with --fail-on, 64 wrong use, 65 nothing usable, \
            66 no workspace or nothing ever delivered, 70 totals do not tie, 73 cannot write, 75 \
            another run holds the workspace, 78 settings.
            """
    )

    @Argument(help: ArgumentHelp("The workspace.", valueName: "dir"))
    var folder = "."

    @Option(
        name: .long,
        help: ArgumentHelp("The night to report on (default: today in Jakarta).", valueName: "date")
    )
    var asOf: DayOption?

    @Flag(name: .long, help: "Show what the night would say, and write nothing.")
    var dryRun = false

    @Option(name: .long, help: "Exit with 1 on: findings, incomplete.")
    var failOn: FailOn?

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    @Option(
        name: .long,
        help: "How log lines look: json or text (default: text on a terminal, else json)."
    )
    var log: LogFormat?

    func run() throws {
        let isTerminal = Terminal.errorIsTerminal
        let log = NightLog(log?.format ?? (isTerminal ? .text : .json))
        try Terminal.reportingFailures(to: log) { () throws(Failure) in
            var request = NightRequest(folder: folder)
            request.asOf = asOf?.day
            request.isDryRun = dryRun
            let result = try NightlyRun.run(
                request,
                log: log,
                progress: ProgressReport(isShown: isTerminal)
            )
            try show(result)
            guard let report = result.report else { return }
            let fails =
                failOn == .findings && report.hasFindings
                || failOn == .incomplete && (report.isIncomplete || !result.quarantined.isEmpty)
            if fails { throw Failure(.failOn, "exit 1 by --fail-on \(failOn?.rawValue ?? "")") }
        }
    }

    private func show(_ result: NightResult) throws(Failure) {
        guard let report = result.report else {
            if format == .text {
                try Terminal.print("Malam \(result.asOf) sudah selesai: \(result.folder)\n")
            }
            return
        }
        switch format {
        case .text: try Terminal.print(report.summary(Terminal.usesColour, 80))
        case .json: try Terminal.print(String(decoding: try report.json(), as: UTF8.self))
        }
    }
}

/// How log lines look.
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
    case json
    case text

    var format: NightLog.Format {
        switch self {
        case .json: .json
        case .text: .text
        }
    }
}
