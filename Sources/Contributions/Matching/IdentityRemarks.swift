/// The findings on who a worker is, each value once however many rows repeat it.
struct IdentityRemarks {
    private(set) var findings: [Finding] = []
    private var seenKPJs: [KPJ] = []
    private var seenNIKs: [NIK] = []
    private var seenBirths: [Day] = []
    private var seenNames: [TextReference] = []

    mutating func removeAll() {
        // Whatever was seen is in a finding.
        guard !findings.isEmpty else { return }
        findings.removeAll(keepingCapacity: true)
        seenKPJs.removeAll(keepingCapacity: true)
        seenNIKs.removeAll(keepingCapacity: true)
        seenBirths.removeAll(keepingCapacity: true)
        seenNames.removeAll(keepingCapacity: true)
    }

    mutating func add(
        _ code: FindingCode,
        column: String,
        _ detail: FindingDetail,
        _ source: SourceLine?,
        _ month: ContributionMonth? = nil
    ) {
        findings.append(
            Finding(code, month: month, source: source, column: column, detail: detail)
        )
    }

    /// Notes a NIK that a spreadsheet destroyed; each row has its own, because each is to be
    /// mended.
    mutating func noteDamage(_ kpj: KPJ, _ nik: NIK, _ source: SourceLine) {
        if nik.isDamaged { add(.damagedNIK, column: "nik", .identifier(nik.text), source) }
        if kpj.isDamaged { add(.damagedKPJ, column: "kpj", .identifier(kpj.text), source) }
    }

    /// Compares a ledger or register row with what payroll says of him.
    mutating func compare(_ row: some KnownPersonRow, _ worker: Worker, _ texts: TextStore) {
        let (kpj, nik, birth, name, source) = (row.kpj, row.nik, row.birth, row.name, row.source)
        noteDamage(kpj, nik, source)
        if kpj.isUsable, kpj != worker.kpj, !seenKPJs.contains(kpj) {
            seenKPJs.append(kpj)
            add(
                .severalKPJ,
                column: "kpj",
                .identifiers(found: kpj.text, expected: worker.kpj.text),
                source
            )
        }
        // A passport is no NIK, so that it cannot be a different one.
        if worker.payrollStates.contains(.nik), nik.isUsable, nik != worker.nik,
            row.person.contains(.passport) == worker.person.contains(.passport),
            !seenNIKs.contains(nik)
        {
            seenNIKs.append(nik)
            add(
                .nikDiffers,
                column: "nik",
                .identifiers(found: nik.text, expected: worker.nik.text),
                source
            )
        }
        if worker.payrollStates.contains(.birth), !birth.isAbsent, birth != worker.birth,
            !seenBirths.contains(birth)
        {
            seenBirths.append(birth)
            add(
                .birthDiffers,
                column: "tanggal_lahir",
                .days(found: birth, expected: worker.birth),
                source
            )
        }
        if worker.payrollStates.contains(.name), !name.isAbsent,
            row.nameFingerprint != worker.nameFingerprint,
            NameWords.differ(texts.bytes(of: name), texts.bytes(of: worker.name)),
            !seenNames.contains(where: { texts.areEqual($0, name) })
        {
            seenNames.append(name)
            add(
                .nameDiffers,
                column: "nama",
                .names(found: name, expected: worker.name),
                source
            )
        }
    }
}

/// A row of BPJS that names a person: of the ledger or the register.
protocol KnownPersonRow: PersonRow {
    var birth: Day { get }
    var name: TextReference { get }
    var nameFingerprint: Fingerprint { get }
    var source: SourceLine { get }
}

extension LedgerRow: KnownPersonRow {}
extension RegisterRow: KnownPersonRow {}
