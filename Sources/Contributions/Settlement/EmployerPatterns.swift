/// Workers of an employer's month whose bills differ from what is due by one ratio, in one
/// programme: one cause, which the employer mends once for all of them.
struct EmployerPattern: Sendable {
    var employer: UInt32
    var month: ContributionMonth
    var programme: Programme
    /// How many owe the programme and have a bill.
    var population: Int
    var members: [PatternCase]
    /// The member by whose amounts the ratio is known best.
    var reference: PatternCase
    /// The class whose rate the bills of JKK fit; nil where they fit none.
    var riskClass: Int?
}

/// What was due, billed and received of a worker in one programme, both sides together.
struct PatternCase: Sendable {
    var worker: UInt32
    var due: Rupiah
    var billed: Rupiah
    /// Whether the bill differs from what is due by more than the tolerance.
    var isOff: Bool
    /// Whether what was billed was paid.
    var isPaidAsBilled: Bool

    /// Whether two bills stand in the same ratio to what is due, but for the rounding of amounts.
    ///
    /// - Parameters:
    ///   - other: Another worker's amounts.
    ///   - slack: How many sen each amount may be off.
    /// - Returns: Whether the cross products agree up to what the rounding explains.
    func hasRatio(of other: PatternCase, slack: Int64) -> Bool {
        let difference =
            Int128(billed.sen) * Int128(other.due.sen) - Int128(other.billed.sen) * Int128(due.sen)
        let amounts =
            Int128(billed.sen.magnitude) + Int128(due.sen.magnitude)
            + Int128(other.billed.sen.magnitude) + Int128(other.due.sen.magnitude)
        return difference.magnitude <= UInt128(Int128(slack) * (amounts + Int128(2 * slack)))
    }

    /// Whether a bill fits one rate where another is due, but for the rounding of amounts.
    func fits(_ rate: Int64, insteadOf own: Int64, slack: Int64) -> Bool {
        let difference = Int128(billed.sen) * Int128(own) - Int128(due.sen) * Int128(rate)
        return difference.magnitude <= UInt128(Int128(slack) * (Int128(own) + Int128(rate)))
    }

    /// Whether the bill is the smaller part of what is due.
    func hasSmallerRatio(than other: PatternCase) -> Bool {
        let products = (
            Int128(billed.sen) * Int128(other.due.sen), Int128(other.billed.sen) * Int128(due.sen)
        )
        return products.0 != products.1 ? products.0 < products.1 : worker < other.worker
    }
}

/// Finds patterns among the settled months.
struct EmployerPatternSearch {
    /// How many workers make a pattern at least.
    static let fewest = 10
    /// The part of the workers that makes a pattern, as 9 of 10.
    static let part = (of: 9, in: 10)

    let context: SettlementContext
    let book: RuleBook

    static func isPattern(_ members: Int, of population: Int) -> Bool {
        members >= fewest && members * part.in >= population * part.of
    }

    /// The patterns by employer, month and programme.
    ///
    /// The totals tell which employers' months can have one, so others are not looked at again.
    func find(_ batches: [SettledBatch], _ totals: [EmployerMonthTotals]) -> [EmployerPattern] {
        var wanted: [EmployerMonth: ProgrammeSet] = [:]
        for month in totals where !month.programmesOff.isEmpty {
            wanted[EmployerMonth(employer: month.employer, month: month.month)] =
                month.programmesOff
        }
        guard !wanted.isEmpty else { return [] }
        var outcomes: [EmployerMonth: [MonthOutcome]] = [:]
        let employers = Set(wanted.keys.map(\.employer))
        for batch in batches where isWanted(batch, employers) {
            for index in batch.months.indices {
                let month = batch.months.state(at: index)
                let key = EmployerMonth(employer: month.employer, month: month.month)
                guard wanted[key] != nil, batch.months[index].isBilledAndDue else { continue }
                outcomes[key, default: []].append(batch.months[index])
            }
        }
        let keys = outcomes.keys.sorted { ($0.employer, $0.month) < ($1.employer, $1.month) }
        return keys.flatMap { key in
            Programme.allCases.compactMap { programme in
                guard wanted[key]?.contains(ProgrammeSet(programme)) ?? false else { return nil }
                return pattern(of: programme, key, outcomes[key] ?? [])
            }
        }
    }

    private func isWanted(_ batch: SettledBatch, _ employers: Set<UInt32>) -> Bool {
        guard let first = batch.workers.first, let last = batch.workers.last else { return false }
        let range =
            context.directory.workers[Int(first.worker)]
            .employer...context.directory.workers[Int(last.worker)].employer
        return employers.contains(where: range.contains)
    }

