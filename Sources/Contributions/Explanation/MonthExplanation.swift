/// A worker-month with all that it follows from: rows, rules and reckoning.
package struct MonthExplanation: Sendable {
    package let worker: Worker
    package let outcome: MonthOutcome
    package let rules: MonthRules
    /// The employers-file row that holds for the month.
    package let employer: EmployerRow?
    package let programmes: ProgrammeSet
    /// Whether he is of an age and nationality to owe JP.
    package let owesPension: Bool
    /// His age in full years on the first day of the month; nil without a birth date.
    package let age: Int?
    package let payroll: [PayrollUse]
    package let ledger: [LedgerUse]
    /// His parts of lump sums, by day.
    package let payments: [AllocatedReceipt]
    package let shares: [ShareExplanation]
    package let lateParts: [LatePart]
    package let findings: [Finding]
    package let laws: MonthLaws
}

/// A payroll row of the month, and whether it counts.
package struct PayrollUse: Sendable {
    package enum Use: Sendable {
        case counted
        /// A month outside of the service that the row itself states: it owes nothing.
        case outsideService
        /// It repeats another row.
        case twin
    }

    package var row: PayrollRow
    package var use: Use
}

/// A ledger row of the month, and what it is.
package struct LedgerUse: Sendable {
    package enum Use: Sendable {
        case receipt
        case bill
        /// It repeats another row.
        case twin
        /// A later file prints the bill again.
        case reprinted
    }

    package var row: LedgerRow
    package var use: Use
}

/// How a share was reckoned, and how it is compared.
package struct ShareExplanation: Sendable {
    package var share: Share
    package var base: Rupiah
    /// The rate after reliefs.
    package var rate: Rate
    package var due: Rupiah
    package var billed: Rupiah
    package var received: Rupiah
    /// What the rate and its reliefs rest on.
    package var legalBasis: [String]
}

/// What the rules of a month rest on.
package struct MonthLaws: Sendable {
    package var due: String
    package var pensionCap: String
    package var pensionAge: String
    /// The pension age of the month.
    package var pensionYears: Int?
    package var lateFee: String
}

extension RuleBook {
    func laws(_ month: ContributionMonth) -> MonthLaws {
        let age = pensionAges.last { $0.validity.contains(month) }
        return MonthLaws(
            due: dueDates.last { $0.validity.contains(month) }?.legalBasis ?? "",
            pensionCap: pensionCaps.last { $0.validity.contains(month) }?.legalBasis ?? "",
            pensionAge: age?.legalBasis ?? "",
            pensionYears: age?.age,
            lateFee: lateFees.last { $0.validity.contains(month) }?.legalBasis ?? ""
        )
    }

    /// The legal basis of a share's rate and of the reliefs that an employer has.
    func legalBasis(
        of share: Share,
        _ month: ContributionMonth,
        _ employer: EmployerRow?
    ) -> [String] {
        let rate = rates.last { rule in
            rule.share == share && rule.validity.contains(month)
                && (rule.riskClass == nil || rule.riskClass == (employer?.riskClass ?? 1))
        }
        let reliefs = reliefs.filter { relief in
            relief.programme == share.programme && relief.validity.contains(month)
                && relief.isGranted(to: employer)
        }
        return (rate.map { [$0.legalBasis] } ?? []) + reliefs.map(\.legalBasis)
    }
}
