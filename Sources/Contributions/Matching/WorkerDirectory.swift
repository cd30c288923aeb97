/// A worker at an employer, as the reports name him.
package struct Worker: Sendable {
    /// The employer's place in ``Records/employers``.
    package var employer: UInt32
    /// His number in ``WorkerResolution``, by which his rows are grouped.
    package var group: UInt32
    package var kpj: KPJ
    package var nik: NIK
    package var birth: Day
    /// Which of his values a payroll row gives; only those are compared with other rows.
    package var payrollStates: PayrollStatements
    /// Nationality, sex, and whether ``nik`` is the number of a passport.
    package var person = PersonMarks.none
    package var name: TextReference
    package var employeeNumber: TextReference
    package var unit: TextReference
    /// Tells names that differ apart without looking at them.
    var nameFingerprint: Fingerprint
}

/// The personal values that a worker's payroll rows give.
package struct PayrollStatements: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(nik: Bool, name: Bool, birth: Bool, kpj: Bool) {
        rawValue = (nik ? 1 : 0) | (name ? 2 : 0) | (birth ? 4 : 0) | (kpj ? 8 : 0)
    }

    package static let nik = PayrollStatements(rawValue: 1)
    package static let name = PayrollStatements(rawValue: 2)
    package static let birth = PayrollStatements(rawValue: 4)
    package static let kpj = PayrollStatements(rawValue: 8)
}

extension Worker {
    /// The KPJ he has in payroll, if any; it is the one that reports name.
    package var payrollKPJ: KPJ {
        payrollStates.contains(.kpj) ? kpj : .absent
    }

    /// How many bytes his texts have.
    fileprivate var textLength: Int { name.length + employeeNumber.length + unit.length }
}

