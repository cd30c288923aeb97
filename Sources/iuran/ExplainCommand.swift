internal import ArgumentParser
internal import NightlyJob

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Re-derive one worker-month: pay, rule, due, bill, money, status.",
        discussion: """
            Reads the input files again and shows how the figures of a report come about, each with \
            its file and line and its legal basis. The files are found by the report: those of a \
            workspace in its archive, others by their digests, below this folder or beside the report, \
            or as given.

            Examples:
              iuran explain --kpj 19040012345 --blth 2026-09 --report laporan
              iuran explain --kpj 19040012345 --blth 2026-09 data/ --as-of 2026-11-22
              iuran explain --nik - --blth 2026-09 --report laporan

            A number on the command line stays in the shell's history; --nik - and --kpj - read it from \
            standard input.

            Exit status: 0 done, 64 wrong use, 66 no report, no input or no such worker-month, 78 \
            settings.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The input files, where the report does not know them.",
            valueName: "path"
        )
    )
    var paths: [String] = []

    @Option(name: .long, help: ArgumentHelp("The worker's KPJ; - reads it.", valueName: "kpj"))
    var kpj: String?

    @Option(name: .long, help: ArgumentHelp("The worker's NIK; - reads it.", valueName: "nik"))
    var nik: String?

    @Option(name: .long, help: ArgumentHelp("The contribution month.", valueName: "month"))
    var blth: MonthOption

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The report (default: the newest one of the workspace you are in).",
            valueName: "dir"
        )
    )
    var report: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The day to judge by (default: the report's).", valueName: "date")
    )
    var asOf: DayOption?

    @Option(
        name: .long,
        help: ArgumentHelp("The birth date, which must fit.", valueName: "date")
    )
    var lahir: DayOption?

    @Option(name: .long, help: ArgumentHelp("A YAML file of settings.", valueName: "file"))
    var settings: String?

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        guard (kpj == nil) != (nik == nil) else {
            throw ValidationError("Give either --kpj or --nik.")
        }
    }

    func run() throws {
        try Terminal.reportingFailures { () throws(Failure) in
            var request = ExplainRequest(month: blth.month)
            request.kpj = try kpj.map(Terminal.numberOrInput)
            request.nik = try nik.map(Terminal.numberOrInput)
            request.report = report
            request.inputs = paths.map { InputPath(path: $0) }
            request.asOf = asOf?.day
            request.birth = lahir?.day
            if let settings { request.settings = try Settings.read(settings) }
            let explanation = try Explain.run(
                request,
                progress: ProgressReport(isShown: Terminal.errorIsTerminal)
            )
            for remark in explanation.remarks { Terminal.tell(remark) }
            switch format {
            case .text: try Terminal.print(explanation.text)
            case .json: try Terminal.print(String(decoding: explanation.json, as: UTF8.self))
            }
        }
    }
}
