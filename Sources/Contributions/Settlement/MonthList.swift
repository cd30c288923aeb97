/// The settled months of a batch.
///
/// In most months what was billed and what was received is what was due, so a month is kept without
/// its shares, and each different set of shares once. That halves the memory of the largest thing
/// a run holds; ``MonthOutcome`` is put together when it is asked for.
package struct MonthList: Sendable {
    private var kept: [KeptMonth] = []
    private var shares: [Shares] = []

    init() {}

    mutating func reserveCapacity(_ count: Int) {
        kept.reserveCapacity(count)
        shares.reserveCapacity(count + count / 8)
    }

    mutating func append(_ month: MonthOutcome) {
        var marks: UInt8 = 0
        let start = UInt32(shares.count)
        shares.append(month.due)
        if month.billed != month.due {
            marks |= KeptMonth.hasBilled
            shares.append(month.billed)
        }
        if month.received != month.billed {
            marks |= KeptMonth.hasReceived
            shares.append(month.received)
        }
        kept.append(KeptMonth(month, shareStart: start, marks: marks))
    }

    /// Notes whether JHT is among the programmes of a month.
    mutating func setIncludesJHT(_ includesJHT: Bool, at index: Int) {
        kept[index].includesJHT = includesJHT
    }
}

extension MonthList: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { kept.count }

    /// The employer and the month of an element, without putting it together.
    package func employerMonth(at index: Int) -> (employer: UInt32, month: ContributionMonth) {
        (kept[index].employer, kept[index].month)
    }

    package subscript(index: Int) -> MonthOutcome {
        let month = kept[index]
        var next = Int(month.shareStart)
        let due = shares[next]
        var billed = due
        if month.marks & KeptMonth.hasBilled != 0 {
            next += 1
            billed = shares[next]
        }
        var received = billed
        if month.marks & KeptMonth.hasReceived != 0 { received = shares[next + 1] }
        return month.outcome(due: due, billed: billed, received: received)
    }
}

/// A month without its shares.
private struct KeptMonth {
    static let hasBilled: UInt8 = 1
    static let hasReceived: UInt8 = 2

    var worker: UInt32
    var employer: UInt32
    var month: ContributionMonth
    var status: MonthStatus
    var matchKey: MatchKey
    var hasPayroll: Bool
    var hasLedger: Bool
    var isPastDue: Bool
    var includesJHT: Bool
    var marks: UInt8
    var settledOn: Day
    var daysLate: Int32
    var lastPaid: Day
    var shareStart: UInt32
    var sourceStart: UInt32
    var payrollSourceCount: UInt32
    var ledgerSourceCount: UInt32
    var paymentSourceCount: UInt32
    var base: Rupiah
    var pensionBase: Rupiah
    var reportedWage: Rupiah
    var lateFee: Rupiah
    var shortTotal: Rupiah

    init(_ month: MonthOutcome, shareStart: UInt32, marks: UInt8) {
        worker = month.worker
        employer = month.employer
        self.month = month.month
        status = month.status
        matchKey = month.matchKey
        hasPayroll = month.hasPayroll
        hasLedger = month.hasLedger
        isPastDue = month.isPastDue
        includesJHT = month.includesJHT
        self.marks = marks
        settledOn = month.settledOn
        daysLate = month.daysLate
        lastPaid = month.lastPaid
        self.shareStart = shareStart
        sourceStart = month.sourceStart
        payrollSourceCount = month.payrollSourceCount
        ledgerSourceCount = month.ledgerSourceCount
        paymentSourceCount = month.paymentSourceCount
        base = month.base
        pensionBase = month.pensionBase
        reportedWage = month.reportedWage
        lateFee = month.lateFee
        shortTotal = month.shortTotal
    }

    func outcome(due: Shares, billed: Shares, received: Shares) -> MonthOutcome {
        MonthOutcome(
            worker: worker,
            employer: employer,
            month: month,
            status: status,
            matchKey: matchKey,
            hasPayroll: hasPayroll,
            hasLedger: hasLedger,
            isPastDue: isPastDue,
            includesJHT: includesJHT,
            settledOn: settledOn,
            daysLate: daysLate,
            lastPaid: lastPaid,
            base: base,
            pensionBase: pensionBase,
            reportedWage: reportedWage,
            due: due,
            billed: billed,
            received: received,
            lateFee: lateFee,
            shortTotal: shortTotal,
            sourceStart: sourceStart,
            payrollSourceCount: payrollSourceCount,
            ledgerSourceCount: ledgerSourceCount,
            paymentSourceCount: paymentSourceCount
        )
    }
}
