/// Everything that was read, as typed rows: the input of a reconciliation.
package struct Records: Sendable {
    /// The employers that any row names, in the order of their NPP's text; rows point into it.
    package var employers: [NPP]
    package var payroll: [PayrollRow]
    package var ledger: [LedgerRow]
    package var register: [RegisterRow]
    package var payments: [PaymentRow]
    package var employerRows: [EmployerRow]
    /// The names of the files, for positions; a row's source points into it.
    package var files: [String]
    package var texts: TextStore
    package var identifiers: IdentifierPool

    package init(
        employers: [NPP] = [],
        payroll: [PayrollRow] = [],
        ledger: [LedgerRow] = [],
        register: [RegisterRow] = [],
        payments: [PaymentRow] = [],
        employerRows: [EmployerRow] = [],
        files: [String] = [],
        texts: TextStore = TextStore(),
        identifiers: IdentifierPool = IdentifierPool()
    ) {
        self.employers = employers
        self.payroll = payroll
        self.ledger = ledger
        self.register = register
        self.payments = payments
        self.employerRows = employerRows
        self.files = files
        self.texts = texts
        self.identifiers = identifiers
    }
}
