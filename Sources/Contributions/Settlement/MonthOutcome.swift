/// The settled month of a worker: a row of `rincian.csv`.
package struct MonthOutcome: Sendable {
    /// The worker's place in the directory.
    package var worker: UInt32
    package var employer: UInt32
    package var month: ContributionMonth
    package var status: MonthStatus
    package var matchKey: MatchKey
    package var hasPayroll: Bool
    package var hasLedger: Bool
    package var isPastDue: Bool
    /// Whether JHT is among the programmes of the month.
    package var includesJHT: Bool
    /// The day from which on nothing was short.
    package var settledOn: Day
    package var daysLate: Int32
    /// The newest receipt of the month.
    package var lastPaid: Day
    /// The base of what is due.
    package var base: Rupiah
    /// The base of JP.
    package var pensionBase: Rupiah
    /// The largest wage that the ledger states.
    package var reportedWage: Rupiah
    package var due: Shares
    package var billed: Shares
    package var received: Shares
    package var lateFee: Rupiah
    /// The shares that are short, compared as the month's rule says.
    package var shortTotal: Rupiah
    /// Where the rows stand in ``SettledBatch/sources``: payroll, then the ledger, then
    /// payments.
    package var sourceStart: UInt32
    package var payrollSourceCount: UInt32
    package var ledgerSourceCount: UInt32
    /// The lump sums of which a part came to the month.
    package var paymentSourceCount: UInt32
    /// The place of the first receipt among the ledger's sources; the largest number for none.
    ///
    /// A bill is no proof of payment, so what shows the money of a month is a receipt.
    package var firstReceipt = UInt16.max
}

extension MonthOutcome {
    /// Received minus due.
    package var difference: Rupiah { received.total - due.total }

    /// What was not reported to BPJS: due minus billed, if positive.
    package var underreported: Rupiah { max(.zero, due.total - billed.total) }

    /// What was billed and not paid, if positive.
    package var underpaid: Rupiah { max(.zero, billed.total - received.total) }

    /// Whether the receipts of the month add up to money.
    package var hasMoney: Bool { received.total > .zero }
}
