package import Contributions
private import Crypto
private import Foundation
internal import Intake
internal import Reporting

/// What a user asks of `iuran reconcile`.
package struct ReconcileRequest: Sendable {
    package var inputs: [InputPath]
    /// The folder of the report; nil only with `isDryRun`.
    package var output: String?
    package var replacesOutput = false
    package var isDryRun = false
    package var run: RunDates
    package var settings = Settings()
    package var intake = IntakeOptions()
    package var previous: String?
    /// The previous report, where it was read already.
    var previousReport: PreviousReport?
    /// The first month that is looked at; nil for all.
    var firstMonth: ContributionMonth?
    /// Whether the report must survive a power failure.
    var isDurable = false
    /// The folder in which the rows of parsed files are kept between runs; nil keeps none.
    package var parsedRows: String?

    package init(inputs: [InputPath], output: String?, run: RunDates) {
        self.inputs = inputs
        self.output = output
        self.run = run
    }
}

/// What a reconciliation tells the one who ran it.
package struct ReconcileResult: Sendable {
    /// The summary for a terminal.
    package var summary: @Sendable (_ usesColour: Bool, _ width: Int) -> String
    /// `ringkasan.json`.
    package var json: @Sendable () throws(Failure) -> [UInt8]
    package var isTied: Bool
    /// Sentences about what was refused, without personal data, in Bahasa Indonesia.
    package var refusals: [String]
    package var hasFindings: Bool
    package var isIncomplete: Bool
    /// The run in figures.
    var figures: RunSummary
    /// The input files that could not be used.
    var refusedFileCount: Int
    /// The rows that were read and used.
    var rowCount: Int
    /// The SHA-256 of the manifest; nil for a dry run.
    var manifestDigest: String?
    /// How long the steps took.
    package var times: PhaseTimes
}

/// The main job: from payroll and ledger files to a proven status for every worker.
///
/// ``run(_:progress:)`` is the job from the first step to the last.
package struct Reconcile {
    let request: ReconcileRequest
    let progress: ProgressReport

    package static func run(
        _ request: ReconcileRequest,
        progress: ProgressReport
    ) throws(Failure) -> ReconcileResult {
        try Reconcile(request: request, progress: progress).run()
    }

    private func run() throws(Failure) -> ReconcileResult {
        Memory.setUpAllocator()
        let book = try RuleBook.reading(request.settings)
        try request.settings.feed.requireFindable()
        let (candidates, passedOver) = try InputDiscovery.find(request.inputs)
        var previous = request.previousReport
        if previous == nil, let path = request.previous { previous = try PreviousReport(path) }
        let folder = try reportFolder(candidates)

        progress.begin(.reading)
        let kept = request.parsedRows.map { ParsedRows($0) }
        let files = InputSurvey.survey(candidates, request.intake, kept: kept)
        var inputs = try InputReading.read(files, book: book, keeping: kept)
        try requireUsable(inputs)
        let deliveries = Deliveries(candidates, files)
        let reconciled = inputs.reconcile(
            book,
            request.settings.policy,
            on: request.run,
            from: request.firstMonth,
            deliveries,
            progress
        )

        progress.begin(.writing)
        // The feed takes longest, and rests on nothing that follows.
        if let folder { try beginFeed(reconciled, in: folder) }
        let (outcome, summary, longTables) = addUp(reconciled, inputs.findings)
        var manifestDigest: String?
        if let folder, let longTables {
            var manifest = Manifest(
                run: request.run,
                outcome: outcome,
                settings: request.settings,
                inputs: inputs.files,
                deliveries: deliveries,
                windowFrom: request.firstMonth,
                passedOver: passedOver,
                previous: previous
            )
            try write(outcome, longTables, summary, manifest, previous, to: folder)
            manifest.list(folder.outputs)
            let bytes = try manifest.encoded()
            try folder.write(manifest: bytes)
            manifestDigest = SHA256.hash(data: bytes).hexadecimal
            try folder.publish()
        }
        progress.end()
        return result(outcome, inputs, summary, manifestDigest)
    }
}

// MARK: - Steps

