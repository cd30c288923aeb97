/// One KPJ with two people: its rows carry two valid NIKs, and birth dates or names tell the
/// persons apart.
struct SharedKPJFindings {
    let context: SettlementContext

    /// What the rows with one NIK say of its owner.
    private struct Owner {
        var nik: NIK
        var births: Set<Day> = []
        var names: [TextReference] = []
        var source: SourceLine

        mutating func note(_ birth: Day, _ name: TextReference, _ rowSource: SourceLine) {
            if !birth.isAbsent { births.insert(birth) }
            if !name.isAbsent { names.append(name) }
            source = min(source, rowSource)
        }
    }

    /// The owners of a KPJ at one employer.
    private struct Place {
        var worker: UInt32
        var owners: [Owner]
    }

    /// A finding for each KPJ and employer.
    func all() -> [Finding] {
        let shared = context.directory.sharedKPJs
        guard !shared.isEmpty else { return [] }
        let workerOfGroup = context.directory.placesByGroup()
        var places: [KPJ: [Place]] = [:]
        for entry in shared {
            let worker = workerOfGroup[Int(entry.worker)]
            let owners = owners(of: entry)
            places[entry.kpj, default: []].append(Place(worker: worker, owners: owners))
        }
        // In the order of the numbers; a dictionary has none.
        return places.sorted { $0.key.text.raw < $1.key.text.raw }.flatMap { kpj, places in
            places.compactMap { finding(kpj, at: $0, all: places) }
        }
    }

    private func finding(_ kpj: KPJ, at place: Place, all places: [Place]) -> Finding? {
        let elsewhere = places.filter { $0.worker != place.worker }.flatMap(\.owners)
        for others in [place.owners, elsewhere] {
            for owner in place.owners {
                guard let other = first(of: others, who: { areTwo(owner, $0) }) else { continue }
                return Finding(
                    .kpjOfTwo,
                    employer: context.directory.workers[Int(place.worker)].employer,
                    worker: place.worker,
                    source: owner.source,
                    column: "kpj",
                    detail: .text(
                        value: context.records.identifiers.string(of: kpj.text),
                        message: "\(description(owner)) dan \(description(other))"
                    )
                )
            }
        }
        return nil
    }

    private func first(of owners: [Owner], who isMeant: (Owner) -> Bool) -> Owner? {
        owners.filter(isMeant).min { isBefore($0, $1) }
    }

    private func isBefore(_ left: Owner, _ right: Owner) -> Bool {
        left.nik != right.nik
            ? left.nik.text.raw < right.nik.text.raw : left.source < right.source
    }

    private func areTwo(_ left: Owner, _ right: Owner) -> Bool {
        guard left.nik != right.nik else { return false }
        let haveBirths = !left.births.isEmpty && !right.births.isEmpty
        if haveBirths, left.births.isDisjoint(with: right.births) { return true }
        guard !left.names.isEmpty, !right.names.isEmpty else { return false }
        let texts = context.records.texts
        return left.names.allSatisfy { name in
            right.names.allSatisfy {
                NameWords.differ(texts.bytes(of: name), texts.bytes(of: $0))
            }
        }
    }

    /// `NIK 3273… (Sari Wulandari, 1990-04-12, payroll.csv:2)`.
    private func description(_ owner: Owner) -> String {
        let texts = context.records.texts
        let records = context.records
        var facts: [String] = []
        if let name = owner.names.min(by: texts.isOrderedBefore) {
            facts.append(texts.string(of: name))
        }
        if let birth = owner.births.min() { facts.append("\(birth)") }
        facts.append("lihat \(records.files[owner.source.file]):\(owner.source.line)")
        let nik = records.identifiers.string(of: owner.nik.text)
        return "NIK \(nik) (\(facts.joined(separator: ", ")))"
    }

    /// Who owns a KPJ by the rows of one employer, in the order of NIKs.
    private func owners(of shared: SharedKPJ) -> [Owner] {
        let records = context.records
        let directory = context.directory
        var owners: [NIK: Owner] = [:]
        func note(
            _ row: some PersonRow,
            _ birth: Day,
            _ name: TextReference,
            _ source: SourceLine
        ) {
            guard row.kpj == shared.kpj, row.nik.isUsable, row.nik.fault(birth: birth) == nil
            else { return }
            owners[row.nik, default: Owner(nik: row.nik, source: source)].note(birth, name, source)
        }
        for index in directory.payroll[shared.worker] {
            let row = records.payroll[Int(index)]
            note(row, row.birth, row.name, row.source)
        }
        for index in directory.ledger[shared.worker] {
            let row = records.ledger[Int(index)]
            note(row, row.birth, row.name, row.source)
        }
        for index in directory.register[shared.worker] {
            let row = records.register[Int(index)]
            note(row, row.birth, row.name, row.source)
        }
        return owners.values.sorted { isBefore($0, $1) }
    }
}