/// The workers in the order of the reports: by NPP, KPJ and NIK.
package final class WorkerDirectory: Sendable {
    package let workers: RowTable<Worker>
    /// The rows of each worker, by ``Worker/group``.
    let payroll: RowGroups
    let ledger: RowGroups
    let register: RowGroups
    let clashes: [IdentityClash]
    /// The numbers whose rows are somebody's because a human says so; see ``PairRow``.
    let paired: Set<OtherNumber>
    let pairs: [PairVerdict]
    let sharedKPJs: [SharedKPJ]
    /// The texts of the records, and behind them those of the workers.
    let texts: TextStore
    private let storage: RowStorage<Worker>

    init(_ records: Records, _ resolution: WorkerResolution) {
        payroll = resolution.payroll
        ledger = resolution.ledger
        register = resolution.register
        clashes = resolution.clashes
        paired = Set(resolution.paired.keys)
        pairs = resolution.pairs
        sharedKPJs = resolution.sharedKPJs
        // At hand without a look through the classes that own them.
        let (payrollGroups, payrollRows) = (resolution.payroll, records.payroll)
        let ranges = Parallel.ranges(count: resolution.count, size: 1 << 14)
        let memory = RowMemory<Worker>(reserving: resolution.count)
        var workers = memory.rows
        nonisolated(unsafe) let places = memory.rows
        // Each range is filled by one thread, and all have ended when the map returns.
        _ = Parallel.map(count: ranges.count) { part in
            for group in ranges[part] {
                let next = group + Prefetch.distance
                if next < resolution.count {
                    for row in payrollGroups[UInt32(next)] { payrollRows.prefetch(Int(row)) }
                }
                let rows = payrollGroups[UInt32(group)]
                var worker =
                    Self.completeProfile(of: UInt32(group), rows, payrollRows)
                    ?? Self.profile(of: UInt32(group), records, resolution)
                if resolution.person != .none {
                    worker.person = Self.person(worker, records, resolution)
                }
                places.initializeElement(at: group, to: worker)
            }
        }
        let pool = records.identifiers
        @Sendable func isBefore(_ left: Worker, _ right: Worker) -> Bool {
            if left.employer != right.employer { return left.employer < right.employer }
            if left.kpj != right.kpj { return pool.isOrderedBefore(left.kpj.text, right.kpj.text) }
            if left.nik != right.nik { return pool.isOrderedBefore(left.nik.text, right.nik.text) }
            return left.group < right.group
        }
        let areSorted = Parallel.map(count: ranges.count) { part in
            let next = ranges[part].lowerBound..<min(ranges[part].upperBound, resolution.count - 1)
            return next.allSatisfy { !isBefore(places[$0 + 1], places[$0]) }
        }
        if areSorted.contains(false) { workers.sort(by: isBefore) }
        texts = Self.gatherTexts(of: workers, records.texts)
        storage = RowStorage(taking: memory, count: resolution.count)
        self.workers = storage.table
    }

    /// The place of each worker among ``workers``, by ``Worker/group``.
    func placesByGroup() -> [UInt32] {
        var places = [UInt32](repeating: 0, count: workers.count)
        for (place, worker) in workers.enumerated() { places[Int(worker.group)] = UInt32(place) }
        return places
    }

    /// Copies the texts of the workers side by side, in the order of the reports.
    ///
    /// They stand where their rows were read. Every table that lists the workers would wait for the
    /// memory at each of them.
    private static func gatherTexts(
        of workers: UnsafeMutableBufferPointer<Worker>,
        _ texts: TextStore
    ) -> TextStore {
        // So few that even their longest texts fit into an arena.
        let ranges = Parallel.ranges(count: workers.count, size: 1 << 10)
        nonisolated(unsafe) let workers = workers
        // Each range is changed by one thread, and all have ended when the map returns.
        let gathered = Parallel.map(count: ranges.count) { part in
            let size = ranges[part].reduce(0) { $0 + workers[$1].textLength }
            let arena = TextArena(number: texts.arenaCount + part, capacity: size)
            for index in ranges[part] {
                let next = index + Prefetch.distance
                // The workers of the next range are being changed by another thread.
                if next < ranges[part].upperBound { texts.prefetch(workers[next].name) }
                let name = texts.bytes(of: workers[index].name)
                workers[index].nameFingerprint = Fingerprint(of: name)
                workers[index].name = arena.keep(name)
                workers[index].employeeNumber = arena.keep(
                    texts.bytes(of: workers[index].employeeNumber)
                )
                workers[index].unit = arena.keep(texts.bytes(of: workers[index].unit))
            }
            return arena
        }
        return TextStore(texts, and: gathered)
    }

    /// The values of a worker whose newest payroll row is the only one of its month and has them
    /// all, as most have; nil of others.
    @inline(__always)
    private static func completeProfile(
        of group: UInt32,
        _ rows: RowList,
        _ table: RowTable<PayrollRow>
    ) -> Worker? {
        guard let last = rows.last else { return nil }
        let row = table[Int(last)]
        guard row.kpj.isUsable, row.nik.isUsable, !row.birth.isAbsent, !row.name.isAbsent,
            !row.employeeNumber.isAbsent, !row.unit.isAbsent
        else { return nil }
        if let other = rows.dropLast().last, table[Int(other)].month == row.month { return nil }
        return Worker(
            employer: row.employer,
            group: group,
            kpj: row.kpj,
            nik: row.nik,
            birth: row.birth,
            payrollStates: PayrollStatements(nik: true, name: true, birth: true, kpj: true),
            name: row.name,
            employeeNumber: row.employeeNumber,
            unit: row.unit,
            nameFingerprint: Fingerprint()
        )
    }

    /// The values of a worker: those of his newest payroll row that has one, else ledger, else
    /// register; at a tie the smallest.
    private static func profile(
        of group: UInt32,
        _ records: Records,
        _ resolution: WorkerResolution
    ) -> Worker {
        let payroll = resolution.payroll[group].lazy.map { records.payroll[Int($0)] }
        let ledger = resolution.ledger[group].lazy.map { records.ledger[Int($0)] }
        let register = resolution.register[group].lazy.map { records.register[Int($0)] }
        let pool = records.identifiers
        let texts = records.texts
        func smallerKPJ(_ left: KPJ, _ right: KPJ) -> Bool {
            pool.isOrderedBefore(left.text, right.text)
        }
        func smallerNIK(_ left: NIK, _ right: NIK) -> Bool {
            pool.isOrderedBefore(left.text, right.text)
        }
        func newest<Value>(
            _ absent: Value,
            _ ofPayroll: (PayrollRow) -> Value?,
            _ ofLedger: (LedgerRow) -> Value?,
            _ ofRegister: (RegisterRow) -> Value?,
            _ isSmaller: (Value, Value) -> Bool
        ) -> (value: Value, isFromPayroll: Bool) {
            if let value = newestValue(payroll, month: \.month, ofPayroll, isSmaller) {
                return (value, true)
            }
            if let value = newestValue(ledger, month: \.month, ofLedger, isSmaller) {
                return (value, false)
            }
            let values = register.compactMap(ofRegister)
            return (values.min(by: isSmaller) ?? absent, false)
        }
        let kpj = newest(
            KPJ.absent,
            { $0.kpj.isUsable ? $0.kpj : nil },
            { $0.kpj.isUsable ? $0.kpj : nil },
            { $0.kpj.isUsable ? $0.kpj : nil },
            smallerKPJ
        )
        let nik = newest(
            NIK.absent,
            { $0.nik.isUsable ? $0.nik : nil },
            { $0.nik.isUsable ? $0.nik : nil },
            { $0.nik.isUsable ? $0.nik : nil },
            smallerNIK
        )
        let birth = newest(Day.absent, \.birth.ifPresent, \.birth.ifPresent, \.birth.ifPresent, <)
        let name = newest(
            TextReference.absent,
            \.name.ifPresent,
            \.name.ifPresent,
            \.name.ifPresent,
            texts.isOrderedBefore
        )
        let states = PayrollStatements(
            nik: nik.isFromPayroll,
            name: name.isFromPayroll,
            birth: birth.isFromPayroll,
            kpj: kpj.isFromPayroll
        )
        return Worker(
            employer: resolution.employers[Int(group)],
            group: group,
            kpj: kpj.value,
            nik: nik.value,
            birth: birth.value,
            payrollStates: states,
            name: name.value,
            employeeNumber: newestValue(
                payroll,
                month: \.month,
                \.employeeNumber.ifPresent,
                texts.isOrderedBefore
            ) ?? .absent,
            unit: newestValue(payroll, month: \.month, \.unit.ifPresent, texts.isOrderedBefore)
                ?? .absent,
            nameFingerprint: Fingerprint()
        )
    }
}

