// MARK: - Findings of a month

extension WorkerSettlement {
    mutating func remarkOnMonth(
        _ outcome: MonthOutcome,
        _ worker: Worker,
        _ due: Due,
        short: Shares,
        over: Shares,
        _ rules: MonthRules,
        _ terms: EmployerTerms
    ) {
        var remarks: [MonthRemark] = []
        switch outcome.status {
        case .short: remarks.append(MonthRemark(.underpaid, "", .shares(short)))
        case .overpaid: remarks.append(MonthRemark(.overpaid, "", .shares(over)))
        case .notInPayroll:
            remarks.append(MonthRemark(.notInPayroll, "", .amount(outcome.received.total)))
        default: break
        }
        if outcome.hasPayroll {
            if pay.hasRowWithinService, pay.base <= .zero {
                remarks.append(MonthRemark(.noWage, "upah", .amount(pay.base)))
            }
            if bills.statesWage,
                outcome.reportedWage < outcome.base - context.policy.tolerance.general
            {
                hasWageGap = true
            }
            if underreportsWage(outcome, due, rules, terms) {
                let wages = FindingDetail.amounts(
                    found: outcome.reportedWage,
                    expected: outcome.base
                )
                remarks.append(MonthRemark(.wageUnderreported, "upah", wages))
            }
            remarks += cutRemarks(outcome, due, rules)
        }
        for remark in remarks {
            batch.findings.append(
                Finding(
                    remark.code,
                    employer: outcome.employer,
                    month: outcome.month,
                    worker: outcome.worker,
                    source: source(of: remark.code),
                    column: remark.column,
                    detail: remark.detail
                )
            )
        }
    }

    /// The row that a finding of the month points to.
    @inline(__always)
    func source(of code: FindingCode) -> SourceLine? {
        let isAboutLedger = code == .notInPayroll || code == .overpaid
        if isAboutLedger || pay.counted.isEmpty {
            return bills.counted.first.map { ledgerRow($0).source }
        }
        return pay.counted.first.map { payrollRow($0).source }
    }

    /// PDS upah: the ledger's wage is lower, and the money fits it.
    @inline(__always)
    func underreportsWage(
        _ outcome: MonthOutcome,
        _ due: Due,
        _ rules: MonthRules,
        _ terms: EmployerTerms
    ) -> Bool {
        let tolerance = context.policy.tolerance
        guard bills.statesWage, outcome.hasMoney,
            outcome.reportedWage < outcome.base - tolerance.general
        else { return false }
        let expected = terms.due(
            on: outcome.reportedWage,
            programmes: pay.programmes,
            owesPension: due.owesPension,
            rules,
            context.policy.rounding
        )
        let difference =
            outcome.received.compared(joiningJKM: rules.joinsJKM)
            - expected.shares.compared(joiningJKM: rules.joinsJKM)
        return !difference.exceedsAny(tolerance.perShare)
            && !(Shares.zero - difference).exceedsAny(tolerance.perShare)
    }

    @inline(__always)
    fileprivate func cutRemarks(
        _ outcome: MonthOutcome,
        _ due: Due,
        _ rules: MonthRules
    ) -> [MonthRemark] {
        guard !pay.marks.isDisjoint(with: .statesAnyCut) else { return [] }
        var remarks: [MonthRemark] = []
        var share = Rupiah.zero
        if pay.marks.contains(.statesJHTCut) { share += due.shares[.jhtWorker] }
        if pay.marks.contains(.statesJPCut) { share += due.shares[.jpWorker] }
        let difference = pay.cut - share
        if max(difference, -difference) > context.policy.cutTolerance {
            let amounts = FindingDetail.amounts(found: pay.cut, expected: share)
            remarks.append(MonthRemark(.cutDiffers, "potongan_jht", amounts))
        }
        let lateDays = context.run.asOf.days(since: rules.due)
        let employer = context.employerMonths.facts[Int(outcome.employer)]
        if pay.cut > .zero, employer.statesPayments, outcome.status == .unpaid,
            lateDays >= context.policy.daysUntilCutIsSuspect
        {
            remarks.append(MonthRemark(.cutNotPaidOn, "potongan_jht", .amount(pay.cut)))
        }
        return remarks
    }
}

/// What there is to say of a month, before it is known where it stands.
private struct MonthRemark {
    var code: FindingCode
    var column: String
    var detail: FindingDetail

    init(_ code: FindingCode, _ column: String, _ detail: FindingDetail) {
        self.code = code
        self.column = column
        self.detail = detail
    }
}
