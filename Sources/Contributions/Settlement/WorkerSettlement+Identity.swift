// MARK: - Register and identity

extension WorkerSettlement {
    /// What the register says of him at this employer.
    mutating func readRegister(_ worker: Worker, _ outcome: inout WorkerOutcome) {
        let rows = context.directory.register[worker.group]
        guard !rows.isEmpty else { return }
        var newestEnd = Day.absent
        var source = SourceLine.absent
        var hasActive = false
        var hasAccount = false
        var lacksAccount = false
        for (position, index) in rows.enumerated() {
            let row = registerRows[Int(index)]
            let twin = rows.prefix(min(position, 64)).first {
                registerRows[Int($0)].isTwin(of: row, in: texts)
            }
            if let twin {
                let first = registerRows[Int(twin)].source
                skip(row.source, like: first, worker.employer, nil, outcome.worker)
                continue
            }
            let isActive = row.showsActive(asOf: context.run.asOf)
            if !hasActive, isActive || source == .absent || row.ended > newestEnd {
                source = row.source
            }
            hasActive = hasActive || isActive
            newestEnd = max(newestEnd, row.ended)
            hasAccount = hasAccount || row.account == .exists
            lacksAccount = lacksAccount || row.account == .missing
        }
        outcome.registerWord = hasActive ? .active : .inactive
        outcome.registerEnd = hasActive ? .absent : newestEnd
        outcome.registerSource = source
        if lacksAccount, !hasAccount { outcome.accountProblems.insert(.noAccount) }
    }

    mutating func remarkOnIdentity(
        _ worker: Worker,
        _ index: UInt32,
        _ outcome: inout WorkerOutcome
    ) {
        remarks.removeAll()
        for index in context.directory.payroll[worker.group] {
            let row = payrollRow(index)
            remarks.noteDamage(row.kpj, row.nik, row.source)
        }
        for index in context.directory.ledger[worker.group] {
            remarks.compare(ledgerRow(index), worker, texts)
        }
        for index in context.directory.register[worker.group] {
            remarks.compare(registerRows[Int(index)], worker, texts)
        }
        if worker.nik.isUsable, !worker.person.contains(.passport),
            let fault = worker.nik.fault(birth: worker.birth, person: worker.person)
        {
            let source = context.source(worker) { $1 == worker.nik }
            remarks.add(.nikInvalid, column: "nik", .nikFault(fault), source)
        }
        outcome.hasIdentityFault = remarks.findings.contains {
            $0.code != .damagedKPJ && $0.code != .severalKPJ
        }
        if remarks.findings.contains(where: { $0.code == .nikDiffers }) {
            outcome.accountProblems.insert(.nikDiffers)
        }
        if worker.kpj.isUsable, worker.kpj.text.digitCount != 11 {
            let source = context.source(worker) { kpj, _ in kpj == worker.kpj }
            remarks.add(.unusualIdentifier, column: "kpj", .identifier(worker.kpj.text), source)
        }
        if worker.birth.isAbsent, let month = firstPensionMonth(outcome) {
            let source = context.payrollSource(worker, in: month)
            remarks.add(.birthMissing, column: "tanggal_lahir", .none, source, month)
        }
        remarkOnContacts(worker, &outcome)
        for var finding in remarks.findings {
            finding.employer = worker.employer
            finding.worker = index
            batch.findings.append(finding)
        }
    }

    /// Says where BPJS cannot reach him as payroll can, which is no doubt about who he is.
    private mutating func remarkOnContacts(_ worker: Worker, _ outcome: inout WorkerOutcome) {
        guard outcome.registerWord != .unstated else { return }
        for kind in ContactKind.allCases {
            guard let difference = context.contactDifference(worker, kind) else { continue }
            outcome.accountProblems.insert(kind.problem)
            remarks.add(
                kind.code,
                column: kind.column,
                .contact(
                    payroll: difference.payroll,
                    registerStates: difference.registerStates
                ),
                difference.register
            )
        }
    }

    /// The first month in which he owes JP.
    func firstPensionMonth(_ outcome: WorkerOutcome) -> ContributionMonth? {
        batch.months[outcome.monthPlaces].first { $0.pensionBase > .zero }?.month
    }
}