extension Reconcile {
    /// The folder to write into, or nil in a dry run.
    private func reportFolder(_ candidates: [InputCandidate]) throws(Failure) -> ReportFolder? {
        guard !request.isDryRun else { return nil }
        guard let output = request.output else {
            throw Failure(.usage, "--output DIR is missing (or give --dry-run)")
        }
        try refuseOutputAmongInputs(output, candidates)
        return try ReportFolder(
            output,
            replaces: request.replacesOutput,
            isDurable: request.isDurable
        )
    }

    /// A report among the inputs would be read as input the next night.
    private func refuseOutputAmongInputs(
        _ output: String,
        _ candidates: [InputCandidate]
    ) throws(Failure) {
        func resolved(_ path: String) -> String {
            URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
        }
        let target = resolved(output) + "/"
        for input in request.inputs where target.hasPrefix(resolved(input.path) + "/") {
            throw Failure(
                .usage,
                "the output \(output) lies inside the input \(input.path); give another --output"
            )
        }
        for candidate in candidates where resolved(candidate.path).hasPrefix(target) {
            throw Failure(
                .usage,
                "the input \(candidate.path) lies inside the output \(output); give another --output"
            )
        }
    }

    /// Finds the mutations and adds up the run, and meanwhile puts the rows of its longest tables
    /// in order.
    ///
    /// - Parameters:
    ///   - outcome: The outcome of the run.
    ///   - findings: The findings made while reading the files.
    /// - Returns: The outcome with its mutations, the run in figures, and the tables; none in a dry
    ///   run, which writes none.
    private func addUp(
        _ outcome: Outcome,
        _ findings: [Finding]
    ) -> (outcome: Outcome, summary: RunSummary, tables: LongTables?) {
        let isWritten = !request.isDryRun
        let (summed, tables) = Parallel.both {
            var outcome = outcome
            outcome.findMutations()
            return (outcome, RunSummary(outcome, otherFindings: findings))
        } _: {
            isWritten ? LongTables(outcome, findings) : nil
        }
        return (summed.0, summed.1, tables)
    }

    private func requireUsable(_ inputs: RunInputs) throws(Failure) {
        let records = inputs.records
        let isUsable =
            !records.payroll.isEmpty || !records.ledger.isEmpty || !records.register.isEmpty
        guard !isUsable else { return }
        let reasons = refusals(inputs)
        guard !reasons.isEmpty else {
            throw Failure(.noInput, "the inputs hold no payroll, ledger or register row")
        }
        throw Failure(
            .refusedInput,
            (["nothing in the inputs was usable:"] + reasons).joined(separator: "\n")
        )
    }
}

// MARK: - Result

extension Reconcile {
    private func refusals(_ inputs: RunInputs) -> [String] {
        inputs.files.compactMap { input in
            if case .refused(let refusal) = input.file.state {
                return "\(input.file.name): berkas ditolak: \(refusal.messageForLogs)"
            }
            guard input.counts.rejected > 0 else { return nil }
            let count = input.counts.rejected
            return "\(input.file.name): \(count) baris ditolak; lihat temuan.csv (baris-ditolak)"
        }
    }

    private func result(
        _ outcome: Outcome,
        _ inputs: RunInputs,
        _ summary: RunSummary,
        _ manifestDigest: String?
    ) -> ReconcileResult {
        let refusals = refusals(inputs)
        let folder = request.isDryRun ? "" : request.output ?? ""
        return ReconcileResult(
            summary: { usesColour, width in
                TerminalSummary.render(
                    summary,
                    reportFolder: folder,
                    usesColour: usesColour,
                    width: width
                )
            },
            json: { () throws(Failure) in try Self.json(summary, outcome) },
            isTied: outcome.isTied,
            refusals: refusals,
            hasFindings: summary.findings.contains { $0.code.severity >= .error },
            isIncomplete: !refusals.isEmpty
                || summary.findings.contains { $0.code == .paymentsNotStated },
            figures: summary,
            refusedFileCount: inputs.files.count { input in
                if case .refused = input.file.state { true } else { false }
            },
            rowCount: inputs.files.reduce(0) { $0 + $1.counts.accepted },
            manifestDigest: manifestDigest,
            times: progress.times
        )
    }
}
