import ArgumentParser
import Foundation

/// `iuran-sample bulk`: as many rows as a benchmark needs.
struct BulkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulk",
        abstract: "Write any number of workers and months, in no order.",
        discussion: """
            Of a hundred worker-months about 80 are paid in time, 8 late, 4 short, 4 only billed and \
            4 missing from the ledger. Payroll rows number workers times months.

            EXAMPLES
              iuran-sample bulk --workers 1000 --output /tmp/small
              iuran-sample bulk --workers 83334 --months 12 --output /tmp/million
              iuran-sample bulk --workers 10000000 --months 1 --files-per-kind 8 --output /tmp/large
            """
    )

    @Option(help: "How many workers there are, up to 10 million.")
    var workers: Int

    @Option(help: "How many months of payroll there are.")
    var months = 12

    @Option(help: "How many employers share the workers. (default: one for 1,000 workers)")
    var employers: Int?

    @Option(help: ArgumentHelp("The last contribution month.", valueName: "YYYY-MM"))
    var until: Month = "2026-09"

    @Option(help: "The seed of all chance.")
    var seed: UInt64 = 2_026

    @Option(help: "Into how many files payroll, ledger and register are each divided.")
    var filesPerKind = 1

    @Option(
        help: ArgumentHelp("The folder to write, which must be new or empty.", valueName: "dir")
    )
    var output: String

    func validate() throws {
        guard (1...10_000_000).contains(workers) else {
            throw ValidationError("--workers must be from 1 to 10000000.")
        }
        guard (1...120).contains(months) else {
            throw ValidationError("--months must be from 1 to 120.")
        }
        guard (1...1_000_000).contains(employers ?? 1) else {
            throw ValidationError("--employers must be from 1 to 1000000.")
        }
        guard (1...1_000).contains(filesPerKind) else {
            throw ValidationError("--files-per-kind must be from 1 to 1000.")
        }
        guard until - (months - 1) >= "2015-07" else {
            throw ValidationError(
                "The first month must not lie before 2015-07, when the rates begin."
            )
        }
    }

    func run() throws {
        let folder = try OutputFolder(path: output)
        try folder.requireEmpty()
        let plan = BulkPlan(
            workerCount: workers,
            monthCount: months,
            employerCount: employers ?? max(1, workers / 1_000),
            lastMonth: until,
            seed: seed,
            fileCountPerKind: filesPerKind
        )
        let counts = try BulkSample(plan: plan, folder: folder).write()
        for (kind, rowCount) in counts {
            print("\(kind): \(rowCount) rows")
        }
    }
}

extension Month: ExpressibleByArgument {
    init?(argument: String) {
        self.init(parsing: argument)
    }
}
