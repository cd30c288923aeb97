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
    /// Two workers by the indices of their entries.
    private struct Pair: Hashable {
        var stranger: UInt32
        var inPayroll: UInt32
    }

    private func pairs(_ unmatched: Unmatched) -> [NearMiss] {
        let workers = UnmatchedPeople(
            inPayroll: unmatched.inPayroll.map { UnmatchedWorker($0, context) },
            strangers: unmatched.strangers.map { UnmatchedWorker($0, context) }
        )
        var found: [NearMiss] = []
        var seen: Set<Pair> = []
        for keys in SubKeys.allCases where keys != .remains || workers.haveRemains {
            // More keys than are sorted at a time are taken in parts, by what they leave divided.
            let parts = UInt64(workers.count * keys.usualCount / Self.keysAtATime + 1)
            for part in 0..<parts {
                let entries = workers.entries(of: keys) { $0 % parts == part }
                compare(entries, workers, &seen, &found)
            }
        }
        return Self.withoutWeaker(found)
    }

    /// Compares the workers of both sides who share a sub-key.
    private func compare(
        _ entries: [SortEntry],
        _ workers: UnmatchedPeople,
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
            let strangerCount = block.count { UnmatchedPeople.isStranger($0) }
            let pairCount = strangerCount * (block.count - strangerCount)
            guard pairCount > 0, pairCount <= Self.largestBlock else { continue }
            for entry in block where UnmatchedPeople.isStranger(entry) {
                let stranger = workers[entry]
                for other in block where !UnmatchedPeople.isStranger(other) {
                    let pair = Pair(stranger: entry.index, inPayroll: other.index)
                    guard seen.insert(pair).inserted else { continue }
                    let evidence = workers[other].evidence(beside: stranger)
                    guard evidence.isSuggestion else { continue }
                    found.append(
                        NearMiss(
                            inPayroll: workers[other].index,
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

/// The unmatched workers of an employer, on both sides.
private struct UnmatchedPeople {
    let inPayroll: [UnmatchedWorker]
    let strangers: [UnmatchedWorker]

    var count: Int { inPayroll.count + strangers.count }

    /// Whether a spreadsheet left only a part of somebody's NIK.
    var haveRemains: Bool {
        inPayroll.contains { !$0.nikRemains.isEmpty }
            || strangers.contains { !$0.nikRemains.isEmpty }
    }

    /// The worker of an entry.
    subscript(entry: SortEntry) -> UnmatchedWorker {
        let place = Int(entry.index >> 1)
        return Self.isStranger(entry) ? strangers[place] : inPayroll[place]
    }

    /// Whether an entry is of a worker who is in no payroll; his index is odd.
    static func isStranger(_ entry: SortEntry) -> Bool { entry.index & 1 == 1 }

    /// The sub-keys of all workers, sorted.
    func entries(of keys: SubKeys, where isMeant: (UInt64) -> Bool) -> [SortEntry] {
        var entries: [SortEntry] = []
        var own: [UInt64] = []
        func add(_ workers: [UnmatchedWorker], _ side: UInt32) {
            for (place, worker) in workers.enumerated() {
                own.removeAll(keepingCapacity: true)
                keys.append(of: worker, to: &own)
                for key in own where isMeant(key) {
                    let index = UInt32(place) << 1 | side
                    entries.append(SortEntry(key: key, employer: 0, index: index))
                }
            }
        }
        add(inPayroll, 0)
        add(strangers, 1)
        radixSort(&entries)
        return entries
    }
}
