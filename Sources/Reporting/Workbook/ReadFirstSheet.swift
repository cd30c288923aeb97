internal import Contributions

/// The first sheet, "Baca dulu": what the workbook is, what each sheet holds, and what words mean.
struct ReadFirstSheet {
    static let name = "Baca dulu"

    let summary: RunSummary
    let version: String
    let tables: [any TableSheet]

    func fill(_ writer: inout SheetWriter) {
        let widths = [34, 30, 25, 80]
        for (column, width) in widths.enumerated() {
            writer.setWidth(width, of: column)
        }
        writer.showAsPage()
        writer.setPage(isLandscape: false, footer: "iuran \(version)")
        writer.rowHeight(28)
        writer.line("Rekonsiliasi iuran BPJS Ketenagakerjaan", .title)
        writer.line(summary.caveat, .caveat)
        if !summary.isTied {
            writer.line(
                "NOT TIED: TIDAK SEIMBANG. Ini kesalahan program; jangan memakai angkanya.",
                .grave
            )
        }
        writer.endRow()
        writeFacts(to: &writer)
        writeContents(to: &writer)
        writeStatuses(to: &writer)
        writeCauses(to: &writer)
        writeColumns(to: &writer)
    }

    private func writeFacts(to writer: inout SheetWriter) {
        writer.fact("Per tanggal") { $0.day(summary.run.asOf, .date) }
        if let until = summary.run.ledgerUntil {
            writer.fact("Buku iuran sampai") { $0.day(until, .date) }
        }
        if let months = summary.months {
            let (first, last) = (months.lowerBound, months.upperBound)
            writer.fact("Bulan iuran") {
                $0.text(
                    first == last
                        ? DateText.long(first) : "\(DateText.long(first)) – \(DateText.long(last))",
                    .words
                )
            }
        }
        writer.fact("Perusahaan") { $0.count(summary.employers.count, .figure) }
        writer.fact("Pekerja") { $0.count(summary.workerCount, .figure) }
        writer.fact("Tunggakan (Rp)") { $0.amount(summary.arrears, .money) }
        writer.fact("Temuan") { $0.count(summary.findings.reduce(0) { $0 + $1.count }, .figure) }
        writer.fact("Dibuat oleh") { $0.text("iuran \(version)", .words) }
    }

    private func writeContents(to writer: inout SheetWriter) {
        writer.section("Isi buku kerja ini", ["Lembar", "Baris di lembar", "Sama dengan", "Isi"])
        for table in tables {
            writer.link(to: table.name)
            writer.count(table.rows.count, .figure)
            writer.text(table.fileName, .code)
            writer.text(table.meaning, .words)
            writer.endRow()
            guard let note = table.note else { continue }
            for _ in 0..<3 { writer.blank() }
            writer.text(note, .note)
            writer.endRow()
        }
        writer.line(
            "NPP, KPJ, NIK dan nomor pegawai tersimpan sebagai teks: tidak ada angka yang hilang. "
                + "Panah di judul kolom menyaring dan mengurutkan.",
            .label
        )
        writer.line(
            "Berkas CSV dibaca program. Jangan membukanya langsung di Excel: NIK di dalamnya akan "
                + "rusak.",
            .label
        )
    }

    private func writeStatuses(to writer: inout SheetWriter) {
        writer.section("Arti status", ["Status", "Pekerja", "Nilai di CSV", "Artinya"])
        for status in WorkerStatus.readingOrder {
            writer.text(status.name, .words)
            writer.count(summary.statuses[status], .figure)
            writer.text(status.code, .code)
            writer.text(status.meaning(after: summary.policy.inactiveAfterMonths), .words)
            writer.endRow()
        }
    }

    private func writeCauses(to writer: inout SheetWriter) {
        let headings = ["Penyebab", "Pekerja", "Nilai di CSV", "Langkah berikutnya"]
        writer.section("Arti penyebab", headings)
        for cause in Cause.allCases {
            writer.text(cause.name, .words)
            writer.count(summary.causes[cause], .figure)
            writer.text(cause.code, .code)
            writer.text(cause.nextStep, .words)
            writer.endRow()
        }
    }

    private func writeColumns(to writer: inout SheetWriter) {
        writer.section("Kolom", ["Lembar", "Kolom", "Nama di CSV", "Isi"])
        for table in tables {
            for column in table.columns {
                writer.text(table.name, .words)
                writer.text(column.heading, .words)
                writer.text(column.name, .code)
                writer.text(column.meaning, .words)
                writer.endRow()
            }
        }
    }
}

// MARK: - Parts of the page

extension SheetWriter {
    fileprivate mutating func line(_ text: String, _ style: CellStyle) {
        self.text(text, style)
        endRow()
    }

    fileprivate mutating func fact(_ label: String, _ write: (inout SheetWriter) -> Void) {
        text(label, .label)
        write(&self)
        endRow()
    }

    fileprivate mutating func section(_ title: String, _ headings: [String]) {
        endRow()
        rowHeight(20)
        line(title, .section)
        for heading in headings { text(heading, .heading) }
        endRow()
    }
}

extension WorkerStatus {
    /// What the status means, in one sentence.
    fileprivate func meaning(after months: Int) -> String {
        switch self {
        case .active: "Bulan terakhir yang sudah jatuh tempo ada pembayarannya."
        case .inArrears:
            "Bulan terakhir yang jatuh tempo belum dibayar, tetapi belum \(months) bulan "
                + "berturut-turut."
        case .inactive:
            "\(months) bulan terakhir atau lebih belum dibayar berturut-turut. Ini perkiraan; "
                + "kata BPJS sendiri ada di kolom \u{201C}Menurut BPJS\u{201D}."
        case .unregistered:
            "Ada di payroll, tetapi tidak ada di buku iuran perusahaan mana pun."
        case .ended: "Sudah keluar, atau tidak ada lagi di payroll dan buku iuran."
        case .unknown: "Data yang diterima belum cukup untuk menilai."
        }
    }
}
