import Foundation
import TestSupport
import Testing

/// What HR sees of `iuran check`.
@Suite("check")
struct CheckTests {
    private let folder: WorkFolder

    /// One row that cannot be used, one NIK that cannot be right, a total that does not add up.
    private static let upload = """
        NPP;12004518;;;
        Periode;Oktober 2026;;;
        KPJ;NIK;Nama;Tgl Lahir;Upah
        19040012345;3273015204900001;Sari Wulandari;1990-04-12;5.000.000
        19040012352;3273012511870002;Joko Susilo;1987-11-25;lima juta
        19040012360;3273019911870003;Dewi Anggraini;1987-11-25;Rp 6.500.000,00
        Jumlah;;;;16.500.000

        """

    init() throws {
        folder = try WorkFolder()
        try folder.write(Self.upload, to: "gaji.csv")
    }

    private func check(_ arguments: String...) throws -> ToolRun {
        try BuiltTool.run(["check"] + arguments, in: folder.path)
    }

    @Test("says what the file is, what it adds up to, and every problem under its code")
    func saysWhatTheFileIs() throws {
        let run = try check("gaji.csv")
        #expect(run.status == 65)
        for words in [
            "gaji.csv  DITOLAK: 1 dari 3 baris tidak dapat dipakai",
            "kolom baku payroll [profil baku-payroll: 5 dari 5 judul kolom dikenal]",
            "UTF-8, pemisah titik koma", "12004518", "2026-10", "2 diterima, 1 ditolak",
            "Rp 11.500.000,00".replacing(" ", with: "\u{A0}"),
            "baris 5: kolom \"Upah\": \"lima juta\" tidak dapat dibaca",
            "baris 6: kolom \"NIK\": \"3273019911870003\" bagian tanggal lahirnya bukan tanggal",
            "baris 7: kolom \"Upah\": tertulis 16500000.00, jumlah barisnya 11500000.00",
            "[baris-ditolak]", "[nik-tidak-sah]", "[jumlah-tidak-cocok]", "saran: ",
        ] {
            #expect(run.stdout.contains(words), "\(words) in \(run.stdout)")
        }
        // What a log keeps names nobody.
        #expect(!run.stderr.contains("3273"))
        #expect(!run.stderr.contains("lima juta"))
    }

    @Test("takes the good rows with --policy good")
    func takesTheGoodRows() throws {
        let run = try check("gaji.csv", "--policy", "good")
        #expect(run.status == 0)
        #expect(run.stdout.contains("DITERIMA SEBAGIAN: 2 baris dipakai, 1 baris ditolak"))
    }

    @Test("gives the file back with its errors, which coming back are passed over")
    func givesTheFileBack() throws {
        _ = try check("gaji.csv", "--annotate", "periksa.csv")
        let lines = try folder.text("periksa.csv").split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let original = Self.upload.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == original.count)
        for (line, own) in zip(lines, original) { #expect(line.hasPrefix(own)) }
        #expect(lines[1] == original[1])
        #expect(lines[2] == original[2] + ";kesalahan")
        #expect(lines[3] == original[3] + ";")
        #expect(lines[4].contains("tidak dapat dibaca"))

        // Repaired by HR and sent again, column and all: the same cells, replaced.
        let repaired = try folder.text("periksa.csv").replacing("lima juta", with: "5.000.000")
        try folder.write(repaired, to: "lagi.csv")
        let again = try check("lagi.csv", "--annotate", "bersih.csv")
        #expect(again.status == 0, "\(again)")
        #expect(again.stdout.contains("3 diterima"))
        let header = try folder.text("bersih.csv").split(separator: "\n")[2]
        #expect(header == "KPJ;NIK;Nama;Tgl Lahir;Upah;kesalahan")
    }

    @Test("gives UTF-16 back as UTF-16, mark and all")
    func givesUTF16Back() throws {
        let units = [0xFEFF] + Array(Self.upload.utf16)
        try folder.write(units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, to: "u16.csv")
        _ = try check("u16.csv", "--annotate", "balik.csv")
        let bytes = try [UInt8](
            Data(contentsOf: URL(fileURLWithPath: folder.path(of: "balik.csv")))
        )
        #expect(bytes.prefix(2) == [0xFF, 0xFE])
        let text = try #require(String(bytes: bytes, encoding: .utf16))
        #expect(text.contains("Upah;kesalahan\n"))
        #expect(text.contains("Jumlah;;;;16.500.000"))
    }

    @Test("never writes over the upload")
    func neverWritesOverTheUpload() throws {
        let run = try check("gaji.csv", "--annotate", "gaji.csv")
        #expect(run.status == 64)
        #expect(try folder.text("gaji.csv") == Self.upload)
    }

