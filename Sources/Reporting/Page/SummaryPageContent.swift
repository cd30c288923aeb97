import Contributions

/// What `ringkasan.html` shows, by the names that its template uses.
struct SummaryPageContent: TemplateContent {
    /// How many employers a table lists.
    private static let employerLimit = 200
    /// How many employers say at the head of the page how far their data reach.
    private static let reachLineLimit = 5

    let title: String
    let asOf: String
    let caveat: String
    let lede: [LedePart]
    let isTied: Bool
    let untiedNote: String
    let untied: [UntiedRow]
    let arrears: String
    let arrearsNote: String
    let hasGrave: Bool
    let findingsFigure: String
    let findingsNote: String
    let workerCount: String
    let statuses: StatusBand
    let reachLines: [ReachLine]
    let reachLinesRest: String?
    let reachNote: String
    let reaches: [ReachRow]
    let reachRest: String?
    let ageing: AgeingTable
    let benefits: String?
    let ageingNames: [String]
    let ageingByEmployer: [AgeingRow]
    let hasAgeingByEmployer: Bool
    let upcomingNote: String
    let forecastNote: String?
    let hasUpcoming: Bool
    let upcoming: [UpcomingRow]
    let nextInactiveCaption: String
    let nextInactive: [PersonRow]
    let mutationsNote: String
    let hasMutations: Bool
    let mutations: [MutationCountRow]
    let mutationsRest: String?
    let inactiveNote: String
    let hasInactive: Bool
    let inactiveCaption: String
    let inactive: [PersonRow]
    let hasEmployers: Bool
    let employers: [EmployerRowContent]
    let employersRest: String?
    let causes: [CauseRow]
    let shares: [ShareRow]
    let sum: ShareRow
    let hasPayments: Bool
    let payments: [PaymentUseRow]
    let paymentsRest: String?
    let paymentSum: PaymentUseRow
    let monthStatuses: [MonthStatusRow]
    let hasFindings: Bool
    let findings: [FindingRow]
    let settings: [SettingRow]
    let notes: [String]

    init(_ summary: RunSummary) {
        let byArrears = summary.employersByArrears
        let listed = byArrears.prefix(Self.employerLimit)
        let byReach = summary.employers.sorted {
            ($1.reach.lagWeight, $0.employer) < ($0.reach.lagWeight, $1.employer)
        }
        title = "Keadaan iuran per \(DateText.long(summary.run.asOf))"
        asOf = DateText.long(summary.run.asOf)
        caveat = summary.caveat
        lede = summary.lede
        isTied = summary.isTied
        untiedNote = summary.untiedNote
        untied = summary.untied.prefix(Self.employerLimit).map { UntiedRow($0, summary) }
        arrears = AmountText.rupiah(summary.arrears)
        arrearsNote = summary.ageing.note(lateFee: summary.lateFee)
        hasGrave = summary.findingCount(.grave) > 0
        findingsFigure = "\(AmountText.count(summary.findingCount(.grave))) gawat"
        findingsNote = summary.findingsNote
        workerCount = AmountText.count(summary.workerCount)
        statuses = StatusBand(summary.statuses)
        reachLines = byReach.prefix(Self.reachLineLimit).map(ReachLine.init)
        let others = byReach.count - reachLines.count
        reachLinesRest = others > 0 ? "dan \(AmountText.count(others)) perusahaan lain" : nil
        reachNote = summary.reachNote
        reaches = byReach.prefix(Self.employerLimit).map(ReachRow.init)
        reachRest = Self.rest(byReach.count, "berkasnya di folder perusahaan/")
        ageing = AgeingTable(summary.ageing)
        let affected = summary.employers.count { $0.ageing.makesEmployerPayBenefits }
        benefits = summary.ageing.benefitsWarning(
            "\(AmountText.count(affected)) perusahaan mempunyai tunggakan yang umurnya"
        )
        ageingNames = summary.ageing.classes.map(\.kind.name)
        ageingByEmployer = listed.filter { $0.arrears > .zero }.map(AgeingRow.init)
        hasAgeingByEmployer = !ageingByEmployer.isEmpty
        upcomingNote = summary.upcomingNote
        forecastNote = summary.forecastNote
        hasUpcoming = !summary.upcoming.isEmpty
        upcoming = summary.upcoming.prefix(Self.employerLimit).map {
            UpcomingRow($0, summary.employers[Int($0.employer)])
        }
        let upcomingCount = summary.upcoming.reduce(0) { $0 + $1.workerCount }
        nextInactiveCaption = Self.caption(summary.nextInactive.count, of: upcomingCount)
        nextInactive = summary.nextInactive.map(PersonRow.init)
        let withMutations = summary.employers.filter { !$0.mutations.isEmpty }
        mutationsNote = summary.mutationsNote
        hasMutations = !withMutations.isEmpty
        mutations = withMutations.prefix(Self.employerLimit).map {
            MutationCountRow($0, summary.run.asOf)
        }
        mutationsRest = Self.rest(withMutations.count, "selengkapnya di mutasi.csv")
        let inactiveCount = summary.statuses[.inactive]
        inactiveNote = summary.inactiveNote
        hasInactive = !summary.inactive.isEmpty
        inactiveCaption = Self.caption(summary.inactive.count, of: inactiveCount)
        inactive = summary.inactive.map(PersonRow.init)
        hasEmployers = !byArrears.isEmpty
        employers = listed.map(EmployerRowContent.init)
        employersRest = Self.rest(byArrears.count, "selengkapnya di rekap.csv")
        causes = Cause.allCases.filter { summary.causes[$0] + summary.otherCauses[$0] > 0 }.map {
            CauseRow($0, summary)
        }
        shares = Share.allCases.map { share in
            ShareRow(share.name, summary.tieOut) { $0[share] }
        }
        sum = ShareRow("Jumlah", summary.tieOut) { $0.total }
        hasPayments = !summary.payments.isEmpty
        payments = summary.payments.prefix(Self.employerLimit).map { totals in
            PaymentUseRow(summary.employers[Int(totals.employer)].title, [totals])
        }
        paymentsRest = Self.rest(summary.payments.count, "selengkapnya di alokasi.csv")
        paymentSum = PaymentUseRow("Jumlah", summary.payments)
        monthStatuses = summary.monthStatuses.map(MonthStatusRow.init)
        hasFindings = !summary.findings.isEmpty
        findings = summary.findings.map(FindingRow.init)
        settings = summary.settingRows
        notes = summary.notes
    }

    private static func rest(_ count: Int, _ where: String) -> String? {
        guard count > employerLimit else { return nil }
        return "\(employerLimit) dari \(AmountText.count(count)) perusahaan; \(`where`)."
    }

    private static func caption(_ shown: Int, of all: Int) -> String {
        shown < all
            ? "\(shown) yang pertama dari \(AmountText.count(all)) pekerja" : "\(shown) pekerja"
    }
}
