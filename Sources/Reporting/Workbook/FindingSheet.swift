internal import Contributions

/// The sheet with the rows of `temuan.csv`.
struct FindingSheet: TableSheet {
    let name = "Temuan"
    let fileName = "temuan.csv"
    let meaning =
        "Satu baris per temuan: apa yang salah atau ganjil di data, letaknya, dan saran."
    let frozenColumns = 2
    let columns: [SheetColumn] = [
        SheetColumn("kode", "Kode", 16...30, "Jenis temuan."),
        SheetColumn("tingkat", "Tingkat", 12...12, "Gawat, Kesalahan, Peringatan atau Info."),
        SheetColumn("npp", "NPP", 10...16, "Nomor perusahaan."),
        SheetColumn("blth", "Bulan iuran", 9...9, "Bulan upah (BLTH), ditulis tahun-bulan."),
        SheetColumn("kpj", "KPJ", 13...20, "Nomor peserta."),
        SheetColumn("nik", "NIK", 18...22, "Nomor KTP, 16 angka."),
        SheetColumn("nilai", "Nilai", 12...24, "Yang ditemukan, seperti tertulis."),
        SheetColumn("pesan", "Pesan dan saran", 80...80, "Apa yang salah dan apa yang dilakukan."),
        SheetColumn("berkas", "Berkas", 12...28, "Berkas masukan."),
        .count("baris", "Baris", "Nomor baris di berkas itu."),
        SheetColumn("kolom", "Kolom", 10...22, "Kolom di berkas itu."),
        .day("pertama_terlihat", "Pertama terlihat", "Tanggal laporan yang pertama melihatnya."),
        .count("umur_hari", "Umur (hari)", "Hari sejak pertama terlihat."),
        SheetColumn("keadaan", "Keadaan", 12...16, "Baru, masih terbuka, atau dibuka kembali."),
    ]
    let rows: SheetRows
    private let outcome: Outcome
    private let findings: FindingTable

    init(_ outcome: Outcome, _ findings: FindingTable) {
        self.outcome = outcome
        self.findings = findings
        rows = SheetRows(findings.count)
    }

    func fill(_ writer: inout SheetWriter) {
        let cells = WorkerCells(outcome)
        let pool = outcome.records.identifiers
        for row in 0..<findings.count {
            let finding = findings[row]
            let (value, message) = findings.text(of: finding)
            writer.text(finding.code.code)
            writer.text(finding.code.severity.name, finding.code.severity.style)
            writer.text(finding.employer.map(cells.npp) ?? [])
            writer.month(finding.month)
            let worker = finding.worker.map(cells.worker)
            writer.text(worker.map { pool.bytes(of: $0.kpj.text) } ?? [])
            writer.text(worker.map { pool.bytes(of: $0.nik.text) } ?? [])
            writer.text(value)
            writer.text(message, .wrapped)
            writer.text(finding.source.map { outcome.records.files[$0.file] } ?? "")
            if let line = finding.source?.line, line > 0 {
                writer.count(line)
            } else {
                writer.blank()
            }
            writer.text(finding.column)
            let history = findings.history(ofRow: row)
            writer.day(history.firstSeen)
            writer.count(outcome.run.asOf.days(since: history.firstSeen))
            writer.text(history.state.name)
            writer.endRow()
        }
    }
}

extension FindingHistory.State {
    /// The words for people.
    fileprivate var name: String {
        switch self {
        case .new: "Baru"
        case .open: "Masih terbuka"
        case .reopened: "Dibuka kembali"
        }
    }
}

extension Severity {
    /// The colour of the severity, where someone must act.
    fileprivate var style: CellStyle {
        switch self {
        case .grave: .grave
        case .error: .caution
        case .warning, .info: .text
        }
    }
}
