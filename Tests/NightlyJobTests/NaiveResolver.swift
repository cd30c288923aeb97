/// Who is who, by the five rules of `design.md` 3 as they are written there.
///
/// For each rule it walks over all rows and all workers: slow, plain, and without a line of the
/// tool's own.
struct NaiveResolver {
    /// A row with the numbers that identify; empty ones are absent.
    struct Row {
        var name: RowName
        var npp: String
        var kpj: String
        var nik: String
    }

    /// A row of a table, counted from 0 over all files of its kind.
    struct RowName: Hashable, Comparable {
        var table: String
        var index: Int

        static func < (left: RowName, right: RowName) -> Bool {
            (left.table, left.index) < (right.table, right.index)
        }
    }

    private struct Worker {
        var npp: String
        /// The KPJ of payroll that makes him a worker.
        var kpj: String?
        /// The NIK that is all that is known of him.
        var onlyNIK: String?
        var niks: Set<String> = []
        var rows: Set<RowName> = []
    }

    private var workers: [Worker] = []
    private let payroll: [Row]
    private let ledger: [Row]
    private let register: [Row]

    /// The rows of each worker.
    static func resolve(payroll: [Row], ledger: [Row], register: [Row]) -> Set<Set<RowName>> {
        var resolver = NaiveResolver(payroll: payroll, ledger: ledger, register: register)
        resolver.eachPayrollKPJIsAWorker()
        resolver.hisNIKs()
        resolver.joinRowsWithoutKPJ(payroll)
        resolver.moveOtherKPJs()
        resolver.joinRowsWithoutKPJ(ledger + register)
        return Set(resolver.workers.map(\.rows))
    }

    private init(payroll: [Row], ledger: [Row], register: [Row]) {
        self.payroll = payroll
        self.ledger = ledger
        self.register = register
    }

    /// (1) Each KPJ in payroll is a worker; the other rows with that KPJ are his.
    private mutating func eachPayrollKPJIsAWorker() {
        for row in payroll where !row.kpj.isEmpty {
            if let place = workers.firstIndex(where: { $0.npp == row.npp && $0.kpj == row.kpj }) {
                workers[place].rows.insert(row.name)
            } else {
                workers.append(Worker(npp: row.npp, kpj: row.kpj, rows: [row.name]))
            }
        }
        for place in workers.indices {
            for row in ledger + register where isOf(row, workers[place]) {
                workers[place].rows.insert(row.name)
            }
        }
    }

    private func isOf(_ row: Row, _ worker: Worker) -> Bool {
        row.npp == worker.npp && row.kpj == worker.kpj
    }

    /// (2) His NIKs are those of his payroll rows; if none, of ledger rows with his KPJ; else of
    /// register rows with it.
    private mutating func hisNIKs() {
        for place in workers.indices {
            for table in [payroll, ledger, register] where workers[place].niks.isEmpty {
                let own = table.filter { isOf($0, workers[place]) && !$0.nik.isEmpty }
                workers[place].niks = Set(own.map(\.nik))
            }
        }
    }

    /// (3) and (5) Rows without KPJ join the one worker who owns their NIK; if none or several do,
    /// they are one worker per NIK.
    private mutating func joinRowsWithoutKPJ(_ rows: [Row]) {
        let known = workers
        for row in rows where row.kpj.isEmpty {
            let owners = known.indices.filter {
                known[$0].npp == row.npp && known[$0].niks.contains(row.nik)
            }
            if owners.count == 1 {
                workers[owners[0]].rows.insert(row.name)
            } else if let place = workers.firstIndex(where: {
                $0.npp == row.npp && $0.onlyNIK == row.nik
            }) {
                workers[place].rows.insert(row.name)
            } else {
                workers.append(
                    Worker(npp: row.npp, onlyNIK: row.nik, niks: [row.nik], rows: [row.name])
                )
            }
        }
    }

    /// (4) All ledger and register rows of one other KPJ move together: to the one worker who owns
    /// one of their NIKs, else they are a new worker.
    ///
    /// The new ones own their NIKs for (5), not for each other.
    private mutating func moveOtherKPJs() {
        let known = workers
        let others = (ledger + register).filter { row in
            !row.kpj.isEmpty && !known.contains { isOf(row, $0) }
        }
        for (index, first) in others.enumerated() {
            let isFirst = !others[..<index].contains { $0.npp == first.npp && $0.kpj == first.kpj }
            guard isFirst else { continue }
            let rows = others.filter { $0.npp == first.npp && $0.kpj == first.kpj }
            let niks = Set(rows.map(\.nik).filter { !$0.isEmpty })
            let owners = known.indices.filter {
                known[$0].npp == first.npp && !known[$0].niks.isDisjoint(with: niks)
            }
            if owners.count == 1 {
                workers[owners[0]].rows.formUnion(rows.map(\.name))
            } else {
                workers.append(Worker(npp: first.npp, niks: niks, rows: Set(rows.map(\.name))))
            }
        }
    }
}
