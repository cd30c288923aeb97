internal import Contributions
internal import Reporting

/// What moved a worker's status since the previous report: files that came or went, a day that
/// passed, or the rules.
struct ChangeReasons {
    private let outcome: Outcome
    private let previous: PreviousReport.Facts
    /// What to call each file of the run that the previous report did not have.
    private let newFiles: [Int: String]
    private let employersOfFile: [Int: Set<UInt32>]
    private let hasLostFiles: Bool
    /// What holds for everybody.
    private let general: [String]

    /// - Parameters:
    ///   - outcome: The outcome of the run.
    ///   - files: Its files.
    ///   - candidates: The files as they were named.
    ///   - facts: What this run is made from.
    ///   - previous: What the previous one was made from.
    init(
        _ outcome: Outcome,
        _ files: [InputSummary],
        _ candidates: [InputCandidate],
        _ facts: PreviousReport.Facts,
        since previous: PreviousReport.Facts
    ) {
        self.outcome = outcome
        self.previous = previous
        var newFiles: [Int: String] = [:]
        for (index, file) in files.enumerated() where !previous.inputs.contains(file.file.digest) {
            if let delivered = candidates[index].delivered, delivered.delivery > 0 {
                newFiles[index] = "kiriman \(delivered.delivery) (\(delivered.night))"
            } else {
                newFiles[index] = "berkas \(file.file.name)"
            }
        }
        self.newFiles = newFiles
        employersOfFile = outcome.employers(in: Set(newFiles.keys))
        hasLostFiles = !previous.inputs.isSubset(of: facts.inputs)
        var general: [String] = []
        if hasLostFiles { general.append("berkas yang tidak lagi disertakan") }
        if previous.rules != facts.rules { general.append("pengaturan atau aturan yang berubah") }
        if previous.version != facts.version {
            general.append("versi program \(facts.version)")
        }
        self.general = general
    }

    /// Why the status of a worker is not what it was, in Bahasa Indonesia.
    func reason(_ worker: WorkerOutcome, _ months: Slice<MonthList>) -> String {
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
    var reasonForMissing: String {
        hasLostFiles || !general.isEmpty
            ? general.joined(separator: "; ") : "tidak ada lagi di berkas mana pun"
    }

    /// The months that fell due between the two reports.
    private func passedDueDates(
        _ worker: WorkerOutcome,
        _ months: Slice<MonthList>
    ) -> [String] {
        guard let before = previous.asOf, before < outcome.run.asOf else { return [] }
        return months.filter(\.isPastDue).compactMap { month -> String? in
            let due = outcome.employerMonths.rules(month.month).due
            guard due >= before, Self.moving.contains(month.status) else { return nil }
            return "jatuh tempo \(due) lewat (BLTH \(month.month))"
        }
    }

    /// What a month becomes when its due date passes and it is not paid.
    private static let moving: Set<MonthStatus> = [.unpaid, .short, .noData]
}
