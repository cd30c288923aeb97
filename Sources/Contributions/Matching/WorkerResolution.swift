/// The numbers of some rows in their table.
typealias RowList = Slice<RowTable<UInt32>>

/// Which rows belong to which worker, per employer.
///
/// Workers stand in no particular order; ``WorkerDirectory`` puts them in that of the reports.
package struct WorkerResolution: Sendable {
    /// The worker's employer.
    var employers: [UInt32] = []
    /// The KPJ the worker has in payroll, if any.
    var payrollKPJ: [KPJ] = []
    /// The rows of each worker, by month and then in the order of the files.
    var payroll = RowGroups(workerOf: [], workerCount: 0, months: [])
    var ledger = RowGroups(workerOf: [], workerCount: 0, months: [])
    var register = RowGroups(workerOf: [], workerCount: 0, months: [])
    /// Workers who share a NIK with another worker of the same employer.
    var clashes: [IdentityClash] = []

    var count: Int { employers.count }
}

/// A worker whose NIK also belongs to another worker of the employer.
struct IdentityClash: Sendable, Hashable {
    var worker: UInt32
    var nik: NIK
}

/// The rows of a table grouped by worker; a class because it owns its memory.
package final class RowGroups: Sendable {
    private let starts: RowStorage<UInt32>
    private let rows: RowStorage<UInt32>
    private let startTable: RowTable<UInt32>
    private let rowTable: RowTable<UInt32>

    /// Groups rows by worker; `none` marks rows that belong to nobody.
    ///
    /// - Parameters:
    ///   - workerOf: The worker of each row.
    ///   - workerCount: The number of workers.
    ///   - months: The month of each row, for the order within a group; empty for tables without
    ///     months.
    init(workerOf: [UInt32], workerCount: Int, months: [Int16]) {
        var counts = [UInt32](repeating: 0, count: workerCount + 1)
        for worker in workerOf where worker != WorkerResolver.none { counts[Int(worker) + 1] += 1 }
        for worker in 0..<workerCount { counts[worker + 1] += counts[worker] }
        starts = RowStorage(counts)
        var grouped = [UInt32](repeating: 0, count: Int(counts[workerCount]))
        for row in Self.rowsByMonth(months, count: workerOf.count) {
            let worker = workerOf[Int(row)]
            guard worker != WorkerResolver.none else { continue }
            grouped[Int(counts[Int(worker)])] = row
            counts[Int(worker)] += 1
        }
        rows = RowStorage(grouped)
        startTable = starts.table
        rowTable = rows.table
    }

    /// The rows of a worker.
    subscript(worker: UInt32) -> RowList {
        rowTable[Int(startTable[Int(worker)])..<Int(startTable[Int(worker) + 1])]
    }

    private static func rowsByMonth(_ months: [Int16], count: Int) -> [UInt32] {
        let rows = (0..<UInt32(count))
        guard let first = months.min(), let last = months.max(), first != last else {
            return Array(rows)
        }
        var next = [UInt32](repeating: 0, count: Int(last - first) + 2)
        for month in months { next[Int(month - first) + 1] += 1 }
        for index in 1..<next.count { next[index] += next[index - 1] }
        var ordered = [UInt32](repeating: 0, count: count)
        for row in rows {
            let slot = Int(months[Int(row)] - first)
            ordered[Int(next[slot])] = row
            next[slot] += 1
        }
        return ordered
    }
}

/// Joins the rows of all tables to workers, by the five rules of the contract.
///
/// 1. Each KPJ in payroll is a worker.
/// 2. His NIKs are those of his payroll rows; if none, of ledger rows with his KPJ; else of
/// register
///    rows with it.
/// 3. Payroll rows without KPJ join the one worker who owns their NIK; if none or several do, they
///    are one worker per NIK.
/// 4. All ledger and register rows of one other KPJ move together: to the one worker who owns one
///    of their NIKs, else they are a new worker.
/// 5. Ledger and register rows without KPJ: as 3.
///
/// Every step joins sorted keys, so that the order of the rows cannot matter.
struct WorkerResolver {
    /// Marks a row that belongs to nobody.
    static let none = UInt32.max

