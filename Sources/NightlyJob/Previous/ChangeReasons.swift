internal import Contributions
internal import Reporting

/// What moved a worker's status since the previous report: files that came or went, a day that
/// passed, or the rules.
struct ChangeReasons {
    private let outcome: Outcome
    /// The as-of day of the previous report.
    private let before: Day?
    /// What to call each file of the run that the previous report did not have.
    private let newFiles: [Int: String]
    private let employersOfFile: [Int: Set<UInt32>]
    private let hasLostFiles: Bool
    /// What holds for everybody.
    private let general: [String]

    /// - Parameters:
    ///   - outcome: The outcome of the run.
    ///   - manifest: What the run is made from.
    ///   - previous: What the previous report was made from.
    init(_ outcome: Outcome, _ manifest: Manifest, since previous: WrittenManifest) {
        self.outcome = outcome
        before = previous.asOf.flatMap { Day(iso: $0) }
        var newFiles: [Int: String] = [:]
        for (index, input) in manifest.inputs.enumerated()
        where !previous.usedInputs.contains(input.digest) {
            if let delivery = input.delivery, delivery > 0, let night = input.received {
                newFiles[index] = "kiriman \(delivery) (\(night))"
            } else {
                newFiles[index] = "berkas \(input.name)"
            }
        }
        self.newFiles = newFiles
        employersOfFile = outcome.employers(in: Set(newFiles.keys))
        let used = manifest.inputs.filter { $0.state != Manifest.refused }.map(\.digest)
        hasLostFiles = !previous.usedInputs.isSubset(of: used)
        var general: [String] = []
        if hasLostFiles { general.append("berkas yang tidak lagi disertakan") }
        if previous.settings != manifest.settings || previous.rules != manifest.rules {
            general.append("pengaturan atau aturan yang berubah")
        }
        if previous.version != manifest.version {
            general.append("versi program \(manifest.version)")
        }
        self.general = general
    }

    /// What moved the status of each worker whose status is not what it was.
    func all(_ changes: [WorkerChange]) -> ChangeTable.Reasons {
        var texts: [UInt32: String] = [:]
        for batch in outcome.batches {
            for worker in batch.workers where changes[Int(worker.worker)] != .unchanged {
                texts[worker.worker] = reason(worker, batch.months(of: worker))
            }
        }
        return ChangeTable.Reasons(changes: texts, missing: reasonForMissing)
    }

    /// Why the status of a worker is not what it was, in Bahasa Indonesia.
    private func reason(_ worker: WorkerOutcome, _ months: Slice<MonthList>) -> String {
        let files = Set(outcome.files(of: worker).compactMap { newFiles[$0] }).sorted()
        let reasons = files + passedDueDates(worker, months)
        if !reasons.isEmpty { return reasons.joined(separator: "; ") }
        let employer = outcome.workers[Int(worker.worker)].employer
        let others = Set(
            employersOfFile.filter { $0.value.contains(employer) }.compactMap { newFiles[$0.key] }
        )
        if !others.isEmpty { return "\(others.sorted().joined(separator: "; ")) untuk NPP ini" }
        return general.isEmpty
            ? "tanggal laporan \(outcome.run.asOf)" : general.joined(separator: "; ")
    }

    /// Why a worker is in no file any more.
    private var reasonForMissing: String {
        hasLostFiles || !general.isEmpty
            ? general.joined(separator: "; ") : "tidak ada lagi di berkas mana pun"
    }

    /// The months that fell due between the two reports.
    private func passedDueDates(
        _ worker: WorkerOutcome,
        _ months: Slice<MonthList>
    ) -> [String] {
        guard let before, before < outcome.run.asOf else { return [] }
        return months.filter(\.isPastDue).compactMap { month -> String? in
            let due = outcome.employerMonths.rules(month.month).due
            guard due >= before, Self.moving.contains(month.status) else { return nil }
            return "jatuh tempo \(due) lewat (BLTH \(month.month))"
        }
    }

    /// What a month becomes when its due date passes and it is not paid.
    private static let moving: Set<MonthStatus> = [.unpaid, .short, .noData]
}
