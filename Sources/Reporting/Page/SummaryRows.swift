import Contributions

// The rows of the tables of `ringkasan.html`.

/// An employer's month that does not tie.
struct UntiedRow: TemplateContent {
    let name: String
    let month: String
    let due: String
    let receipts: String

    init(_ month: UntiedMonth, _ summary: RunSummary) {
        name = summary.employers[Int(month.employer)].title
        self.month = DateText.short(month.month)
        due = AmountText.grouped(month.unexplainedDue)
        receipts = AmountText.grouped(month.unexplainedReceipts)
    }
}

/// How far an employer's data reach.
struct ReachRow: TemplateContent {
    let name: String
    let npp: String
    let page: String
    let reach: ReachCells

    init(_ employer: EmployerSummary) {
        name = employer.title
        npp = employer.npp
        page = employer.pageFileName
        reach = ReachCells(employer.reach)
    }
}

/// How far an employer's data reach, as a line at the head of the page.
struct ReachLine: TemplateContent {
    let name: String
    let text: String
    let isCurrent: Bool

    init(_ employer: EmployerSummary) {
        let reach = employer.reach
        let received = reach.received
        let nights = Set([received.payroll, received.ledger, received.register].compactMap(\.self))
        // One night for all need not be said three times.
        let common = nights.count == 1 ? nights.first : nil
        func part(_ name: String, _ until: String?, _ night: Day?) -> String {
            guard let until else { return "\(name) tidak ada" }
            guard let night, common == nil else { return "\(name)\(until)" }
            return "\(name)\(until), diterima \(DateText.short(night))"
        }
        let until = { (months: ClosedRange<ContributionMonth>?) in
            months.map { " sampai \(DateText.short($0.upperBound))" }
        }
        name = employer.title
        isCurrent = reach.gaps.isEmpty
        var parts = [
            part("payroll", until(reach.payroll), received.payroll),
            part("buku iuran", until(reach.ledger), received.ledger),
            part("daftar peserta", reach.hasRegister ? "" : nil, received.register),
        ]
        if let common { parts.append("diterima \(DateText.short(common))") }
        if reach.ledgerIsTooOld { parts.append(DataReach.oldLedger) }
        if !reach.statesPayments { parts.append("pembayaran tidak dinyatakan") }
        text = parts.joined(separator: " · ")
    }
}

/// The receivable classes of an employer.
struct AgeingRow: TemplateContent {
    let name: String
    let page: String
    let cells: [Cell]

    struct Cell: TemplateContent {
        let amount: String
        let workerMonths: String
        let isZero: Bool
    }

    init(_ employer: EmployerSummary) {
        name = employer.title
        page = employer.pageFileName
        let ageing = employer.ageing
        cells =
            ageing.classes.map { Self.cell($0.amount, $0.workerMonths) }
            + [Self.cell(ageing.amount, ageing.workerMonths)]
    }

    private static func cell(_ amount: Rupiah, _ workerMonths: Int) -> Cell {
        Cell(
            amount: AmountText.grouped(amount),
            workerMonths: AmountText.count(workerMonths),
            isZero: workerMonths == 0
        )
    }
}

/// The workers of an employer who turn inactive on a day.
struct UpcomingRow: TemplateContent {
    let day: String
    let name: String
    let page: String
    let payBy: String
    let count: String
    let preventing: String
    let whole: String
    /// What is not in the amount that settles all.
    let unknown: String?

    init(_ upcoming: UpcomingInactivity, _ employer: EmployerSummary) {
        day = DateText.short(upcoming.day)
        name = employer.title
        page = employer.pageFileName
        payBy = DateText.short(upcoming.payBy)
        count = AmountText.count(upcoming.workerCount)
        preventing = AmountText.grouped(upcoming.preventing)
        whole = AmountText.grouped(upcoming.whole)
        unknown =
            upcoming.unknownCount == 0
            ? nil
            : "tanpa bulan yang payrollnya belum diterima "
                + "(\(AmountText.count(upcoming.unknownCount)) pekerja)"
    }
}

/// A worker who turns inactive, or has.
struct PersonRow: TemplateContent {
    let name: String
    let day: String
    let kpj: String
    let nik: String
    let employer: String
    let run: String
    let amount: String
    let preventing: String
    let whole: String
    let register: String
    let cause: String

    init(_ worker: ListedWorker) {
        name = worker.name
        day = worker.inactiveOn.map(DateText.short) ?? ""
        kpj = worker.kpj
        nik = worker.maskedNIK
        employer = worker.employerName.isEmpty ? "NPP \(worker.npp)" : worker.employerName
        run = AmountText.count(worker.unpaidRun)
        amount = AmountText.grouped(worker.arrears)
        preventing = (worker.forecast?.preventing).map(AmountText.grouped) ?? ""
        whole = (worker.forecast?.whole).map(AmountText.grouped) ?? ""
        register = worker.registerWord.name
        cause = worker.cause.name
    }
}

/// What an employer's HR must enter in SIPP.
struct MutationCountRow: TemplateContent {
    let name: String
    let page: String
    let newWorkers: String
    let leavers: String
    let wages: String
    let corrections: String
    let deadline: String
    let isLate: Bool