    private let records: Records
    private let isReplaced: [Bool]
    private var result = WorkerResolution()
    private var payrollWorker: [UInt32]
    private var ledgerWorker: [UInt32]
    private var registerWorker: [UInt32]
    /// Who owns which NIK after rules 1 and 2, sorted by employer and NIK.
    private var owners: [SortEntry] = []
    /// Who owns which NIK by rules 3 and 4.
    private var laterOwners: [IdentityKey: [UInt32]] = [:]
    /// The workers that are one per NIK.
    private var workerOfNIK: [IdentityKey: UInt32] = [:]

    /// Joins the rows of all tables.
    ///
    /// - Parameters:
    ///   - records: What was read.
    ///   - isReplaced: The payroll rows that a later version replaces; empty for none.
    /// - Returns: The workers with their rows.
    static func resolve(_ records: Records, isReplaced: [Bool] = []) -> WorkerResolution {
        var resolver = WorkerResolver(records, isReplaced)
        return resolver.resolve()
    }

    private init(_ records: Records, _ isReplaced: [Bool]) {
        self.records = records
        self.isReplaced = isReplaced
        payrollWorker = [UInt32](repeating: Self.none, count: records.payroll.count)
        ledgerWorker = [UInt32](repeating: Self.none, count: records.ledger.count)
        registerWorker = [UInt32](repeating: Self.none, count: records.register.count)
    }

    private mutating func resolve() -> WorkerResolution {
        let records = records
        let isReplaced = isReplaced
        let tables = Parallel.map(count: 3) { table in
            switch table {
            case 0:
                KeyedRows(records.payroll.lazy.map { ($0.employer, $0.kpj, $0.nik) }, isReplaced)
            case 1: KeyedRows(records.ledger.lazy.map { ($0.employer, $0.kpj, $0.nik) }, [])
            default: KeyedRows(records.register.lazy.map { ($0.employer, $0.kpj, $0.nik) }, [])
            }
        }
        makePayrollWorkers(tables[0].byKPJ)
        let strangers = joinByPayrollKPJ(tables[1].byKPJ, tables[2].byKPJ)
        radixSort(&owners)
        joinPayrollByNIK(tables[0].byNIK)
        joinStrangers(strangers)
        joinOthersByNIK(tables[1].byNIK, tables[2].byNIK)
        collectClashes()
        groupRows()
        return result
    }
}

/// A NIK at an employer.
private struct IdentityKey: Hashable {
    var employer: UInt32
    var nik: UInt64
}

/// The rows of a table by KPJ, and those without KPJ by NIK, both sorted.
private struct KeyedRows: Sendable {
    var byKPJ: [SortEntry] = []
    var byNIK: [SortEntry] = []

    init(_ rows: some Sequence<(UInt32, KPJ, NIK)>, _ isLeftOut: [Bool]) {
        byKPJ.reserveCapacity(rows.underestimatedCount)
        var index = 0
        for (employer, kpj, nik) in rows {
            defer { index += 1 }
            if !isLeftOut.isEmpty, isLeftOut[index] { continue }
            if kpj.isUsable {
                byKPJ.append(
                    SortEntry(key: kpj.text.raw, employer: employer, index: UInt32(index))
                )
            } else if nik.isUsable {
                byNIK.append(
                    SortEntry(key: nik.text.raw, employer: employer, index: UInt32(index))
                )
            }
        }
        radixSort(&byKPJ)
        radixSort(&byNIK)
    }
}

extension SortEntry {
    fileprivate func hasSameKey(as other: SortEntry) -> Bool {
        key == other.key && employer == other.employer
    }
}

/// The ranges of entries with the same employer and key.
private func runs(of entries: [SortEntry], _ body: (Range<Int>) -> Void) {
    var start = 0
    while start < entries.count {
        var end = start + 1
        while end < entries.count, entries[end].hasSameKey(as: entries[start]) { end += 1 }
        body(start..<end)
        start = end
    }
}

// MARK: - Rules 1 and 2

extension WorkerResolver {
    private mutating func newWorker(employer: UInt32, payrollKPJ: KPJ = .absent) -> UInt32 {
        result.employers.append(employer)
        result.payrollKPJ.append(payrollKPJ)
        return UInt32(result.employers.count - 1)
    }

