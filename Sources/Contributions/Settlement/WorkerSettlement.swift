/// Settles workers one after the other: what was due, billed and received in each month.
///
/// It has some hundred bytes, which Swift copies to call a method that only reads it. So what every
/// worker calls is declared to change it, or is inlined.
struct WorkerSettlement {
    let context: SettlementContext
    // The tables of the records, at hand without a look through the classes that own them.
    let payrollRows: RowTable<PayrollRow>
    let ledgerRows: RowTable<LedgerRow>
    let registerRows: RowTable<RegisterRow>
    let texts: TextStore
    private let hasOtherEmployers: Bool
    private let hasPairs: Bool
    var batch = SettledBatch()
    var bills = Bills()
    var pay = MonthPay()
    /// The parts of lump sums that came to the month.
    var allocated: ArraySlice<AllocatedReceipt> = []
    var remarks = IdentityRemarks()
    /// Whether the ledger states a lower wage than payroll in a month of the worker.
    var hasWageGap = false
    /// The worker's ledger rows with back pay, by month.
    var rapelRows: [RapelRow] = []

    static func settle(_ workers: Range<Int>, _ context: SettlementContext) -> SettledBatch {
        var settlement = WorkerSettlement(context: context)
        // Only what is written takes memory, and growing would write everything twice.
        let rowCount = max(context.records.payroll.count, context.records.ledger.count)
        let monthCount = workers.count * rowCount / max(1, context.directory.workers.count)
        settlement.batch.months.reserveCapacity(monthCount + monthCount / 8)
        settlement.batch.workers.reserveCapacity(workers.count)
        settlement.batch.sources.reserveCapacity((monthCount + monthCount / 8) * 2)
        for worker in workers {
            let next = worker + Prefetch.distance
            if next < workers.upperBound { settlement.prefetchRows(of: next) }
            settlement.settle(UInt32(worker))
        }
        // Added up while they are in the cache.
        settlement.batch.totals = Totals.add(settlement.batch.months, context)
        return settlement.batch
    }

    private init(context: SettlementContext) {
        self.context = context
        payrollRows = context.records.payroll
        ledgerRows = context.records.ledger
        registerRows = context.records.register
        texts = context.records.texts
        hasOtherEmployers = context.records.employers.count > 1
        hasPairs = !context.directory.paired.isEmpty
    }
}

// MARK: - A worker

extension WorkerSettlement {
    /// Asks for the rows of a worker.
    @inline(__always)
    private func prefetchRows(of worker: Int) {
        let directory = context.directory
        let group = directory.workers[worker].group
        for row in directory.payroll[group] { payrollRows.prefetch(Int(row)) }
        for row in directory.ledger[group] { ledgerRows.prefetch(Int(row)) }
        for row in directory.register[group] { registerRows.prefetch(Int(row)) }
    }

    private mutating func settle(_ index: UInt32) {
        let worker = context.directory.workers[Int(index)]
        let payroll = context.directory.payroll[worker.group]
        let ledger = context.directory.ledger[worker.group]
        var outcome = WorkerOutcome(worker: index, monthStart: UInt32(batch.months.count))
        outcome.hasPayroll = !payroll.isEmpty
        outcome.hasLedger = !ledger.isEmpty
        let firstFinding = batch.findings.count
        hasWageGap = false
        if !rapelRows.isEmpty { rapelRows.removeAll() }

        var nextPayroll = payroll.startIndex
        var nextLedger = ledger.startIndex
        var newestProgrammes: ProgrammeSet?
        var parts = context.allocated.of(index)
        while nextPayroll < payroll.endIndex || nextLedger < ledger.endIndex {
            let month = min(
                nextPayroll < payroll.endIndex
                    ? payrollRow(payroll[nextPayroll]).month : ContributionMonth(number: .max),
                nextLedger < ledger.endIndex
                    ? ledgerRow(ledger[nextLedger]).month : ContributionMonth(number: .max)
            )
            let payrollStart = nextPayroll
            while nextPayroll < payroll.endIndex, payrollRow(payroll[nextPayroll]).month == month {
                nextPayroll += 1
            }
            let ledgerStart = nextLedger
            while nextLedger < ledger.endIndex, ledgerRow(ledger[nextLedger]).month == month {
                nextLedger += 1
            }
            readPay(payroll[payrollStart..<nextPayroll], index, worker)
            readBills(ledger[ledgerStart..<nextLedger], index, worker)
            allocated = parts.prefix { $0.month == month }
            parts = parts[allocated.endIndex...]
            for part in allocated { bills.receipts.add(part.shares, on: part.paid) }
            if payrollStart < nextPayroll { newestProgrammes = pay.programmes }
            if hasOtherEmployers { noteStrays() }
            settleMonth(month, &outcome, worker, hasPayroll: payrollStart < nextPayroll)
        }
        completeProgrammes(outcome, newestProgrammes)
        if hasWageGap { remarkOnWages(outcome, from: firstFinding) }
        outcome.hasWageGap = hasWageGap
        readRegister(worker, &outcome)
        outcome.payrollEnd = newestLeaving(payroll)
        remarkOnIdentity(worker, index, &outcome)
        batch.workers.append(outcome)
    }

