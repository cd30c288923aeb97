/// A row of a contribution ledger: a bill, or with a payment date a receipt.
package struct LedgerRow: Sendable, BitwiseCopyable {
    /// The employer's place in ``Records/employers``.
    package var employer: UInt32
    package var month: ContributionMonth
    package var wageMarks: WageMarks
    package var person: PersonMarks
    package var kpj: KPJ
    package var nik: NIK
    /// The billing code (kode iuran).
    package var billingCode: PackedText
    package var paid: Day
    package var birth: Day
    /// JKK includes the employer's JKP.
    package var shares: Shares
    /// The employer's JKP, already counted in `shares`.
    package var jkp: Rupiah
    /// The wage and back pay (rapel) that were reported to BPJS.
    package var wage: Rupiah
    package var name: TextReference
    /// Tells names that differ apart without looking at them.
    package var nameFingerprint: Fingerprint
    package var source: SourceLine

    package init(
        employer: UInt32,
        month: ContributionMonth,
        wageMarks: WageMarks = .none,
        person: PersonMarks = .none,
        kpj: KPJ = .absent,
        nik: NIK = .absent,
        billingCode: PackedText = .absent,
        paid: Day = .absent,
        birth: Day = .absent,
        shares: Shares,
        jkp: Rupiah = .zero,
        wage: Rupiah = .zero,
        name: TextReference = .absent,
        nameFingerprint: Fingerprint = Fingerprint(),
        source: SourceLine
    ) {
        self.employer = employer
        self.month = month
        self.wageMarks = wageMarks
        self.person = person
        self.kpj = kpj
        self.nik = nik
        self.billingCode = billingCode
        self.paid = paid
        self.birth = birth
        self.shares = shares
        self.jkp = jkp
        self.wage = wage
        self.name = name
        self.nameFingerprint = nameFingerprint
        self.source = source
    }

    /// Whether the row states a wage.
    package var statesWage: Bool { wageMarks.contains(.wage) }

    /// Whether the row is a receipt on that day: it is paid, and not later.
    package func isReceipt(asOf day: Day) -> Bool {
        !paid.isAbsent && paid <= day
    }

    /// Whether two rows of one worker-month are the same row twice.
    ///
    /// They are when equal in KPJ, NIK, billing code, payment date and contributions. The wage does
    /// not tell them apart, or money would count twice.
    package func isTwin(of other: LedgerRow) -> Bool {
        kpj == other.kpj && nik == other.nik && billingCode == other.billingCode
            && paid == other.paid && shares == other.shares && jkp == other.jkp
    }
}

/// What a ledger row says of the wage.
public struct WageMarks: OptionSet, Hashable, Sendable, BitwiseCopyable {
    /// The marks as bits.
    public let rawValue: UInt8

    /// Creates marks from their bits.
    @inlinable
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// No mark; named, because an empty literal of an option set is built at run time.
    @inlinable public static var none: WageMarks { WageMarks(rawValue: 0) }
    /// The row states a wage or back pay.
    @inlinable public static var wage: WageMarks { WageMarks(rawValue: 1) }
    /// The row states back pay above 0; the amount is among ``Records/rapels``.
    @inlinable public static var rapel: WageMarks { WageMarks(rawValue: 2) }
}

/// The back pay (rapel) of a payroll or ledger row; few rows have one, so that it takes no room in
/// all.
package struct StatedRapel: Sendable {
    package var source: SourceLine
    package var amount: Rupiah

    package init(source: SourceLine, amount: Rupiah) {
        self.source = source
        self.amount = amount
    }
}
