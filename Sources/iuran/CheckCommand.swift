internal import ArgumentParser
private import Contributions
internal import Intake
internal import NightlyJob

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong in an upload, row by row, before it is sent.",
        discussion: """
            Examples:
              iuran check gaji-oktober.csv
              iuran check gaji-oktober.csv --annotate gaji-oktober-periksa.csv
              iuran check ess.csv karyawan.csv --npp 27014563 --blth 2026-10
              iuran check upload.csv --format json
              iuran check laporan-baru.csv --draft-profile laporan-baru.yaml

            Says what the file is and which layout it was read in, its employers and months, the \
            rows accepted and rejected, control totals, then the problems by code. Nothing is \
            changed or stored.

            Exit status: 0 every file is accepted, 64 wrong use, 65 a file is refused, 66 no input, \
            73 cannot write, 78 settings or profile.
            """
    )

    @Argument(help: ArgumentHelp("The uploads.", valueName: "file"))
    var uploads: [String]

    @Option(
        name: .long,
        help: ArgumentHelp(
            "What the files are: payroll, ledger, payments, register, employers, leavers or employees.",
            valueName: "kind"
        )
    )
    var kind: InputKind?

    @Option(
        name: .long,
        help: "all: one bad row refuses the file. good: the good rows are taken."
    )
    var policy = UploadPolicy.all

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write the upload back with a column kesalahan (a folder for several).",
            valueName: "out"
        )
    )
    var annotate: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write a profile to complete for a layout that is not known.",
            valueName: "out"
        )
    )
    var draftProfile: String?

    @OptionGroup(title: "Files that do not say it themselves")
    var files: FileOptions

    @Option(name: .long, help: ArgumentHelp("A YAML file of settings.", valueName: "file"))
    var settings: String?

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        if draftProfile != nil, uploads.count != 1 {
            throw ValidationError("--draft-profile takes one file.")
        }
    }

    func run() throws {
        try Terminal.reportingFailures { () throws(Failure) in
            if let draftProfile {
                try DraftProfileJob.write(uploads[0], to: draftProfile)
                Terminal.tell("wrote \(draftProfile); complete it and give it with --profile")
                return
            }
            let result = try Check.run(
                try request(),
                progress: ProgressReport(isShown: Terminal.errorIsTerminal)
            )
            switch format {
            case .text:
                try Terminal.print(result.text(Terminal.usesColour))
            case .json: try Terminal.print(try result.json())
            }
            for path in result.annotated { Terminal.tell("wrote \(path)") }
            if result.isRefused { throw Failure(.refusedInput, "a file is refused; see above") }
        }
    }

    private func request() throws(Failure) -> CheckRequest {
        var request = CheckRequest(files: uploads.map { InputPath(path: $0, kind: kind) })
        if let settings { request.settings = try Settings.read(settings) }
        request.intake = try files.intake(request.settings)
        request.policy = policy
        request.annotated = annotate
        return request
    }
}

extension UploadPolicy: ExpressibleByArgument {}
extension InputKind: ExpressibleByArgument {}
