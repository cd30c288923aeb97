/// A row of the pairing file: a number of the ledger or the register that a human says is a
/// worker's.
package struct PairRow: Sendable {
    /// The employer's place in ``Records/employers``.
    package var employer: UInt32
    /// The worker as payroll names him.
    package var kpj: KPJ
    package var nik: NIK
    /// What stands for him in the ledger and the register.
    package var otherKPJ: KPJ
    package var otherNIK: NIK
    package var reason: String
    /// Who decided it.
    package var decider: String
    /// The last day on which it holds; absent for no end.
    package var until: Day
    package var source: SourceLine

    package init(
        employer: UInt32,
        kpj: KPJ = .absent,
        nik: NIK = .absent,
        otherKPJ: KPJ = .absent,
        otherNIK: NIK = .absent,
        reason: String,
        decider: String,
        until: Day = .absent,
        source: SourceLine
    ) {
        self.employer = employer
        self.kpj = kpj
        self.nik = nik
        self.otherKPJ = otherKPJ
        self.otherNIK = otherNIK
        self.reason = reason
        self.decider = decider
        self.until = until
        self.source = source
    }

    /// Whether the pair is in force on a day; its last day counts.
    func isInForce(on day: Day) -> Bool {
        until.isAbsent || until >= day
    }
}