    /// Rule 1, and the NIKs of rule 2 that payroll gives.
    private mutating func makePayrollWorkers(_ entries: [SortEntry]) {
        result.employers.reserveCapacity(entries.count)
        result.payrollKPJ.reserveCapacity(entries.count)
        owners.reserveCapacity(entries.count)
        var start = 0
        while start < entries.count {
            let entry = entries[start]
            let kpj = KPJ(PackedText(raw: entry.key))
            let worker = newWorker(employer: entry.employer, payrollKPJ: kpj)
            var end = start
            while end < entries.count, entries[end].hasSameKey(as: entry) {
                let row = Int(entries[end].index)
                payrollWorker[row] = worker
                own(records.payroll[row].nik, worker)
                end += 1
            }
            start = end
        }
    }

    /// Notes that a worker owns a NIK; a repetition of the last note is left out.
    private mutating func own(_ nik: NIK, _ worker: UInt32) {
        guard nik.isUsable else { return }
        if let last = owners.last, last.index == worker, last.key == nik.text.raw { return }
        owners.append(
            SortEntry(
                key: nik.text.raw,
                employer: result.employers[Int(worker)],
                index: worker
            )
        )
    }

    /// Joins ledger and register rows whose KPJ is in payroll, and completes rule 2.
    ///
    /// - Returns: The rows with any other KPJ; the index of a register row follows the ledger's.
    private mutating func joinByPayrollKPJ(
        _ ledger: [SortEntry],
        _ register: [SortEntry]
    ) -> [SortEntry] {
        var hasNIK = [Bool](repeating: false, count: result.count)
        for owner in owners { hasNIK[Int(owner.index)] = true }
        var strangers: [SortEntry] = []
        let payrollCount = result.count
        for (isLedger, entries) in [(true, ledger), (false, register)] {
            var worker = 0
            var newlyOwning: [UInt32] = []
            for entry in entries {
                let kpj = KPJ(PackedText(raw: entry.key))
                while worker < payrollCount,
                    (result.employers[worker], result.payrollKPJ[worker].text.raw)
                        < (entry.employer, kpj.text.raw)
                {
                    worker += 1
                }
                let row = Int(entry.index)
                guard worker < payrollCount, result.employers[worker] == entry.employer,
                    result.payrollKPJ[worker] == kpj
                else {
                    var stranger = entry
                    if !isLedger { stranger.index += UInt32(records.ledger.count) }
                    strangers.append(stranger)
                    continue
                }
                let nik = isLedger ? records.ledger[row].nik : records.register[row].nik
                if isLedger {
                    ledgerWorker[row] = UInt32(worker)
                } else {
                    registerWorker[row] = UInt32(worker)
                }
                if !hasNIK[worker], nik.isUsable {
                    own(nik, UInt32(worker))
                    newlyOwning.append(UInt32(worker))
                }
            }
            for worker in newlyOwning { hasNIK[Int(worker)] = true }
        }
        return strangers
    }
}

// MARK: - Rules 3 to 5

