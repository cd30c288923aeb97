/// What other employers' files and payments tell of a worker.
struct ElsewhereFacts: Sendable {
    /// Workers without a ledger row here who are in a ledger by KPJ or NIK.
    var inSomeLedger: Set<UInt32> = []
    /// Workers whom this employer's register does not show active, but some row by KPJ or NIK does.
    var activeSomewhere: Set<UInt32> = []
    /// Money for a worker under another employer.
    var misplaced: [UInt32: [MisplacedMoney]] = [:]
    /// Payments that no participant has, by employer and month.
    var unallocated: Set<EmployerMonth> = []

    func hasUnallocatedMoney(_ employer: UInt32, _ month: ContributionMonth) -> Bool {
        unallocated.contains(EmployerMonth(employer: employer, month: month))
    }
}

struct EmployerMonth: Hashable, Sendable {
    var employer: UInt32
    var month: ContributionMonth
}

/// Money for a worker under an employer that has no payroll row of his in that month.
struct MisplacedMoney: Hashable, Sendable {
    var employer: UInt32
    var month: ContributionMonth
    var amount: Rupiah
}

/// Whether a worker would be unregistered if no ledger anywhere knew him.
enum UnregisteredCandidate {
    static func holds(_ outcome: WorkerOutcome, _ employer: EmployerFacts) -> Bool {
        guard outcome.hasPayroll, !outcome.hasLedger else { return false }
        return employer.hasRegister ? outcome.registerWord == .unstated : employer.hasLedger
    }
}

/// A receipt whose KPJ or NIK is in no payroll row of its employer's month: it may be money that
/// belongs under another employer.
struct StrayReceipt: Sendable {
    var employer: UInt32
    var month: ContributionMonth
    var kpj: KPJ
    var nik: NIK
    var amount: Rupiah
}

// MARK: - Looking elsewhere

/// Looks for workers in the files of all employers, by KPJ or NIK.
struct ElsewhereSearch {
    let context: SettlementContext
    let batches: [SettledBatch]

    func search() -> ElsewhereFacts {
        var facts = ElsewhereFacts()
        let hasActiveRows = context.records.register.contains {
            $0.showsActive(asOf: context.run.asOf)
        }
        let parts = Parallel.map(count: batches.count) { index in
            suspects(in: batches[index], hasActiveRows: hasActiveRows)
        }
        let unregistered = parts.flatMap(\.unregistered)
        let inactive = parts.flatMap(\.inactive)
        let asOf = context.run.asOf
        (facts.inSomeLedger, facts.activeSomewhere) = Parallel.both {
            workers(unregistered, in: context.records.ledger) { ($0.kpj, $0.nik) }
        } _: {
            workers(inactive, in: context.records.register) {
                $0.showsActive(asOf: asOf) ? ($0.kpj, $0.nik) : (.absent, .absent)
            }
        }
        if context.records.employers.count > 1 { facts.misplaced = misplacedMoney() }
        return facts
    }

    /// The workers of a batch whom no ledger, or no active row of the register, may know.
    private func suspects(
        in batch: SettledBatch,
        hasActiveRows: Bool
    ) -> (unregistered: [UInt32], inactive: [UInt32]) {
        var unregistered: [UInt32] = []
        var inactive: [UInt32] = []
        for worker in batch.workers {
            let employer = context.directory.workers[Int(worker.worker)].employer
            let employerFacts = context.employerMonths.facts[Int(employer)]
            if UnregisteredCandidate.holds(worker, employerFacts) {
                unregistered.append(worker.worker)
            }
            if hasActiveRows, worker.registerWord != .active { inactive.append(worker.worker) }
        }
        return (unregistered, inactive)
    }

    /// Those of some workers of whom a row has the KPJ or the NIK.
    private func workers<Row>(
        _ candidates: [UInt32],
        in rows: RowTable<Row>,
        _ numbers: @Sendable (Row) -> (KPJ, NIK)
    ) -> Set<UInt32> {
        guard !candidates.isEmpty else { return [] }
        var kpjs: [KPJ: [UInt32]] = [:]
        var niks: [NIK: [UInt32]] = [:]
        for candidate in candidates {
            let worker = context.directory.workers[Int(candidate)]
            let identities = context.directory.identities(of: worker, context.records)
            for kpj in identities.kpjs { kpjs[kpj, default: []].append(candidate) }
            for nik in identities.niks { niks[nik, default: []].append(candidate) }
        }
        // Hardly any row has a number of theirs, and most are told apart without hashing.
        var numbersOfAll = KeyBits(expecting: kpjs.count + niks.count)
        for kpj in kpjs.keys { numbersOfAll.insert(kpj.text.raw) }
        for nik in niks.keys { numbersOfAll.insert(nik.text.raw) }
        let (byKPJ, byNIK, known) = (kpjs, niks, numbersOfAll)
        let ranges = Parallel.ranges(count: rows.count, size: 1 << 16)
        let parts = Parallel.map(count: ranges.count) { part in
            var found: Set<UInt32> = []
            for row in rows[ranges[part]] {
                let (kpj, nik) = numbers(row)
                if kpj.isUsable, known.contains(kpj.text.raw), let workers = byKPJ[kpj] {
                    found.formUnion(workers)
                }
                if nik.isUsable, known.contains(nik.text.raw), let workers = byNIK[nik] {
                    found.formUnion(workers)
                }
            }
            return found
        }
        return parts.reduce(into: []) { $0.formUnion($1) }
    }
}

