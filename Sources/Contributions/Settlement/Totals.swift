/// The sums of an employer's month: a row of `rekap.csv`.
package struct EmployerMonthTotals: Sendable {
    package var employer: UInt32
    package var month: ContributionMonth
    package var payrollWorkers = 0
    package var billedWorkers = 0
    package var receivedWorkers = 0
    package var base = Rupiah.zero
    package var due = Shares.zero
    package var billed = Shares.zero
    package var received = Shares.zero
    package var lateFee = Rupiah.zero
    package var lastPaid = Day.absent
    package var tieOut = TieOut()
    /// By status, only those that occur.
    package var byStatus: [StatusTotals] = []
    /// By programme, the workers who owe it and have a bill, and those whose bill is off.
    private var owing = InlineArray<4, Int>(repeating: 0)
    private var off = InlineArray<4, Int>(repeating: 0)

    init(employer: UInt32, month: ContributionMonth) {
        self.employer = employer
        self.month = month
    }
}

/// The sums of the worker-months of one status.
package struct StatusTotals: Sendable {
    package var status: MonthStatus
    package var workerMonths = 0
    package var due = Shares.zero
    package var billed = Shares.zero
    package var received = Shares.zero
}

/// The bridge over the three ledgers, from what is due over what was billed to what was received;
/// per compared programme it must close.
///
/// - `due - matched - notYetDue - noData - outstanding - withinTolerance + overpaid = 0`.
/// - `due - underreported + overreported = billed`, and `billed - unpaid + unbilled` is what was
///   received.
/// - The ledger's receipts and the allocated parts of lump sums are those matched, those of workers
///   not in payroll, and those of months without payroll. They are added up from the ledger's rows
///   and from the allocations, apart from any matching.
package struct TieOut: Sendable {
    package var due = Shares.zero
    package var matched = Shares.zero
    package var notYetDue = Shares.zero
    package var noData = Shares.zero
    package var outstanding = Shares.zero
    package var withinTolerance = Shares.zero
    package var overpaid = Shares.zero
    package var notInPayroll = Shares.zero
    package var noPayroll = Shares.zero
    package var ledgerReceipts = Shares.zero
    /// The parts of lump sums that came to workers.
    package var allocated = Shares.zero
    package var billed = Shares.zero
    /// Due and not billed: what HR has not reported.
    package var underreported = Shares.zero
    /// Billed and not due.
    package var overreported = Shares.zero
    /// Billed and not received: what finance has not paid.
    package var unpaid = Shares.zero
    /// Received and not billed.
    package var unbilled = Shares.zero

    package init() {}

    /// What the first identity leaves unexplained; must be 0.
    package var unexplainedDue: Shares {
        due - matched - notYetDue - noData - outstanding - withinTolerance + overpaid
    }

    /// What the step from due to billed leaves unexplained; must be 0.
    package var unexplainedBills: Shares {
        due - underreported + overreported - billed
    }

    /// What the step from billed to received leaves unexplained; must be 0.
    package var unexplainedPayments: Shares {
        billed - unpaid + unbilled - matched - notInPayroll - noPayroll
    }

    /// What the receipts leave unexplained; must be 0.
    package var unexplainedReceipts: Shares {
        ledgerReceipts + allocated - matched - notInPayroll - noPayroll
    }

    /// Whether every rupiah is accounted for.
    package var isTied: Bool {
        unexplainedDue == .zero && unexplainedBills == .zero && unexplainedPayments == .zero
            && unexplainedReceipts == .zero
    }

    package static func += (left: inout TieOut, right: TieOut) {
        left.due += right.due
        left.matched += right.matched
        left.notYetDue += right.notYetDue
        left.noData += right.noData
        left.outstanding += right.outstanding
        left.withinTolerance += right.withinTolerance
        left.overpaid += right.overpaid
        left.notInPayroll += right.notInPayroll
        left.noPayroll += right.noPayroll
        left.ledgerReceipts += right.ledgerReceipts
        left.allocated += right.allocated
        left.billed += right.billed
        left.underreported += right.underreported
        left.overreported += right.overreported
        left.unpaid += right.unpaid
        left.unbilled += right.unbilled
    }
}

// MARK: - Adding up

extension EmployerMonthTotals {
    mutating func add(_ outcome: MonthOutcome, _ rules: MonthRules, _ tolerance: Tolerance) {
        if outcome.hasPayroll { payrollWorkers += 1 }
        if outcome.billed.total > .zero { billedWorkers += 1 }
        if outcome.hasMoney { receivedWorkers += 1 }
        base += outcome.base
        due += outcome.due
        billed += outcome.billed
        received += outcome.received
        lateFee += outcome.lateFee
        lastPaid = max(lastPaid, outcome.lastPaid)
        tieOut.add(outcome, rules, tolerance)
        if outcome.isBilledAndDue { countOff(outcome, rules, tolerance) }
        let position = byStatus.firstIndex { $0.status == outcome.status } ?? byStatus.count
        if position == byStatus.count { byStatus.append(StatusTotals(status: outcome.status)) }
        byStatus[position].workerMonths += 1
        byStatus[position].due += outcome.due
        byStatus[position].billed += outcome.billed
        byStatus[position].received += outcome.received
    }

