/// What is known of an employer apart from its workers.
package struct EmployerFacts: Sendable {
    package fileprivate(set) var hasRegister = false
    package fileprivate(set) var hasLedger = false
    /// Whether any file says what was paid; without that an absence of money proves nothing.
    package fileprivate(set) var statesPayments = false
    /// The newest month whose payroll was delivered and whose due date has passed.
    package fileprivate(set) var newestPastDuePayroll: ContributionMonth?
    /// The first and last month that each kind of file reaches.
    package fileprivate(set) var payrollReach: ClosedRange<ContributionMonth>?
    package fileprivate(set) var ledgerReach: ClosedRange<ContributionMonth>?
    /// The newest receipt.
    package fileprivate(set) var newestReceipt: Day?
    /// The employers-file rows, oldest first.
    package fileprivate(set) var history: [EmployerRow] = []
}

/// What is known of an employer's month apart from its workers.
package struct EmployerMonthFacts: Sendable {
    package fileprivate(set) var hasPayroll = false
    /// Whether the ledger has a row of the month.
    package fileprivate(set) var hasLedger = false
    /// Whether anybody has a receipt.
    package fileprivate(set) var hasReceipt = false
    fileprivate var terms: UInt32 = .max
}

/// The employers and their months: the facts and rules that hold for all workers of one.
package struct EmployerMonths: Sendable {
    package private(set) var facts: [EmployerFacts]
    /// Where each employer's months begin in `cells`, and its first month.
    private var starts: [Int]
    private var firstMonths: [Int16]
    private var cells: [EmployerMonthFacts]
    private var terms: [EmployerTerms] = []
    private var rulesByMonth: [MonthRules] = []
    private var firstRuleMonth: Int16 = 0

    /// The rules of a month that any row names.
    package func rules(_ month: ContributionMonth) -> MonthRules {
        rulesByMonth[Int(month.number - firstRuleMonth)]
    }

    /// The facts of an employer's month; of a month that no row names, the empty ones.
    package func cell(_ employer: UInt32, _ month: ContributionMonth) -> EmployerMonthFacts {
        let offset = Int(month.number) - Int(firstMonths[Int(employer)])
        let index = starts[Int(employer)] + offset
        guard offset >= 0, index < starts[Int(employer) + 1] else { return EmployerMonthFacts() }
        return cells[index]
    }

    /// The terms of an employer in a month that any row of it names.
    package func terms(_ employer: UInt32, _ month: ContributionMonth) -> EmployerTerms {
        terms[Int(cell(employer, month).terms)]
    }

    /// The months of an employer that payroll or ledger rows name, oldest first.
    package func months(of employer: UInt32) -> [ContributionMonth] {
        let range = starts[Int(employer)]..<starts[Int(employer) + 1]
        return range.compactMap { index in
            guard cells[index].hasPayroll || cells[index].hasLedger else { return nil }
            let offset = Int16(index - range.lowerBound)
            return ContributionMonth(number: firstMonths[Int(employer)] + offset)
        }
    }
}

// MARK: - Gathering the facts

extension EmployerMonths {
    /// - Parameter isReplaced: The payroll rows that do not count; empty for none.
    init(_ records: Records, isReplaced: [Bool], book: RuleBook, policy: Policy, on run: RunDates) {
        let count = records.employers.count
        facts = [EmployerFacts](repeating: EmployerFacts(), count: count)
        var spans = [MonthSpan](repeating: MonthSpan(), count: count)
        for row in records.payroll { spans[Int(row.employer)].widen(to: row.month.number) }
        for row in records.ledger { spans[Int(row.employer)].widen(to: row.month.number) }
        starts = [0]
        starts.reserveCapacity(count + 1)
        firstMonths = spans.map(\.first)
        for span in spans { starts.append(starts[starts.count - 1] + span.count) }
        cells = [EmployerMonthFacts](repeating: EmployerMonthFacts(), count: starts[count])
        makeRules(spans, book, policy, run)
        gather(records, isReplaced, run)
        gatherEmployers(records)
        makeTerms(book)
        summarise(run)
    }

    private struct MonthSpan {
        var first = Int16.max
        var last = Int16.min

        var count: Int { last < first ? 0 : Int(last) - Int(first) + 1 }

        mutating func widen(to month: Int16) {
            first = min(first, month)
            last = max(last, month)
        }
    }

