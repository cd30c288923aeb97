package import Contributions

/// `perubahan.csv`: the workers whose status is not what the previous report said.
package struct ChangeTable: ReportTable {
    /// A worker of the previous report who is in none of this run's files.
    package struct Missing: Sendable {
        package var npp: [UInt8]
        package var kpj: [UInt8]
        package var nik: [UInt8]
        package var name: [UInt8]
        package var oldStatus: String

        package init(npp: [UInt8], kpj: [UInt8], nik: [UInt8], name: [UInt8], oldStatus: String) {
            self.npp = npp
            self.kpj = kpj
            self.nik = nik
            self.name = name
            self.oldStatus = oldStatus
        }
    }

    package let fileName = "perubahan.csv"
    package let columns = ["npp", "kpj", "nik", "nama", "status_lama", "status_baru", "sebab"]
    private let outcome: Outcome
    private let changes: [WorkerChange]
    private let oldStatus: [String]
    private let missing: [Missing]
    private let reasons: Reasons

    /// What moved a status: a delivery, a day or a rule.
    package struct Reasons: Sendable {
        /// By the worker's place in the directory.
        package var changes: [UInt32: String]
        /// Why workers are in no file any more.
        package var missing: String

        package init(changes: [UInt32: String], missing: String) {
            self.changes = changes
            self.missing = missing
        }
    }

    /// Lists what changed.
    ///
    /// - Parameters:
    ///   - outcome: The outcome of the run.
    ///   - changes: What changed, per worker of the directory.
    ///   - oldStatus: The status in the previous report, per worker; empty for a new one.
    ///   - missing: By NPP, KPJ and NIK.
    ///   - reasons: What moved each status.
    package init(
        _ outcome: Outcome,
        changes: [WorkerChange],
        oldStatus: [String],
        missing: [Missing],
        reasons: Reasons
    ) {
        self.outcome = outcome
        self.changes = changes
        self.oldStatus = oldStatus
        self.missing = missing
        self.reasons = reasons
    }

    package var partCount: Int { 1 }

    package func writePart(_ index: Int, to buffer: ReportBuffer) {
        let cells = WorkerCells(outcome)
        let pool = outcome.records.identifiers
        var rest = missing[...]
        for worker in outcome.batches.flatMap(\.workers)
        where changes[Int(worker.worker)] != .unchanged {
            let person = cells.worker(worker.worker)
            let npp = cells.npp(person.employer)
            while let next = rest.first, precedes(next, npp, person, pool) {
                write(next, to: buffer)
                rest = rest.dropFirst()
            }
            buffer.reserve(1024)
            buffer.word(npp)
            buffer.comma()
            buffer.identifier(person.kpj.text, pool)
            buffer.comma()
            buffer.identifier(person.nik.text, pool)
            buffer.comma()
            buffer.text(outcome.records.texts.bytes(of: person.name))
            buffer.comma()
            buffer.word(oldStatus[Int(worker.worker)])
            buffer.comma()
            buffer.word(worker.status.code)
            buffer.comma()
            buffer.text(reasons.changes[worker.worker] ?? "")
            buffer.endRow()
        }
        for next in rest { write(next, to: buffer) }
    }

    private func precedes(
        _ missing: Missing,
        _ npp: [UInt8],
        _ person: Worker,
        _ pool: IdentifierPool
    ) -> Bool {
        let keys = [
            (missing.npp, npp), (missing.kpj, pool.bytes(of: person.kpj.text)),
            (missing.nik, pool.bytes(of: person.nik.text)),
        ]
        for (left, right) in keys where left != right {
            return left.lexicographicallyPrecedes(right)
        }
        return false
    }

    private func write(_ missing: Missing, to buffer: ReportBuffer) {
        for text in [missing.npp, missing.kpj, missing.nik, missing.name] {
            buffer.reserve(1024)
            buffer.text(text)
            buffer.comma()
        }
        buffer.word(missing.oldStatus)
        buffer.comma()
        buffer.word("hilang")
        buffer.comma()
        buffer.text(reasons.missing)
        buffer.endRow()
    }
}
