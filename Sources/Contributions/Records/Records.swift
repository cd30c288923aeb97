/// Everything that was read, as typed rows: the input of a reconciliation.
///
/// A class because all steps and threads share one: a value of this size would be copied, member
/// by member, wherever it is passed on.
package final class Records: Sendable {
    /// The employers that any row names, in the order of their NPP's text; rows point into it.
    package let employers: RowTable<NPP>
    package let payroll: RowTable<PayrollRow>
    package let ledger: RowTable<LedgerRow>
    package let register: RowTable<RegisterRow>
    package let payments: [PaymentRow]
    package let employerRows: [EmployerRow]
    package let pairs: [PairRow]
    /// The back pay that payroll and ledger rows state, in the order of the rows.
    package let rapels: [StatedRapel]
    /// Why workers left, as payroll says it, in the order of its rows.
    package let leavingReasons: [LeavingReason]
    /// The names of the files, for positions; a row's source points into it.
    package let files: [String]
    package let texts: TextStore
    package let identifiers: IdentifierPool

    private let employerStorage: RowStorage<NPP>
    private let payrollStorage: RowStorage<PayrollRow>
    private let ledgerStorage: RowStorage<LedgerRow>
    private let registerStorage: RowStorage<RegisterRow>

    package init(
        employers: [NPP],
        payroll: RowStorage<PayrollRow>,
        ledger: RowStorage<LedgerRow>,
        register: RowStorage<RegisterRow>,
        payments: [PaymentRow],
        employerRows: [EmployerRow],
        pairs: [PairRow],
        rapels: [StatedRapel],
        leavingReasons: [LeavingReason],
        files: [String],
        texts: TextStore,
        identifiers: IdentifierPool
    ) {
        employerStorage = RowStorage(employers)
        self.employers = employerStorage.table
        self.payroll = payroll.table
        self.ledger = ledger.table
        self.register = register.table
        self.payments = payments
        self.employerRows = employerRows
        self.pairs = pairs
        self.rapels = rapels
        self.leavingReasons = leavingReasons
        self.files = files
        self.texts = texts
        self.identifiers = identifiers
        payrollStorage = payroll
        ledgerStorage = ledger
        registerStorage = register
    }

    /// The same records, with texts of what was made of them behind their own.
    init(_ records: Records, texts: TextStore) {
        employers = records.employers
        payroll = records.payroll
        ledger = records.ledger
        register = records.register
        payments = records.payments
        employerRows = records.employerRows
        pairs = records.pairs
        rapels = records.rapels
        leavingReasons = records.leavingReasons
        files = records.files
        self.texts = texts
        identifiers = records.identifiers
        employerStorage = records.employerStorage
        payrollStorage = records.payrollStorage
        ledgerStorage = records.ledgerStorage
        registerStorage = records.registerStorage
    }
}

extension Records {
    /// The back pay of a payroll or ledger row; none where it states none.
    func rapel(of source: SourceLine) -> Rupiah {
        let place = rapels.firstPlace { $0.source < source }
        guard place < rapels.count, rapels[place].source == source else { return .zero }
        return rapels[place].amount
    }

    /// Why the worker of a payroll row left; absent where nobody says.
    func leavingReason(of source: SourceLine) -> TextReference {
        let place = leavingReasons.firstPlace { $0.source < source }
        guard place < leavingReasons.count, leavingReasons[place].source == source else {
            return .absent
        }
        return leavingReasons[place].text
    }
}
