/// The numbers of some rows in their table.
typealias RowList = Slice<RowTable<UInt32>>

/// Which rows belong to which worker, per employer.
///
/// Workers stand in no particular order; ``WorkerDirectory`` puts them in that of the reports.
package struct WorkerResolution: Sendable {
    /// The worker's employer.
    var employers: [UInt32] = []
    /// The rows of each worker, by month and then in the order of the files.
    var payroll = RowGroups(workerOf: [], workerCount: 0, months: [])
    var ledger = RowGroups(workerOf: [], workerCount: 0, months: [])
    var register = RowGroups(workerOf: [], workerCount: 0, months: [])
    /// Workers who share a NIK with another worker of the same employer.
    var clashes: [IdentityClash] = []
    /// Whose rows those of a number are because a human says so.
    var paired: [OtherNumber: UInt32] = [:]
    /// What became of each row of the pairing file.
    var pairs: [PairVerdict] = []
    /// KPJs in whose rows several NIKs stand.
    var sharedKPJs: [SharedKPJ] = []
    /// What any row says of its person.
    var person = PersonMarks.none

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
        // Two places behind a worker stands first how many rows he has, then, one place behind him,
        // where they begin, and at last, having moved on by a row each time, where they end.
        let starts = RowMemory<UInt32>(reserving: workerCount + 2)
        let places = starts.rows
        places.initialize(repeating: 0)
        for worker in workerOf where worker != WorkerResolver.none { places[Int(worker) + 2] += 1 }
        for index in places.indices.dropFirst() { places[index] += places[index - 1] }
        let rows = RowMemory<UInt32>(reserving: Int(places[workerCount + 1]))
        let grouped = rows.rows
        func put(_ row: UInt32) {
            let worker = workerOf[Int(row)]
            guard worker != WorkerResolver.none else { return }
            grouped.initializeElement(at: Int(places[Int(worker) + 1]), to: row)
            places[Int(worker) + 1] += 1
        }
        if Self.areInOrder(months) {
            for row in 0..<UInt32(workerOf.count) { put(row) }
        } else {
            for row in Self.rowsByMonth(months) { put(row) }
        }
        self.starts = RowStorage(taking: starts, count: workerCount + 1)
        self.rows = RowStorage(taking: rows, count: grouped.count)
        startTable = self.starts.table
        rowTable = self.rows.table
    }

    /// The rows of a worker.
    @inline(__always)
    subscript(worker: UInt32) -> RowList {
        rowTable[Int(startTable[Int(worker)])..<Int(startTable[Int(worker) + 1])]
    }

    private static func areInOrder(_ months: [Int16]) -> Bool {
        zip(months, months.dropFirst()).allSatisfy { $0 <= $1 }
    }

    private static func rowsByMonth(_ months: [Int16]) -> [UInt32] {
        guard let first = months.min(), let last = months.max() else { return [] }
        var next = [UInt32](repeating: 0, count: Int(last - first) + 2)
        for month in months { next[Int(month - first) + 1] += 1 }
        for index in 1..<next.count { next[index] += next[index - 1] }
        var ordered = [UInt32](repeating: 0, count: months.count)
        for (row, month) in months.enumerated() {
            let slot = Int(month - first)
            ordered[Int(next[slot])] = UInt32(row)
            next[slot] += 1
        }
        return ordered
    }
}

/// Joins the rows of all tables to workers, by the five rules of the contract.
///
/// 1. Each KPJ in payroll is a worker.
/// 2. His NIKs are those of his payroll rows; if none, of ledger rows with his KPJ; else of
///    register rows with it.
/// 3. Payroll rows without KPJ join the one worker who owns their NIK; if none or several do, they
///    are one worker per NIK.
/// 4. All ledger and register rows of one other KPJ move together: to the one worker who owns one
///    of their NIKs, else they are a new worker.
/// 5. Ledger and register rows without KPJ: as 3.
///
/// Pairs that a human confirmed go before 4 and 5.
///
/// Every step joins sorted keys, so that the order of the rows cannot matter.
struct WorkerResolver {
    /// Marks a row that belongs to nobody.
    static let none = UInt32.max

    var result = WorkerResolution()
    private(set) var payroll: JoinedRows
    var ledger: JoinedRows
    var register: JoinedRows
    /// Who owns which NIK after rules 1 and 2.
    var owners: NIKOwners
    /// Who owns which NIK by rules 3 and 4.
    private var laterOwners: [IdentityKey: [UInt32]] = [:]
    /// The workers that are one per NIK.
    private var workerOfNIK: [IdentityKey: UInt32] = [:]
    var shared: SharedKPJSearch

