/// Two workers of an employer who may be one person: a suggestion, never a match.
package struct NearMiss: Hashable, Sendable {
    /// The worker in payroll.
    package var inPayroll: UInt32
    /// The worker who is only in the ledger or the register.
    package var outsidePayroll: UInt32
    package var evidence: PairEvidence
}

/// Finds near misses between workers in payroll who miss ledger or register rows, and workers who
/// have such rows and no payroll.
///
/// Who misses nothing is not looked at, so twins and namesakes with rows of their own are never
/// suggested, and files without unmatched rows pay nothing.
struct NearMissSearch {
    let context: SettlementContext

    /// The most pairs that are looked at because they share one sub-key; what so many share is a
    /// placeholder (`0000000000000000`, 1 January 1970) and no evidence.
    static let largestBlock = 1 << 14

    /// The most sub-keys that are sorted at a time.
    private static let keysAtATime = 1 << 22

    func search(_ batches: [SettledBatch]) -> [NearMiss] {
        let employers = unmatchedWorkers(in: batches)
        guard !employers.isEmpty else { return [] }
        let found = Parallel.map(count: employers.count) { pairs(employers[$0]) }
        return found.flatMap(\.self).sorted {
            ($0.inPayroll, $0.outsidePayroll) < ($1.inPayroll, $1.outsidePayroll)
        }
    }
}

// MARK: - Who is unmatched

extension NearMissSearch {
    /// The unmatched workers of an employer who has some on both sides.
    private struct Unmatched: Sendable {
        var inPayroll: [UInt32] = []
        var strangers: [UInt32] = []
    }

    private func unmatchedWorkers(in batches: [SettledBatch]) -> [Unmatched] {
        let strangers = Parallel.map(count: batches.count) { batch in
            batches[batch].workers.filter { !$0.hasPayroll }.map(\.worker)
        }
        var employers: [UInt32: Unmatched] = [:]
        for stranger in strangers.lazy.flatMap(\.self) {
            let employer = context.directory.workers[Int(stranger)].employer
            employers[employer, default: Unmatched()].strangers.append(stranger)
        }
        guard !employers.isEmpty else { return [] }
        let known = employers
        let missing = Parallel.map(count: batches.count) { batch in
            batches[batch].workers.filter { missesRows($0, known) }.map(\.worker)
        }
        for worker in missing.lazy.flatMap(\.self) {
            let employer = context.directory.workers[Int(worker)].employer
            employers[employer]?.inPayroll.append(worker)
        }
        return employers.sorted { $0.key < $1.key }.map(\.value).filter { !$0.inPayroll.isEmpty }
    }

    /// Whether a worker in payroll lacks ledger rows, or register rows where there is a register.
    private func missesRows(_ outcome: WorkerOutcome, _ employers: [UInt32: Unmatched]) -> Bool {
        guard outcome.hasPayroll, !outcome.hasLedger || outcome.registerWord == .unstated else {
            return false
        }
        let employer = context.directory.workers[Int(outcome.worker)].employer
        guard employers[employer] != nil else { return false }
        return !outcome.hasLedger || context.employerMonths.facts[Int(employer)].hasRegister
    }
}

// MARK: - Pairs

extension NearMissSearch {
    /// Two workers, in 64 bits: the stranger first.
    private struct Pair: Hashable {
        var stranger: UInt32
        var inPayroll: UInt32
    }

    private func pairs(_ unmatched: Unmatched) -> [NearMiss] {
        var found: [NearMiss] = []
        var seen: Set<Pair> = []
        for keys in SubKeys.allCases where keys != .remains || hasRemains(unmatched) {
            // More keys than are sorted at a time are taken in parts, by what they leave divided.
            let count = (unmatched.inPayroll.count + unmatched.strangers.count) * 32
            let parts = UInt64(count / Self.keysAtATime + 1)
            for part in 0..<parts {
                let entries = entries(of: keys, unmatched) { $0 % parts == part }
                compare(entries, unmatched, &seen, &found)
            }
        }
        return Self.withoutWeaker(found)
    }

    /// Whether a spreadsheet left only a part of somebody's NIK.
    private func hasRemains(_ unmatched: Unmatched) -> Bool {
        [unmatched.inPayroll, unmatched.strangers].joined().contains { index in
            let worker = context.directory.workers[Int(index)]
            return !worker.nik.isUsable && !context.remainsOfNIK(worker).isEmpty
        }
    }

    /// The sub-keys of all unmatched workers of an employer, sorted; those in payroll have even
    /// indices.
    private func entries(
        of keys: SubKeys,
        _ unmatched: Unmatched,
        where isMeant: (UInt64) -> Bool
    ) -> [SortEntry] {
        var entries: [SortEntry] = []
        var own: [UInt64] = []
        func add(_ workers: [UInt32], _ side: UInt32) {
            for (place, index) in workers.enumerated() {
                own.removeAll(keepingCapacity: true)
                keys.append(of: UnmatchedWorker(index, context), to: &own)
                for key in own where isMeant(key) {
                    let index = UInt32(place) << 1 | side
                    entries.append(SortEntry(key: key, employer: 0, index: index))
                }
            }
        }
        add(unmatched.inPayroll, 0)
        add(unmatched.strangers, 1)
        radixSort(&entries)
        return entries
    }

    /// Compares the workers of both sides who share a sub-key.
    private func compare(
        _ entries: [SortEntry],
        _ unmatched: Unmatched,
        _ seen: inout Set<Pair>,
        _ found: inout [NearMiss]
    ) {
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            defer { start = end }
            guard end - start > 1 else { continue }
            let block = entries[start..<end]
            let strangers = block.filter { $0.index & 1 == 1 }
            let rest = block.count - strangers.count
            guard !strangers.isEmpty, rest > 0, strangers.count * rest <= Self.largestBlock else {
                continue
            }
            let inPayroll = block.filter { $0.index & 1 == 0 }
                .map { UnmatchedWorker(unmatched.inPayroll[Int($0.index >> 1)], context) }
            for entry in strangers {
                let stranger = UnmatchedWorker(
                    unmatched.strangers[Int(entry.index >> 1)],
                    context
                )
                for worker in inPayroll {
                    let pair = Pair(stranger: stranger.index, inPayroll: worker.index)
                    guard seen.insert(pair).inserted else { continue }
                    let evidence = worker.evidence(beside: stranger)
                    guard evidence.isSuggestion else { continue }
                    found.append(
                        NearMiss(
                            inPayroll: worker.index,
                            outsidePayroll: stranger.index,
                            evidence: evidence
                        )
                    )
                }
            }
        }
    }

    /// Leaves out what better evidence speaks against: of the workers whom a stranger may be, the
    /// best remain, and the contract's own pairs.
    static func withoutWeaker(_ misses: [NearMiss]) -> [NearMiss] {
        var best: [UInt32: Int] = [:]
        for miss in misses {
            best[miss.outsidePayroll] = max(best[miss.outsidePayroll] ?? .min, miss.evidence.weight)
        }
        return misses.filter {
            $0.evidence.isOfContract || $0.evidence.weight == best[$0.outsidePayroll]
        }
    }
}
