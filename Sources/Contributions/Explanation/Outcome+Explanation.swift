extension Outcome {
    /// The workers who have a KPJ or a NIK in any of their rows, in the order of the reports.
    package func workers(with isMeant: (KPJ, NIK) -> Bool) -> [UInt32] {
        workers.indices.filter { index in
            let worker = workers[index]
            return isMeant(worker.kpj, worker.nik)
                || context.source(worker, with: isMeant) != nil
        }
        .map(UInt32.init)
    }

    /// The months of which rows name a worker, oldest first.
    package func months(of worker: UInt32) -> [ContributionMonth] {
        guard let (batch, outcome) = place(of: worker) else { return [] }
        return batch.months(of: outcome).map(\.month)
    }

    /// A worker-month re-derived.
    ///
    /// - Parameters:
    ///   - worker: The worker's place in the directory.
    ///   - month: The month.
    ///   - book: The law in figures.
    /// - Returns: What the month follows from; nil where no row of his names it.
    package func explanation(
        of worker: UInt32,
        in month: ContributionMonth,
        _ book: RuleBook
    ) -> MonthExplanation? {
        guard let (batch, settled) = place(of: worker),
            let outcome = batch.months(of: settled).first(where: { $0.month == month })
        else { return nil }
        let person = workers[Int(worker)]
        let rules = employerMonths.rules(month)
        let terms = employerMonths.terms(person.employer, month)
        let employer = employerMonths.row(person.employer, month)
        let payroll = payrollUses(person, outcome, batch)
        let own = payroll.reduce(into: ProgrammeSet.none) { $0.formUnion($1.row.programmes) }
        var bills = Bills(notesCodes: true)
        let ledger = ledgerUses(person, month, &bills)
        let parts = context.allocated.of(worker).filter { $0.month == month }
        for part in parts { bills.receipts.add(part.shares, on: part.paid) }
        return MonthExplanation(
            worker: person,
            outcome: outcome,
            rules: rules,
            employer: employer,
            programmes: own.isEmpty ? terms.programmes : own,
            owesPension: (!person.person.contains(.foreign) || policy.expectsJPOfForeigners)
                && rules.owesPension(
                    birth: person.birth,
                    electsToStay: payroll.contains { $0.row.marks.contains(.electsJP) }
                ),
            age: person.birth.ifPresent.map { $0.age(on: month.day(1)) },
            payroll: payroll,
            ledger: ledger,
            payments: parts,
            shares: shares(outcome, terms, employer, book),
            lateParts: lateParts(outcome, rules, bills),
            findings: batch.findings.filter { $0.worker == worker && ($0.month ?? month) == month }
                + runFindings.filter { finding in
                    // Those of the worker, and of his employer as a whole in that month.
                    finding.worker.map { $0 == worker && (finding.month ?? month) == month }
                        ?? (finding.employer == person.employer && finding.month == month)
                },
            laws: book.laws(month)
        )
    }

    private func place(of worker: UInt32) -> (SettledBatch, WorkerOutcome)? {
        for batch in batches {
            guard let first = batch.workers.first?.worker, let last = batch.workers.last?.worker,
                (first...last).contains(worker)
            else { continue }
            return batch.workers.first { $0.worker == worker }.map { (batch, $0) }
        }
        return nil
    }
}

// MARK: - Rows

extension Outcome {
    private func payrollUses(
        _ person: Worker,
        _ outcome: MonthOutcome,
        _ batch: SettledBatch
    ) -> [PayrollUse] {
        let counted = Set(batch.sources[outcome.payrollSources])
        return context.directory.payroll[person.group].map { records.payroll[Int($0)] }
            .filter { $0.month == outcome.month }
            .map { row in
                guard counted.contains(row.source) else { return PayrollUse(row: row, use: .twin) }
                return PayrollUse(row: row, use: row.isWithinService ? .counted : .outsideService)
            }
    }

    private func ledgerUses(
        _ person: Worker,
        _ month: ContributionMonth,
        _ bills: inout Bills
    ) -> [LedgerUse] {
        let all = context.directory.ledger[person.group]
        let isOfMonth = { (index: UInt32) in self.records.ledger[Int(index)].month == month }
        guard let start = all.firstIndex(where: isOfMonth) else { return [] }
        let rows = all[start...].prefix(while: isOfMonth)
        bills.read(rows, of: records.ledger, asOf: run.asOf)
        let (twins, reprinted) = (Set(bills.twins), Set(bills.reprinted))
        return rows.map { index in
            let row = records.ledger[Int(index)]
            if twins.contains(index) { return LedgerUse(row: row, use: .twin) }
            if reprinted.contains(index) { return LedgerUse(row: row, use: .reprinted) }
            return LedgerUse(row: row, use: row.isReceipt(asOf: run.asOf) ? .receipt : .bill)
        }
    }
}

// MARK: - Reckoning

extension Outcome {
    private func shares(
        _ outcome: MonthOutcome,
        _ terms: EmployerTerms,
        _ employer: EmployerRow?,
        _ book: RuleBook
    ) -> [ShareExplanation] {
        Share.allCases.map { share in
            ShareExplanation(
                share: share,
                base: share.programme == .jp ? outcome.pensionBase : outcome.base,
                rate: terms.rates[share.rawValue],
                due: outcome.due[share],
                billed: outcome.billed[share],
                received: outcome.received[share],
                legalBasis: book.legalBasis(of: share, outcome.month, employer)
            )
        }
    }

    /// What bears the late fee of the month, if it has one.
    private func lateParts(
        _ outcome: MonthOutcome,
        _ rules: MonthRules,
        _ bills: Bills
    ) -> [LatePart] {
        guard outcome.lateFee > .zero else { return [] }
        var receipts = bills.receipts
        receipts.join(rules.joinsJKM)
        var parts: [LatePart] = []
        receipts.forEachLatePart(
            outcome.due.compared(joiningJKM: rules.joinsJKM),
            tolerance: policy.tolerance.perShare,
            dueDate: rules.due,
            asOf: run.asOf
        ) { parts.append($0) }
        return parts
    }
}
