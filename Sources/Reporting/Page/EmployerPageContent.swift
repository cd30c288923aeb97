import Contributions

/// What an employer's page shows, by the names that its template uses.
struct EmployerPageContent: TemplateContent {
    /// How many workers the page names.
    private static let workerLimit = 200

    let title: String
    let npp: String
    let name: String
    let asOf: String
    let caveat: String
    let lede: [LedePart]
    let isTied: Bool
    let arrears: String
    let arrearsNote: String
    let reach: ReachCells
    let workerCount: String
    let statuses: StatusBand
    let months: [MonthRow]
    let hasArrears: Bool
    let ageing: AgeingTable
    let benefits: String?
    let hasUpcoming: Bool
    let upcoming: [UpcomingRow]
    let mutationsNote: String
    let hasMutations: Bool
    let mutations: [MutationRow]
    let workersNote: String
    let hasWorkers: Bool
    /// As HTML: the only long list of a page; see ``WorkerRow/write(to:)``.
    let workerRows: String
    let hasFindings: Bool
    let findings: [FindingRow]

    init(_ employer: EmployerSummary, _ summary: RunSummary, _ outcome: Outcome) {
        title = "\(employer.title): keadaan iuran per \(DateText.long(summary.run.asOf))"
        npp = employer.npp
        name = employer.title
        asOf = DateText.long(summary.run.asOf)
        caveat = summary.caveat
        lede = Self.lede(employer, summary)
        isTied = employer.isTied
        arrears = AmountText.rupiah(employer.arrears)
        arrearsNote = employer.ageing.note(lateFee: employer.lateFee)
        reach = ReachCells(employer.reach)
        workerCount = AmountText.count(employer.statuses.total)
        statuses = StatusBand(employer.statuses)
        months = outcome.totals[employer.months].reversed().map { totals in
            MonthRow(totals, due: outcome.employerMonths.rules(totals.month).due)
        }
        hasArrears = employer.ageing.workerMonths > 0
        ageing = AgeingTable(employer.ageing)
        benefits = employer.ageing.benefitsWarning(
            "Perusahaan ini mempunyai tunggakan yang umurnya"
        )
        upcoming = summary.upcoming.filter { $0.employer == employer.employer }
            .map { UpcomingRow($0, employer) }
        hasUpcoming = !upcoming.isEmpty
        mutationsNote = employer.mutationsNote(summary)
        hasMutations = !employer.mutations.isEmpty
        mutations = MutationKind.readingOrder.filter { employer.mutations.kinds[$0] > 0 }
            .map { MutationRow($0, employer) }
        let count = employer.statuses.total - employer.statuses[.active]
        let listed = NotableWorkers(employer, outcome, limit: Self.workerLimit).inOrder()
        workersNote = Self.workersNote(listed.count, of: count)
        hasWorkers = !listed.isEmpty
        workerRows = HTMLText.lines(listed.map(WorkerRow.init)) { $0.write(to: &$1) }
        let findings = FindingCount.ordered(employer.findings)
        hasFindings = !findings.isEmpty
        self.findings = findings.map(FindingRow.init)
    }

    private static func lede(_ employer: EmployerSummary, _ summary: RunSummary) -> [LedePart] {
        let active = AmountText.count(employer.statuses[.active])
        let all = AmountText.count(employer.statuses.total)
        var parts = [
            LedePart("\(active) dari \(all) pekerja aktif", strong: true), LedePart(". "),
        ]
        parts += employer.tieOut.arrearsSentences
        if let next = summary.upcoming.first(where: { $0.employer == employer.employer }) {
            parts += [
                LedePart("\(AmountText.count(next.workerCount)) pekerja", strong: true),
                LedePart(" diperkirakan menjadi nonaktif pada \(DateText.long(next.day)) bila "),
                LedePart("sebelumnya tidak ada yang dibayar; paling sedikit "),
                LedePart("\(AmountText.rupiah(next.preventing)) mencegahnya."),
            ]
        }
        return parts
    }

    private static func workersNote(_ shown: Int, of all: Int) -> String {
        if all == 0 { return "Semua pekerja aktif." }
        let order = "yang paling perlu ditangani lebih dahulu."
        if shown < all {
            return "\(shown) dari \(AmountText.count(all)) pekerja, \(order) "
                + "Semuanya ada di status.csv."
        }
        return "\(shown) pekerja, \(order)"
    }
}

/// The workers of an employer who are not active, those that most need somebody first.
private struct NotableWorkers {
    private let limit: Int
    /// Of each status the first ones, no more than are named.
    private var byStatus: [[WorkerOutcome]]
    private let label: EmployerLabel
    private let run: Outcome

    init(_ employer: EmployerSummary, _ outcome: Outcome, limit: Int) {
        self.limit = limit
        label = EmployerLabel(employer.employer, in: outcome)
        run = outcome
        byStatus = [[WorkerOutcome]](repeating: [], count: WorkerStatus.allCases.count)
        for batch in outcome.batches {
            // A batch holds workers one after the other, in the directory's order.
            guard let first = batch.workers.first.map({ Int($0.worker) }) else { continue }
            let places = employer.workers.clamped(to: first..<first + batch.workers.count)
            for place in places {
                let status = batch.workers[place - first].status
                guard status != .active, byStatus[Int(status.rawValue)].count < limit else {
                    continue
                }
                byStatus[Int(status.rawValue)].append(batch.workers[place - first])
            }
        }
    }

    func inOrder() -> [ListedWorker] {
        let order: [WorkerStatus] = [.inactive, .unregistered, .inArrears, .unknown, .ended]
        return order.lazy
            .flatMap { byStatus[Int($0.rawValue)] }
            .prefix(limit)
            .map { ListedWorker($0, label, in: run) }
    }
}
