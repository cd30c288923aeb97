internal import Contributions

/// The sheet with the rows of `status.csv`, and what to do next for each.
struct StatusSheet: TableSheet {
    let name = "Status"
    let fileName = "status.csv"
    let meaning =
        "Satu baris per pekerja dan perusahaan: status, penyebabnya, dan langkah berikutnya."
    let frozenColumns = 4
    /// What HR acts on comes first, and is printed; the rest follows for the screen.
    let printedColumns = 13
    let columns: [SheetColumn] = [
        SheetColumn("npp", "NPP", 10...16, "Nomor perusahaan."),
        SheetColumn("kpj", "KPJ", 13...20, "Nomor peserta."),
        SheetColumn("nik", "NIK", 18...22, "Nomor KTP, 16 angka."),
        SheetColumn("nama", "Nama", 16...34, "Nama menurut payroll yang terbaru."),
        SheetColumn("no_pegawai", "No. pegawai", 10...20, "Nomor pekerja di perusahaan."),
        SheetColumn("unit", "Unit", 8...26, "Bagian atau cabang."),
        SheetColumn("status", "Status", 21...21, "Perkiraan keadaan kepesertaan."),
        SheetColumn("penyebab", "Penyebab", 20...36, "Mengapa statusnya demikian."),
        SheetColumn("", "Langkah berikutnya", 56...56, "Yang perlu dilakukan dan oleh siapa."),
        .count("bulan_berturut", "Bulan berturut", "Bulan terakhir berturut-turut belum dibayar."),
        .amount("tunggakan", "Tunggakan", "Kekurangan yang sudah jatuh tempo."),
        .amount("denda_estimasi", "Perkiraan denda", "Perkiraan menurut aturan, bukan tagihan."),
        .day("akan_nonaktif_pada", "Akan nonaktif pada", "Bila tunggakan tidak dibayar."),
        .day("nonaktif_sejak", "Nonaktif sejak", "Perkiraan tanggal kepesertaan nonaktif."),
        SheetColumn("status_bpjs", "Menurut BPJS", 12...14, "Kata daftar peserta BPJS."),
        .count("bulan_tunggakan", "Bulan tunggakan", "Banyaknya bulan yang belum dibayar."),
        SheetColumn("blth_tunggakan", "Bulan belum dibayar", 18...40, "Bulannya satu per satu."),
        SheetColumn("blth_lunas_terakhir", "Lunas terakhir", 10...10, "Bulan lunas terbaru."),
        .day("tanggal_bayar_terakhir", "Bayar terakhir", "Tanggal penerimaan terakhir."),
        SheetColumn("penyebab_lain", "Penyebab lain", 14...60, "Penyebab yang juga berlaku."),
        SheetColumn("kartu_digital", "Kartu digital aktif", 15...15, "Tanda 1 keanggotaan aktif."),
        SheetColumn("riwayat_iuran", "Iuran terbaru ada", 15...15, "Tanda 2 keanggotaan aktif."),
        SheetColumn("saldo_jht", "Saldo JHT bertambah", 15...15, "Tanda 3 keanggotaan aktif."),
        SheetColumn(
            "perusahaan_terakhir",
            "Masih tercatat di perusahaan",
            17...17,
            "Tanda 4 keanggotaan aktif."
        ),
        SheetColumn("perubahan", "Perubahan", 12...15, "Dibanding laporan sebelumnya."),
    ]
    let rows: SheetRows
    private let outcome: Outcome
    private let changes: [WorkerChange]

    init(_ outcome: Outcome, _ changes: [WorkerChange], _ causes: Tally<Cause>) {
        self.outcome = outcome
        self.changes = changes
        // Unregistered, inactive and in arrears always have a cause.
        rows = SheetRows(causes.total, needingAction: causes.total - causes[.none])
    }

    func fill(_ writer: inout SheetWriter) {
        let cells = WorkerCells(outcome)
        let isWhole = rows.count == outcome.workers.count
        for batch in outcome.batches {
            for worker in batch.workers where isWhole || worker.causes.first != .none {
                write(worker, batch, cells, to: &writer)
            }
        }
    }

    private func write(
        _ outcome: WorkerOutcome,
        _ batch: SettledBatch,
        _ cells: WorkerCells,
        to writer: inout SheetWriter
    ) {
        let pool = self.outcome.records.identifiers
        let texts = self.outcome.records.texts
        let worker = cells.worker(outcome.worker)
        writer.text(cells.npp(worker.employer))
        writer.text(pool.bytes(of: worker.kpj.text))
        writer.text(pool.bytes(of: worker.nik.text))
        writer.text(texts.bytes(of: worker.name))
        writer.text(texts.bytes(of: worker.employeeNumber))
        writer.text(texts.bytes(of: worker.unit))
        let cause = outcome.causes.first
        writer.text(outcome.status.name, outcome.status.style)
        writer.text(cause.name)
        writer.text(cause == .none ? "" : cause.nextStep, .wrapped)
        writer.count(Int(outcome.unpaidRun))
        writer.amount(outcome.arrears)
        writer.amount(outcome.lateFee)
        writer.day(outcome.inactiveOn)
        writer.day(outcome.inactiveSince)
        writer.text(outcome.registerWord.cellText)
        writer.count(Int(outcome.unpaidMonths))
        let months = outcome.monthPlaces.map(batch.months.state(at:))
        let unpaid = months.filter { $0.status == .unpaid }
        writer.text(unpaid.map(\.month.description).joined(separator: ";"))
        writer.month(outcome.newestSettled)
        writer.day(outcome.lastPaid)
        writer.text(outcome.causes.others.map(\.name).joined(separator: "; "))
        writer.text(outcome.signs.card.name)
        writer.text(outcome.signs.history.name)
        writer.text(outcome.signs.balance.name)
        writer.text(outcome.signs.employer.name)
        if !changes.isEmpty { writer.text(changes[Int(outcome.worker)].name) }
        writer.endRow()
    }
}

extension WorkerStatus {
    /// The colour of the status, where someone must act.
    fileprivate var style: CellStyle {
        switch self {
        case .inactive: .grave
        case .inArrears, .unregistered: .caution
        case .ended, .unknown, .active: .text
        }
    }
}

extension RegisterStatus {
    /// The register's word in the workbook; empty without one, as in `status.csv`.
    fileprivate var cellText: String {
        switch self {
        case .unstated: ""
        case .active: "Aktif"
        case .inactive: "Nonaktif"
        }
    }
}

extension Sign {
    fileprivate var name: String {
        switch self {
        case .unknown: "Tidak diketahui"
        case .yes: "Ya"
        case .no: "Tidak"
        }
    }
}

extension WorkerChange {
    fileprivate var name: String {
        switch self {
        case .new: "Baru"
        case .unchanged: "Tetap"
        case .changed: "Berubah"
        case .reappeared: "Muncul kembali"
        }
    }
}
