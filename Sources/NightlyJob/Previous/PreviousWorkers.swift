internal import Contributions
internal import Reporting

/// Who was in the previous report, and who was gone by then.
///
/// A worker is the same by NPP and KPJ, else by NPP and NIK.
struct PreviousWorkers: Sendable {
    private let workers: CellArena
    private let byKPJ: CellIndex
    private let byNIK: CellIndex
    /// Who was gone in the previous report already.
    private let gone: CellArena
    private let goneByKPJ: CellIndex
    private let goneByNIK: CellIndex

    private enum Column {
        static let npp = 0
        static let kpj = 1
        static let nik = 2
        static let name = 3
        static let status = 4
        static let newStatus = 5
    }

    init(status: [UInt8], changes: [UInt8]) {
        workers = CellArena(status, ["npp", "kpj", "nik", "nama", "status"])
        gone = CellArena(changes, ["npp", "kpj", "nik", "nama", "status_lama", "status_baru"])
        (byKPJ, byNIK) = Self.indices(workers) { _ in true }
        (goneByKPJ, goneByNIK) = Self.indices(gone) { [gone] in Self.isGone($0, gone) }
    }

    private static func isGone(_ row: Int, _ changes: CellArena) -> Bool {
        changes[row, Column.newStatus].elementsEqual("hilang".utf8)
    }

    private static func indices(
        _ arena: CellArena,
        _ isIndexed: (Int) -> Bool
    ) -> (CellIndex, CellIndex) {
        (
            CellIndex(arena, [Column.npp, Column.kpj]) {
                isIndexed($0) && !arena[$0, Column.kpj].isEmpty
            },
            CellIndex(arena, [Column.npp, Column.nik]) {
                isIndexed($0) && !arena[$0, Column.nik].isEmpty
            }
        )
    }

    /// What changed per worker of the directory.
    struct Comparison {
        var changes: [WorkerChange]
        /// The status in the previous report; empty for a new worker.
        var oldStatus: [String]
        /// Who is in none of this run's files, by NPP, KPJ and NIK.
        var missing: [ChangeTable.Missing]
    }

    func compare(_ outcome: Outcome) -> Comparison {
        let found = Parallel.map(count: outcome.batches.count) { batch in
            outcome.batches[batch].workers.map { place(of: $0, outcome) }
        }
        var comparison = Comparison(
            changes: [WorkerChange](repeating: .new, count: outcome.workers.count),
            oldStatus: [String](repeating: "", count: outcome.workers.count),
            missing: []
        )
        var isStillThere = [Bool](repeating: false, count: workers.rowCount)
        var hasReturned = [Bool](repeating: false, count: gone.rowCount)
        for (batch, places) in zip(outcome.batches, found) {
            for (worker, place) in zip(batch.workers, places) {
                let index = Int(worker.worker)
                switch place {
                case .there(let row):
                    isStillThere[row] = true
                    let isSame = workers[row, Column.status].elementsEqual(worker.status.code.utf8)
                    comparison.changes[index] = isSame ? .unchanged : .changed
                    comparison.oldStatus[index] =
                        isSame ? worker.status.code : workers.text(row, Column.status)
                case .gone(let rows):
                    comparison.changes[index] = .reappeared
                    for row in rows { hasReturned[row] = true }
                case .unknown: break
                }
            }
        }
        // Who was gone before and still is stays listed, so that he is known when he comes back.
        comparison.missing =
            (workers.rows.filter { !isStillThere[$0] }.map { missing($0, workers) }
            + gone.rows.filter { Self.isGone($0, gone) && !hasReturned[$0] }
            .map { missing($0, gone) }).sorted(by: Self.isBefore)
        return comparison
    }

    private enum Place {
        case there(Int)
        case gone([Int])
        case unknown
    }

    private func place(of worker: WorkerOutcome, _ outcome: Outcome) -> Place {
        let pool = outcome.records.identifiers
        let person = outcome.workers[Int(worker.worker)]
        let npp = pool.bytes(of: outcome.records.employers[Int(person.employer)].text)
        let kpj = pool.bytes(of: person.kpj.text)
        let nik = pool.bytes(of: person.nik.text)
        if let row = byKPJ.row([npp, kpj], in: workers) ?? byNIK.row([npp, nik], in: workers) {
            return .there(row)
        }
        let rows = [goneByKPJ.row([npp, kpj], in: gone), goneByNIK.row([npp, nik], in: gone)]
            .compactMap(\.self)
        return rows.isEmpty ? .unknown : .gone(rows)
    }

    private func missing(_ row: Int, _ arena: CellArena) -> ChangeTable.Missing {
        ChangeTable.Missing(
            npp: arena.array(row, Column.npp),
            kpj: arena.array(row, Column.kpj),
            nik: arena.array(row, Column.nik),
            name: arena.array(row, Column.name),
            oldStatus: arena.text(row, Column.status)
        )
    }

    private static func isBefore(_ left: ChangeTable.Missing, _ right: ChangeTable.Missing) -> Bool
    {
        for (a, b) in [(left.npp, right.npp), (left.kpj, right.kpj), (left.nik, right.nik)]
        where a != b {
            return a.lexicographicallyPrecedes(b)
        }
        return false
    }
}

extension CellArena {
    var rows: Range<Int> { 0..<rowCount }
}
