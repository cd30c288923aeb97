internal import Contributions
internal import Intake
internal import Reporting

/// The tables whose rows must be put in order, made side by side.
struct LongTables: Sendable {
    let details: DetailTable
    let findings: FindingTable

    init(_ outcome: Outcome, _ findingsOfIntake: [Finding]) {
        (details, findings) = Parallel.both {
            DetailTable(outcome)
        } _: {
            FindingTable(outcome, intake: findingsOfIntake)
        }
    }
}

/// The last step of a reconciliation: the files of its report.
extension Reconcile {
    func write(
        _ outcome: Outcome,
        _ longTables: LongTables,
        _ summary: RunSummary,
        _ manifest: Manifest,
        _ previous: PreviousReport?,
        to folder: ReportFolder
    ) throws(Failure) {
        var findings = longTables.findings
        var tables: [any ReportTable] = [longTables.details]
        var changesOfWorkers: [WorkerChange] = []
        if let previous {
            let compared = previous.workers.compare(outcome)
            let (histories, resolved) = previous.findings.compare(findings, asOf: request.run.asOf)
            findings.remember(histories)
            changesOfWorkers = compared.changes
            tables.append(StatusTable(outcome, changes: compared.changes))
            tables.append(
                ChangeTable(
                    outcome,
                    changes: compared.changes,
                    oldStatus: compared.oldStatus,
                    missing: compared.missing,
                    reasons: ChangeReasons(outcome, manifest, since: previous.manifest)
                        .all(compared.changes)
                )
            )
            tables.append(ResolvedFindingTable(resolved))
        } else {
            tables.append(StatusTable(outcome))
        }
        tables += [
            RecapTable(outcome), AllocationTable(outcome), findings, ForecastTable(outcome),
            MutationTable(outcome),
        ]
        let documents = documents(outcome, summary, findings, changesOfWorkers)
        let progress = progress
        try folder.write(
            tables,
            documents,
            mostBytes: mostBytes(outcome, findingCount: findings.count)
        ) { progress.advance($0, of: $1) }
    }

    /// More than a report takes: a row of any table has some hundred bytes, and is in no more than
    /// a handful of files.
    private func mostBytes(_ outcome: Outcome, findingCount: Int) -> Int {
        let months = outcome.batches.reduce(0) { $0 + $1.months.count }
        return (outcome.workers.count + months + findingCount) << 12 + 1 << 28
    }

    /// Begins the diagnosis feed, which is written beside all other files.
    func beginFeed(_ outcome: Outcome, in folder: ReportFolder) throws(Failure) {
        let settings = request.settings.feed
        guard settings.isWritten else { return }
        let feed = Feed(
            outcome,
            fields: settings.fields,
            tokens: settings.key?.tokens(of: outcome),
            version: Product.version
        )
        try folder.begin(feed)
    }

    /// The files that are made as a whole: for people, for other programs and for SIPP.
    private func documents(
        _ outcome: Outcome,
        _ summary: RunSummary,
        _ findings: FindingTable,
        _ changes: [WorkerChange]
    ) -> [ReportDocument] {
        let workbook = ReportDocument(ReportWorkbook.fileName) {
            ReportWorkbook(
                outcome,
                summary,
                findings: findings,
                changes: changes,
                version: Product.version
            )
        }
        let json = ReportDocument("ringkasan.json") { () throws(Failure) in
            try Self.json(summary, outcome)
        }
        let page = ReportDocument("ringkasan.html") { () throws(Failure) in
            try Self.encode { try SummaryPage.render(summary) }
        }
        let uploads = SIPPUpload.all(outcome).map { upload in
            ReportDocument(upload.fileName) { upload.bytes }
        }
        let pages = summary.employers.map { employer in
            ReportDocument("perusahaan/\(employer.pageFileName)") { () throws(Failure) in
                try Self.encode { try EmployerPage.render(employer, summary, outcome) }
            }
        }
        return [workbook, json, page] + uploads + pages
    }

    static func json(_ summary: RunSummary, _ outcome: Outcome) throws(Failure) -> [UInt8] {
        try encode { try SummaryJSON.render(summary, outcome) }
    }

    private static func encode<Value>(_ body: () throws -> Value) throws(Failure) -> Value {
        do {
            return try body()
        } catch {
            throw Failure(.cannotWrite, "cannot render the report: \(error)")
        }
    }
}
