/// A lump sum that an employer paid.
package struct PaymentRow: Hashable, Sendable {
    /// The employer's place in ``Records/employers``.
    package var employer: UInt32
    package var paid: Day
    package var amount: Rupiah
    package var lateFee: Rupiah
    /// The month it was paid for, when stated.
    package var month: ContributionMonth?
    package var billingCode: PackedText
    package var source: SourceLine

    package init(
        employer: UInt32,
        paid: Day,
        amount: Rupiah,
        lateFee: Rupiah,
        month: ContributionMonth?,
        billingCode: PackedText,
        source: SourceLine
    ) {
        self.employer = employer
        self.paid = paid
        self.amount = amount
        self.lateFee = lateFee
        self.month = month
        self.billingCode = billingCode
        self.source = source
    }

    /// Whether two rows agree in every canonical field.
    package func isTwin(of other: PaymentRow) -> Bool {
        employer == other.employer && paid == other.paid && amount == other.amount
            && lateFee == other.lateFee && month == other.month && billingCode == other.billingCode
    }
}
