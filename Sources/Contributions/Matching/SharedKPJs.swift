/// A KPJ of a worker in whose rows, here or at another employer, several NIKs stand.
struct SharedKPJ: Hashable, Sendable {
    /// The worker's number in ``WorkerResolution``.
    var worker: UInt32
    var kpj: KPJ
}

/// Collects the KPJs whose rows carry several NIKs, while the rows are joined.
///
/// It is told of every number, so it looks at one NIK of each and remembers little. Whether there
/// are two persons behind the NIKs is for ``SharedKPJFindings``.
struct SharedKPJSearch: Sendable {
    /// The first NIK met beside each payroll worker's KPJ.
    private(set) var first: [NIK]
    private var found: Set<SharedKPJ> = []
    /// The KPJs that are in no payroll of their employer.
    private var strangers: [(shared: SharedKPJ, nik: NIK)] = []

    /// Looks at the NIKs in payroll.
    init(_ payroll: RowNumbers) {
        first = payroll.firstNIKs
        guard !payroll.hasOneNIKEach else { return }
        payroll.forEachNIK { nik, number, place in
            guard nik != first[place] else { return }
            let kpj = KPJ(PackedText(raw: number.key))
            found.insert(SharedKPJ(worker: UInt32(place), kpj: kpj))
        }
    }

    /// Notes what the ledger or the register has beside the KPJs of payroll workers.
    mutating func note(_ join: PayrollJoin) {
        found.formUnion(join.shared)
        for (worker, nik) in join.first { first[Int(worker)] = nik }
    }

    /// Looks at the NIKs beside a KPJ that payroll lacks.
    mutating func noteStranger(_ niks: [NIK], _ worker: UInt32, _ kpj: KPJ) {
        let shared = SharedKPJ(worker: worker, kpj: kpj)
        if let nik = niks.first { strangers.append((shared, nik)) }
        if niks.count > 1 { found.insert(shared) }
    }

    /// All that were found, with those whose NIK differs from another employer's.
    ///
    /// - Parameters:
    ///   - payroll: The KPJs in payroll, by employer.
    ///   - hasSeveralEmployers: Whether a KPJ may stand at several.
    /// - Returns: The KPJs in the order of workers.
    func all(_ payroll: [SortEntry], hasSeveralEmployers: Bool) -> [SharedKPJ] {
        let found = hasSeveralEmployers ? found.union(thoseOfSeveralEmployers(payroll)) : found
        return found.sorted { ($0.worker, $0.kpj.text.raw) < ($1.worker, $1.kpj.text.raw) }
    }

    private func thoseOfSeveralEmployers(_ payroll: [SortEntry]) -> Set<SharedKPJ> {
        let repeated = repeatedKPJs(payroll)
        var entries: [SortEntry] = []
        for (place, number) in payroll.enumerated()
        where repeated.contains(number.key) && first[place] != .absent {
            entries.append(SortEntry(key: number.key, employer: 0, index: UInt32(place)))
        }
        for (place, stranger) in strangers.enumerated()
        where repeated.contains(stranger.shared.kpj.text.raw) {
            entries.append(
                SortEntry(
                    key: stranger.shared.kpj.text.raw,
                    employer: 0,
                    index: UInt32(payroll.count + place)
                )
            )
        }
        radixSort(&entries)
        var found: Set<SharedKPJ> = []
        for run in runs(of: entries) {
            let known = run.map { number(at: Int(entries[$0].index), payroll) }
            guard known.contains(where: { $0.nik != known[0].nik }) else { continue }
            for number in known { found.insert(number.shared) }
        }
        return found
    }

    /// The KPJs that stand at several employers, and a few more.
    private func repeatedKPJs(_ payroll: [SortEntry]) -> KeyBits {
        var seen = KeyBits(expecting: payroll.count + strangers.count)
        var repeated = seen
        for number in payroll where !seen.insert(number.key) { repeated.insert(number.key) }
        for stranger in strangers where !seen.insert(stranger.shared.kpj.text.raw) {
            repeated.insert(stranger.shared.kpj.text.raw)
        }
        return repeated
    }

    /// A KPJ by its place: those of payroll, and behind them the strangers.
    private func number(
        at place: Int,
        _ payroll: [SortEntry]
    ) -> (shared: SharedKPJ, nik: NIK) {
        if place >= payroll.count { return strangers[place - payroll.count] }
        let kpj = KPJ(PackedText(raw: payroll[place].key))
        return (SharedKPJ(worker: UInt32(place), kpj: kpj), first[place])
    }
}