    private func pattern(
        of programme: Programme,
        _ key: EmployerMonth,
        _ outcomes: [MonthOutcome]
    ) -> EmployerPattern? {
        let rules = context.employerMonths.rules(key.month)
        let terms = context.employerMonths.terms(key.employer, key.month)
        // More than a deferred part may be billed.
        if programme == .jp, terms.hasDeferral { return nil }
        let cases = outcomes.map { patternCase($0, programme, rules) }.filter { $0.due > .zero }
        let off = cases.filter(\.isOff)
        guard Self.isPattern(off.count, of: cases.count) else { return nil }
        let slack = slack(programme, rules)
        let median = off.sorted { $0.hasSmallerRatio(than: $1) }[off.count / 2]
        let near = off.filter { $0.hasRatio(of: median, slack: slack) }
        let best = near.max { left, right in
            left.due != right.due ? left.due < right.due : left.worker > right.worker
        }
        let reference = best ?? median
        let members = off.filter { $0.hasRatio(of: reference, slack: slack) }
        guard Self.isPattern(members.count, of: cases.count) else { return nil }
        var pattern = EmployerPattern(
            employer: key.employer,
            month: key.month,
            programme: programme,
            population: cases.count,
            members: members,
            reference: reference
        )
        if programme == .jkk { pattern.riskClass = riskClass(of: pattern, rules, slack) }
        return pattern
    }

    /// How many sen an amount of a programme may be off: one for each that was rounded.
    private func slack(_ programme: Programme, _ rules: MonthRules) -> Int64 {
        let shares = Share.allCases.count { $0.programme == programme }
        let joined = programme == .jkk && rules.joinsJKM ? 1 : 0
        return Int64(shares + joined) * context.policy.rounding.sen
    }

    private func patternCase(
        _ outcome: MonthOutcome,
        _ programme: Programme,
        _ rules: MonthRules
    ) -> PatternCase {
        let due = outcome.due.compared(joiningJKM: rules.joinsJKM)
        let billed = outcome.billed.compared(joiningJKM: rules.joinsJKM)
        let received = outcome.received.compared(joiningJKM: rules.joinsJKM)
        let tolerance = context.policy.tolerance.perShare
        var found = PatternCase(
            worker: outcome.worker,
            due: .zero,
            billed: .zero,
            isOff: false,
            isPaidAsBilled: true
        )
        for share in Share.allCases where share.programme == programme {
            found.due += due[share]
            found.billed += billed[share]
            if (due[share] - billed[share]).isBeyond(tolerance[share]) { found.isOff = true }
            if (received[share] - billed[share]).isBeyond(tolerance[share]) {
                found.isPaidAsBilled = false
            }
        }
        return found
    }

    /// The class by whose rate JKK was billed, if it is the rate of another class.
    private func riskClass(
        of pattern: EmployerPattern,
        _ rules: MonthRules,
        _ slack: Int64
    ) -> Int? {
        let own = EmployerClasses(context, book, pattern)
        let classes = Set(book.rates.compactMap(\.riskClass)).subtracting([own.riskClass])
        return classes.sorted().first { riskClass in
            pattern.members.allSatisfy {
                $0.fits(own.rate(of: riskClass), insteadOf: own.rate, slack: slack)
            }
        }
    }
}

/// The rates of JKK by class at an employer in a month, in parts per million and after reliefs.
struct EmployerClasses {
    let riskClass: Int
    private let row: EmployerRow
    private let rules: MonthRules
    private let book: RuleBook

    init(_ context: SettlementContext, _ book: RuleBook, _ pattern: EmployerPattern) {
        let known = context.employerMonths.row(pattern.employer, pattern.month)
        // An employer that no file lists is of class I.
        row =
            known
            ?? EmployerRow(
                employer: pattern.employer,
                name: "",
                riskClass: 1,
                source: SourceLine(file: 0, line: 0)
            )
        riskClass = row.riskClass
        rules = context.employerMonths.rules(pattern.month)
        self.book = book
    }

    /// What is compared under JKK: its rate, and that of JKM where both are compared together.
    var rate: Int64 { rate(of: riskClass) }

    func rate(of riskClass: Int) -> Int64 {
        let rates = terms(riskClass).rates
        let jkm = rules.joinsJKM ? rates[Share.jkm.rawValue].millionths : 0
        return rates[Share.jkk.rawValue].millionths + jkm
    }

    /// The rate of JKK alone.
    func jkk(of riskClass: Int) -> Rate { terms(riskClass).rates[Share.jkk.rawValue] }

    private func terms(_ riskClass: Int) -> EmployerTerms {
        var row = row
        row.riskClass = riskClass
        return EmployerTerms(row: row, rules: rules, book: book)
    }
}

extension Rupiah {
    /// Whether a difference is larger than a limit, up or down.
    func isBeyond(_ limit: Rupiah) -> Bool {
        self > limit || -self > limit
    }
}

extension MonthOutcome {
    /// Whether he is in payroll, owes something, and something was billed.
    var isBilledAndDue: Bool {
        hasPayroll && due.total > .zero && billed.total != .zero
    }
}
