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
    private var first: [NIK]
    private var found: Set<SharedKPJ> = []
    /// The KPJs that are in no payroll of their employer.
    private var strangers: [(shared: SharedKPJ, nik: NIK)] = []

    init(payrollCount: Int) {
        first = [NIK](filledWith: .absent, count: payrollCount)
    }

    /// Looks at a NIK beside the KPJ of a payroll worker.
    mutating func note(_ nik: NIK, _ worker: UInt32, _ kpj: KPJ) {
        guard nik != first[Int(worker)] else { return }
        if first[Int(worker)] == .absent {
            first[Int(worker)] = nik
        } else {
            found.insert(SharedKPJ(worker: worker, kpj: kpj))
        }
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
        var seen = KeyBits(expecting: payroll.count + strangers.count)
        var repeated = KeyBits(expecting: 0)
        var hasRepeated = false
        func look(_ key: UInt64) {
            guard !seen.insert(key) else { return }
            if !hasRepeated { repeated = KeyBits(expecting: payroll.count + strangers.count) }
            hasRepeated = true
            repeated.insert(key)
        }
        for number in payroll { look(number.key) }
        for stranger in strangers { look(stranger.shared.kpj.text.raw) }
        var found: Set<SharedKPJ> = []
        guard hasRepeated else { return found }
        var byKPJ: [UInt64: [(shared: SharedKPJ, nik: NIK)]] = [:]
        for (worker, number) in payroll.enumerated() where repeated.contains(number.key) {
            guard first[worker] != .absent else { continue }
            let kpj = KPJ(PackedText(raw: number.key))
            let shared = SharedKPJ(worker: UInt32(worker), kpj: kpj)
            byKPJ[number.key, default: []].append((shared, first[worker]))
        }
        for stranger in strangers where repeated.contains(stranger.shared.kpj.text.raw) {
            byKPJ[stranger.shared.kpj.text.raw, default: []].append(stranger)
        }
        for entries in byKPJ.values where entries.contains(where: { $0.nik != entries[0].nik }) {
            for entry in entries { found.insert(entry.shared) }
        }
        return found
    }
}
