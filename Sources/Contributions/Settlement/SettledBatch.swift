/// The settled months of a range of workers.
package struct SettledBatch: Sendable {
    /// The outcomes of each worker's months, oldest first; workers stand in the directory's order.
    package internal(set) var months = MonthList()
    package internal(set) var workers: [WorkerOutcome] = []
    /// The rows that months were made of; see ``MonthOutcome/sourceStart``.
    package internal(set) var sources: [SourceLine] = []
    package internal(set) var findings: [Finding] = []
    /// The sums of its months by employer and month.
    var totals: [EmployerMonthTotals] = []
    /// Bills that a later file prints again, counted per file.
    var reprints: [Reprint: Int] = [:]
    /// Rows that repeat another one, by file: read, and not counted again.
    package internal(set) var skippedRows: [Int: Int] = [:]
    /// Receipts that repeat another one, for the tie-out.
    var twinReceipts: [(employer: UInt32, month: ContributionMonth, shares: Shares)] = []

    /// Receipts that may belong under another employer.
    var strays: [StrayReceipt] = []

    struct Reprint: Hashable {
        var employer: UInt32
        var month: ContributionMonth
        var file: Int
        var successor: Int
    }

    /// The months of a worker.
    package func months(of worker: WorkerOutcome) -> Slice<MonthList> {
        months[worker.monthPlaces]
    }
}

extension MonthOutcome {
    /// The places of its payroll rows in ``SettledBatch/sources``.
    package var payrollSources: Range<Int> {
        let start = Int(sourceStart)
        return start..<start + Int(payrollSourceCount)
    }

    /// The places of its ledger rows in ``SettledBatch/sources``.
    package var ledgerSources: Range<Int> {
        let start = payrollSources.upperBound
        return start..<start + Int(ledgerSourceCount)
    }

    /// The places of the payments in ``SettledBatch/sources`` of which a part came to it.
    package var paymentSources: Range<Int> {
        let start = ledgerSources.upperBound
        return start..<start + Int(paymentSourceCount)
    }
}
