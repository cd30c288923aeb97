/// A payroll file whose rows for an employer's month a later file replaces.
package struct PayrollReplacement: Hashable, Sendable {
    package var employer: UInt32
    package var month: ContributionMonth
    /// The replaced file.
    package var file: Int
    package var successor: Int
    package var rowCount: Int
}

/// Two payroll files of one delivery that look like versions of one another and yet add up.
struct PayrollOverlap: Hashable, Sendable {
    var employer: UInt32
    var month: ContributionMonth
    var files: [Int]
    var sharedWorkers: Int
}

/// What became of the payroll files of a run.
struct PayrollVersionsFound: Sendable {
    /// The rows that are replaced; empty for none.
    var isReplaced: [Bool] = []
    var replacements: [PayrollReplacement] = []
    var overlaps: [PayrollOverlap] = []
}

/// Tells parts of a payroll from versions of it.
///
/// Payroll files of one employer and month add up: staff, directors and outlets come apart. But two
/// files that share more than half of the workers of the smaller one are two versions, and the
/// later one replaces the earlier. Files of one delivery always add up.
enum PayrollVersions {
    /// Looks for files that a later one replaces.
    ///
    /// - Parameters:
    ///   - records: What was read.
    ///   - workers: Who is who.
    ///   - deliveries: When the files came; nil where each came by itself.
    ///   - ignored: Files that are looked at as if they were not there.
    /// - Returns: The rows that are replaced, and by what; both empty where no file is a version of
    ///   another.
    static func find(
        in records: Records,
        _ workers: WorkerResolution,
        _ deliveries: Deliveries? = nil,
        ignoring ignored: Set<Int> = []
    ) -> PayrollVersionsFound {
        var found = PayrollVersionsFound()
        // Rows stand in the order of their files.
        guard let first = records.payroll.first, let last = records.payroll.last,
            first.source.file != last.source.file
        else { return found }
        var entries = rowsOfSharedMonths(records, workers)
        if !ignored.isEmpty {
            entries.removeAll { ignored.contains(records.payroll[Int($0.index)].source.file) }
        }
        radixSort(&entries)
        var start = 0
        while start < entries.count {
            let (employer, month) = (entries[start].employer, entries[start].key >> 32)
            var end = start
            while end < entries.count, entries[end].employer == employer,
                entries[end].key >> 32 == month
            {
                end += 1
            }
            let pairs = versions(among: entries[start..<end], records)
            var successors: [Int: Int] = [:]
            for pair in pairs where deliveries.areSeparate(pair.earlier, pair.later) {
                successors[pair.earlier] = max(successors[pair.earlier] ?? 0, pair.later)
            }
            for pair in pairs where !deliveries.areSeparate(pair.earlier, pair.later) {
                found.overlaps.append(
                    PayrollOverlap(
                        employer: employer,
                        month: ContributionMonth(number: Int16(month)),
                        files: [pair.earlier, pair.later],
                        sharedWorkers: pair.sharedWorkers
                    )
                )
            }
            if !successors.isEmpty {
                if found.isReplaced.isEmpty {
                    found.isReplaced = [Bool](repeating: false, count: records.payroll.count)
                }
                var rowCounts: [Int: Int] = [:]
                for entry in entries[start..<end] {
                    let file = records.payroll[Int(entry.index)].source.file
                    guard successors[file] != nil else { continue }
                    found.isReplaced[Int(entry.index)] = true
                    rowCounts[file, default: 0] += 1
                }
                for (file, successor) in successors.sorted(by: { $0.key < $1.key }) {
                    found.replacements.append(
                        PayrollReplacement(
                            employer: employer,
                            month: ContributionMonth(number: Int16(month)),
                            file: file,
                            successor: successor,
                            rowCount: rowCounts[file] ?? 0
                        )
                    )
                }
            }
            start = end
        }
        return found
    }

    /// The rows of employers' months that more than one file names, keyed by month and worker.
    private static func rowsOfSharedMonths(
        _ records: Records,
        _ workers: WorkerResolution
    ) -> [SortEntry] {
        struct EmployerMonth: Hashable {
            var employer: UInt32
            var month: Int16
        }
        var firstFile: [EmployerMonth: Int] = [:]
        var shared: Set<EmployerMonth> = []
        var last: (EmployerMonth, Int)?
        for row in records.payroll {
            let cell = EmployerMonth(employer: row.employer, month: row.month.number)
            if let last, last.0 == cell, last.1 == row.source.file { continue }
            last = (cell, row.source.file)
            if let file = firstFile[cell] {
                if file != row.source.file { shared.insert(cell) }
            } else {
                firstFile[cell] = row.source.file
            }
        }
        guard !shared.isEmpty else { return [] }
        var entries: [SortEntry] = []
        for worker in 0..<UInt32(workers.count) {
            for index in workers.payroll[worker] {
                let row = records.payroll[Int(index)]
                let cell = EmployerMonth(employer: row.employer, month: row.month.number)
                guard shared.contains(cell) else { continue }
                entries.append(
                    SortEntry(
                        key: UInt64(row.month.number) << 32 | UInt64(worker),
                        employer: row.employer,
                        index: index
                    )
                )
            }
        }
        return entries
    }

    private struct Pair: Hashable {
        var earlier: Int
        var later: Int
        var sharedWorkers = 0
    }

    /// The pairs of files that share more than half of the workers of the smaller one.
    private static func versions(
        among entries: ArraySlice<SortEntry>,
        _ records: Records
    ) -> [Pair] {
        var workerCounts: [Int: Int] = [:]
        var sharedCounts: [Pair: Int] = [:]
        var start = entries.startIndex
        while start < entries.endIndex {
            var files: [Int] = []
            var end = start
            while end < entries.endIndex, entries[end].key == entries[start].key {
                let file = records.payroll[Int(entries[end].index)].source.file
                if files.last != file, !files.contains(file) { files.append(file) }
                end += 1
            }
            for file in files { workerCounts[file, default: 0] += 1 }
            if files.count > 1 {
                files.sort()
                for (position, earlier) in files.enumerated() {
                    for later in files[(position + 1)...] {
                        sharedCounts[Pair(earlier: earlier, later: later), default: 0] += 1
                    }
                }
            }
            start = end
        }
        return sharedCounts.compactMap { pair, sharedCount -> Pair? in
            let smaller = min(workerCounts[pair.earlier] ?? 0, workerCounts[pair.later] ?? 0)
            guard sharedCount * 2 > smaller else { return nil }
            return Pair(earlier: pair.earlier, later: pair.later, sharedWorkers: sharedCount)
        }
        .sorted { ($0.earlier, $0.later) < ($1.earlier, $1.later) }
    }
}
