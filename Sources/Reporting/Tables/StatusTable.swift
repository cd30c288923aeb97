package import Contributions

/// `status.csv`: one row per employer and worker.
package struct StatusTable: ReportTable {
    package let fileName = "status.csv"
    package let columns = [
        "npp", "kpj", "nik", "nama", "no_pegawai", "unit", "status", "status_bpjs",
        "bulan_berturut", "bulan_tunggakan", "blth_tunggakan", "tunggakan", "denda_estimasi",
        "blth_lunas_terakhir", "tanggal_bayar_terakhir", "nonaktif_sejak", "akan_nonaktif_pada",
        "penyebab", "penyebab_lain", "kartu_digital", "riwayat_iuran", "saldo_jht",
        "perusahaan_terakhir", "perubahan",
    ]
    private let outcome: Outcome
    private let cells: WorkerCells
    private let changes: [WorkerChange]
    private let statusWords = WordTable(WorkerStatus.allCases.map(\.code))
    private let registerWords = WordTable(RegisterStatus.allCases.map(\.code))
    private let causeWords = WordTable(Cause.allCases.map(\.code))
    private let signWords = WordTable(Sign.allCases.map(\.code))

    /// Lists the workers of a run.
    ///
    /// - Parameters:
    ///   - outcome: The outcome of the run.
    ///   - changes: What changed per worker since the previous report; empty without one.
    package init(_ outcome: Outcome, changes: [WorkerChange] = []) {
        self.outcome = outcome
        self.changes = changes
        cells = WorkerCells(outcome)
    }

    package var partCount: Int { outcome.batches.count }

    package func writePart(_ index: Int, to buffer: ReportBuffer) {
        let batch = outcome.batches[index]
        for worker in batch.workers { write(worker, batch, to: buffer) }
    }

    private func write(_ worker: WorkerOutcome, _ batch: SettledBatch, to buffer: ReportBuffer) {
        buffer.reserve(2048)
        cells.writeNPP(cells.worker(worker.worker).employer, to: buffer)
        cells.write(worker.worker, to: buffer)
        statusWords.write(worker.status.rawValue, to: buffer)
        buffer.comma()
        registerWords.write(worker.registerWord.rawValue, to: buffer)
        buffer.comma()
        buffer.number(Int(worker.unpaidRun))
        buffer.comma()
        buffer.number(Int(worker.unpaidMonths))
        buffer.comma()
        if worker.unpaidMonths > 0 { writeUnpaidMonths(of: worker, batch, to: buffer) }
        buffer.comma()
        buffer.amount(worker.arrears)
        buffer.comma()
        buffer.amount(worker.lateFee)
        buffer.comma()
        if let month = worker.newestSettled { buffer.month(month) }
        buffer.comma()
        buffer.day(worker.lastPaid)
        buffer.comma()
        buffer.day(worker.inactiveSince)
        buffer.comma()
        buffer.day(worker.inactiveOn)
        buffer.comma()
        causeWords.write(worker.causes.first.rawValue, to: buffer)
        buffer.comma()
        for (index, cause) in worker.causes.others.enumerated() {
            if index > 0 { buffer.byte(UInt8(ascii: ";")) }
            causeWords.write(cause.rawValue, to: buffer)
        }
        buffer.comma()
        let signs: InlineArray<4, Sign> = [
            worker.signs.card, worker.signs.history, worker.signs.balance, worker.signs.employer,
        ]
        for index in signs.indices {
            signWords.write(signs[index].rawValue, to: buffer)
            buffer.comma()
        }
        if !changes.isEmpty { buffer.word(changes[Int(worker.worker)].code) }
        buffer.endRow()
    }

    private func writeUnpaidMonths(
        of worker: WorkerOutcome,
        _ batch: SettledBatch,
        to buffer: ReportBuffer
    ) {
        var isFirst = true
        for index in worker.monthPlaces {
            let month = batch.months.state(at: index)
            guard month.status == .unpaid else { continue }
            buffer.reserve(1024)
            if !isFirst { buffer.byte(UInt8(ascii: ";")) }
            isFirst = false
            buffer.month(month.month)
        }
    }
}

extension RegisterStatus {
    /// The value of `status_bpjs`; empty without a row of his.
    var code: String {
        switch self {
        case .unstated: ""
        case .active: "aktif"
        case .inactive: "nonaktif"
        }
    }
}
