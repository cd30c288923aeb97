package import Contributions

/// The sums of one programme and side, with its part of the tie-out.
package struct ShareTotals: Sendable {
    package let share: Share
    package let due: Rupiah
    package let billed: Rupiah
    /// The receipts of worker-months with payroll.
    package let matched: Rupiah
    package let notYetDue: Rupiah
    package let noData: Rupiah
    package let outstanding: Rupiah
    package let withinTolerance: Rupiah
    package let overpaid: Rupiah
    /// What the first identity leaves unexplained; must be 0.
    package let unexplainedDue: Rupiah
    /// The receipts of workers who are not in the payroll of the month.
    package let notInPayroll: Rupiah
    /// The receipts of months without payroll.
    package let noPayroll: Rupiah
    /// The receipts as the ledger's rows state them.
    package let ledgerReceipts: Rupiah
    /// What the second identity leaves unexplained; must be 0.
    package let unexplainedReceipts: Rupiah

    init(_ share: Share, billed: Shares, _ tieOut: TieOut) {
        self.share = share
        due = tieOut.due[share]
        self.billed = billed[share]
        matched = tieOut.matched[share]
        notYetDue = tieOut.notYetDue[share]
        noData = tieOut.noData[share]
        outstanding = tieOut.outstanding[share]
        withinTolerance = tieOut.withinTolerance[share]
        overpaid = tieOut.overpaid[share]
        unexplainedDue = tieOut.unexplainedDue[share]
        notInPayroll = tieOut.notInPayroll[share]
        noPayroll = tieOut.noPayroll[share]
        ledgerReceipts = tieOut.ledgerReceipts[share]
        unexplainedReceipts = tieOut.unexplainedReceipts[share]
    }
}
