import Foundation
import RunStore
import TestSupport
import Testing

/// What is refused lies where HR can look at it, and its rows count nowhere.
@Suite("Quarantine and the policy on uploads", .timeLimit(.minutes(5)))
struct QuarantineTests {
    /// A payroll of which one of four rows has no usable wage.
    private let oneBadRow =
        Company.batik.payroll(["2026-10"], workers: 3)
        + "12004518,2026-10,19040010099,3273015204900099,Sekar Rusak,1990-04-12,lima juta\n"

    private func rows(_ bench: Bench) throws -> Int {
        CSVTable(try FolderContents.text(of: bench.path("laporan/terbaru/rincian.csv"))).rows.count
    }

    @Test("semua: one bad row sends the whole file to quarantine, with its bytes and what is wrong")
    func allOrNothing() throws {
        let bench = try Bench()
        try bench.drop(Company.roti.payroll(["2026-10"], workers: 2), as: "roti.csv")
        try bench.drop(oneBadRow, as: "batik/gaji Oktober.csv")
        let run = try bench.night("2026-11-20")
        #expect(try rows(bench) == 2)
        #expect(
            try bench.names("karantina").filter { $0.contains("/") }.sorted() == [
                "1/1-catatan.csv", "1/1.csv", "1/keterangan.txt",
            ],
            "\(run)"
        )
        #expect(try FolderContents.text(of: bench.path("karantina/1/1.csv")) == oneBadRow)
        let note = try FolderContents.text(of: bench.path("karantina/1/1-catatan.csv"))
        let lines = note.split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines[4].contains("lima juta") && lines[4].contains("upah"), "\(note)")
        #expect(!lines[1].contains("upah"), "\(note)")
        let text = try FolderContents.text(of: bench.path("karantina/1/keterangan.txt"))
        #expect(text.contains("1. batik/gaji Oktober.csv"), "\(text)")
        #expect(text.contains("DITOLAK") && text.contains("baris 5"), "\(text)")
        let file = try bench.delivered().first
        #expect(file?.state == .refused && file?.accepted == 3 && file?.rejected == 1)
        #expect(file?.effectiveFrom == nil)
        #expect(try bench.expect("status").stdout.contains("ditolak"))
    }

    @Test("baik: the good rows are taken, and the bad one is a finding")
    func goodRows() throws {
        let bench = try Bench(settings: "kebijakan_unggahan: baik")
        try bench.drop(oneBadRow, as: "gaji.csv")
        try bench.night("2026-11-20")
        #expect(try rows(bench) == 3)
        #expect(try bench.names("karantina").isEmpty)
        let findings = CSVTable(
            try FolderContents.text(of: bench.path("laporan/terbaru/temuan.csv"))
        )
        #expect(findings.records(where: ["kode": "baris-ditolak"]).count == 1)
    }

    @Test(
        "a file that was corrected and sent again counts; the refused one stays until it is undone"
    )
    func aCorrectedFile() throws {
        let bench = try Bench()
        try bench.drop(oneBadRow, as: "gaji.csv")
        let first = try bench.iuran(["run", "--as-of", "2026-11-20"])
        #expect(first.status == 66, "nothing usable ever came: \(first)")
        #expect(try bench.names("masuk").isEmpty)
        try bench.drop(oneBadRow.replacing("lima juta", with: "5000000"), as: "gaji.csv")
        try bench.night("2026-11-21")
        #expect(try rows(bench) == 4)
        #expect(try bench.names("karantina").contains("1/1.csv"))
        try bench.expect("undo", "1", "--why", "sudah diperbaiki")
        #expect(try bench.names("karantina").isEmpty)
        try bench.night("2026-11-22")
        #expect(try rows(bench) == 4)
    }

    @Test(
        "what is no table lies there as it came",
        arguments: [
            ("foto.pdf", "%PDF-1.7\nbukan tabel"), ("arsip.ZIP", "PK\u{3}\u{4}isi"),
            ("kosong.csv", ""),
            ("gaji.xlsx", "PK\u{3}\u{4}isi"), ("tanpa-akhiran", "a;b\n1;2\n"),
        ]
    )
    func whatIsNoTable(_ name: String, _ text: String) throws {
        let bench = try Bench()
        try bench.drop(Company.roti.payroll(["2026-10"], workers: 2), as: "0-roti.csv")
        try bench.drop(text, as: name)
        try bench.night("2026-11-20")
        let files = try FolderContents.names(in: bench.path("karantina/1"))
        let original = files.first { $0.hasPrefix("2.") } ?? ""
        #expect(
            try FolderContents.text(of: bench.path("karantina/1/\(original)")) == text,
            "\(files)"
        )
        #expect(
            try FolderContents.text(of: bench.path("karantina/1/keterangan.txt")).contains(name)
        )
        #expect(try rows(bench) == 2)
    }

    @Test("files of persons are no business of other accounts")
    func modes() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night("2026-11-20")
        for name in try bench.names("") where name != "laporan/terbaru" {
            let mode = try bench.folder.mode(of: "w/\(name)")
            // The collector of metrics runs as another account; what HR drops is HR's.
            let isOpen = name.hasPrefix("metrik") || name.hasPrefix("masuk")
            #expect(isOpen || mode & 0o007 == 0, "\(name) has mode \(String(mode, radix: 8))")
        }
    }
}
