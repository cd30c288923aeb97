/// What one employer owes by in one month: class, programmes and reliefs turned into rates.
package struct EmployerTerms: Sendable {
    /// The programmes of workers who have none of their own.
    package let programmes: ProgrammeSet
    /// The rate of each share, in parts per million, after reliefs.
    let rates: InlineArray<6, Rate>
    /// The rates that the received amount may reach without being too much: without deferrals.
    let fullRates: InlineArray<6, Rate>
    /// Whether any full rate differs.
    package let hasDeferral: Bool

    package init(
        row: EmployerRow?,
        rules: MonthRules,
        book: RuleBook
    ) {
        programmes = Self.programmes(of: row, in: book).programmes
        var rates = InlineArray<6, Rate>(repeating: .zero)
        var fullRates = rates
        for rule in book.rates where rule.validity.contains(rules.month) {
            if let riskClass = rule.riskClass, riskClass != (row?.riskClass ?? 1) { continue }
            var rate = rule.rate
            var full = rule.rate
            for relief in book.reliefs
            where relief.programme == rule.share.programme && relief.validity.contains(rules.month)
                && relief.isGranted(to: row)
            {
                rate = rate.relieved(to: relief.part) ?? rate
                if !relief.isDeferral { full = full.relieved(to: relief.part) ?? full }
            }
            rates[rule.share.rawValue] = rate
            fullRates[rule.share.rawValue] = full
        }
        self.rates = rates
        self.fullRates = fullRates
        hasDeferral = Share.allCases.contains { rates[$0.rawValue] != fullRates[$0.rawValue] }
    }

    /// The programmes of an employer, and whether they had to be assumed.
    ///
    /// What the employers file lists wins; else the size decides (Perpres 109/2013 art. 6); without
    /// either all four are expected.
    package static func programmes(
        of row: EmployerRow?,
        in book: RuleBook
    ) -> (programmes: ProgrammeSet, areAssumed: Bool) {
        guard let row else { return (.all, true) }
        if !row.programmes.isEmpty { return (row.programmes, false) }
        guard let size = row.size, let rule = book.sizes.first(where: { $0.size == size }) else {
            return (.all, true)
        }
        return (rule.programmes, false)
    }
}

extension ReliefRule {
    func isGranted(to row: EmployerRow?) -> Bool {
        switch beneficiary {
        case .everyone: true
        case .labourIntensive: row?.isLabourIntensive ?? false
        case .pensionDeferring: row?.defersJP ?? false
        }
    }
}
