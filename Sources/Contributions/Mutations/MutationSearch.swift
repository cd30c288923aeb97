/// Finds what HR must enter in SIPP: who is to be registered, who left, whose wage is reported too
/// low, and whose data are wrong.
///
/// It asks the flags of every worker, and looks at the months only of those whom a flag or a
/// finding points out.
struct MutationSearch {
    let outcome: Outcome
    private let nextDue: Day
    private let candidates: Candidates

    init(outcome: Outcome) {
        self.outcome = outcome
        nextDue = outcome.nextDue.due
        candidates = Candidates(outcome.runFindings)
    }

    var context: SettlementContext { outcome.context }

    /// All mutations, by employer, kind and worker; then by what is to be corrected.
    func all() -> MutationList {
        let parts = Parallel.map(count: outcome.batches.count) {
            mutations(in: outcome.batches[$0])
        }
        return MutationList(parts) { rank($0) < rank($1) }
    }

    /// What tells mutations of a kind and worker apart; where they stand comes last.
    private func rank(_ mutation: Mutation) -> (String, String, String, UInt64) {
        (
            mutation.correction?.column ?? "", mutation.reason.code,
            mutation.correction.map { text(of: $0.found) } ?? "", mutation.source?.raw ?? .max
        )
    }

    private func text(of value: Correction.Value) -> String {
        switch value {
        case .none: ""
        case .identifier(let text): outcome.records.identifiers.string(of: text)
        case .day(let day): day.description
        case .text(let text): outcome.records.texts.string(of: text)
        case .amount(let amount): amount.decimalText
        }
    }

    private func mutations(in batch: SettledBatch) -> [Mutation] {
        let signals = MutationSignals(batch)
        var mutations = signals.corrections.flatMap { corrections(of: $0.key, $0.value) }
        for worker in batch.workers {
            let signal = signals[worker]
            guard mayHaveMutation(worker, signal) else { continue }
            let member = Member(worker, signal, batch, outcome)
            let wages = signals.wages[worker.worker] ?? []
            if let mutation = newWorker(member) ?? wage(member, wages) {
                mutations.append(mutation)
            }
            if let mutation = leaver(member) { mutations.append(mutation) }
        }
        return mutations.map(completed)
    }

    /// Whether it is worth looking at the months of a worker.
    private func mayHaveMutation(_ worker: WorkerOutcome, _ signal: WorkerSignals) -> Bool {
        signal != .none || worker.hasWageGap || worker.status == .unregistered
            || worker.causes.contains(.leavingNotReported) || !worker.payrollEnd.isAbsent
            || worker.hasPayroll
                && (worker.registerWord == .inactive
                    || worker.registerWord == .unstated && !worker.hasLedger)
    }

    /// A mutation with its deadline, and with a warning where he may be somebody else.
    private func completed(_ mutation: Mutation) -> Mutation {
        var mutation = mutation
        mutation.deadline = nextDue
        if case .daysAfterEvent(let days) = outcome.policy.mutationDeadline,
            let event = mutation.dayOfEvent
        {
            mutation.deadline = event.advanced(by: days)
        }
        if mutation.kind == .newWorker || mutation.kind == .leaver,
            candidates.contain(mutation, outcome)
        {
            mutation.remarks.insert(.mayBeKnown, at: 0)
            mutation.isUploaded = false
        }
        return mutation
    }
}

extension Mutation {
    /// The day it happened; without a stated one, the first or last day of a month of work.
    fileprivate var dayOfEvent: Day? {
        if let event = event.ifPresent { return event }
        return kind == .newWorker ? firstMonth?.day(1) : month?.day(31)
    }
}

/// The workers whom a finding calls a candidate for being one person with another.
private struct Candidates {
    private var inPayroll: Set<UInt32> = []
    /// The numbers of the others, as the finding prints them, by employer.
    private var others: [UInt32: Set<String>] = [:]