    /// Joins the rows of all tables.
    ///
    /// - Parameters:
    ///   - numbers: The KPJs and NIKs in the tables.
    ///   - pairs: The rows of the pairing file.
    ///   - asOf: The day on which pairs must be in force.
    /// - Returns: The workers with their rows.
    static func resolve(
        _ numbers: RecordNumbers,
        pairs: [PairRow] = [],
        asOf: Day = .absent
    ) -> WorkerResolution {
        var resolver = WorkerResolver(numbers)
        return resolver.resolve(pairs, asOf)
    }

    private init(_ numbers: RecordNumbers) {
        payroll = JoinedRows(numbers.payroll.rows, areWorkers: true)
        ledger = JoinedRows(numbers.ledger)
        register = JoinedRows(numbers.register)
        shared = SharedKPJSearch(numbers.payroll)
        owners = numbers.owners
    }

    private mutating func resolve(_ pairs: [PairRow], _ asOf: Day) -> WorkerResolution {
        joinByPayrollKPJ()
        findOwners(pairs)
        joinPayrollByNIK()
        applyPairs(pairs, asOf: asOf)
        joinStrangers()
        joinOthersByNIK()
        collectClashes()
        groupRows()
        for table in [payroll, ledger, register] { result.person.formUnion(table.rows.person) }
        return result
    }
}

/// The rows of a table with the workers they were joined to so far.
struct JoinedRows: Sendable {
    let rows: RowNumbers
    /// Whether the numbers are workers themselves, as those of payroll are (rule 1).
    private let areWorkers: Bool
    /// The worker of each number; ``WorkerResolver/none`` before it is joined.
    ///
    /// Empty where numbers are workers.
    var workerOfNumber: [UInt32] = []
    /// The workers of rows without KPJ.
    var withoutKPJ: [(row: UInt32, worker: UInt32)] = []

    init(_ rows: RowNumbers, areWorkers: Bool = false) {
        self.rows = rows
        self.areWorkers = areWorkers
        guard !areWorkers else { return }
        workerOfNumber = [UInt32](filledWith: WorkerResolver.none, count: rows.numbers.count)
    }

    /// The worker of every row.
    var workers: [UInt32] {
        var workers = rows.ofRow
        for row in workers.indices where !areWorkers && workers[row] != WorkerResolver.none {
            let number = workers[row]
            workers[row] =
                number & RowNumbers.isInPayroll != 0
                ? number & ~RowNumbers.isInPayroll : workerOfNumber[Int(number)]
        }
        for (row, worker) in withoutKPJ { workers[Int(row)] = worker }
        return workers
    }
}

/// A NIK at an employer.
struct IdentityKey: Hashable {
    var employer: UInt32
    var nik: UInt64
}

// MARK: - Rules 3 to 5

extension WorkerResolver {
    private mutating func newWorker(employer: UInt32) -> UInt32 {
        result.employers.append(employer)
        return UInt32(result.employers.count - 1)
    }

    /// All workers who own a NIK, each once.
    func owners(of key: IdentityKey) -> [UInt32] {
        var found = owners.workers(owning: key)
        for worker in laterOwners[key] ?? [] where !found.contains(worker) { found.append(worker) }
        return found
    }

    /// The worker that rows without KPJ belong to.
    private mutating func worker(forRowsWith key: IdentityKey) -> UInt32 {
        if !result.paired.isEmpty {
            let nik = NIK(PackedText(raw: key.nik))
            if let paired = result.paired[OtherNumber(nik, at: key.employer)] { return paired }
        }
        let found = owners(of: key)
        if found.count == 1 { return found[0] }
        if let worker = workerOfNIK[key] { return worker }
        let worker = newWorker(employer: key.employer)
        workerOfNIK[key] = worker
        laterOwners[key, default: []].append(worker)
        return worker
    }

    /// Rule 3.
    private mutating func joinPayrollByNIK() {
        payroll.withoutKPJ = workers(byNIK: payroll.rows.byNIK)
    }

