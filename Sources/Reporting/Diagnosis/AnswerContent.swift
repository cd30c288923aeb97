internal import Contributions

extension TemplateFields {
    /// What the answers say of a membership, by the names that their templates use.
    ///
    /// A text is nil where there is nothing to say.
    init(_ diagnosis: Diagnosis, _ head: FeedHead) {
        self.init(
            StatusWords(diagnosis, head),
            MoneyWords(diagnosis, head),
            PersonalWords(diagnosis),
            GapWords(diagnosis, head)
        )
    }
}

/// The employer, and how things stand.
private struct StatusWords: TemplateContent {
    let company: String
    let npp: String
    let threshold: String
    let deadline: String?
    let isActive: Bool
    let isInArrears: Bool
    let isInactive: Bool
    let isUnregistered: Bool
    let isEnded: Bool
    let isUnknown: Bool
    let isInPayroll: Bool
    let hasVanished: Bool
    let inactiveSince: String?
    let inactiveOn: String?
    /// The last day on which a payment keeps the membership active.
    let payUntil: String?
    let registerEnded: String?
    let registerIsActive: Bool
    let registerStillActive: Bool
    let registerAlreadyInactive: Bool

    init(_ diagnosis: Diagnosis, _ head: FeedHead) {
        company = diagnosis.employer.titleWithNPP
        npp = diagnosis.employer.npp
        threshold = String(head.inactiveAfterMonths)
        deadline = diagnosis.nextStep(nextDueDate: head.nextDueDate).deadline.ifPresent
            .map(DateText.long)
        let status = diagnosis.status
        isActive = status == .active
        isInArrears = status == .inArrears
        isInactive = status == .inactive
        isUnregistered = status == .unregistered
        isEnded = status == .ended
        isUnknown = status == .unknown
        isInPayroll = diagnosis.evidence.payroll != nil
        hasVanished = !diagnosis.findings(.leftUnreported).isEmpty
        inactiveSince = diagnosis.inactiveSince.ifPresent.map(DateText.long)
        inactiveOn = diagnosis.inactiveOn.ifPresent.map(DateText.long)
        payUntil = diagnosis.inactiveOn.ifPresent.map { DateText.long($0.advanced(by: -1)) }
        registerEnded = diagnosis.evidence.ended.ifPresent.map(DateText.long)
        let word = diagnosis.registerWord
        registerIsActive = word == .active
        registerStillActive = isInactive && word == .active
        registerAlreadyInactive = !isInactive && !isEnded && word == .inactive
    }
}

/// What is owed, and what came.
private struct MoneyWords: TemplateContent {
    /// The months of the run.
    let run: String
    let runCount: String
    let runAmount: String
    let isOneMonth: Bool
    let oldestDue: String?
    /// Whether more is outstanding than the months of the run.
    let olderArrears: Bool
    let arrears: String?
    let arrearsMonths: String
    /// The short months one by one; nil where there is one or are many.
    let shortMonths: String?
    let isLongOverdue: Bool
    let settled: String?
    let lastPaid: String?
    let cutMonths: String?
    let movedMonths: String
    let otherNPPs: String

    init(_ diagnosis: Diagnosis, _ head: FeedHead) {
        let run = diagnosis.run
        self.run =
            run.isEmpty
            ? "\(diagnosis.unpaidRun) bulan terakhir" : MonthsText.text(run.map(\.month))
        runCount = String(diagnosis.unpaidRun)
        runAmount = AmountText.rupiah(diagnosis.runAmount)
        isOneMonth = diagnosis.unpaidRun == 1
        oldestDue = run.first.map { DateText.long($0.dueDate) }
        let short = diagnosis.shortMonths
        olderArrears = short.count > run.count
        arrears = diagnosis.arrears > .zero ? AmountText.rupiah(diagnosis.arrears) : nil
        arrearsMonths = MonthsText.text(short.map(\.month))
        shortMonths = Self.list(short)
        isLongOverdue = diagnosis.isLongOverdue(on: head.asOf)
        settled = diagnosis.newestSettled.map { MonthsText.text([$0]) }
        lastPaid = diagnosis.lastPaid.ifPresent.map(DateText.long)
        let cuts = diagnosis.monthsCut
        cutMonths = cuts.isEmpty ? nil : MonthsText.text(cuts)
        let moved = diagnosis.monthsPaidElsewhere
        movedMonths = MonthsText.text(Set(moved.compactMap(\.month)).sorted())
        otherNPPs = Set(moved.map(\.value)).sorted().joined(separator: ", ")
    }