    init(_ findings: [Finding]) {
        for finding in findings where finding.code == .pairCandidate {
            if let worker = finding.worker { inPayroll.insert(worker) }
            if let employer = finding.employer, case .text(let number, _) = finding.detail {
                others[employer, default: []].insert(number)
            }
        }
    }

    func contain(_ mutation: Mutation, _ outcome: Outcome) -> Bool {
        if inPayroll.contains(mutation.worker) { return true }
        guard let numbers = others[mutation.employer] else { return false }
        let worker = outcome.workers[Int(mutation.worker)]
        return [worker.kpj.text, worker.nik.text].contains {
            !$0.isAbsent && numbers.contains(outcome.records.identifiers.string(of: $0))
        }
    }
}

/// What the findings say of a worker.
struct WorkerSignals: OptionSet {
    let rawValue: UInt8

    static let none = WorkerSignals(rawValue: .zero)
    /// Colleagues' bills were paid and he is in none (`tidak-ditagih`).
    static let notBilled = WorkerSignals(rawValue: 1)
    /// In the ledger and not in the payroll of a month (`tidak-di-payroll`).
    static let notInPayroll = WorkerSignals(rawValue: 2)
    /// Only the register knows him, as a member (`kepesertaan-tidak-sesuai`).
    static let onlyInRegister = WorkerSignals(rawValue: 4)
}

/// The findings of a batch that point to something to enter.
private struct MutationSignals {
    /// Of each worker of the batch, in their order.
    private var workers: [WorkerSignals]
    private let firstWorker: UInt32
    private(set) var corrections: [UInt32: [Finding]] = [:]
    /// What was found of the wages of single months.
    private(set) var wages: [UInt32: [Finding]] = [:]

    init(_ batch: SettledBatch) {
        workers = [WorkerSignals](repeating: .none, count: batch.workers.count)
        firstWorker = batch.workers.first?.worker ?? 0
        for finding in batch.findings {
            guard let worker = finding.worker else { continue }
            switch finding.code {
            case .nikDiffers, .nikInvalid, .nameDiffers, .birthDiffers:
                corrections[worker, default: []].append(finding)
            case .wageUnderreported, .wageJump, .backPayCovers:
                wages[worker, default: []].append(finding)
            case .notBilled: workers[place(of: worker)].insert(.notBilled)
            case .notInPayroll: workers[place(of: worker)].insert(.notInPayroll)
            case .membershipUnsupported: workers[place(of: worker)].insert(.onlyInRegister)
            default: break
            }
        }
    }

    /// What the findings say of a worker of the batch.
    subscript(worker: WorkerOutcome) -> WorkerSignals { workers[place(of: worker.worker)] }

    /// A batch holds a range of workers.
    private func place(of worker: UInt32) -> Int { Int(worker - firstWorker) }
}

/// A worker with what is needed to find his mutations.
struct Member {
    let worker: WorkerOutcome
    let months: Slice<MonthList>
    let person: Worker
    let employer: EmployerFacts
    let signal: WorkerSignals
    let batch: SettledBatch

    init(
        _ worker: WorkerOutcome,
        _ signal: WorkerSignals,
        _ batch: SettledBatch,
        _ outcome: Outcome
    ) {
        self.worker = worker
        self.signal = signal
        self.batch = batch
        months = batch.months(of: worker)
        person = outcome.workers[Int(worker.worker)]
        employer = outcome.employerMonths.facts[Int(person.employer)]
    }

    /// The newest month in which payroll has him.
    var newestPayroll: MonthOutcome? { months.newest(where: \.hasPayroll) }

    /// The first month in which he owes something.
    var firstOwed: ContributionMonth? { months.first { $0.due.total > .zero }?.month }

    /// The day on which payroll says that he left, unless it has him again later.
    var leftOn: Day? {
        guard let end = worker.payrollEnd.ifPresent else { return nil }
        let month = end.month
        return months.contains { $0.month > month && $0.due.total > .zero } ? nil : end
    }

    func mutation(_ kind: MutationKind, _ reason: MutationReason) -> Mutation {
        Mutation(kind, worker.worker, of: person.employer, reason)
    }
}