    /// The workers of rows without KPJ.
    private mutating func workers(byNIK entries: [SortEntry]) -> [(row: UInt32, worker: UInt32)] {
        var workers: [(row: UInt32, worker: UInt32)] = []
        workers.reserveCapacity(entries.count)
        for run in runs(of: entries) {
            let key = IdentityKey(
                employer: entries[run.lowerBound].employer,
                nik: entries[run.lowerBound].key
            )
            let worker = worker(forRowsWith: key)
            for entry in entries[run] { workers.append((entry.index, worker)) }
        }
        return workers
    }

    /// Rule 4.
    private mutating func joinStrangers() {
        let ledgerCount = ledger.rows.numbers.count
        var strangers = Self.strangers(in: ledger, from: 0)
        strangers += Self.strangers(in: register, from: ledgerCount)
        radixSort(&strangers)
        var newOwners: [(IdentityKey, UInt32)] = []
        for run in runs(of: strangers) {
            let employer = strangers[run.lowerBound].employer
            let places = strangers[run].map { Int($0.index) }
            var niks: [NIK] = []
            for place in places {
                let own =
                    place < ledgerCount
                    ? ledger.rows.niks(of: place) : register.rows.niks(of: place - ledgerCount)
                for nik in own where !niks.contains(nik) { niks.append(nik) }
            }
            let kpj = KPJ(PackedText(raw: strangers[run.lowerBound].key))
            if let paired = pairedWorker(kpj, at: employer) {
                join(places, ledgerCount, to: paired)
                shared.noteStranger(niks, paired, kpj)
                continue
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
            join(places, ledgerCount, to: worker)
            shared.noteStranger(niks, worker, kpj)
        }
        // New workers own their NIKs for rule 5, not for each other.
        for (key, worker) in newOwners { laterOwners[key, default: []].append(worker) }
    }

    /// Whose the rows of a KPJ are because a human says so.
    private func pairedWorker(_ kpj: KPJ, at employer: UInt32) -> UInt32? {
        result.paired.isEmpty ? nil : result.paired[OtherNumber(kpj, at: employer)]
    }

    /// Gives numbers to a worker: places in the ledger, and behind them in the register.
    private mutating func join(_ places: [Int], _ ledgerCount: Int, to worker: UInt32) {
        for place in places {
            if place < ledgerCount {
                ledger.workerOfNumber[place] = worker
            } else {
                register.workerOfNumber[place - ledgerCount] = worker
            }
        }
    }

    /// The numbers of a table that payroll lacks; their index is their place, counted from `start`.
    private static func strangers(in table: JoinedRows, from start: Int) -> [SortEntry] {
        table.rows.numbers.enumerated().map { place, number in
            SortEntry(key: number.key, employer: number.employer, index: UInt32(start + place))
        }
    }

    /// Rule 5.
    private mutating func joinOthersByNIK() {
        // Both tables are judged by the same owners: a worker made here owns nothing that decides.
        ledger.withoutKPJ = workers(byNIK: ledger.rows.byNIK)
        register.withoutKPJ = workers(byNIK: register.rows.byNIK)
    }
}

// MARK: - Result

extension WorkerResolver {
    private mutating func collectClashes() {
        var clashes: Set<IdentityClash> = []
        let entries = owners.entries
        for run in runs(of: entries) {
            let first = entries[run.lowerBound].index
            guard entries[run].contains(where: { $0.index != first }) else { continue }
            for owner in entries[run] {
                clashes.insert(
                    IdentityClash(worker: owner.index, nik: NIK(PackedText(raw: owner.key)))
                )
            }
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

    private var hasSeveralEmployers: Bool {
        let numbers = [payroll, ledger, register].map(\.rows.numbers)
        let ends = numbers.flatMap { [$0.first, $0.last] }.compactMap { $0?.employer }
        return ends.contains { $0 != ends[0] }
    }

    /// Groups the rows of the tables, and looks for shared KPJs meanwhile.
    private mutating func groupRows() {
        let tables = [payroll, ledger, register]
        let workerCount = result.count
        let (shared, hasSeveralEmployers) = (shared, hasSeveralEmployers)
        let (groups, sharedKPJs) = Parallel.map(count: tables.count) {
            shared.all(tables[0].rows.numbers, hasSeveralEmployers: hasSeveralEmployers)
        } _: { table in
            RowGroups(
                workerOf: tables[table].workers,
                workerCount: workerCount,
                months: tables[table].rows.months
            )
        }
        result.payroll = groups[0]
        result.ledger = groups[1]
        result.register = groups[2]
        result.sharedKPJs = sharedKPJs
    }
}