    /// Counts whose bill is off; see ``EmployerPattern``.
    private mutating func countOff(
        _ outcome: MonthOutcome,
        _ rules: MonthRules,
        _ tolerance: Tolerance
    ) {
        let due = outcome.due.compared(joiningJKM: rules.joinsJKM)
        if due[.jkk] > .zero { owing[Int(Programme.jkk.rawValue)] += 1 }
        if due[.jkm] > .zero { owing[Int(Programme.jkm.rawValue)] += 1 }
        if due[.jhtEmployer] > .zero { owing[Int(Programme.jht.rawValue)] += 1 }
        if due[.jpEmployer] > .zero { owing[Int(Programme.jp.rawValue)] += 1 }
        guard outcome.billed != outcome.due else { return }
        let difference = due - outcome.billed.compared(joiningJKM: rules.joinsJKM)
        var programmes = ProgrammeSet.none
        for share in Share.allCases
        where due[share] > .zero && difference[share].isBeyond(tolerance.perShare[share]) {
            programmes.insert(ProgrammeSet(share.programme))
        }
        for programme in Programme.allCases where programmes.contains(ProgrammeSet(programme)) {
            off[Int(programme.rawValue)] += 1
        }
    }

    /// The programmes in which so many are off that there may be a pattern.
    var programmesOff: ProgrammeSet {
        var programmes = ProgrammeSet.none
        for programme in Programme.allCases {
            let index = Int(programme.rawValue)
            if EmployerPatternSearch.isPattern(off[index], of: owing[index]) {
                programmes.insert(ProgrammeSet(programme))
            }
        }
        return programmes
    }

    mutating func add(_ other: EmployerMonthTotals) {
        payrollWorkers += other.payrollWorkers
        billedWorkers += other.billedWorkers
        receivedWorkers += other.receivedWorkers
        base += other.base
        due += other.due
        billed += other.billed
        received += other.received
        lateFee += other.lateFee
        lastPaid = max(lastPaid, other.lastPaid)
        tieOut += other.tieOut
        for index in off.indices {
            owing[index] += other.owing[index]
            off[index] += other.off[index]
        }
        for status in other.byStatus {
            let position = byStatus.firstIndex { $0.status == status.status } ?? byStatus.count
            if position == byStatus.count { byStatus.append(StatusTotals(status: status.status)) }
            byStatus[position].workerMonths += status.workerMonths
            byStatus[position].due += status.due
            byStatus[position].billed += status.billed
            byStatus[position].received += status.received
        }
    }
}

extension TieOut {
    fileprivate mutating func add(
        _ outcome: MonthOutcome,
        _ rules: MonthRules,
        _ tolerance: Tolerance
    ) {
        let received = outcome.received.compared(joiningJKM: rules.joinsJKM)
        addBill(outcome, received, rules)
        switch outcome.status {
        case .noPayroll: noPayroll += received
        case .notInPayroll: notInPayroll += received
        default:
            let net = outcome.due.compared(joiningJKM: rules.joinsJKM) - received
            due += outcome.due.compared(joiningJKM: rules.joinsJKM)
            matched += received
            for share in Share.allCases where net[share] != .zero {
                sort(share, net[share], outcome.status, tolerance)
            }
        }
    }

    private mutating func addBill(
        _ outcome: MonthOutcome,
        _ received: Shares,
        _ rules: MonthRules
    ) {
        let billed = outcome.billed.compared(joiningJKM: rules.joinsJKM)
        self.billed += billed
        if outcome.billed != outcome.due {
            let net = outcome.due.compared(joiningJKM: rules.joinsJKM) - billed
            underreported += net.exceeding(.zero)
            overreported += (Shares.zero - net).exceeding(.zero)
        }
        if outcome.received != outcome.billed {
            let net = billed - received
            unpaid += net.exceeding(.zero)
            unbilled += (Shares.zero - net).exceeding(.zero)
        }
    }

    private mutating func sort(
        _ share: Share,
        _ net: Rupiah,
        _ status: MonthStatus,
        _ tolerance: Tolerance
    ) {
        if net < .zero {
            overpaid[share] -= net
            return
        }
        switch status {
        case .notYetDue: notYetDue[share] += net
        case .noData: noData[share] += net
        case .short, .unpaid:
            if net > tolerance.perShare[share] {
                outstanding[share] += net
            } else {
                withinTolerance[share] += net
            }
        default: withinTolerance[share] += net
        }
    }
}
