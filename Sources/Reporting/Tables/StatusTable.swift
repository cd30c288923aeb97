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

    /// - Parameter changes: What changed per worker since the previous report; empty without one.
    package init(_ outcome: Outcome, changes: [WorkerChange] = []) {
        self.outcome = outcome
        self.changes = changes
        cells = WorkerCells(outcome)
    }

    package var partCount: Int { outcome.batches.count }

    package func part(_ index: Int) -> ReportBuffer {
        let batch = outcome.batches[index]
        let buffer = ReportBuffer(capacity: batch.workers.count * 260 + 4096)
        for worker in batch.workers { write(worker, batch, to: buffer) }
        return buffer
    }

    private func write(_ worker: WorkerOutcome, _ batch: SettledBatch, to buffer: ReportBuffer) {
        buffer.reserve(2048)
        buffer.word(cells.npp(cells.worker(worker.worker).employer))
        buffer.comma()
        cells.write(worker.worker, to: buffer)
        buffer.word(worker.status.code)
        buffer.comma()
        buffer.word(worker.registerWord.code)
        buffer.comma()
        buffer.number(Int(worker.unpaidRun))
        buffer.comma()
        buffer.number(Int(worker.unpaidMonths))
        buffer.comma()
        var isFirst = true
        for month in batch.months(of: worker) where month.status == .unpaid {
            buffer.reserve(1024)
            if !isFirst { buffer.byte(UInt8(ascii: ";")) }
            isFirst = false
            buffer.month(month.month)
        }
        buffer.comma()
        buffer.amount(worker.arrears)
        buffer.comma()
        buffer.amount(worker.lateFee)
        buffer.comma()
        if let month = worker.newestSettled { buffer.month(month) }
        buffer.comma()
        for day in [worker.lastPaid, worker.inactiveSince, worker.inactiveOn] {
            buffer.day(day)
            buffer.comma()
        }
        buffer.word(worker.causes.first.code)
        buffer.comma()
        for (index, cause) in worker.causes.others.enumerated() {
            if index > 0 { buffer.byte(UInt8(ascii: ";")) }
            buffer.word(cause.code)
        }
        buffer.comma()
        let signs = worker.signs
        for sign in [signs.card, signs.history, signs.balance, signs.employer] {
            buffer.word(sign.code)
            buffer.comma()
        }
        if !changes.isEmpty { buffer.word(changes[Int(worker.worker)].code) }
        buffer.endRow()
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