    init(_ employer: EmployerSummary, _ asOf: Day) {
        name = employer.title
        page = employer.pageFileName
        func count(_ kind: MutationKind) -> String {
            AmountText.count(employer.mutations.kinds[kind])
        }
        newWorkers = count(.newWorker)
        leavers = count(.leaver)
        wages = count(.wage)
        corrections = count(.correction)
        deadline = employer.mutations.deadline.map(DateText.short) ?? ""
        isLate = employer.mutations.deadline.map { $0 < asOf } ?? false
    }
}

/// An employer that owes something.
struct EmployerRowContent: TemplateContent {
    let name: String
    let npp: String
    let page: String
    let workers: String
    let inactive: String
    let inArrears: String
    let oldest: String
    let arrears: String
    let lateFee: String
    let reach: ReachCells

    init(_ employer: EmployerSummary) {
        name = employer.title
        npp = employer.npp
        page = employer.pageFileName
        workers = AmountText.count(employer.statuses.total)
        inactive = AmountText.count(employer.statuses[.inactive])
        inArrears = AmountText.count(employer.statuses[.inArrears])
        oldest = employer.ageing.oldestAge > 0 ? "\(employer.ageing.oldestAge) bulan" : "\u{2013}"
        arrears = AmountText.grouped(employer.arrears)
        lateFee = AmountText.grouped(employer.lateFee)
        reach = ReachCells(employer.reach)
    }
}

/// A cause with its next step.
struct CauseRow: TemplateContent {
    let name: String
    let code: String
    let count: String
    let others: String
    let nextStep: String

    init(_ cause: Cause, _ summary: RunSummary) {
        name = cause.name
        code = cause.code
        count = AmountText.count(summary.causes[cause])
        others = AmountText.count(summary.otherCauses[cause])
        nextStep = cause.nextStep
    }
}

/// The bridges of a programme and side, or of all.
struct ShareRow: TemplateContent {
    let name: String
    let due: String
    let underreported: String
    let overreported: String
    let billed: String
    let unexplainedBills: String
    let unpaid: String
    let unbilled: String
    let received: String
    let unexplainedPayments: String
    let allocated: String
    let matched: String
    let notYetDue: String
    let noData: String
    let outstanding: String
    let withinTolerance: String
    let overpaid: String
    let unexplainedDue: String
    let ledgerReceipts: String
    let notInPayroll: String
    let noPayroll: String
    let unexplainedReceipts: String

    /// - Parameters:
    ///   - name: What the amounts are of.
    ///   - tieOut: The bridges.
    ///   - amount: Its part of them.
    init(_ name: String, _ tieOut: TieOut, _ amount: (Shares) -> Rupiah) {
        func text(_ shares: Shares) -> String { AmountText.grouped(amount(shares)) }
        self.name = name
        due = text(tieOut.due)
        underreported = text(tieOut.underreported)
        overreported = text(tieOut.overreported)
        billed = text(tieOut.billed)
        unexplainedBills = text(tieOut.unexplainedBills)
        unpaid = text(tieOut.unpaid)
        unbilled = text(tieOut.unbilled)
        received = text(tieOut.matched + tieOut.notInPayroll + tieOut.noPayroll)
        unexplainedPayments = text(tieOut.unexplainedPayments)
        allocated = text(tieOut.allocated)
        matched = text(tieOut.matched)
        notYetDue = text(tieOut.notYetDue)
        noData = text(tieOut.noData)
        outstanding = text(tieOut.outstanding)
        withinTolerance = text(tieOut.withinTolerance)
        overpaid = text(tieOut.overpaid)
        unexplainedDue = text(tieOut.unexplainedDue)
        ledgerReceipts = text(tieOut.ledgerReceipts)
        notInPayroll = text(tieOut.notInPayroll)
        noPayroll = text(tieOut.noPayroll)
        unexplainedReceipts = text(tieOut.unexplainedReceipts)
    }
}

/// Where the lump sums of an employer, or of all, went.
struct PaymentUseRow: TemplateContent {
    let name: String
    let paid: String
    let contained: String
    let allocated: String
    let lateFee: String
    let unallocated: String
    let others: String
    let unexplained: String

    init(_ name: String, _ totals: [PaymentTotals]) {
        func text(_ amount: (PaymentTotals) -> Rupiah) -> String {
            AmountText.grouped(totals.reduce(.zero) { $0 + amount($1) })
        }
        self.name = name
        paid = text(\.paid)
        contained = text { $0[.inLedger] }
        allocated = text(\.toBills)
        lateFee = text { $0[.lateFee] }
        unallocated = text { $0[.unallocated] }
        others = text { $0[.notYet] + $0[.takenBack] + $0[.notPositive] }
        unexplained = text(\.unexplained)
    }
}

/// The worker-months of a status.
struct MonthStatusRow: TemplateContent {
    let name: String
    let code: String
    let count: String
    let due: String
    let billed: String
    let received: String

    init(_ totals: StatusTotals) {
        name = totals.status.name
        code = totals.status.code
        count = AmountText.count(totals.workerMonths)
        due = AmountText.grouped(totals.due.total)
        billed = AmountText.grouped(totals.billed.total)
        received = AmountText.grouped(totals.received.total)
    }
}

extension RegisterStatus {
    /// The register's word in reports for people.
    var name: String {
        switch self {
        case .unstated: "tidak tercatat"
        case .active: "aktif"
        case .inactive: "nonaktif"
        }
    }
}
