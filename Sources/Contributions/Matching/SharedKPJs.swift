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
    /// One NIK beside each payroll worker's KPJ, the smallest of the first table that has any.
    private(set) var niks: [NIK]
    private var found: Set<SharedKPJ> = []
    /// The KPJs that are in no payroll of their employer.
    private var strangers: [(shared: SharedKPJ, nik: NIK)] = []

    /// Looks at the NIKs in payroll.
    init(_ payroll: PayrollNumbers) {
        niks = payroll.niks
        guard !payroll.rows.hasOneNIKEach else { return }
        payroll.rows.forEachNIK { nik, number, place in
            guard nik != niks[place] else { return }
            let kpj = KPJ(PackedText(raw: number.key))
            found.insert(SharedKPJ(worker: UInt32(place), kpj: kpj))
        }
    }

    /// Looks at NIKs, in order, that the ledger or the register has beside a payroll worker's KPJ.
    mutating func note(_ others: [NIK], _ worker: UInt32, _ number: SortEntry) {
        if niks[Int(worker)] == .absent { niks[Int(worker)] = others.first ?? .absent }
        guard others.contains(where: { $0 != niks[Int(worker)] }) else { return }
        found.insert(SharedKPJ(worker: worker, kpj: KPJ(PackedText(raw: number.key))))
    }

    /// Looks at the NIKs beside a KPJ that payroll lacks.
    mutating func noteStranger(_ niks: [NIK], _ worker: UInt32, _ kpj: KPJ) {
        let shared = SharedKPJ(worker: worker, kpj: kpj)
        // The smallest, so that the order of the rows cannot matter.
        if let nik = niks.min(by: { $0.text.raw < $1.text.raw }) {
            strangers.append((shared, nik))
        }
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
        where repeated.contains(number.key) && niks[place] != .absent {
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
        var shared: Set<SharedKPJ> = []
        for run in runs(of: entries) {
            let known = run.map { number(at: Int(entries[$0].index), payroll) }
            let isShared = known.contains { $0.nik != known[0].nik || found.contains($0.shared) }
            guard isShared else { continue }
            for number in known { shared.insert(number.shared) }
        }
        return shared
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
        return (SharedKPJ(worker: UInt32(place), kpj: kpj), niks[place])
    }
}
