/// Judges what became of a worker's membership, and why.
struct Membership {
    let context: SettlementContext
    let elsewhere: ElsewhereFacts

    /// Completes a worker's outcome from his months, oldest first.
    ///
    /// - Returns: The findings that the judgement makes.
    func judge(_ outcome: inout WorkerOutcome, _ months: Slice<MonthList>) -> [Finding] {
        let worker = context.directory.workers[Int(outcome.worker)]
        let employer = context.employerMonths.facts[Int(worker.employer)]
        let run = months.unpaidRun
        outcome.unpaidRun = Int32(run.count)
        let departure = departure(outcome, months, employer)
        outcome.status = status(outcome, months, employer, departure)
        setInactiveDays(&outcome, run)
        outcome.signs = signs(outcome, months, employer)
        var findings: [Finding] = []
        let misplaced = elsewhere.misplaced[outcome.worker] ?? []
        let notBilled = monthsNotBilled(run)
        setCauses(&outcome, run, departure, misplaced, hasUnbilledRun: !notBilled.isEmpty)
        remark(outcome, worker, departure, misplaced, notBilled, &findings)
        return findings
    }
}

/// How a worker left, if he did.
private enum Departure {
    case stayed
    /// An end date counts.
    case dated
    /// He is in no payroll and ledger from the newest past-due payroll month on.
    case vanished
    /// He is known only to the register, and it has ended.
    case endedInRegister

    var hasLeft: Bool { self != .stayed }
}

// MARK: - Runs

extension Membership {
    private func setInactiveDays(_ outcome: inout WorkerOutcome, _ run: [MonthState]) {
        let threshold = context.policy.inactiveAfterMonths
        if outcome.status == .inactive {
            let month = run[threshold - 1].month
            outcome.inactiveSince = context.employerMonths.rules(month).due.advanced(by: 1)
        } else if outcome.status == .inArrears, let last = run.last {
            let month = last.month.advanced(by: threshold - run.count)
            let day = context.employerMonths.rules(month).due.advanced(by: 1)
            if day > context.run.asOf { outcome.inactiveOn = day }
        }
    }
}

// MARK: - Status

extension Membership {
    private func departure(
        _ outcome: WorkerOutcome,
        _ months: Slice<MonthList>,
        _ employer: EmployerFacts
    ) -> Departure {
        let end = max(
            outcome.payrollEnd,
            outcome.registerEnd <= context.run.asOf ? outcome.registerEnd : .absent
        )
        if !end.isAbsent {
            let endMonth = end.month
            let goesOn = months.places.reversed().lazy
                .prefix { months.base.state(at: $0).month > endMonth }
                .contains { months.base[$0].due.total > .zero || months.base[$0].hasMoney }
            if !goesOn { return .dated }
        }
        guard outcome.hasPayroll || outcome.hasLedger else {
            return outcome.registerWord == .inactive ? .endedInRegister : .stayed
        }
        if let newest = employer.newestPastDuePayroll, let last = months.places.last,
            months.base.state(at: last).month < newest
        {
            return .vanished
        }
        return .stayed
    }

    /// `status`: the first that holds.
    private func status(
        _ outcome: WorkerOutcome,
        _ months: Slice<MonthList>,
        _ employer: EmployerFacts,
        _ departure: Departure
    ) -> WorkerStatus {
        if !outcome.hasPayroll, !outcome.hasLedger {
            return departure.hasLeft ? .ended : .unknown
        }
        let hasData = months.places.contains { index in
            let month = months.base.state(at: index)
            return month.hasPayroll && month.isPastDue && month.status != .noData
        }
        if hasData, isUnregistered(outcome, employer) { return .unregistered }
        if outcome.unpaidRun >= context.policy.inactiveAfterMonths { return .inactive }
        if outcome.unpaidRun >= 1 { return .inArrears }
        if departure.hasLeft { return .ended }
        if !hasData, outcome.registerWord != .active, !outcome.hasMoney { return .unknown }
        return .active
    }

    /// Whether he is in no ledger of any employer, and his employer's register or ledger is there
    /// without him.
    private func isUnregistered(_ outcome: WorkerOutcome, _ employer: EmployerFacts) -> Bool {
        UnregisteredCandidate.holds(outcome, employer)
            && !elsewhere.inSomeLedger.contains(outcome.worker)
    }

