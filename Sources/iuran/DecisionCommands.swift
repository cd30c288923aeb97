internal import ArgumentParser
internal import NightlyJob

/// Who decides what about which delivery.
struct DecisionOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A delivery such as 12, or one file of it such as 12/3.",
            valueName: "number"
        )
    )
    var number: DeliveryReference

    @Argument(help: ArgumentHelp("The workspace.", valueName: "dir"))
    var folder = "."

    @Option(name: .long, help: ArgumentHelp("The reason, for auditors.", valueName: "text"))
    var why: String

    @Option(
        name: .long,
        help: ArgumentHelp("Who decided it (default: your account).", valueName: "name")
    )
    var who: String?

    func validate() throws {
        guard why.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("--why must give a reason.")
        }
        if let who, !who.contains(where: { !$0.isWhitespace }) {
            throw ValidationError("--who must give a name.")
        }
    }

    func decide(_ action: DeliveryDecision.Action) throws(Failure) {
        let decision = DeliveryDecision(
            folder: folder,
            reference: number,
            action: action,
            who: who ?? Account.behindSudo,
            why: why
        )
        try Terminal.print(try decision.run() + "\n")
    }
}

struct AcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Confirm a payroll that waits in quarantine.",
        discussion: """
            A payroll that would take away more of an employer's workers than the settings allow \
            waits. Once confirmed it counts from the next run on. `iuran status` shows what waits, and \
            karantina/<delivery>/keterangan.txt why. To turn it down, take it back with `iuran undo`.

            Examples:
              iuran accept 12/3 /var/lib/iuran --why "outlet Braga tutup per Oktober"

            Exit status: 0 done, 64 nothing of it waits, 66 no such delivery, 73 cannot write, 75 a \
            run is going on.
            """
    )

    @OptionGroup var options: DecisionOptions

    func run() throws {
        try Terminal.reportingFailures { () throws(Failure) in try options.decide(.accept) }
    }
}

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back a delivery that HR regrets.",
        discussion: """
            The files stop counting from the next run on; their bytes stay in the archive. Reports of \
            earlier nights stay what they are. There is no way back but to deliver the file again.

            Examples:
              iuran undo 12 /var/lib/iuran --why "salah bulan"
              iuran undo 12/3 /var/lib/iuran --who "Sari (HRD)" --why "berkas percobaan"

            Exit status: 0 done, 64 it was taken back before, 66 no such delivery, 73 cannot write, 75 \
            a run is going on.
            """
    )

    @OptionGroup var options: DecisionOptions

    func run() throws {
        try Terminal.reportingFailures { () throws(Failure) in try options.decide(.undo) }
    }
}

extension DeliveryReference: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