    @inline(__always)
    func payrollRow(_ index: UInt32) -> PayrollRow { payrollRows[Int(index)] }
    @inline(__always)
    func ledgerRow(_ index: UInt32) -> LedgerRow { ledgerRows[Int(index)] }

    /// A month without a payroll row takes the programmes of his newest payroll month.
    private mutating func completeProgrammes(
        _ outcome: WorkerOutcome,
        _ newestProgrammes: ProgrammeSet?
    ) {
        guard let newestProgrammes else { return }
        for index in outcome.monthPlaces
        where !batch.months.state(at: index).hasPayroll {
            batch.months.setIncludesJHT(newestProgrammes.contains(.jht), at: index)
        }
    }

    /// The newest day on which payroll says he left, up to the as-of date.
    @inline(__always)
    private func newestLeaving(_ rows: RowList) -> Day {
        var newest = Day.absent
        for index in rows {
            let left = payrollRow(index).left
            if !left.isAbsent, left <= context.run.asOf { newest = max(newest, left) }
        }
        return newest
    }
}

// MARK: - A month's rows

extension WorkerSettlement {
    /// Adds up the payroll rows of a month; rows that repeat another one count once.
    private mutating func readPay(_ rows: RowList, _ worker: UInt32, _ of: Worker) {
        pay.removeAll()
        var seen: [UInt64: [UInt32]] = [:]
        for index in rows {
            let row = payrollRow(index)
            if rows.count > 1 {
                let key = row.residue &+ UInt64(bitPattern: row.base.sen)
                let twin = seen[key]?.first { payrollRow($0).isTwin(of: row, in: texts) }
                if let twin {
                    skip(row.source, like: payrollRow(twin).source, of.employer, row.month, worker)
                    continue
                }
                seen[key, default: []].append(index)
            }
            pay.counted.append(index)
            pay.marks.formUnion(row.marks)
            pay.programmes.formUnion(row.programmes)
            pay.cut += row.cutJHT + row.cutJP
            if row.isWithinService {
                pay.base += row.base
                pay.hasRowWithinService = true
            } else {
                batch.findings.append(
                    Finding(
                        .wageOutsideService,
                        employer: of.employer,
                        month: row.month,
                        worker: worker,
                        source: row.source,
                        column: "upah",
                        detail: .amount(row.base)
                    )
                )
            }
        }
        if let first = rows.first, pay.programmes.isEmpty {
            pay.programmes =
                context.employerMonths.terms(of.employer, payrollRow(first).month).programmes
        }
    }

    private mutating func readBills(_ rows: RowList, _ worker: UInt32, _ of: Worker) {
        guard !rows.isEmpty else {
            bills.removeAll()
            return
        }
        bills.read(rows, of: ledgerRows, asOf: context.run.asOf)
        for index in bills.twins {
            let row = ledgerRow(index)
            let first = bills.counted.first { ledgerRow($0).isTwin(of: row) }
            skip(
                row.source,
                like: first.map { ledgerRow($0).source },
                of.employer,
                row.month,
                worker
            )
            if row.isReceipt(asOf: context.run.asOf) {
                batch.twinReceipts.append((of.employer, row.month, row.shares))
            }
        }
        for index in bills.reprinted {
            let row = ledgerRow(index)
            let prints = bills.counted.map { ledgerRow($0) }
            let successor = prints.filter { $0.billingCode == row.billingCode }.map(\.source.file)
                .max()
            let reprint = SettledBatch.Reprint(
                employer: of.employer,
                month: row.month,
                file: row.source.file,
                successor: successor ?? row.source.file
            )
            batch.reprints[reprint, default: 0] += 1
            batch.skippedRows[row.source.file, default: 0] += 1
        }
    }

    /// Notes the receipts of the month whose KPJ or NIK its payroll rows lack.
    private mutating func noteStrays() {
        for index in bills.counted {
            let row = ledgerRow(index)
            guard row.isReceipt(asOf: context.run.asOf) else { continue }
            noteStray(row, row.shares.total)
        }
        for part in allocated { noteStrays(part) }
    }

