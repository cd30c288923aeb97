internal import Contributions

/// The sheet with the rows of `rekap.csv`.
struct RecapSheet: TableSheet {
    let name = "Rekap"
    let fileName = "rekap.csv"
    let meaning =
        "Satu baris per perusahaan dan bulan: angka untuk dicocokkan dengan SIPP dan bukti bank."
    let frozenColumns = 3
    let columns: [SheetColumn] = [
        SheetColumn("npp", "NPP", 10...16, "Nomor perusahaan."),
        SheetColumn("nama_perusahaan", "Perusahaan", 16...40, "Nama menurut data perusahaan."),
        SheetColumn("blth", "Bulan iuran", 9...9, "Bulan upah (BLTH), ditulis tahun-bulan."),
        .day("jatuh_tempo", "Jatuh tempo", "Hari terakhir untuk membayar tanpa denda."),
        .count("tk_payroll", "Pekerja di payroll", "Banyaknya pekerja di payroll bulan itu."),
        .count("tk_ditagih", "Pekerja ditagih", "Banyaknya pekerja di buku iuran bulan itu."),
        .count("tk_diterima", "Pekerja dibayar", "Banyaknya pekerja yang uangnya diterima."),
        .amount("upah_dasar", "Upah dasar iuran", "Jumlah upah yang dikenai iuran."),
        .amount("terutang", "Iuran terutang", "Yang seharusnya dibayar menurut payroll."),
        .amount("ditagih", "Iuran ditagih", "Yang dilaporkan di buku iuran."),
        .amount("diterima", "Iuran diterima", "Yang sudah dibayar sampai tanggal laporan."),
        .amount("belum_jatuh_tempo", "Belum jatuh tempo", "Belum dibayar, masih ada waktu."),
        .amount("tunggakan", "Tunggakan", "Sudah jatuh tempo, belum diterima."),
        .amount("lebih_bayar", "Lebih bayar", "Diterima melebihi yang terutang."),
        .amount("denda_estimasi", "Perkiraan denda", "Perkiraan menurut aturan, bukan tagihan."),
        .day("tanggal_bayar_terakhir", "Bayar terakhir", "Tanggal penerimaan terakhir."),
    ]
    let rows: SheetRows
    private let outcome: Outcome

    init(_ outcome: Outcome) {
        self.outcome = outcome
        rows = SheetRows(outcome.totals.count)
    }

    func fill(_ writer: inout SheetWriter) {
        let cells = WorkerCells(outcome)
        for totals in outcome.totals {
            writer.text(cells.npp(totals.employer))
            writer.text(outcome.employerMonths.row(totals.employer, totals.month)?.name ?? "")
            writer.month(totals.month)
            writer.day(outcome.employerMonths.rules(totals.month).due)
            for count in [totals.payrollWorkers, totals.billedWorkers, totals.receivedWorkers] {
                writer.count(count)
            }
            let amounts = [
                totals.base, totals.due.total, totals.billed.total, totals.received.total,
                totals.tieOut.notYetDue.total, totals.tieOut.outstanding.total,
                totals.tieOut.overpaid.total, totals.lateFee,
            ]
            for amount in amounts { writer.amount(amount) }
            writer.day(totals.lastPaid)
            writer.endRow()
        }
    }
}
