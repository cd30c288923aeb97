/// Adds up a run by employer and month.
enum Totals {
    static func add(_ batches: [SettledBatch], _ context: SettlementContext) -> [EmployerMonthTotals] {
        let parts = Parallel.map(count: batches.count) { index in
            var totals: [EmployerMonth: EmployerMonthTotals] = [:]
            for outcome in batches[index].months {
                let key = EmployerMonth(employer: outcome.employer, month: outcome.month)
                totals[key, default: EmployerMonthTotals(employer: key.employer, month: key.month)]
                    .add(
                        outcome,
                        context.employerMonths.rules(outcome.month),
                        context.policy.tolerance
                    )
            }
            return totals
        }
        var totals: [EmployerMonth: EmployerMonthTotals] = [:]
        for part in parts {
            for (key, value) in part {
                totals[key, default: EmployerMonthTotals(employer: key.employer, month: key.month)]
                    .add(value)
            }
        }
        addLedgerReceipts(to: &totals, batches, context)
        for key in totals.keys { totals[key]?.byStatus.sort { $0.status.rawValue < $1.status.rawValue } }
        return totals.values.sorted { ($0.employer, $0.month) < ($1.employer, $1.month) }
    }

    /// The receipts as the ledger's rows state them, without those that repeat another: the side of
    /// the tie-out that no matching has touched.
    private static func addLedgerReceipts(
        to totals: inout [EmployerMonth: EmployerMonthTotals],
        _ batches: [SettledBatch],
        _ context: SettlementContext
    ) {
        let ledger = context.records.ledger
        let ranges = Parallel.ranges(count: ledger.count, size: 1 << 17)
        let parts = Parallel.map(count: ranges.count) { part in
            var receipts: [EmployerMonth: Shares] = [:]
            for row in ledger[ranges[part]] where row.isReceipt(asOf: context.run.asOf) {
                receipts[EmployerMonth(employer: row.employer, month: row.month), default: .zero] +=
                    row.shares
            }
            return receipts
        }
        var receipts: [EmployerMonth: Shares] = [:]
        for part in parts { receipts.merge(part, uniquingKeysWith: +) }
        for batch in batches {
            for twin in batch.twinReceipts {
                receipts[EmployerMonth(employer: twin.employer, month: twin.month), default: .zero] -=
                    twin.shares
            }
        }
        for (key, shares) in receipts {
            let joinsJKM = context.employerMonths.rules(key.month).joinsJKM
            totals[key, default: EmployerMonthTotals(employer: key.employer, month: key.month)]
                .tieOut.ledgerReceipts += shares.compared(joiningJKM: joinsJKM)
        }
    }
}