    /// Notes the part of a lump sum as money for the rows of its bill, each by its share of that.
    ///
    /// Nearly every bill of a worker is one row. Where there are more, any of them may carry the
    /// number of somebody else.
    private mutating func noteStrays(_ part: AllocatedReceipt) {
        let rows = bills.counted.map(ledgerRow).filter { row in
            row.billingCode == part.billingCode && !row.isReceipt(asOf: context.run.asOf)
        }
        let billed = rows.reduce(Int128(0)) { $0 + Int128($1.shares.total.sen) }
        guard rows.count > 1, billed > 0 else {
            let row = rows.min { left, right in
                (left.kpj.text.raw, left.nik.text.raw) < (right.kpj.text.raw, right.nik.text.raw)
            }
            if let row { noteStray(row, part.shares.total) }
            return
        }
        for row in rows {
            let share = Int128(part.shares.total.sen) * Int128(row.shares.total.sen) / billed
            noteStray(row, Rupiah(sen: Int64(share)))
        }
    }

    private mutating func noteStray(_ row: LedgerRow, _ amount: Rupiah) {
        let hasKPJ = !row.kpj.isUsable || pay.counted.contains { payrollRow($0).kpj == row.kpj }
        let hasNIK = !row.nik.isUsable || pay.counted.contains { payrollRow($0).nik == row.nik }
        if hasKPJ, hasNIK { return }
        batch.strays.append(
            StrayReceipt(
                employer: row.employer,
                month: row.month,
                kpj: row.kpj,
                nik: row.nik,
                amount: amount
            )
        )
    }

    mutating func skip(
        _ source: SourceLine,
        like first: SourceLine?,
        _ employer: UInt32,
        _ month: ContributionMonth?,
        _ worker: UInt32
    ) {
        batch.skippedRows[source.file, default: 0] += 1
        batch.findings.append(
            Finding(
                .rowTwin,
                employer: employer,
                month: month,
                worker: worker,
                source: source,
                detail: first.map { .sameAs($0) } ?? .none
            )
        )
    }
}

// MARK: - A month's outcome

extension WorkerSettlement {
    private mutating func settleMonth(
        _ month: ContributionMonth,
        _ sums: inout WorkerOutcome,
        _ worker: Worker,
        hasPayroll: Bool
    ) {
        let rules = context.employerMonths.rules(month)
        let terms = context.employerMonths.terms(worker.employer, month)
        var due = Due()
        if hasPayroll {
            due = terms.due(
                on: pay.base,
                programmes: pay.programmes,
                owesPension: isInPension(worker)
                    && rules.owesPension(
                        birth: worker.birth,
                        electsToStay: pay.marks.contains(.electsJP)
                    ),
                rules,
                context.policy.rounding
            )
        }
        let tolerance = context.policy.tolerance.perShare
        let comparedDue = due.shares.compared(joiningJKM: rules.joinsJKM)
        let received = bills.receipts.total
        bills.receipts.join(rules.joinsJKM)
        let comparedReceived = bills.receipts.total
        let short = (comparedDue - comparedReceived).exceeding(tolerance)
        let over = (comparedReceived - due.ceiling.compared(joiningJKM: rules.joinsJKM))
            .exceeding(tolerance)

        // By day and payment, so that the parts of one payment are neighbours.
        var payments: [Int] = []
        for part in allocated where payments.last != part.payment { payments.append(part.payment) }
        var outcome = MonthOutcome(
            worker: sums.worker,
            employer: worker.employer,
            month: month,
            status: .noPayroll,
            matchKey: hasPayroll ? matchKey(worker) : .none,
            hasPayroll: hasPayroll,
            hasLedger: !bills.counted.isEmpty,
            isPastDue: rules.due < context.run.asOf,
            includesJHT: (hasPayroll ? pay.programmes : terms.programmes).contains(.jht),
            settledOn: .absent,
            daysLate: 0,
            lastPaid: bills.receipts.days.last?.day ?? .absent,
            base: due.base,
            pensionBase: due.pensionBase,
            reportedWage: bills.reportedWage,
            due: due.shares,
            billed: bills.billed,
            received: received,
            lateFee: .zero,
            shortTotal: .zero,
            sourceStart: UInt32(batch.sources.count),
            payrollSourceCount: UInt32(pay.counted.count),
            ledgerSourceCount: UInt32(bills.counted.count),
            paymentSourceCount: UInt32(payments.count)
        )
        let settledOn = bills.receipts.settled(comparedDue, tolerance)
        outcome.status = status(
            outcome,
            isShort: short != .zero,
            isOver: over != .zero,
            settledOn: settledOn,
            rules
        )
        complete(&outcome, short, settledOn, comparedDue, rules)
        // By index: a list that is read while the batch changes would be held, and counted, anew.
        for place in pay.counted.indices {
            batch.sources.append(payrollRow(pay.counted[place]).source)
        }
        for place in bills.counted.indices {
            let row = ledgerRow(bills.counted[place])
            batch.sources.append(row.source)
            if outcome.firstReceipt == .max, row.isReceipt(asOf: context.run.asOf) {
                outcome.firstReceipt = UInt16(clamping: place - bills.counted.startIndex)
            }
            // A bill is no proof of payment: back pay covers nothing before it is received.
            if row.wageMarks.contains(.rapel), outcome.status.isSettled { noteBackPay(row) }
        }
        for payment in payments { batch.sources.append(context.records.payments[payment].source) }
        // What may still change would be copied for each of those who take it.
        let settledMonth = outcome
        batch.months.append(settledMonth)
        sums.add(settledMonth)
        remarkOnMonth(settledMonth, worker, due, short: short, over: over, rules, terms)
    }

