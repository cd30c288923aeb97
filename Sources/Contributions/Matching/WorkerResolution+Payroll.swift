// MARK: - Rules 1 and 2

extension WorkerResolver {
    /// Makes a worker of each KPJ in payroll, gives him the ledger and register rows with it, and
    /// finds out which NIKs he owns.
    ///
    /// His number is the place of the KPJ among those of payroll.
    mutating func joinByPayrollKPJ() {
        let (payroll, first) = (payroll.rows, shared.first)
        let tables = [ledger.rows, register.rows]
        result.employers = payroll.numbers.map(\.employer)
        if payroll.hasOneNIKEach {
            // Nothing of rule 2 is left for the other tables, so none waits for another.
            let (joined, owners) = Parallel.map(count: tables.count) {
                NIKOwners(payroll)
            } _: { table in
                PayrollJoin(tables[table], payroll.numbers, first)
            }
            self.owners = owners
            ledger.workerOfNumber = take(joined[0])
            register.workerOfNumber = take(joined[1])
        } else {
            owners = NIKOwners(payroll)
            ledger.workerOfNumber = take(PayrollJoin(tables[0], payroll.numbers, first))
            register.workerOfNumber = take(PayrollJoin(tables[1], payroll.numbers, shared.first))
        }
    }

    private mutating func take(_ join: PayrollJoin) -> [UInt32] {
        owners.add(join.owners)
        shared.note(join)
        return join.workerOfNumber
    }

    /// Tells of which NIKs rules 3 to 5 and the pairs will ask, and gathers their owners.
    mutating func findOwners(_ pairs: [PairRow]) {
        for table in [payroll, ledger, register] {
            for entry in table.rows.byNIK { owners.expect(entry.key, at: entry.employer) }
        }
        for table in [ledger, register] {
            table.forEachStranger { number, niks in
                for nik in niks { owners.expect(nik.text.raw, at: number.employer) }
            }
        }
        for pair in pairs {
            for nik in [pair.nik, pair.otherNIK] where nik.isUsable {
                owners.expect(nik.text.raw, at: pair.employer)
            }
        }
        owners.gather(payroll.rows)
    }
}

/// The numbers of the ledger or the register that are KPJs in payroll.
struct PayrollJoin: Sendable {
    /// The worker of each number; ``WorkerResolver/none`` for KPJs that payroll lacks.
    private(set) var workerOfNumber: [UInt32]
    /// The NIKs beside the KPJ of workers who owned none yet; they own them by rule 2.
    private(set) var owners: [SortEntry] = []
    /// The first of these NIKs.
    private(set) var first: [(worker: UInt32, nik: NIK)] = []
    /// The KPJs beside which another NIK stands than the first that was met.
    private(set) var shared: [SharedKPJ] = []

    /// - Parameters:
    ///   - rows: The numbers of the table.
    ///   - payroll: Those of payroll, in order.
    ///   - known: The first NIK that was met beside each number of payroll.
    init(_ rows: RowNumbers, _ payroll: [SortEntry], _ known: [NIK]) {
        workerOfNumber = [UInt32](filledWith: WorkerResolver.none, count: rows.numbers.count)
        var worker = 0
        for (place, number) in rows.numbers.enumerated() {
            while worker < payroll.count, payroll[worker].precedes(number) { worker += 1 }
            guard worker < payroll.count, payroll[worker].hasSameKey(as: number) else { continue }
            workerOfNumber[place] = UInt32(worker)
            for entry in rows.nikPlaces(of: place) where rows.nik(at: entry) != known[worker] {
                note(rows.nik(at: entry), known[worker], payroll[worker], UInt32(worker))
            }
        }
    }

    private mutating func note(_ nik: NIK, _ known: NIK, _ number: SortEntry, _ worker: UInt32) {
        guard known == .absent else { return noteShared(worker, number) }
        owners.append(SortEntry(key: nik.text.raw, employer: number.employer, index: worker))
        if let last = first.last, last.worker == worker {
            if last.nik != nik { noteShared(worker, number) }
        } else {
            first.append((worker, nik))
        }
    }

    private mutating func noteShared(_ worker: UInt32, _ number: SortEntry) {
        shared.append(SharedKPJ(worker: worker, kpj: KPJ(PackedText(raw: number.key))))
    }
}