// MARK: - Money under another employer

extension ElsewhereSearch {
    private func misplacedMoney() -> [UInt32: [MisplacedMoney]] {
        let strays = batches.flatMap(\.strays)
        guard !strays.isEmpty else { return [:] }
        var byKPJ: [KPJ: [Int]] = [:]
        var byNIK: [NIK: [Int]] = [:]
        for (index, stray) in strays.enumerated() {
            if stray.kpj.isUsable { byKPJ[stray.kpj, default: []].append(index) }
            if stray.nik.isUsable { byNIK[stray.nik, default: []].append(index) }
        }
        return withoutOwnPayroll(candidates(strays, byKPJ, byNIK))
    }

    /// The workers with a payroll row in the month of a stray receipt that has their KPJ or NIK.
    private func candidates(
        _ strays: [StrayReceipt],
        _ byKPJ: [KPJ: [Int]],
        _ byNIK: [NIK: [Int]]
    ) -> [UInt32: Set<MisplacedMoney>] {
        let parts = Parallel.map(count: batches.count) { index in
            var found: [UInt32: Set<MisplacedMoney>] = [:]
            let batch = batches[index]
            for outcome in batch.workers where outcome.hasPayroll {
                let worker = context.directory.workers[Int(outcome.worker)]
                let (kpjs, niks) = context.directory.identities(of: worker, context.records)
                var indices: Set<Int> = []
                for kpj in kpjs { indices.formUnion(byKPJ[kpj] ?? []) }
                for nik in niks { indices.formUnion(byNIK[nik] ?? []) }
                guard !indices.isEmpty else { continue }
                let money = money(of: indices.map { strays[$0] }, outsideOf: worker.employer)
                for one in money where isInPayroll(outcome, batch, one.month) {
                    found[outcome.worker, default: []].insert(one)
                }
            }
            return found
        }
        return parts.reduce(into: [:]) { $0.merge($1) { $0.union($1) } }
    }

    /// Receipts added up by employer and month, as far as they come to money.
    private func money(
        of strays: [StrayReceipt],
        outsideOf employer: UInt32
    ) -> [MisplacedMoney] {
        var sums: [EmployerMonth: Rupiah] = [:]
        for stray in strays where stray.employer != employer {
            let key = EmployerMonth(employer: stray.employer, month: stray.month)
            sums[key, default: .zero] += stray.amount
        }
        return sums.filter { $0.value > .zero }.map {
            MisplacedMoney(employer: $0.key.employer, month: $0.key.month, amount: $0.value)
        }
    }

    private func isInPayroll(
        _ outcome: WorkerOutcome,
        _ batch: SettledBatch,
        _ month: ContributionMonth
    ) -> Bool {
        outcome.monthPlaces.contains { index in
            let own = batch.months.state(at: index)
            return own.hasPayroll && own.month == month
        }
    }

    /// Leaves out money of employers that do have a payroll row of the worker's in that month.
    private func withoutOwnPayroll(
        _ candidates: [UInt32: Set<MisplacedMoney>]
    ) -> [UInt32: [MisplacedMoney]] {
        guard !candidates.isEmpty else { return [:] }
        struct Place: Hashable {
            var employer: UInt32
            var month: ContributionMonth
            var identity: UInt64
        }
        var places: Set<Place> = []
        func identities(_ worker: UInt32) -> [UInt64] {
            let worker = context.directory.workers[Int(worker)]
            let (kpjs, niks) = context.directory.identities(of: worker, context.records)
            // A KPJ and a NIK of the same digits differ in length, so they cannot be confused.
            return kpjs.map(\.text.raw) + niks.map(\.text.raw)
        }
        for (worker, money) in candidates {
            for identity in identities(worker) {
                for one in money {
                    places.insert(
                        Place(employer: one.employer, month: one.month, identity: identity)
                    )
                }
            }
        }
        var taken: Set<Place> = []
        for (index, row) in context.records.payroll.enumerated() {
            if !context.isReplaced.isEmpty, context.isReplaced[index] { continue }
            for identity in [row.kpj.text.raw, row.nik.usable.text.raw] where identity != 0 {
                let place = Place(employer: row.employer, month: row.month, identity: identity)
                if places.contains(place) { taken.insert(place) }
            }
        }
        var result: [UInt32: [MisplacedMoney]] = [:]
        for (worker, money) in candidates {
            let ids = identities(worker)
            let kept = money.filter { one in
                !ids.contains {
                    taken.contains(Place(employer: one.employer, month: one.month, identity: $0))
                }
            }
            if !kept.isEmpty {
                result[worker] = kept.sorted { ($0.month, $0.employer) < ($1.month, $1.employer) }
            }
        }
        return result
    }
}