    private func signs(
        _ outcome: WorkerOutcome,
        _ months: Slice<MonthList>,
        _ employer: EmployerFacts
    ) -> Signs {
        var signs = Signs()
        if outcome.registerWord == .active {
            signs.employer = .yes
        } else {
            signs.employer = employer.hasRegister ? .no : .unknown
        }
        let isActiveSomewhere =
            outcome.registerWord == .active || elsewhere.activeSomewhere.contains(outcome.worker)
        signs.card = isActiveSomewhere ? .yes : signs.employer
        if let newest = months.newestState(where: \.tellsOfPayment) {
            let received = months.base.received(at: newest.index)
            signs.history = received.total > .zero ? .yes : .no
            if newest.includesJHT { signs.balance = received.jht > .zero ? .yes : .no }
        }
        return signs
    }
}

// MARK: - Causes

extension Membership {
    /// The months of the run, if in every one of them a colleague has a receipt while he has no
    /// ledger row.
    private func monthsNotBilled(_ run: [MonthState]) -> [MonthState] {
        let holds = run.allSatisfy {
            !$0.hasLedger && context.hasReceipt($0.employer, $0.month)
        }
        return holds ? run : []
    }

    private func setCauses(
        _ outcome: inout WorkerOutcome,
        _ run: [MonthState],
        _ departure: Departure,
        _ misplaced: [MisplacedMoney],
        hasUnbilledRun: Bool
    ) {
        let isInArrears = outcome.status == .inactive || outcome.status == .inArrears
        let isActive = outcome.registerWord == .active
        var causes = CauseSet()
        if outcome.status == .unregistered { causes.insert(.notRegistered) }
        if isInArrears {
            let isUnsynchronised = run.contains { month in
                misplaced.contains { $0.month == month.month }
                    || elsewhere.hasUnallocatedMoney(month.employer, month.month)
            }
            if isUnsynchronised {
                causes.insert(.notSynchronised)
            } else if hasUnbilledRun {
                causes.insert(.noLongerRegistered)
            } else {
                causes.insert(.notPaid)
            }
        }
        if departure.hasLeft { causes.insert(isActive ? .leavingNotReported : .noLongerRegistered) }
        if outcome.hasIdentityFault { causes.insert(.wrongPersonalData) }
        if outcome.accountProblems.contains(.noAccount) { causes.insert(.accountNotRegistered) }
        if outcome.status == .unknown { causes.insert(.evidenceIncomplete) }
        if outcome.status == .active || outcome.status == .ended, outcome.arrears > .zero {
            causes.insert(.paidIncompletely)
        }
        outcome.causes = causes
    }

    private func remark(
        _ outcome: WorkerOutcome,
        _ worker: Worker,
        _ departure: Departure,
        _ misplaced: [MisplacedMoney],
        _ notBilled: [MonthState],
        _ findings: inout [Finding]
    ) {
        func add(
            _ code: FindingCode,
            _ month: ContributionMonth?,
            _ source: SourceLine?,
            _ detail: FindingDetail = .none
        ) {
            findings.append(
                Finding(
                    code,
                    employer: worker.employer,
                    month: month,
                    worker: outcome.worker,
                    source: source,
                    detail: detail
                )
            )
        }
        for money in misplaced {
            let npp = context.records.identifiers.string(
                of: context.records.employers[Int(money.employer)].text
            )
            let amount = money.amount.decimalText
            add(
                .otherEmployer,
                money.month,
                context.payrollSource(worker, in: money.month),
                .text(
                    value: npp,
                    message:
                        "diterima \(amount) di NPP \(npp), padahal pekerja ini tidak ada di payroll NPP itu"
                )
            )
        }
        let isInArrears = outcome.status == .inactive || outcome.status == .inArrears
        if isInArrears, outcome.causes.first != .notSynchronised {
            for month in notBilled {
                add(.notBilled, month.month, context.payrollSource(worker, in: month.month))
            }
        }
        if outcome.status == .unregistered {
            let employer = context.employerMonths.facts[Int(worker.employer)]
            if employer.hasRegister || employer.hasLedger {
                add(.workersUnregistered, nil, context.payrollSource(worker))
            }
        }
        if departure == .vanished { add(.leftUnreported, nil, context.newestSource(worker)) }
        if !outcome.hasPayroll, !outcome.hasLedger {
            if outcome.registerWord == .active {
                add(.membershipUnsupported, nil, context.registerSource(worker))
            }
        } else if outcome.status == .inactive && outcome.registerWord == .active
            || outcome.status == .active && outcome.registerWord == .inactive
        {
            add(
                .statusDiffers,
                nil,
                context.registerSource(worker),
                .text(
                    value: outcome.registerWord == .active ? "aktif" : "nonaktif",
                    message: outcome.registerWord == .active
                        ? "terdaftar aktif, diperkirakan nonaktif"
                        : "terdaftar nonaktif, diperkirakan aktif"
                )
            )
        }
    }
}
