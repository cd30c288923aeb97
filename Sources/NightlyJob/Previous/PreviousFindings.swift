internal import Contributions
internal import Reporting

/// The findings of the previous report: those it made, and those that had been resolved by then.
///
/// A finding is the same by code, employer, month, worker and value; not by where it stands, nor by
/// its words.
struct PreviousFindings: Sendable {
    private let open: CellArena
    private let openIndex: CellIndex
    private let resolved: CellArena
    private let resolvedIndex: CellIndex

    /// The days for which a resolved finding is remembered, so that it is known when it comes back.
    private static let memoryDays = 730

    private static let keyColumns = ["kode", "npp", "blth", "kpj", "nik", "nilai"]
    private static let keys = Array(keyColumns.indices)
    private static let severity = keyColumns.count
    private static let firstSeen = keyColumns.count + 1
    private static let resolvedOn = keyColumns.count + 2

    init(open: [UInt8], resolved: [UInt8]) {
        let columns = Self.keyColumns + ["tingkat", "pertama_terlihat"]
        self.open = CellArena(open, columns)
        self.resolved = CellArena(resolved, columns + ["selesai_pada"])
        openIndex = CellIndex(self.open, Self.keys)
        resolvedIndex = CellIndex(self.resolved, Self.keys)
    }

    /// Compares the findings of a run with these.
    ///
    /// - Returns: What is known of each row of the table, and what is resolved.
    func compare(
        _ table: FindingTable,
        asOf: Day
    ) -> (histories: [FindingHistory], resolved: [ResolvedFinding]) {
        let ranges = Parallel.ranges(count: table.count, size: 1 << 14)
        let found = Parallel.map(count: ranges.count) { part in
            table.keys(ofRows: ranges[part]).map(place)
        }
        var isStillOpen = [Bool](repeating: false, count: open.rowCount)
        var isReopened = [Bool](repeating: false, count: resolved.rowCount)
        var histories: [FindingHistory] = []
        histories.reserveCapacity(table.count)
        for place in found.joined() {
            var history = FindingHistory(firstSeen: asOf)
            if let row = place.open {
                isStillOpen[row] = true
                history.state = .open
                history.firstSeen = min(asOf, day(open, row, Self.firstSeen) ?? asOf)
            } else if let row = place.resolved {
                history.state = .reopened
                history.firstSeen = min(asOf, day(resolved, row, Self.firstSeen) ?? asOf)
            }
            if let row = place.resolved { isReopened[row] = true }
            histories.append(history)
        }
        var ended: [ResolvedFinding] = []
        for row in open.rows where !isStillOpen[row] {
            // Of findings that are the same one stands for all.
            guard openIndex.row(key(open, row), in: open) == row else { continue }
            ended.append(finding(open, row, resolvedOn: asOf))
        }
        for row in resolved.rows where !isReopened[row] {
            guard let day = day(resolved, row, Self.resolvedOn),
                asOf.days(since: day) <= Self.memoryDays,
                openIndex.row(key(resolved, row), in: open) == nil
            else { continue }
            ended.append(finding(resolved, row, resolvedOn: day))
        }
        return (histories, ended.sorted())
    }

    private func place(of key: [[UInt8]]) -> (open: Int?, resolved: Int?) {
        (openIndex.row(key, in: open), resolvedIndex.row(key, in: resolved))
    }

    private func key(_ arena: CellArena, _ row: Int) -> [ArraySlice<UInt8>] {
        Self.keys.map { arena[row, $0] }
    }

    private func day(_ arena: CellArena, _ row: Int, _ column: Int) -> Day? {
        Day(iso: arena[row, column])
    }

    private func finding(_ arena: CellArena, _ row: Int, resolvedOn: Day) -> ResolvedFinding {
        ResolvedFinding(
            key: Self.keys.map { arena.array(row, $0) },
            severity: arena.array(row, Self.severity),
            firstSeen: day(arena, row, Self.firstSeen) ?? resolvedOn,
            resolvedOn: resolvedOn
        )
    }
}