extension WorkerResolver {
    /// All workers who own a NIK, each once.
    private func owners(of key: IdentityKey) -> [UInt32] {
        var low = 0
        var high = owners.count
        while low < high {
            let middle = (low + high) / 2
            if (owners[middle].employer, owners[middle].key) < (key.employer, key.nik) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var found: [UInt32] = []
        while low < owners.count, owners[low].employer == key.employer, owners[low].key == key.nik {
            if !found.contains(owners[low].index) { found.append(owners[low].index) }
            low += 1
        }
        for worker in laterOwners[key] ?? [] where !found.contains(worker) { found.append(worker) }
        return found
    }

    /// The worker that rows without KPJ belong to.
    private mutating func worker(forRowsWith key: IdentityKey) -> UInt32 {
        let found = owners(of: key)
        if found.count == 1 { return found[0] }
        if let worker = workerOfNIK[key] { return worker }
        let worker = newWorker(employer: key.employer)
        workerOfNIK[key] = worker
        laterOwners[key, default: []].append(worker)
        return worker
    }

    /// Rule 3.
    private mutating func joinPayrollByNIK(_ entries: [SortEntry]) {
        runs(of: entries) { run in
            let key = IdentityKey(
                employer: entries[run.lowerBound].employer,
                nik: entries[run.lowerBound].key
            )
            let worker = worker(forRowsWith: key)
            for entry in entries[run] { payrollWorker[Int(entry.index)] = worker }
        }
    }

    /// Rule 4.
    private mutating func joinStrangers(_ unsorted: [SortEntry]) {
        var entries = unsorted
        radixSort(&entries)
        let ledgerCount = records.ledger.count
        var newOwners: [(IdentityKey, UInt32)] = []
        runs(of: entries) { run in
            let employer = entries[run.lowerBound].employer
            var niks: [NIK] = []
            for entry in entries[run] {
                let row = Int(entry.index)
                let nik =
                    row < ledgerCount
                    ? records.ledger[row].nik : records.register[row - ledgerCount].nik
                if nik.isUsable, niks.last != nik, !niks.contains(nik) { niks.append(nik) }
            }
            var found: [UInt32] = []
            for nik in niks {
                for owner in owners(of: IdentityKey(employer: employer, nik: nik.text.raw))
                where !found.contains(owner) {
                    found.append(owner)
                }
            }
            let worker = found.count == 1 ? found[0] : newWorker(employer: employer)
            if found.count != 1 {
                for nik in niks {
                    newOwners.append((IdentityKey(employer: employer, nik: nik.text.raw), worker))
                }
            }
            for entry in entries[run] {
                let row = Int(entry.index)
                if row < ledgerCount {
                    ledgerWorker[row] = worker
                } else {
                    registerWorker[row - ledgerCount] = worker
                }
            }
        }
        // New workers own their NIKs for rule 5, not for each other.
        for (key, worker) in newOwners { laterOwners[key, default: []].append(worker) }
    }

    /// Rule 5.
    private mutating func joinOthersByNIK(_ ledger: [SortEntry], _ register: [SortEntry]) {
        // Both tables are judged by the same owners: a worker made here owns nothing that decides.
        for (isLedger, entries) in [(true, ledger), (false, register)] {
            runs(of: entries) { run in
                let key = IdentityKey(
                    employer: entries[run.lowerBound].employer,
                    nik: entries[run.lowerBound].key
                )
                let worker = worker(forRowsWith: key)
                for entry in entries[run] {
                    if isLedger {
                        ledgerWorker[Int(entry.index)] = worker
                    } else {
                        registerWorker[Int(entry.index)] = worker
                    }
                }
            }
        }
    }
}

// MARK: - Result

extension WorkerResolver {
    private mutating func collectClashes() {
        var clashes: Set<IdentityClash> = []
        var start = 0
        while start < owners.count {
            var end = start + 1
            while end < owners.count, owners[end].hasSameKey(as: owners[start]) { end += 1 }
            let first = owners[start].index
            if owners[start..<end].contains(where: { $0.index != first }) {
                for owner in owners[start..<end] {
                    clashes.insert(
                        IdentityClash(worker: owner.index, nik: NIK(PackedText(raw: owner.key)))
                    )
                }
            }
            start = end
        }
        for key in laterOwners.keys {
            let found = owners(of: key)
            guard found.count > 1 else { continue }
            for worker in found {
                clashes.insert(IdentityClash(worker: worker, nik: NIK(PackedText(raw: key.nik))))
            }
        }
        result.clashes = clashes.sorted {
            ($0.worker, $0.nik.text.raw) < ($1.worker, $1.nik.text.raw)
        }
    }

    private mutating func groupRows() {
        let (payroll, ledger, register) = (payrollWorker, ledgerWorker, registerWorker)
        let workerCount = result.count
        let records = records
        let groups = Parallel.map(count: 3) { table in
            switch table {
            case 0:
                RowGroups(
                    workerOf: payroll,
                    workerCount: workerCount,
                    months: records.payroll.map(\.month.number)
                )
            case 1:
                RowGroups(
                    workerOf: ledger,
                    workerCount: workerCount,
                    months: records.ledger.map(\.month.number)
                )
            default: RowGroups(workerOf: register, workerCount: workerCount, months: [])
            }
        }
        result.payroll = groups[0]
        result.ledger = groups[1]
        result.register = groups[2]
    }
}
