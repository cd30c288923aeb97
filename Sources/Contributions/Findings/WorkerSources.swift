/// The rows to which a finding about a worker or an employer points when no single row made it.
extension SettlementContext {
    /// The newest payroll row of a worker, of a month where one is given.
    func payrollSource(_ worker: Worker, in month: ContributionMonth? = nil) -> SourceLine? {
        let rows = directory.payroll[worker.group].lazy.map { [records] in
            records.payroll[Int($0)]
        }
        return rows.last { month == nil || $0.month == month }?.source
    }

    /// The newest row of a worker in payroll or, failing that, in the ledger.
    func newestSource(_ worker: Worker) -> SourceLine? {
        payrollSource(worker)
            ?? directory.ledger[worker.group].last.map { records.ledger[Int($0)].source }
    }

    /// The last register row of a worker.
    func registerSource(_ worker: Worker) -> SourceLine? {
        directory.register[worker.group].last.map { records.register[Int($0)].source }
    }

    /// The newest row of a worker with a certain number: of payroll, else of the ledger, else of
    /// the register.
    func source(_ worker: Worker, with isMeant: (KPJ, NIK) -> Bool) -> SourceLine? {
        for index in directory.payroll[worker.group].reversed() {
            let row = records.payroll[Int(index)]
            if isMeant(row.kpj, row.nik) { return row.source }
        }
        for index in directory.ledger[worker.group].reversed() {
            let row = records.ledger[Int(index)]
            if isMeant(row.kpj, row.nik) { return row.source }
        }
        for index in directory.register[worker.group].reversed() {
            let row = records.register[Int(index)]
            if isMeant(row.kpj, row.nik) { return row.source }
        }
        return nil
    }

    /// A row that names an employer: of the employers file, else of its first worker.
    func source(ofEmployer employer: UInt32) -> SourceLine? {
        if let row = employerMonths.histories[Int(employer)].last { return row.source }
        // Workers are in the order of their employers.
        let start = directory.workers.firstPlace { $0.employer < employer }
        guard start < directory.workers.count, directory.workers[start].employer == employer else {
            return nil
        }
        return source(directory.workers[start]) { _, _ in true }
    }
}
