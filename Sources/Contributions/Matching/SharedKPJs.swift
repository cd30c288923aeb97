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
struct SharedKPJSearch {
    /// The first NIK met beside each payroll worker's KPJ.
    private var first: [NIK]
    private var found: Set<SharedKPJ> = []
    /// The KPJs that are in no payroll of their employer.
    private var strangers: [(shared: SharedKPJ, nik: NIK)] = []

    init(payrollCount: Int) {
        first = [NIK](repeating: .absent, count: payrollCount)
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
    mutating func all(_ payroll: [SortEntry], hasSeveralEmployers: Bool) -> [SharedKPJ] {
        if hasSeveralEmployers { addThoseOfSeveralEmployers(payroll) }
        return found.sorted { ($0.worker, $0.kpj.text.raw) < ($1.worker, $1.kpj.text.raw) }
    }

    private mutating func addThoseOfSeveralEmployers(_ payroll: [SortEntry]) {
        var seen = KeyBits(expecting: payroll.count + strangers.count)
        var repeated = KeyBits(expecting: payroll.count + strangers.count)
        var hasRepeated = false
        func look(_ key: UInt64) {
            guard !seen.insert(key) else { return }
            hasRepeated = true
            _ = repeated.insert(key)
        }
        for number in payroll { look(number.key) }
        for stranger in strangers { look(stranger.shared.kpj.text.raw) }
        guard hasRepeated else { return }
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
    }
}

/// A set of keys that may hold a few too many, in little memory.
private struct KeyBits {
    private var words: [UInt64]
    private let shift: UInt64

    init(expecting count: Int) {
        var bits: UInt64 = 10
        while 1 << bits < count * 32, bits < 28 { bits += 1 }
        words = [UInt64](repeating: 0, count: 1 << Int(bits - 6))
        shift = 64 - bits
    }

    /// Whether the key was new.
    mutating func insert(_ key: UInt64) -> Bool {
        let (word, bit) = place(key)
        let isNew = words[word] & bit == 0
        words[word] |= bit
        return isNew
    }

    func contains(_ key: UInt64) -> Bool {
        let (word, bit) = place(key)
        return words[word] & bit != 0
    }

    private func place(_ key: UInt64) -> (word: Int, bit: UInt64) {
        let hash = (key &* 0x9E37_79B9_7F4A_7C15) >> shift
        return (Int(hash >> 6), 1 << (hash & 63))
    }
}