/// The smallest value of the newest row that has one; the rows are sorted by month.
@inline(__always)
private func newestValue<Rows: BidirectionalCollection, Value>(
    _ rows: Rows,
    month: (Rows.Element) -> ContributionMonth,
    _ value: (Rows.Element) -> Value?,
    _ isSmaller: (Value, Value) -> Bool
) -> Value? {
    var newest: (value: Value, month: ContributionMonth)?
    for row in rows.reversed() {
        if let newest, month(row) < newest.month { break }
        guard let candidate = value(row) else { continue }
        if let known = newest, !isSmaller(candidate, known.value) { continue }
        newest = (candidate, month(row))
    }
    return newest?.value
}

extension TextReference {
    /// The text, or nil when there is none.
    var ifPresent: TextReference? {
        isAbsent ? nil : self
    }
}

// MARK: - Identities

extension WorkerDirectory {
    /// The KPJs and NIKs by which other employers' rows are his.
    ///
    /// KPJs are those of all his rows. NIKs are his by rule 2: of payroll, else of the ledger, else
    /// of the register; a worker who is in no payroll owns all that his rows carry.
    func identities(of worker: Worker, _ records: Records) -> (kpjs: [KPJ], niks: [NIK]) {
        var kpjs: [KPJ] = []
        var niks: [NIK] = []
        func add(_ kpj: KPJ) {
            if kpj.isUsable, kpjs.last != kpj, !kpjs.contains(kpj) { kpjs.append(kpj) }
        }
        func add(_ nik: NIK) {
            if nik.isUsable, niks.last != nik, !niks.contains(nik) { niks.append(nik) }
        }
        let payroll = payroll[worker.group]
        for row in payroll {
            add(records.payroll[Int(row)].kpj)
            add(records.payroll[Int(row)].nik)
        }
        let isInPayroll = !payroll.isEmpty
        let hasPayrollNIK = !niks.isEmpty
        for row in ledger[worker.group] {
            add(records.ledger[Int(row)].kpj)
            if !hasPayrollNIK { add(records.ledger[Int(row)].nik) }
        }
        let hasLedgerNIK = !niks.isEmpty
        for row in register[worker.group] {
            add(records.register[Int(row)].kpj)
            if !hasLedgerNIK || !isInPayroll && !hasPayrollNIK {
                add(records.register[Int(row)].nik)
            }
        }
        return (kpjs, niks)
    }
}
