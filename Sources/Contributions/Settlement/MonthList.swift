/// The settled months of a batch.
///
/// In most months what was billed and what was received is what was due, and nothing is late or
/// short. So a month is kept without its shares and without the amounts that mostly follow from
/// others; those that do not stand one behind the other. That takes a third off the largest thing a
/// run holds; ``MonthOutcome`` is put together when it is asked for.
package struct MonthList: Sendable {
    private var kept: [KeptMonth] = []
    private var shares: [KeptShares] = []
    /// The shares of months of which one does not fit into ``KeptShares``.
    private var wideShares: [Shares] = []
    private var amounts: [Rupiah] = []

    init() {}

    mutating func reserveCapacity(_ count: Int) {
        kept.reserveCapacity(count)
        shares.reserveCapacity(count + count / 8)
        amounts.reserveCapacity(count / 4)
    }

    mutating func append(_ month: MonthOutcome) {
        var marks = KeptMarks(month)
        if !KeptShares.fits(month.due) || !KeptShares.fits(month.billed)
            || !KeptShares.fits(month.received)
        {
            marks.insert(.wideShares)
        }
        let isWide = marks.contains(.wideShares)
        let shareStart = UInt32(isWide ? wideShares.count : shares.count)
        let amountStart = UInt32(amounts.count)
        keep(month.due, isWide)
        if month.billed != month.due {
            marks.insert(.billed)
            keep(month.billed, isWide)
        }
        if month.received != month.billed {
            marks.insert(.received)
            keep(month.received, isWide)
        }
        keep(month.pensionBase, unless: month.base, .pensionBase, &marks)
        keep(month.reportedWage, unless: month.base, .reportedWage, &marks)
        keep(month.lateFee, unless: .zero, .lateFee, &marks)
        keep(month.shortTotal, unless: .zero, .shortTotal, &marks)
        kept.append(KeptMonth(month, marks, shareStart: shareStart, amountStart: amountStart))
    }

    @inline(__always)
    private mutating func keep(_ shares: Shares, _ isWide: Bool) {
        if isWide {
            wideShares.append(shares)
        } else {
            self.shares.append(KeptShares(shares))
        }
    }

    @inline(__always)
    private func shares(_ place: Int, _ isWide: Bool) -> Shares {
        isWide ? wideShares[place] : shares[place].shares
    }

    @inline(__always)
    private mutating func keep(
        _ amount: Rupiah,
        unless usual: Rupiah,
        _ mark: KeptMarks,
        _ marks: inout KeptMarks
    ) {
        guard amount != usual else { return }
        marks.insert(mark)
        amounts.append(amount)
    }

    /// Notes whether JHT is among the programmes of a month.
    mutating func setIncludesJHT(_ includesJHT: Bool, at index: Int) {
        if includesJHT {
            kept[index].marks.insert(.includesJHT)
        } else {
            kept[index].marks.remove(.includesJHT)
        }
    }
}

extension MonthList: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { kept.count }

    /// What is so of an element, without putting it together.
    @inline(__always)
    package func state(at index: Int) -> MonthState { MonthState(kept[index], at: index) }

    /// What was received for an element, without putting the rest of it together.
    func received(at index: Int) -> Shares {
        let month = kept[index]
        return shares(month.placeOfReceived, month.marks.contains(.wideShares))
    }

    package subscript(index: Int) -> MonthOutcome {
        let month = kept[index]
        let isWide = month.marks.contains(.wideShares)
        var outcome = month.outcome(due: shares(Int(month.shareStart), isWide))
        if month.marks.contains(.billed) { outcome.billed = shares(month.placeOfBilled, isWide) }
        outcome.received =
            month.marks.contains(.received)
            ? shares(month.placeOfReceived, isWide) : outcome.billed
        guard !month.marks.isDisjoint(with: .anyAmount) else { return outcome }
        var next = Int(month.amountStart)
        func take(_ mark: KeptMarks, _ amount: inout Rupiah) {
            guard month.marks.contains(mark) else { return }
            amount = amounts[next]
            next += 1
        }
        take(.pensionBase, &outcome.pensionBase)
        take(.reportedWage, &outcome.reportedWage)
        take(.lateFee, &outcome.lateFee)
        take(.shortTotal, &outcome.shortTotal)
        return outcome
    }
}

/// What is so of a settled month apart from its amounts; see ``MonthOutcome``.
package struct MonthState: Sendable {
    /// Its place in its list.
    package let index: Int
    package let employer: UInt32
    package let month: ContributionMonth
    package let status: MonthStatus
    package let hasPayroll: Bool
    package let hasLedger: Bool
    package let isPastDue: Bool
    package let includesJHT: Bool

    @inline(__always)
    fileprivate init(_ kept: KeptMonth, at index: Int) {
        self.index = index
        employer = kept.employer
        month = kept.month
        status = kept.status
        hasPayroll = kept.marks.contains(.hasPayroll)
        hasLedger = kept.marks.contains(.hasLedger)
        isPastDue = kept.marks.contains(.isPastDue)
        includesJHT = kept.marks.contains(.includesJHT)
    }

    /// Whether the month is past due and tells whether something was paid; the newest such month
    /// decides the signs `riwayat_iuran` and `saldo_jht`.
    package var tellsOfPayment: Bool {
        isPastDue && status != .noData && status != .nothingDue
    }
}

