import ArgumentParser

/// `iuran-sample labelled`: files with realistic errors, and the truth about them.
struct LabelledCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "labelled",
        abstract: "Write files with realistic errors, and who is who in them.",
        discussion: """
            One month of payroll, ledger and register, with typing errors, damage by Excel, variants \
            of names, twins, namesakes and moved employers. kebenaran.csv says of every ledger and \
            register row which payroll row is the same person's and how the two differ. \
            Documentation/Accuracy.md gives the rates.

            EXAMPLES
              iuran-sample labelled --workers 10000 --output /tmp/labelled
              iuran-sample labelled --workers 10000 --hiring-batches --output /tmp/batches
            """
    )

    @Option(help: "How many persons there are, up to 1 million.")
    var workers: Int

    @Option(help: "The seed of all chance.")
    var seed: UInt64 = 2_026

    @Flag(help: "Give colleagues who were hired together numbers (KPJ) in sequence.")
    var hiringBatches = false

    @Option(
        help: ArgumentHelp("The folder to write, which must be new or empty.", valueName: "dir")
    )
    var output: String

    func validate() throws {
        guard (1...1_000_000).contains(workers) else {
            throw ValidationError("--workers must be from 1 to 1000000.")
        }
    }

    func run() throws {
        let folder = try OutputFolder(path: output)
        try folder.requireEmpty()
        var population = Population(seed: seed, hasHiringBatches: hiringBatches)
        let people = population.people(count: workers)
        try LabelledSample(people: people, seed: seed).write(to: folder)
        print("persons: \(people.count)")
    }
}
