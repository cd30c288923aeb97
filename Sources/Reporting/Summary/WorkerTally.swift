import Contributions

/// The counts of one employer's workers and findings.
struct EmployerTally: Sendable {
    var statuses = Tally<WorkerStatus>()
    var causes = Tally<Cause>()
    var findings = Tally<FindingCode>()

    mutating func add(_ other: EmployerTally) {
        statuses += other.statuses
        causes += other.causes
        findings += other.findings
    }
}

/// One pass over the workers and findings of a run: everything of the summary that is not already
/// in the totals by employer and month.
struct WorkerTally: Sendable {
    /// How many workers a list names.
    static let listLength = 50

    var employers: [UInt32: EmployerTally] = [:]
    /// The causes that hold beside the one that decides.
    var otherCauses = Tally<Cause>()
    /// The findings that name no employer.
    var findingsAlone = Tally<FindingCode>()
    var upcoming: [UpcomingKey: UpcomingInactivity] = [:]
    /// The workers who turn inactive first, and those who did first, in the order of the report.
    var nextInactive: [Candidate] = []
    var inactive: [Candidate] = []

    struct UpcomingKey: Hashable {
        var day: Day
        var employer: UInt32
    }

    /// A worker who may be listed; the order is by day, then by his place in the directory, which
    /// is that of NPP, KPJ and NIK.
    struct Candidate: Comparable {
        var day: Day
        var worker: UInt32
        var batch: UInt32
        var place: UInt32

        static func < (left: Candidate, right: Candidate) -> Bool {
            (left.day, left.worker) < (right.day, right.worker)
        }
    }
}

// MARK: - Counting

extension WorkerTally {
    /// Counts a whole run, its batches side by side.
    init(_ outcome: Outcome, _ otherFindings: [Finding]) {
        let batches = outcome.batches
        let workers = outcome.workers
        let parts = Parallel.map(count: batches.count) { index in
            WorkerTally(batches[index], UInt32(index), outcome)
        }
        for part in parts { add(part) }
        for finding in outcome.runFindings { add(finding, workers) }
        for finding in otherFindings { add(finding, workers) }
        nextInactive = Array(nextInactive.sorted().prefix(Self.listLength))
        inactive = Array(inactive.sorted().prefix(Self.listLength))
    }

    private init(_ batch: SettledBatch, _ number: UInt32, _ run: Outcome) {
        let workers = run.workers
        // A batch holds runs of workers of one employer; his counts are looked up once per run.
        var current = EmployerTally()
        var currentEmployer: UInt32?
        for (place, outcome) in batch.workers.enumerated() {
            let employer = workers[Int(outcome.worker)].employer
            if employer != currentEmployer {
                if let currentEmployer { employers[currentEmployer] = current }
                current = employers[employer] ?? EmployerTally()
                currentEmployer = employer
            }
            current.statuses[outcome.status] += 1
            current.causes[outcome.causes.first] += 1
            for cause in outcome.causes.others { otherCauses[cause] += 1 }
            let candidate = Candidate(
                day: outcome.inactiveSince,
                worker: outcome.worker,
                batch: number,
                place: UInt32(place)
            )
            if !outcome.inactiveOn.isAbsent {
                let forecast = run.forecast(of: outcome, batch.months(of: outcome))
                if let forecast { note(forecast, employer, candidate) }
            } else if !candidate.day.isAbsent {
                inactive.append(candidate)
            }
        }
        if let currentEmployer { employers[currentEmployer] = current }
        for finding in batch.findings { add(finding, workers) }
        nextInactive = Array(nextInactive.sorted().prefix(Self.listLength))
        inactive = Array(inactive.sorted().prefix(Self.listLength))
    }

    /// Notes a worker who turns inactive unless money comes.
    private mutating func note(
        _ forecast: InactivityForecast,
        _ employer: UInt32,
        _ candidate: Candidate
    ) {
        guard forecast.exemption == nil else { return }
        var candidate = candidate
        candidate.day = forecast.payBy.advanced(by: 1)
        let key = UpcomingKey(day: candidate.day, employer: employer)
        let empty = UpcomingInactivity(day: candidate.day, employer: employer)
        upcoming[key, default: empty].add(forecast)
        nextInactive.append(candidate)
    }

    private mutating func add(_ finding: Finding, _ workers: RowTable<Worker>) {
        let employer = finding.employer ?? finding.worker.map { workers[Int($0)].employer }
        if let employer {
            employers[employer, default: EmployerTally()].findings[finding.code] += 1
        } else {
            findingsAlone[finding.code] += 1
        }
    }

    private mutating func add(_ part: WorkerTally) {
        for (employer, tally) in part.employers {
            employers[employer, default: EmployerTally()].add(tally)
        }
        otherCauses += part.otherCauses
        findingsAlone += part.findingsAlone
        for (key, group) in part.upcoming {
            let empty = UpcomingInactivity(day: key.day, employer: key.employer)
            upcoming[key, default: empty].add(group)
        }
        nextInactive += part.nextInactive
        inactive += part.inactive
    }
}
