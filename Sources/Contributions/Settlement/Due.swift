/// What is owed for a worker-month.
struct Due {
    var base = Rupiah.zero
    var pensionBase = Rupiah.zero
    var shares = Shares.zero
    /// What may be received without being too much: more than `shares` only under a deferral.
    var ceiling = Shares.zero
    var owesPension = false
}

extension EmployerTerms {
    /// What is owed on a base: the rates of the month, rounded once per programme and side.
    ///
    /// - Parameters:
    ///   - base: Wage and back pay of all the worker's rows that owe.
    ///   - programmes: The worker's programmes of the month.
    ///   - owesPension: Whether he is of an age to owe JP.
    ///   - rules: The rules of the month.
    ///   - rounding: What each share is rounded to.
    /// - Returns: What is owed, per programme and side.
    func due(
        on base: Rupiah,
        programmes: ProgrammeSet,
        owesPension: Bool,
        _ rules: MonthRules,
        _ rounding: RoundingUnit
    ) -> Due {
        var due = Due()
        due.base = base
        guard base > .zero, rules.hasRates else { return due }
        due.owesPension = owesPension && programmes.contains(.jp) && rules.pensionCap != nil
        if due.owesPension, let cap = rules.pensionCap { due.pensionBase = min(base, cap) }
        func add(_ share: Share, _ shareBase: Rupiah) {
            due.shares[share] = rates[share.rawValue].of(shareBase, roundedTo: rounding)
        }
        if programmes.contains(.jkk) { add(.jkk, base) }
        if programmes.contains(.jkm) { add(.jkm, base) }
        if programmes.contains(.jht) {
            add(.jhtEmployer, base)
            add(.jhtWorker, base)
        }
        if due.owesPension {
            add(.jpEmployer, due.pensionBase)
            add(.jpWorker, due.pensionBase)
        }
        due.ceiling = due.shares
        if hasDeferral, due.owesPension {
            for share in [Share.jpEmployer, .jpWorker] {
                due.ceiling[share] = fullRates[share.rawValue].of(
                    due.pensionBase,
                    roundedTo: rounding
                )
            }
        }
        return due
    }
}
