package import Contributions
private import Foundation
private import Glibc
internal import Reporting
internal import RunStore

/// What an operator asks of `iuran run`.
package struct NightRequest: Sendable {
    package var folder: String
    /// The night; nil for today, with the nights that were missed before it.
    package var asOf: Day?
    package var isDryRun = false

    package init(folder: String) {
        self.folder = folder
    }
}

/// What a night tells the one who ran it.
package struct NightResult: Sendable {
    /// The nights whose reports were written, oldest first.
    package var nights: [Day] = []
    /// The last night.
    package var asOf: Day
    /// The result of the last night; nil where it was done already.
    package var report: ReconcileResult?
    /// Where its report is.
    package var folder: String
    /// Files that wait or were refused this night, by their number.
    package var quarantined: [String] = []

    package var isDone: Bool { report == nil }
}

/// The nightly job in a workspace.
///
/// ``run(_:log:progress:)`` is the night from the first step to the last.
package struct NightlyRun {
    private let request: NightRequest
    private let workspace: Workspace
    private let log: NightLog
    private let progress: ProgressReport

    package static func run(
        _ request: NightRequest,
        log: NightLog,
        progress: ProgressReport
    ) throws(Failure) -> NightResult {
        let workspace = try Workspace(request.folder)
        let night = NightlyRun(
            request: request,
            workspace: workspace,
            log: log,
            progress: progress
        )
        return try request.isDryRun ? night.rehearse() : night.run()
    }

    private func run() throws(Failure) -> NightResult {
        let lock = try WorkspaceLock(workspace, for: "iuran run")
        if !workspace.isOwn {
            log.warning(
                "the workspace belongs to another account, which may not use what is written"
            )
        }
        defer { withExtendedLifetime(lock) {} }
        var metrics = NightMetrics(workspace)
        do throws(Failure) {
            let settings = try workspace.readSettings()
            metrics.use(settings)
            let store = try workspace.openStore()
            let result = try night(store, settings, &metrics)
            try metrics.write(success: true, result, store)
            metrics.ping(failed: false, log)
            return result
        } catch {
            try? metrics.write(success: false)
            metrics.ping(failed: true, log)
            throw error
        }
    }

    /// A night: take in what came, then a report for each night that has none.
    private func night(
        _ store: RunStore,
        _ settings: Settings,
        _ metrics: inout NightMetrics
    ) throws(Failure) -> NightResult {
        ReportFolder.clearLeftovers(in: workspace.reports)
        let newest = try store.reading { store throws(StoreTrouble) in try store.newestRun() }
        let today = Clock.today()
        let asOf = request.asOf ?? today
        if asOf > today { log.warning("the night lies in the future", ["as_of": asOf]) }
        var taken = TakenIn()
        if let newest, asOf < newest.asOf {
            // Every night would look quiet until then.
            guard request.asOf != nil else {
                throw Failure(
                    .usage,
                    "the newest report is of \(newest.asOf), after today, \(today): check the clock, "
                        + "or go on with --as-of \(newest.asOf) or later"
                )
            }
            log.warning(
                "the night lies before the newest report, so nothing is taken in",
                ["as_of": asOf, "newest": newest.asOf]
            )
        } else {
            taken = try TakeIn(
                workspace: workspace,
                store: store,
                settings: settings,
                night: asOf,
                log: log
            ).run()
        }
        metrics.taken = taken
        var result = NightResult(asOf: asOf, folder: workspace.report(asOf))
        result.quarantined = taken.files.filter { $0.state != .accepted }.map(\.id.description)
        for night in nights(upTo: asOf, after: newest?.asOf, settings) {
            result.report = try report(on: night, store, settings, &metrics)
            if result.report != nil { result.nights.append(night) }
        }
        try moveNewestLink(store)
        try forgetParsedRows(store, settings, asOf)
        return result
    }

    /// The nights to report on: the one asked for, or today and those that were missed.
    private func nights(upTo asOf: Day, after newest: Day?, _ settings: Settings) -> [Day] {
        guard request.asOf == nil, let newest, newest < asOf else { return [asOf] }
        let missed = min(asOf.days(since: newest) - 1, settings.night.catchUpNights)
        if missed > 0 { log.info("making up for missed nights", ["nights": missed]) }
        return (0...missed).map { asOf.advanced(by: $0 - missed) }
    }

    /// Writes the report of a night.
    ///
    /// - Returns: What it says; nil where it is there already.
    private func report(
        on night: Day,
        _ store: RunStore,
        _ settings: Settings,
        _ metrics: inout NightMetrics
    ) throws(Failure) -> ReconcileResult? {
        let started = Clock.now()
        let lists = try workspace.archiveLists()
        let inputs = try NightInputs(night, workspace, store, settings, lists: lists)
        try requireBytes(of: inputs)
        let last = try store.reading { store throws(StoreTrouble) in try store.run(of: night) }
        if let last, last.inputs == inputs.digest,
            PreviousReport.isWhole(workspace.report(night), last.manifest)
        {
            log.info("already done", ["as_of": night])
            return nil
        }
        let begin = Clock.elapsed()
        var request = request(inputs, settings, output: workspace.report(night))
        request.previousReport = previousReport(inputs)
        let result = try reconcile(request)
        try store.writing { store throws(StoreTrouble) in
            try store.record(
                CompletedRun(
                    asOf: night,
                    startedAt: started,
                    finishedAt: Clock.now(),
                    version: Product.version,
                    inputs: inputs.digest,
                    manifest: result.manifestDigest ?? "",
                    workers: result.figures.workerCount,
                    arrears: result.figures.arrears
                )
            )
        }
        let spent = Clock.elapsed() - begin
        metrics.seconds += spent.seconds
        log.info(
            "wrote a report",
            [
                "as_of": night, "files": inputs.files.count, "rows": result.rowCount,
                "workers": result.figures.workerCount,
                "milliseconds": Int(spent.seconds * 1000),
            ]
        )
        guard result.isTied else {
            throw Failure(.notTied, "NOT TIED: the totals of \(night) do not tie; this is a bug")
        }
        return result
    }

    /// A report without a file that counts would be wrong in silence.
    private func requireBytes(of inputs: NightInputs) throws(Failure) {
        for input in inputs.files where access(input.path, R_OK) != 0 {
            throw Failure(
                .noInput,
                "\(workspace.name(of: input.path)), a file of delivery "
                    + "\(input.delivered?.delivery ?? 0), is missing or cannot be read: "
                    + "restore it from the backup"
            )
        }
    }

    /// Reconciles, and tells of refused files without their names, which may hold names of persons.
    private func reconcile(_ request: ReconcileRequest) throws(Failure) -> ReconcileResult {
        do throws(Failure) {
            let result = try Reconcile.run(request, progress: progress)
            if result.refusedFileCount > 0 {
                log.warning(
                    "files that count are refused by the settings as they are now",
                    ["files": result.refusedFileCount]
                )
            }
            return result
        } catch {
            guard error.status == .refusedInput else { throw error }
            throw Failure(
                .refusedInput,
                "nothing that was delivered can be used; see iuran status and karantina/"
            )
        }
    }

    private func request(
        _ inputs: NightInputs,
        _ settings: Settings,
        output: String?
    ) -> ReconcileRequest {
        var request = ReconcileRequest(
            inputs: inputs.files,
            output: output,
            run: RunDates(asOf: inputs.night)
        )
        request.replacesOutput = true
        request.isDurable = true
        request.isDryRun = output == nil
        request.settings = settings
        request.settings.policy.expectedDeliveries = settings.night.expectedDeliveries
        request.intake = settings.intake
        request.firstMonth = inputs.firstMonth
        request.parsedRows = output == nil ? nil : workspace.parsedRows
        return request
    }

    /// The newest earlier report that is still what its run wrote.
    private func previousReport(_ inputs: NightInputs) -> PreviousReport? {
        for run in inputs.earlier {
            if let report = try? PreviousReport(workspace.report(run.asOf)),
                report.manifestDigest == run.manifest
            {
                return report
            }
            log.warning("an earlier report was changed or removed", ["as_of": run.asOf])
        }
        return nil
    }

    /// Drops the parsed rows of files that no report of tonight needs.
    private func forgetParsedRows(
        _ store: RunStore,
        _ settings: Settings,
        _ asOf: Day
    ) throws(Failure) {
        let newest = try store.reading { store throws(StoreTrouble) in try store.newestRun() }
        let night = max(asOf, newest?.asOf ?? asOf)
        let inputs = try NightInputs(
            night,
            workspace,
            store,
            settings,
            lists: workspace.unreadLists
        )
        let digests = Set(inputs.files.compactMap(\.knownDigest))
        ParsedRows(workspace.parsedRows).removeAll(except: digests)
    }

    /// Lets `terbaru` point to the newest report.
    private func moveNewestLink(_ store: RunStore) throws(Failure) {
        let newest = try store.reading { store throws(StoreTrouble) in try store.newestRun() }
        guard let newest else { return }
        let link = workspace.reports + "/terbaru"
        let target = newest.asOf.description
        if (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) == target { return }
        do throws(FileTrouble) {
            try Folder.replaceLink(link, to: target)
        } catch {
            throw Failure(.cannotWrite, "cannot move \(link): \(error)")
        }
    }
}

// MARK: - Dry run

extension NightlyRun {
    /// The night without writing anything into the workspace.
    ///
    /// What lies in the inbox is read where it lies, as if all of it were accepted.
    private func rehearse() throws(Failure) -> NightResult {
        let lock = try WorkspaceLock(workspace, for: "iuran run --dry-run", leavesNoTrace: true)
        defer { withExtendedLifetime(lock) {} }
        let settings = try workspace.readSettings()
        let asOf = request.asOf ?? Clock.today()
        let store = try workspace.openCopyOfStore()
        let rehearsal = try Rehearsal(workspace, store, settings, night: asOf, log)
        let inputs = try NightInputs(
            asOf,
            workspace,
            store,
            settings,
            // They are not copied into the archive.
            lists: workspace.unreadLists,
            waiting: rehearsal.files
        )
        let night = request(inputs, settings, output: nil)
        var result = NightResult(asOf: asOf, folder: "")
        result.quarantined = rehearsal.refused
        result.report = try Reconcile.run(night, progress: progress)
        return result
    }
}