    /// Whether JP is expected of a worker at all: of foreigners only where the settings say so.
    @inline(__always)
    private func isInPension(_ worker: Worker) -> Bool {
        !worker.person.contains(.foreign) || context.policy.expectsJPOfForeigners
    }

    /// `status_iuran`: the first that holds.
    @inline(__always)
    private func status(
        _ outcome: MonthOutcome,
        isShort: Bool,
        isOver: Bool,
        settledOn: Day,
        _ rules: MonthRules
    ) -> MonthStatus {
        guard context.employerMonths.cell(outcome.employer, outcome.month).hasPayroll else {
            return .noPayroll
        }
        guard outcome.hasPayroll else { return .notInPayroll }
        if outcome.due.total == .zero, !outcome.hasMoney { return .nothingDue }
        if !isShort {
            if isOver { return .overpaid }
            return settledOn.isAbsent || settledOn <= rules.due ? .paid : .paidLate
        }
        guard outcome.isPastDue else { return .notYetDue }
        if outcome.hasMoney { return .short }
        let employer = context.employerMonths.facts[Int(outcome.employer)]
        return employer.hasLedgerData(forDue: rules.due) ? .unpaid : .noData
    }

    /// Fills in what follows from the status.
    @inline(__always)
    private func complete(
        _ outcome: inout MonthOutcome,
        _ short: Shares,
        _ settledOn: Day,
        _ comparedDue: Shares,
        _ rules: MonthRules
    ) {
        if outcome.status.isSettled {
            outcome.settledOn = settledOn
            if !settledOn.isAbsent {
                outcome.daysLate = Int32(max(0, settledOn.days(since: rules.due)))
            }
        } else if outcome.status == .unpaid || outcome.status == .short {
            outcome.daysLate = Int32(context.run.asOf.days(since: rules.due))
            outcome.shortTotal = short.total
        }
        guard outcome.isPastDue, outcome.hasPayroll, outcome.status != .noData else { return }
        // Nothing is short and nothing came late: the common case needs no reckoning.
        let isOnTime = outcome.status.isSettled && outcome.lastPaid <= rules.due
        guard !isOnTime, comparedDue.total > .zero else { return }
        let fee = bills.receipts.lateFee(
            comparedDue,
            tolerance: context.policy.tolerance.perShare,
            dueDate: rules.due,
            asOf: context.run.asOf,
            rate: rules.lateFee
        )
        let divisor = Int128(1_000_000 * context.policy.rounding.sen)
        outcome.lateFee = Rupiah(
            sen: Int64((fee + divisor / 2) / divisor) * context.policy.rounding.sen
        )
    }

    /// The weakest rule by which one of the month's ledger rows was matched.
    private mutating func matchKey(_ worker: Worker) -> MatchKey {
        var weakest = MatchKey.none
        for index in bills.counted {
            let kpj = ledgerRow(index).kpj
            let key: MatchKey
            if hasPairs, isPaired(ledgerRow(index)) {
                key = .pair
            } else if !kpj.isUsable || !worker.payrollKPJ.isUsable {
                key = .nik
            } else {
                key = kpj == worker.payrollKPJ ? .kpj : .nikOtherKPJ
            }
            weakest = max(weakest, key)
        }
        return weakest
    }

    /// Whether a row is the worker's because a human says so.
    private func isPaired(_ row: LedgerRow) -> Bool {
        context.directory.paired.contains(
            row.kpj.isUsable
                ? OtherNumber(row.kpj, at: row.employer) : OtherNumber(row.nik, at: row.employer)
        )
    }
}
