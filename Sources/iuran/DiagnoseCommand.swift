internal import ArgumentParser
private import Foundation
internal import NightlyJob

struct DiagnoseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnose",
        abstract: "Why is this worker's membership not active? Cause, proof and next step.",
        discussion: """
            Looks a worker up in a report: status, the four signs of an active membership, the cause \
            with the file and line that prove it, and what to do, by whom, where and until when. \
            Who works for several employers gets one answer over all of them.

            Examples:
              iuran diagnose --nik - --report laporan
              iuran diagnose --kpj 19040012345 --report laporan --format json
              iuran diagnose --kpj 19040012345 --report laporan --surat surat.html
              iuran diagnose --list daftar.txt --report laporan
              iuran diagnose --all --report laporan > diagnosa.jsonl

            A number on the command line stays in the shell's history; --nik - and --kpj - ask for \
            it, or read it from standard input. A list has a number on each line (16 digits are a \
            NIK, others a KPJ), and behind it a birth date where the setting verifikasi asks for it.

            In a workspace every look-up is recorded in catatan/pencarian.jsonl: who, when, and the \
            token of the number, never the number.

            Exit status: 0 done, also when nobody is found; 64 wrong use, 66 no report or no feed in \
            it, 73 the look-up cannot be recorded or the letter not written, 78 settings.
            """
    )

    @Option(name: .long, help: ArgumentHelp("The worker's NIK; - reads it.", valueName: "nik"))
    var nik: String?

    @Option(name: .long, help: ArgumentHelp("The worker's KPJ; - reads it.", valueName: "kpj"))
    var kpj: String?

    @Option(name: .long, help: ArgumentHelp("The token of a NIK or KPJ.", valueName: "token"))
    var token: String?

    @Option(name: .long, help: ArgumentHelp("A list of numbers; - reads it.", valueName: "file"))
    var list: String?

    @Flag(name: .long, help: "All workers, as JSON lines.")
    var all = false

    @Flag(name: .long, help: "Print the JSON Schema of the answers.")
    var schema = false

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
        help: ArgumentHelp("The birth date, which must fit.", valueName: "date")
    )
    var lahir: DayOption?

    @Flag(name: .long, help: "Suggest numbers that differ by one typing error.")
    var candidates = false

    @Option(
        name: .long,
        help: ArgumentHelp("Write the letter for the worker, as HTML.", valueName: "file")
    )
    var surat: String?

    @Option(name: .long, help: ArgumentHelp("The employer of the letter.", valueName: "npp"))
    var npp: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A YAML file of settings, for a report outside a workspace.",
            valueName: "file"
        )
    )
    var settings: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Who asks (default: your account).", valueName: "name")
    )
    var who: String?

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        let given = [nik != nil, kpj != nil, token != nil, list != nil, all, schema]
        guard given.count(where: \.self) == 1 else {
            throw ValidationError(
                "Give one of --nik, --kpj, --token, --list, --all or --schema."
            )
        }
        if surat != nil, list != nil || all || schema {
            throw ValidationError("--surat writes the letter of one worker.")
        }
        if npp != nil, surat == nil { throw ValidationError("--npp goes with --surat.") }
    }

    func run() throws {
        try Terminal.reportingFailures { () throws(Failure) in
            if schema {
                try Terminal.print(bytes: Diagnose.schema)
                return
            }
            var request = DiagnoseRequest(all ? [] : try questions())
            request.report = report
            request.suggests = candidates
            if let settings { request.settings = try Settings.read(settings) }
            request.who = who ?? Account.behindSudo
            let diagnose = try Diagnose(request)
            if all { return try printAll(diagnose) }
            let answers = try diagnose.answers()
            if let surat {
                try Letter.write(answers[0], npp: npp, diagnose.head, to: surat)
                return Terminal.tell("surat ditulis: \(surat)")
            }
            for answer in answers { try print(answer, diagnose) }
        }
    }
}

extension DiagnoseCommand {
    private func questions() throws(Failure) -> [Question] {
        if let list { return try QuestionList.read(try Terminal.textOrInput(list)) }
        if let token {
            guard let subject = QuestionList.token(token) else {
                throw Failure(.usage, "a token has 32 hexadecimal digits")
            }
            return [Question(subject, birth: lahir?.day)]
        }
        if let nik {
            return [Question(nik: try Terminal.numberOrInput(nik), birth: lahir?.day)]
        }
        return [Question(kpj: try Terminal.numberOrInput(kpj ?? ""), birth: lahir?.day)]
    }

    private func print(_ answer: Answer, _ diagnose: Diagnose) throws(Failure) {
        let head = diagnose.head
        switch format {
        case .json: try Terminal.print(bytes: try answer.json(head, isLine: list != nil))
        case .text where list != nil: try Terminal.print(answer.line() + "\n")
        case .text:
            try Terminal.print(
                answer.text(head, usesColour: Terminal.usesColour, width: Terminal.width)
            )
        }
    }

    private func printAll(_ diagnose: Diagnose) throws(Failure) {
        let everybody = try diagnose.all()
        while true {
            let lines = try everybody.nextLines()
            guard !lines.isEmpty, try Terminal.print(bytes: lines) else { return }
        }
    }
}
