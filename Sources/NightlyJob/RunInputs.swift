internal import Contributions
internal import Intake

/// What the inputs of a run hold.
struct RunInputs {
    var records: Records
    /// The findings made while reading.
    var findings: [Finding]
    var files: [InputSummary]
}

extension RunInputs {
    /// Reconciles what was read.
    ///
    /// - Parameters:
    ///   - book: The law in figures.
    ///   - policy: What the law leaves open.
    ///   - run: The days to judge by.
    ///   - first: The first month that is looked at; nil for all.
    ///   - deliveries: When the files came, where that is known.
    ///   - progress: Shown each step as it begins.
    /// - Returns: What became of every worker's months.
    mutating func reconcile(
        _ book: RuleBook,
        _ policy: Policy,
        on run: RunDates,
        from first: ContributionMonth?,
        _ deliveries: Deliveries?,
        _ progress: ProgressReport
    ) -> Outcome {
        if let deliveries, let first { limit(to: first, deliveries) }
        return Reconciliation.reconcile(
            records,
            book: book,
            policy: policy,
            on: run,
            deliveries: deliveries
        ) { step in progress.begin(step) }
    }

    /// Leaves out what a nightly report does not look at, and counts it as skipped.
    private mutating func limit(to first: ContributionMonth, _ deliveries: Deliveries) {
        let (records, leftOut) = records.window(from: first, deliveries)
        self.records = records
        for (file, count) in leftOut {
            files[file].counts.accepted -= count
            files[file].skipped += count
        }
    }
}

extension Deliveries {
    /// When the files of a run came; nil where nobody knows.
    ///
    /// The same bytes that come again tell that nothing has changed until then.
    init?(_ candidates: [InputCandidate], _ files: [SurveyedFile]) {
        let delivered = candidates.compactMap(\.delivered)
        guard delivered.count == candidates.count else { return nil }
        self.init(numbers: delivered.map(\.delivery), nights: delivered.map(\.night))
        for (index, file) in files.enumerated() {
            guard case .twin(let other) = file.state else { continue }
            nights[other] = max(nights[other], nights[index])
        }
    }
}

/// How an input file was taken in.
struct InputSummary: Sendable {
    var file: SurveyedFile
    var kind: InputKind?
    var ignoredColumns: [String] = []
    var counts = RowCounts()
    /// Lines that are neither data nor blank: the header.
    var headerLines = 0
    /// Rows that repeat another one, and those of a file that repeats another.
    var skipped = 0
    /// Lines of a profiled file that are no rows, by what they are.
    var skippedLines: [SkippedLines] = []
}

/// Lines that are no rows, such as totals and notes.
struct SkippedLines: Sendable {
    var name: String
    var count: Int
}
