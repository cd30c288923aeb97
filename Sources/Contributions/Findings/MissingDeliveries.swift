/// The files of a month that should have come by now and have not.
struct MissingDeliveries {
    let context: SettlementContext
    let expected: ExpectedDeliveries

    /// The findings about an employer, oldest month first.
    func findings(_ employer: UInt32) -> [Finding] {
        let npp = context.records.identifiers.string(
            of: context.records.employers[Int(employer)].text
        )
        guard !expected.exempt.contains(npp) else { return [] }
        let employerMonths = context.employerMonths
        let facts = employerMonths.facts[Int(employer)]
        let kinds: [(name: String, day: Int, hasCome: (ContributionMonth) -> Bool)] = [
            ("payroll", expected.payrollDay, { employerMonths.cell(employer, $0).hasPayroll }),
            ("ledger", expected.ledgerDay, { employerMonths.cell(employer, $0).hasLedger }),
            ("register", expected.registerDay, { hasRegister(facts, for: $0) }),
        ]
        var findings: [Finding] = []
        for (name, day, hasCome) in kinds where day > 0 {
            guard let range = months(facts, expectedOn: day) else { continue }
            for number in range where !hasCome(ContributionMonth(number: number)) {
                let month = ContributionMonth(number: number)
                let deadline = month.advanced(by: 1).day(day)
                findings.append(
                    Finding(
                        .deliveryMissing,
                        employer: employer,
                        month: month,
                        detail: .text(
                            value: name,
                            message:
                                "\(name) \(month) seharusnya diterima paling lambat \(deadline)"
                        )
                    )
                )
            }
        }
        return findings
    }

    /// The months whose files are due: from the first that the employer delivered anything for.
    private func months(_ facts: EmployerFacts, expectedOn day: Int) -> ClosedRange<Int16>? {
        let starts = [facts.payrollReach?.lowerBound, facts.ledgerReach?.lowerBound]
        let asOf = context.run.asOf
        var newest = asOf.month.advanced(by: -1)
        if newest.advanced(by: 1).day(day) >= asOf { newest = newest.advanced(by: -1) }
        let first = starts.compactMap(\.self).min() ?? newest
        return first <= newest ? first.number...newest.number : nil
    }

    /// A register has no month; one that came after a month has ended tells of it.
    private func hasRegister(_ facts: EmployerFacts, for month: ContributionMonth) -> Bool {
        guard let received = facts.received.register else { return facts.hasRegister }
        return received >= month.advanced(by: 1).day(1)
    }
}

/// The day of the following month by which files of a month are expected
/// (`kiriman_diharapkan`); 0 expects none.
package struct ExpectedDeliveries: Equatable, Sendable {
    package var payrollDay = 10
    /// Some days after the due date, the 15th, so that payments show.
    package var ledgerDay = 20
    package var registerDay = 0
    /// NPP that need not deliver.
    package var exempt: Set<String> = []

    package init() {}
}
