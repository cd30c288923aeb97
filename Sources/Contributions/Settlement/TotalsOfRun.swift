/// Adds up a run by employer and month.
enum Totals {
    static func add(_ batches: [SettledBatch], _ context: SettlementContext)
        -> [EmployerMonthTotals]
    {
        var totals: [EmployerMonth: EmployerMonthTotals] = [:]
        for batch in batches {
            for value in batch.totals {
                let key = EmployerMonth(employer: value.employer, month: value.month)
                totals[key, default: EmployerMonthTotals(employer: key.employer, month: key.month)]
                    .add(value)
            }
        }
        addLedgerReceipts(to: &totals, batches, context)
        addAllocated(to: &totals, context)
        for key in totals.keys {
            totals[key]?.byStatus.sort { $0.status.rawValue < $1.status.rawValue }
        }
        return totals.values.sorted { ($0.employer, $0.month) < ($1.employer, $1.month) }
    }

    /// The sums of one batch.
    ///
    /// Its workers stand by employer, so the months of the current one are found among a few.
    static func add(
        _ outcomes: MonthList,
        _ context: SettlementContext
    ) -> [EmployerMonthTotals] {
        var totals: [EmployerMonthTotals] = []
        var firstOfEmployer = 0
        var last = 0
        for outcome in outcomes {
            if let newest = totals.last, newest.employer != outcome.employer {
                firstOfEmployer = totals.count
            }
            let isNext = last < totals.count && totals[last].month == outcome.month
            if !isNext || last < firstOfEmployer {
                last =
                    totals[firstOfEmployer...].firstIndex { $0.month == outcome.month }
                    ?? totals.count
            }
            if last == totals.count {
                totals.append(EmployerMonthTotals(employer: outcome.employer, month: outcome.month))
            }
            totals[last].add(
                outcome,
                context.employerMonths.rules(outcome.month),
                context.policy.tolerance
            )
        }
        return totals
    }

    /// The parts of lump sums, as they were allocated to bills.
    private static func addAllocated(
        to totals: inout [EmployerMonth: EmployerMonthTotals],
        _ context: SettlementContext
    ) {
        for part in context.allocated {
            let employer = context.directory.workers[Int(part.worker)].employer
            let key = EmployerMonth(employer: employer, month: part.month)
            let rules = context.employerMonths.rules(part.month)
            totals[key, default: EmployerMonthTotals(employer: employer, month: part.month)]
                .tieOut.allocated += part.shares.compared(joiningJKM: rules.joinsJKM)
        }
    }

    /// The receipts as the ledger's rows state them, without those that repeat another: the side of
    /// the tie-out that no matching has touched.
    private static func addLedgerReceipts(
        to totals: inout [EmployerMonth: EmployerMonthTotals],
        _ batches: [SettledBatch],
        _ context: SettlementContext
    ) {
        let ledger = context.records.ledger
        let months = context.employerMonths
        let ranges = Parallel.ranges(count: ledger.count, size: max(1, ledger.count / 4))
        let parts = Parallel.map(count: ranges.count) { part in
            var receipts = [Shares](repeating: .zero, count: months.positionCount)
            for row in ledger[ranges[part]] where row.isReceipt(asOf: context.run.asOf) {
                receipts[months.position(row.employer, row.month)] += row.shares
            }
            return receipts
        }
        var twins: [EmployerMonth: Shares] = [:]
        for batch in batches {
            for twin in batch.twinReceipts {
                twins[EmployerMonth(employer: twin.employer, month: twin.month), default: .zero] +=
                    twin.shares
            }
        }
        // Over all months that the ledger names, so that a row that got lost shows.
        for employer in context.records.employers.indices {
            for month in months.months(of: UInt32(employer)) {
                let key = EmployerMonth(employer: UInt32(employer), month: month)
                let position = months.position(key.employer, key.month)
                var receipts = parts.reduce(into: Shares.zero) { $0 += $1[position] }
                if let repeated = twins[key] { receipts -= repeated }
                guard receipts != .zero else { continue }
                totals[key, default: EmployerMonthTotals(employer: key.employer, month: month)]
                    .tieOut.ledgerReceipts += receipts.compared(
                        joiningJKM: months.rules(month).joinsJKM
                    )
            }
        }
    }
}