extension Slice<MonthList> {
    /// The places of its months in their list; the standard library's `indices` are looked up at
    /// run time.
    var places: Range<Int> { startIndex..<endIndex }

    /// The newest month of which something is so.
    func newestState(where isSo: (MonthState) -> Bool) -> MonthState? {
        for index in places.reversed() {
            let state = base.state(at: index)
            if isSo(state) { return state }
        }
        return nil
    }

    /// The newest month of which something is so, put together only then.
    package func newest(where isSo: (MonthState) -> Bool) -> MonthOutcome? {
        newestState(where: isSo).map { base[$0.index] }
    }

    /// The trailing run of unpaid months among a worker's past-due payroll months, oldest first.
    var unpaidRun: [MonthState] {
        var run: [MonthState] = []
        for index in places.reversed() {
            let month = base.state(at: index)
            guard month.hasPayroll, month.tellsOfPayment else { continue }
            guard month.status == .unpaid else { break }
            run.append(month)
        }
        if run.count > 1 { run.reverse() }
        return run
    }
}

/// What is so of a kept month, and which of its shares and amounts are kept.
private struct KeptMarks: OptionSet {
    let rawValue: UInt16

    static let hasPayroll = KeptMarks(rawValue: 1)
    static let hasLedger = KeptMarks(rawValue: 2)
    static let isPastDue = KeptMarks(rawValue: 4)
    static let includesJHT = KeptMarks(rawValue: 8)
    static let billed = KeptMarks(rawValue: 16)
    static let received = KeptMarks(rawValue: 32)
    static let pensionBase = KeptMarks(rawValue: 64)
    static let reportedWage = KeptMarks(rawValue: 128)
    static let lateFee = KeptMarks(rawValue: 256)
    static let shortTotal = KeptMarks(rawValue: 512)
    static let wideShares = KeptMarks(rawValue: 1024)
    static let anyAmount = KeptMarks(rawValue: 64 | 128 | 256 | 512)

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    init(_ month: MonthOutcome) {
        rawValue =
            (month.hasPayroll ? 1 : 0) | (month.hasLedger ? 2 : 0) | (month.isPastDue ? 4 : 0)
            | (month.includesJHT ? 8 : 0)
    }
}

/// Shares of a worker's month, in half the room: sen from 0 to some 43 million rupiah.
private struct KeptShares {
    private var sen: InlineArray<6, UInt32>

    static func fits(_ shares: Shares) -> Bool {
        var bits: Int64 = 0
        for index in 0..<6 { bits |= shares.sen[index] }
        return bits >> 32 == 0
    }

    init(_ shares: Shares) {
        sen = InlineArray { UInt32(truncatingIfNeeded: shares.sen[$0]) }
    }

    var shares: Shares {
        var shares = Shares()
        for index in 0..<6 { shares.sen[index] = Int64(sen[index]) }
        return shares
    }
}

/// A month without its shares and without the amounts that are kept beside it: 64 bytes.
private struct KeptMonth {
    var worker: UInt32
    var employer: UInt32
    var month: ContributionMonth
    var marks: KeptMarks
    var status: MonthStatus
    var matchKey: MatchKey
    var firstReceipt: UInt16
    var settledOn: Day
    var daysLate: Int32
    var lastPaid: Day
    var shareStart: UInt32
    var amountStart: UInt32
    var sourceStart: UInt32
    var payrollSourceCount: UInt32
    var ledgerSourceCount: UInt32
    var paymentSourceCount: UInt32
    var base: Rupiah

    init(_ month: MonthOutcome, _ marks: KeptMarks, shareStart: UInt32, amountStart: UInt32) {
        worker = month.worker
        employer = month.employer
        self.month = month.month
        self.marks = marks
        status = month.status
        matchKey = month.matchKey
        firstReceipt = month.firstReceipt
        settledOn = month.settledOn
        daysLate = month.daysLate
        lastPaid = month.lastPaid
        self.shareStart = shareStart
        self.amountStart = amountStart
        sourceStart = month.sourceStart
        payrollSourceCount = month.payrollSourceCount
        ledgerSourceCount = month.ledgerSourceCount
        paymentSourceCount = month.paymentSourceCount
        base = month.base
    }

    /// Where what was billed stands: at what was due, or behind it.
    var placeOfBilled: Int { Int(shareStart) + (marks.contains(.billed) ? 1 : 0) }

    /// Where what was received stands: at what was billed, or behind it.
    var placeOfReceived: Int { placeOfBilled + (marks.contains(.received) ? 1 : 0) }

    /// The month with what its amounts and shares usually are.
    func outcome(due: Shares) -> MonthOutcome {
        MonthOutcome(
            worker: worker,
            employer: employer,
            month: month,
            status: status,
            matchKey: matchKey,
            hasPayroll: marks.contains(.hasPayroll),
            hasLedger: marks.contains(.hasLedger),
            isPastDue: marks.contains(.isPastDue),
            includesJHT: marks.contains(.includesJHT),
            settledOn: settledOn,
            daysLate: daysLate,
            lastPaid: lastPaid,
            base: base,
            pensionBase: base,
            reportedWage: base,
            due: due,
            billed: due,
            received: due,
            lateFee: .zero,
            shortTotal: .zero,
            sourceStart: sourceStart,
            payrollSourceCount: payrollSourceCount,
            ledgerSourceCount: ledgerSourceCount,
            paymentSourceCount: paymentSourceCount,
            firstReceipt: firstReceipt
        )
    }
}