    private mutating func makeRules(
        _ spans: [MonthSpan],
        _ book: RuleBook,
        _ policy: Policy,
        _ run: RunDates
    ) {
        // The month of a worker's next unpaid months may lie past all rows.
        let asOfMonth = run.asOf.month.number
        let reach = Int16(policy.inactiveAfterMonths)
        firstRuleMonth = min(spans.map(\.first).min() ?? asOfMonth, asOfMonth)
        let last = max(spans.map(\.last).max() ?? asOfMonth, asOfMonth) + reach
        let workingDays = book.workingDays(collectiveLeaveShifts: policy.collectiveLeaveShifts)
        rulesByMonth = (firstRuleMonth...last).map {
            MonthRules(ContributionMonth(number: $0), book: book, workingDays: workingDays)
        }
    }

    private mutating func gather(_ records: Records, _ isReplaced: [Bool], _ run: RunDates) {
        for (index, row) in records.payroll.enumerated() {
            if !isReplaced.isEmpty, isReplaced[index] { continue }
            cells[position(row.employer, row.month)].hasPayroll = true
        }
        for row in records.ledger {
            let position = position(row.employer, row.month)
            let employer = Int(row.employer)
            cells[position].hasLedger = true
            facts[employer].hasLedger = true
            if !row.paid.isAbsent {
                facts[employer].statesPayments = true
                if row.paid <= run.asOf {
                    cells[position].hasReceipt = true
                    facts[employer].newestReceipt = max(facts[employer].newestReceipt ?? row.paid, row.paid)
                }
            }
        }
        for row in records.register { facts[Int(row.employer)].hasRegister = true }
        for payment in records.payments { facts[Int(payment.employer)].statesPayments = true }
        if run.ledgerUntil != nil {
            for employer in facts.indices { facts[employer].statesPayments = true }
        }
    }

    private func position(_ employer: UInt32, _ month: ContributionMonth) -> Int {
        starts[Int(employer)] + Int(month.number - firstMonths[Int(employer)])
    }

    /// The history of each employer. Where rows of one month contradict each other the later file
    /// decides, and within a file the row that expects more.
    private mutating func gatherEmployers(_ records: Records) {
        func rank(_ row: EmployerRow) -> (Int, Int, Int, Int, String) {
            (
                Int(row.from?.number ?? .min), row.source.file, row.riskClass,
                row.programmes.rawValue.nonzeroBitCount, row.name
            )
        }
        for row in records.employerRows.sorted(by: { rank($0) < rank($1) }) {
            facts[Int(row.employer)].history.append(row)
        }
    }

    private mutating func makeTerms(_ book: RuleBook) {
        for employer in facts.indices {
            for index in starts[employer]..<starts[employer + 1]
            where cells[index].hasPayroll || cells[index].hasLedger {
                let month = ContributionMonth(
                    number: firstMonths[employer] + Int16(index - starts[employer])
                )
                let row = facts[employer].row(for: month)
                cells[index].terms = UInt32(terms.count)
                terms.append(EmployerTerms(row: row, rules: rules(month), book: book))
            }
        }
    }

    private mutating func summarise(_ run: RunDates) {
        for employer in facts.indices {
            for index in starts[employer]..<starts[employer + 1] {
                let month = ContributionMonth(
                    number: firstMonths[employer] + Int16(index - starts[employer])
                )
                if cells[index].hasPayroll {
                    let first = facts[employer].payrollReach?.lowerBound ?? month
                    facts[employer].payrollReach = first...month
                    if rules(month).due < run.asOf {
                        facts[employer].newestPastDuePayroll = month
                    }
                }
                if cells[index].hasLedger {
                    let first = facts[employer].ledgerReach?.lowerBound ?? month
                    facts[employer].ledgerReach = first...month
                }
            }
        }
    }
}

extension EmployerFacts {
    /// The employers-file row that holds in a month: the newest that has begun; before all of them
    /// the oldest, since the employer existed.
    package func row(for month: ContributionMonth) -> EmployerRow? {
        history.last { $0.from.map { $0 <= month } ?? true } ?? history.first
    }

    /// The newest row, for what is said of the employer as a whole.
    package var newestRow: EmployerRow? { history.last }

    /// Whether absence of money proves anything for a month that fell due on a day.
    func hasLedgerData(forDue due: Day, _ run: RunDates) -> Bool {
        statesPayments && run.ledgerEnd >= due
    }
}

/// The days by which a run judges.
package struct RunDates: Sendable {
    package var asOf: Day
    /// The day up to which the ledgers reach, when given.
    package var ledgerUntil: Day?

    package init(asOf: Day, ledgerUntil: Day? = nil) {
        self.asOf = asOf
        self.ledgerUntil = ledgerUntil
    }

    package var ledgerEnd: Day { ledgerUntil ?? asOf }
}
