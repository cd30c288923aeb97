/// A row of the membership register: what BPJS says of a worker at an employer.
package struct RegisterRow: Sendable, BitwiseCopyable {
    /// The employer's place in ``Records/employers``.
    package var employer: UInt32
    package var status: RegisterStatus
    package var account: OnlineAccount
    package var person: PersonMarks
    package var kpj: KPJ
    package var nik: NIK
    package var birth: Day
    /// The day the membership ended (`tanggal_nonaktif`).
    package var ended: Day
    package var contacts: Contacts
    package var name: TextReference
    /// Tells names that differ apart without looking at them.
    package var nameFingerprint: Fingerprint
    package var source: SourceLine
    /// Stands for the cells that are not kept; see ``PayrollRow/residue``.
    package var residue: UInt64

    package init(
        employer: UInt32,
        status: RegisterStatus = .unstated,
        account: OnlineAccount = .unstated,
        person: PersonMarks = .none,
        kpj: KPJ = .absent,
        nik: NIK = .absent,
        birth: Day = .absent,
        ended: Day = .absent,
        contacts: Contacts = .none,
        name: TextReference = .absent,
        nameFingerprint: Fingerprint = Fingerprint(),
        source: SourceLine,
        residue: UInt64 = 0
    ) {
        self.employer = employer
        self.status = status
        self.account = account
        self.person = person
        self.kpj = kpj
        self.nik = nik
        self.birth = birth
        self.ended = ended
        self.contacts = contacts
        self.name = name
        self.nameFingerprint = nameFingerprint
        self.source = source
        self.residue = residue
    }

    /// Whether the row shows the worker as an active member on a day.
    package func showsActive(asOf day: Day) -> Bool {
        status != .inactive && (ended.isAbsent || ended > day)
    }

    /// Whether two rows agree in every canonical field.
    package func isTwin(of other: RegisterRow, in texts: TextStore) -> Bool {
        residue == other.residue && employer == other.employer && status == other.status
            && account == other.account && person == other.person && kpj == other.kpj
            && nik == other.nik && birth == other.birth && ended == other.ended
            && texts.areEqual(name, other.name)
    }
}

/// The register's word on a membership.
package enum RegisterStatus: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case unstated
    case active
    case inactive
}

/// Whether the register knows an account in JMO.
package enum OnlineAccount: UInt8, Sendable, BitwiseCopyable {
    case unstated
    case exists
    case missing
}