    @Test("prints JSON for a portal")
    func printsJSON() throws {
        struct Document: Decodable {
            struct File: Decodable {
                struct Problem: Decodable {
                    var kode: String
                    var baris: Int?
                    var kolom: String?
                }
                var keputusan: String
                var profil: String?
                var jumlah: [String: String]
                var masalah: [Problem]
            }
            var berkas: [File]
        }
        let run = try check("gaji.csv", "--format", "json")
        let document = try JSONDecoder().decode(Document.self, from: Data(run.stdout.utf8))
        let file = try #require(document.berkas.first)
        #expect(file.keputusan == "ditolak")
        #expect(file.profil == "baku-payroll")
        #expect(file.jumlah["upah"] == "11500000.00")
        #expect(
            file.masalah.contains {
                $0.kode == "baris-ditolak" && $0.baris == 5 && $0.kolom == "Upah"
            }
        )
    }

    @Test("refuses a canonical file in which most NIK are destroyed")
    func refusesDestroyedNIK() throws {
        let rows = (0..<5).map { "12004518,2026-10,1904001234\($0),\"3,27301E+15\",Sari,5000000\n" }
        try folder.write("npp,blth,kpj,nik,nama,upah\n" + rows.joined(), to: "rusak.csv")
        let run = try check("rusak.csv")
        #expect(run.status == 65)
        #expect(run.stdout.contains("[berkas-rusak-excel]"))
        #expect(run.stdout.contains("5 dari 5 NIK sudah kehilangan digit"))
    }

    @Test("refuses a canonical file whose NIK a spreadsheet cut to 15 digits", arguments: [7, 8])
    func refusesCutNIK(_ count: Int) throws {
        let rows = (0..<count).map { index in
            "12004518,2026-10,1904001234\(index),3273015204900\(10 + index)0,Sari,5000000\n"
        }
        try folder.write("npp,blth,kpj,nik,nama,upah\n" + rows.joined(), to: "potong.csv")
        let run = try check("potong.csv")
        // Fewer than eight may be chance.
        #expect(run.status == (count < 8 ? 0 : 65), "\(run)")
        #expect(run.stdout.contains("[berkas-rusak-excel]") == (count >= 8))
    }

    @Test("drafts a profile that, completed, reads the file")
    func draftsAProfile() throws {
        let text = "Kode,Nama Peserta,Nomor Kartu,Penghasilan\nA,Sari,19040012345,5000000\n"
        try folder.write(text, to: "baru.csv")
        #expect(try check("baru.csv").status == 65)
        #expect(try check("baru.csv", "--draft-profile", "baru.yaml").status == 0)
        let draft = try folder.text("baru.yaml")
        #expect(draft.contains("nama: [\"Nama Peserta\"]"))
        #expect(draft.contains("# missing: upah"))
        let completed = draft.replacing(
            "kolom:\n",
            with: "kolom:\n  kpj: [Nomor Kartu]\n  upah: [Penghasilan]\n"
        )
        try folder.write(completed, to: "lengkap.yaml")
        let run = try check(
            "baru.csv",
            "--profile",
            "lengkap.yaml",
            "--npp",
            "12004518",
            "--blth",
            "2026-10"
        )
        #expect(run.status == 0, "\(run)")
        #expect(run.stdout.contains("DITERIMA: 1 baris"))
        // A draft is never written over.
        #expect(try check("baru.csv", "--draft-profile", "baru.yaml").status == 73)
    }

    @Test("asks instead of guessing: the month of a pay period over two months")
    func asksForTheMonth() throws {
        let text = """
            NPP : 12004518;;;;
            Payroll Date : 21 Sep 2026 To 20 Okt 2026;;;;
            No.;No KPJ;Nama;Tgl Lahir;Gaji Pokok
            1;19040012345;Sari Wulandari;1990-04-12;5.000.000

            """
        try folder.write(text, to: "resto.csv")
        let run = try check("resto.csv")
        #expect(run.status == 65)
        #expect(run.stdout.contains("[masa-gaji-dua-bulan]"))
        for (choice, month) in [("awal", "2026-09"), ("akhir", "2026-10")] {
            let run = try check("resto.csv", "--blth-period", choice)
            #expect(run.status == 0, "\(run)")
            #expect(run.stdout.contains(month))
        }
        try folder.write("blth_periode: {\"12004518\": akhir}\n", to: "iuran.yaml")
        #expect(try check("resto.csv", "--settings", "iuran.yaml").stdout.contains("2026-10"))
    }

    @Test(
        "names what is no CSV at all",
        arguments: [
            ("PK\u{3}\u{4}....[Content_Types].xml", "buku kerja Excel (.xlsx)"),
            ("%PDF-1.7\n", "PDF"), ("<!DOCTYPE html><html><table>", "halaman HTML"),
        ]
    )
    func namesOtherFormats(_ content: String, _ name: String) throws {
        try folder.write(content, to: "kiriman.csv")
        let run = try check("kiriman.csv")
        #expect(run.status == 65)
        #expect(run.stdout.contains("ini \(name), bukan CSV"))
    }
}