    private static func list(_ months: [OpenMonth]) -> String? {
        guard 2...6 ~= months.count else { return nil }
        let parts = months.map { month in
            "\(DateText.long(month.month)) kurang \(AmountText.rupiah(month.short))"
        }
        return parts.joined(separator: "; ")
    }
}

/// The person's data and account, and the other causes that hold.
private struct PersonalWords: TemplateContent {
    let wrongData: [Item]
    let hasOtherEmail: Bool
    let hasOtherPhone: Bool
    let hasOtherNIK: Bool
    let hasNoAccount: Bool
    let alsoLeavingNotReported: Bool
    let alsoNoLongerRegistered: Bool
    let alsoWrongPersonalData: Bool
    let alsoAccountNotRegistered: Bool
    let alsoEvidenceIncomplete: Bool
    let alsoPaidIncompletely: Bool

    /// A part of a list, with what stands between it and the next.
    struct Item: TemplateContent {
        let what: String
        let places: String?
        let separator: String
    }

    init(_ diagnosis: Diagnosis) {
        let wrong = diagnosis.wrongData
        wrongData = wrong.enumerated().map { index, data in
            Item(
                what: data.what,
                places: data.places.isEmpty ? nil : data.places.text(limit: 2, isShort: true),
                separator: index == wrong.count - 1 ? "." : ";"
            )
        }
        let problems = diagnosis.accountProblems
        hasOtherEmail = problems.contains(.email)
        hasOtherPhone = problems.contains(.phone)
        hasOtherNIK = problems.contains(.nik)
        // As a cause it has an answer of its own.
        hasNoAccount =
            problems.contains(.noAccount) && !diagnosis.causes.contains(.accountNotRegistered)
        let others = diagnosis.causes.dropFirst()
        alsoLeavingNotReported = others.contains(.leavingNotReported)
        alsoNoLongerRegistered = others.contains(.noLongerRegistered)
        alsoWrongPersonalData = others.contains(.wrongPersonalData)
        alsoAccountNotRegistered = others.contains(.accountNotRegistered)
        alsoEvidenceIncomplete = others.contains(.evidenceIncomplete)
        // The answers to one who has left tell of it already.
        alsoPaidIncompletely = others.contains(.paidIncompletely) && diagnosis.status != .ended
    }
}

/// What is not known.
private struct GapWords: TemplateContent {
    let hasGaps: Bool
    let payrollIsMissing: Bool
    let payrollUntil: String?
    let ledgerIsMissing: Bool
    let ledgerUntil: String?
    let noData: String?
    let hasRegister: Bool

    init(_ diagnosis: Diagnosis, _ head: FeedHead) {
        let employer = diagnosis.employer
        payrollIsMissing = employer.payrollUntil == nil
        payrollUntil = Self.gap(employer.payrollUntil, head)
        ledgerIsMissing = employer.ledgerUntil == nil
        ledgerUntil = Self.gap(employer.ledgerUntil, head)
        let unknown = diagnosis.monthsWithoutData
        noData = unknown.isEmpty ? nil : MonthsText.text(unknown)
        hasRegister = employer.hasRegister
        hasGaps =
            payrollIsMissing || payrollUntil != nil || ledgerIsMissing || ledgerUntil != nil
            || noData != nil || !hasRegister
    }

    /// The last month of files that end too early; nil where they do not.
    private static func gap(_ until: ContributionMonth?, _ head: FeedHead) -> String? {
        guard let until, until < head.newestPastDue else { return nil }
        return MonthsText.text([until])
    }
}

/// What the first sentence says of a person with several memberships.
struct PersonContent: TemplateContent {
    let count: String
    let status: String
    let company: String
    let arrears: String?

    init(_ person: PersonDiagnosis) {
        count = String(person.memberships.count)
        status = person.status.name.lowercased()
        company = person.memberships[0].employer.titleWithNPP
        arrears = person.arrears > .zero ? AmountText.rupiah(person.arrears) : nil
    }
}
