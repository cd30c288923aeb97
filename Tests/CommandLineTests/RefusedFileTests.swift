import TestSupport
import Testing

/// A file that cannot be read at all: a finding that says why, and the other files go on.
@Suite("Refused files")
struct RefusedFileTests {
    /// A file beside the good ones.
    struct Case: Sendable, CustomStringConvertible {
        var name: String
        var bytes: [UInt8]
        /// Parts of the message: what was found, what was expected.
        var words: [String]

        init(_ name: String, bytes: [UInt8], _ words: String...) {
            self.name = name
            self.bytes = bytes
            self.words = words
        }

        init(_ name: String, _ text: String, _ words: String...) {
            self.name = name
            self.bytes = Array(text.utf8)
            self.words = words
        }

        var description: String { name }
    }

    private static let row = "12004518,2026-09,23040012340,Fitri,5000000\n"

    private static func utf16(_ text: String, isBigEndian: Bool, hasMark: Bool) -> [UInt8] {
        ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit & 255), UInt8(unit >> 8)]
            return isBigEndian ? bytes.reversed() : bytes
        }
    }

    static let cases = [
        Case("an empty file", "", "berkas kosong", "diharapkan baris judul"),
        Case("blank lines only", "\n\n\n", "berkas kosong", "diharapkan baris judul"),
        Case(
            "a payroll without a wage",
            "npp,blth,kpj,nama\n12004518,2026-09,23040012340,Fitri\n",
            "kolom wajib payroll tidak ada",
            "upah",
            "ditemukan: npp, blth, kpj, nama"
        ),
        Case(
            "a payroll without any number",
            "npp,blth,nama,upah\n12004518,2026-09,Fitri,5000000\n",
            "kolom wajib payroll tidak ada: kpj atau nik atau no_paspor",
            "ditemukan: npp, blth, nama, upah"
        ),
        Case(
            "a ledger without JKM",
            "npp,blth,kpj,jkk,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,jp_tenaga_kerja\n",
            "kolom wajib buku iuran (ledger) tidak ada: jkm"
        ),
        Case(
            "a column twice",
            "npp,blth,kpj,nama,upah,upah\n" + row,
            "kolom \"upah\" ada dua kali",
            "sisakan satu"
        ),
        Case(
            "a header that fits nothing",
            "kode,keterangan\n1,satu\n",
            "judul kolom tidak dikenali",
            "ditemukan: kode, keterangan",
            "diharapkan judul baku"
        ),
        Case(
            "semicolons that fit nothing",
            "kode;keterangan\n1;satu\n",
            "judul kolom tidak dikenali",
            "ditemukan: kode, keterangan"
        ),
        Case(
            "UTF-16 that fits nothing",
            bytes: utf16("kode,keterangan\n1,satu\n", isBigEndian: true, hasMark: true),
            "judul kolom tidak dikenali",
            "ditemukan: kode, keterangan"
        ),
        Case(
            "a header cut inside quotes",
            "npp,blth,\"kpj,nama,upah\n" + row,
            "baris judul tidak dapat dibaca",
            "tanda kutip"
        ),
        Case(
            "a picture",
            bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13],
            "judul"
        ),
    ]

    /// Canonical columns in another dress, which a profile reads.
    static let readable = [
        Case("semicolons", "npp;blth;kpj;nama;upah\n" + row.replacing(",", with: ";")),
        Case(
            "UTF-16, little end first",
            bytes: utf16("npp,blth,kpj,nama,upah\n" + row, isBigEndian: false, hasMark: true)
        ),
        Case(
            "UTF-16, big end first",
            bytes: utf16("npp,blth,kpj,nama,upah\n" + row, isBigEndian: true, hasMark: true)
        ),
        Case(
            "UTF-16 without a mark",
            bytes: utf16("npp,blth,kpj,nama,upah\n" + row, isBigEndian: false, hasMark: false)
        ),
    ]

    @Test("in another dress are read through a profile", arguments: readable)
    func areRead(_ upload: Case) throws {
        let folder = try SmallCompany.folder()
        try folder.write(upload.bytes, to: "masuk/kiriman.csv")
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        let manifest = try ReportManifest.read(folder.path(of: "laporan/manifest.json"))
        #expect(manifest.input("kiriman.csv")?.keadaan == "dibaca")
        #expect(manifest.input("kiriman.csv")?.diterima == 1)
    }

    @Test("are findings with a reason, and the other files go on", arguments: cases)
    func areFindings(_ refused: Case) throws {
        let folder = try SmallCompany.folder()
        try folder.write(refused.bytes, to: "masuk/kiriman.csv")
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        #expect(run.stderr.contains("kiriman.csv: berkas ditolak"), "\(run)")
        let findings = try folder.table("laporan/temuan.csv").records(where: [
            "berkas": "kiriman.csv"
        ])
        #expect(findings.map { $0["kode"] } == ["berkas-ditolak"])
        #expect(findings.first?["tingkat"] == "gawat")
        let message = findings.first?["pesan"] ?? ""
        for word in refused.words { #expect(message.contains(word), "\(word) in \(message)") }
        #expect(message.contains("Saran: perbaiki berkas"), "\(message)")
        #expect(!message.contains("\u{0}"))
        let manifest = try ReportManifest.read(folder.path(of: "laporan/manifest.json"))
        #expect(manifest.input("kiriman.csv")?.keadaan == "ditolak")
        #expect(manifest.input("kiriman.csv")?.ukuran == refused.bytes.count)
        let statuses = try folder.table("laporan/status.csv").column("status")
        #expect(statuses == ["aktif", "aktif", "aktif"])
    }

    @Test("a header alone is a file of no rows")
    func aHeaderAlone() throws {
        let folder = try SmallCompany.folder()
        try folder.write("npp,blth,kpj,nama,upah\n", to: "masuk/kosong.csv")
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        let manifest = try ReportManifest.read(folder.path(of: "laporan/manifest.json"))
        let input = try #require(manifest.input("kosong.csv"))
        #expect([input.baris, input.judul, input.diterima] == [1, 1, 0])
        #expect(input.jenis == "payroll")
    }

    @Test("a folder with a name like a file is looked into")
    func aFolderWithANameLikeAFile() throws {
        let folder = try SmallCompany.folder()
        try folder.write(
            "npp,blth,kpj,nama,upah\n12004518,2026-09,23040012340,Fitri,5000000\n",
            to: "masuk/arsip.csv/tambahan.csv"
        )
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        #expect(try folder.table("laporan/status.csv").column("kpj").contains("23040012340"))
    }

    @Test("a file that the user names a payroll must be one")
    func aFileThatIsNamed() throws {
        let folder = try SmallCompany.folder()
        let run = try BuiltTool.run(
            ["reconcile", "masuk/ledger.csv", "--payroll", "masuk/register.csv"]
                + ["--as-of", SmallCompany.asOf, "--output", "laporan"],
            in: folder.path
        )
        #expect(run.status == 0, "\(run)")
        #expect(run.stderr.contains("register.csv: berkas ditolak: kolom wajib payroll"), "\(run)")
    }
}
