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
    /// The day up to which the ledger tells what was paid.
    package fileprivate(set) var ledgerEnd = Day.absent
    /// The nights in which the newest file of each kind was received, where that is known.
    package fileprivate(set) var received = ReceivedNights()
}

/// The nights in which the newest file of each kind came from an employer.
package struct ReceivedNights: Sendable {
    package fileprivate(set) var payroll: Day?
    package fileprivate(set) var ledger: Day?
    package fileprivate(set) var register: Day?
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
///
/// A class because every month of every worker reads it.
package final class EmployerMonths: Sendable {
    package let facts: RowTable<EmployerFacts>
    /// The employers-file rows of each employer, oldest first.
    package let histories: [[EmployerRow]]
    /// Where each employer's months begin in `cells`; one more than there are employers.
    private let starts: RowTable<Int>
    private let firstMonths: RowTable<Int16>
    private let cells: RowTable<EmployerMonthFacts>
    private let terms: RowTable<EmployerTerms>
    private let rulesByMonth: RowTable<MonthRules>
    private let firstRuleMonth: Int16
    private let storages: [any Sendable & AnyObject]

    /// Gathers the facts of all employers.
    ///
    /// - Parameters:
    ///   - records: What was read.
    ///   - book: The law in figures.
    ///   - policy: What the law leaves open.
    ///   - run: The days to judge by.
    ///   - deliveries: When the files came, where that is known.
    init(
        _ records: Records,
        book: RuleBook,
        policy: Policy,
        on run: RunDates,
        _ deliveries: Deliveries? = nil
    ) {
        var survey = EmployerSurvey(records, book: book, policy: policy, on: run)
        survey.gather(records, run)
        survey.noteLedgerEnds(records, run, deliveries)
        survey.summarise(run)
        histories = EmployerSurvey.histories(records)
        let terms = survey.makeTerms(histories, book)

        let factStorage = RowStorage(survey.facts)
        let startStorage = RowStorage(survey.starts)
        let firstMonthStorage = RowStorage(survey.firstMonths)
        let cellStorage = RowStorage(survey.cells)
        let termStorage = RowStorage(terms)
        let ruleStorage = RowStorage(survey.rulesByMonth)
        facts = factStorage.table
        starts = startStorage.table
        firstMonths = firstMonthStorage.table
        cells = cellStorage.table
        self.terms = termStorage.table
        rulesByMonth = ruleStorage.table
        firstRuleMonth = survey.firstRuleMonth
        storages = [
            factStorage, startStorage, firstMonthStorage, cellStorage, termStorage, ruleStorage,
        ]
    }

    /// The rules of a month that any row names.
    package func rules(_ month: ContributionMonth) -> MonthRules {
        rulesByMonth[Int(month.number - firstRuleMonth)]
    }

    /// The month that falls due next, on a day or after it.
    ///
    /// Such a month is due in the month after it, and a day off may move that day further on.
    package func nextDue(onOrAfter day: Day) -> MonthRules {
        var month = day.month.advanced(by: -2)
        while rules(month).due < day { month = month.advanced(by: 1) }
        return rules(month)
    }

    /// The number of employers' months, named or not, up to which ``position(_:_:)`` counts.
    var positionCount: Int { cells.count }

    /// The place of an employer's month among all, for sums; the employer must have named it.
    func position(_ employer: UInt32, _ month: ContributionMonth) -> Int {
        starts[Int(employer)] + Int(month.number) - Int(firstMonths[Int(employer)])
    }

    /// The facts of an employer's month; of a month that no row names, the empty ones.
    package func cell(_ employer: UInt32, _ month: ContributionMonth) -> EmployerMonthFacts {
        let position = position(employer, month)
        guard position >= starts[Int(employer)], position < starts[Int(employer) + 1] else {
            return EmployerMonthFacts()
        }
        return cells[position]
    }

    /// The terms of an employer in a month that any row of it names.
    package func terms(_ employer: UInt32, _ month: ContributionMonth) -> EmployerTerms {
        terms[Int(cell(employer, month).terms)]
    }

    /// The employers-file row that holds for an employer in a month.
    package func row(_ employer: UInt32, _ month: ContributionMonth) -> EmployerRow? {
        histories[Int(employer)].row(for: month)
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

extension [EmployerRow] {
    /// The row that holds in a month: the newest that has begun; before all of them the oldest,
    /// since the employer existed.
    package func row(for month: ContributionMonth) -> EmployerRow? {
        last { $0.from.map { $0 <= month } ?? true } ?? first
    }
}

extension EmployerFacts {
    /// Whether absence of money proves anything for a month that fell due on a day.
    func hasLedgerData(forDue due: Day) -> Bool {
        statesPayments && ledgerEnd >= due
    }
}

// MARK: - Gathering the facts

/// Goes over the records once for the facts of employers and their months.
private struct EmployerSurvey {
    var facts: [EmployerFacts]
    var starts: [Int]
    var firstMonths: [Int16]
    var cells: [EmployerMonthFacts]
    var rulesByMonth: [MonthRules]
    var firstRuleMonth: Int16

    private struct MonthSpan {
        var first = Int16.max
        var last = Int16.min

        var count: Int { last < first ? 0 : Int(last) - Int(first) + 1 }

        mutating func widen(to month: Int16) {
            first = min(first, month)
            last = max(last, month)
        }
    }

    init(_ records: Records, book: RuleBook, policy: Policy, on run: RunDates) {
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
        // The month of a worker's next unpaid months may lie past all rows.
        let asOfMonth = run.asOf.month.number
        let reach = Int16(policy.inactiveAfterMonths)
        // The next month to fall due may lie before all rows.
        firstRuleMonth = min(spans.map(\.first).min() ?? asOfMonth, asOfMonth - 2)
        let last = max(spans.map(\.last).max() ?? asOfMonth, asOfMonth) + reach
        let workingDays = book.workingDays(collectiveLeaveShifts: policy.collectiveLeaveShifts)
        rulesByMonth = (firstRuleMonth...last).map {
            MonthRules(ContributionMonth(number: $0), book: book, workingDays: workingDays)
        }
    }

    /// Notes what the rows say of every employer's month.
    ///
    /// A payroll that is replaced is so by another one for the same month, so it need not be told
    /// apart.
    mutating func gather(_ records: Records, _ run: RunDates) {
        for row in records.payroll {
            cells[position(row.employer, row.month)].hasPayroll = true
        }
        for row in records.ledger {
            let position = position(row.employer, row.month)
            let employer = Int(row.employer)
            cells[position].hasLedger = true
            facts[employer].hasLedger = true
            guard !row.paid.isAbsent else { continue }
            facts[employer].statesPayments = true
            guard row.paid <= run.asOf else { continue }
            cells[position].hasReceipt = true
            let newest = facts[employer].newestReceipt ?? row.paid
            facts[employer].newestReceipt = max(newest, row.paid)
        }
        for row in records.register { facts[Int(row.employer)].hasRegister = true }
        for payment in records.payments {
            let employer = Int(payment.employer)
            facts[employer].statesPayments = true
            guard payment.paid <= run.asOf, payment.amount > .zero else { continue }
            let newest = facts[employer].newestReceipt ?? payment.paid
            facts[employer].newestReceipt = max(newest, payment.paid)
        }
        if run.ledgerUntil != nil {
            for employer in facts.indices { facts[employer].statesPayments = true }
        }
    }

    /// How far each ledger reaches: to the day given for all, or to the night in which the newest
    /// one of the employer was received; one that never came reaches nowhere.
    mutating func noteLedgerEnds(_ records: Records, _ run: RunDates, _ deliveries: Deliveries?) {
        guard let deliveries else {
            for employer in facts.indices { facts[employer].ledgerEnd = run.ledgerEnd }
            return
        }
        func note(_ night: inout Day?, _ file: Int) {
            night = max(night ?? deliveries.nights[file], deliveries.nights[file])
        }
        for row in records.payroll {
            note(&facts[Int(row.employer)].received.payroll, row.source.file)
        }
        for row in records.ledger {
            note(&facts[Int(row.employer)].received.ledger, row.source.file)
        }
        for row in records.register {
            note(&facts[Int(row.employer)].received.register, row.source.file)
        }
        for employer in facts.indices {
            guard let received = facts[employer].received.ledger else { continue }
            facts[employer].ledgerEnd = min(run.asOf, received)
        }
    }

    private func position(_ employer: UInt32, _ month: ContributionMonth) -> Int {
        starts[Int(employer)] + Int(month.number - firstMonths[Int(employer)])
    }

    private func month(_ employer: Int, _ position: Int) -> ContributionMonth {
        ContributionMonth(number: firstMonths[employer] + Int16(position - starts[employer]))
    }

    mutating func summarise(_ run: RunDates) {
        for employer in facts.indices {
            for position in starts[employer]..<starts[employer + 1] {
                let month = month(employer, position)
                if cells[position].hasPayroll {
                    let first = facts[employer].payrollReach?.lowerBound ?? month
                    facts[employer].payrollReach = first...month
                    let rules = rulesByMonth[Int(month.number - firstRuleMonth)]
                    if rules.due < run.asOf { facts[employer].newestPastDuePayroll = month }
                }
                if cells[position].hasLedger {
                    let first = facts[employer].ledgerReach?.lowerBound ?? month
                    facts[employer].ledgerReach = first...month
                }
            }
        }
    }

    /// The history of each employer.
    ///
    /// Where rows of one month contradict each other the later file decides, and within a file the
    /// row that expects more.
    static func histories(_ records: Records) -> [[EmployerRow]] {
        func rank(_ row: EmployerRow) -> (Int, Int, Int, Int, String) {
            (
                Int(row.from?.number ?? .min), row.source.file, row.riskClass,
                row.programmes.rawValue.nonzeroBitCount, row.name
            )
        }
        var histories = [[EmployerRow]](repeating: [], count: records.employers.count)
        for row in records.employerRows.sorted(by: { rank($0) < rank($1) }) {
            histories[Int(row.employer)].append(row)
        }
        return histories
    }

    /// The terms of every month that rows name; months point into them.
    mutating func makeTerms(_ histories: [[EmployerRow]], _ book: RuleBook) -> [EmployerTerms] {
        var terms: [EmployerTerms] = []
        for employer in facts.indices {
            for position in starts[employer]..<starts[employer + 1]
            where cells[position].hasPayroll || cells[position].hasLedger {
                let month = month(employer, position)
                let rules = rulesByMonth[Int(month.number - firstRuleMonth)]
                cells[position].terms = UInt32(terms.count)
                terms.append(
                    EmployerTerms(
                        row: histories[employer].row(for: month),
                        rules: rules,
                        book: book
                    )
                )
            }
        }
        return terms
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
