import Contributions
import TestSupport
import Testing

@testable import Intake

/// What the lines of a table are: rows, and everything that is none.
@Suite("A line")
struct LineTests {
    /// A bill as SIPP prints it, with these lines below its heading.
    private static func bill(_ lines: String...) -> String {
        ([
            "NPP;27014563", "Periode;10-2026",
            "Nomor Referensi;NIK;Nama;Upah;Rapel;JKK;JKM;JHT;JHT;JP;JP",
        ]
            + lines).joined(separator: "\n")
    }

    private static func row(_ kpj: String, _ name: String) -> String {
        "\(kpj);3273011505900007;\(name);5.000.000,00;0,00;27.000,00;15.000,00;185.000,00;"
            + "100.000,00;100.000,00;50.000,00"
    }

    private func names(_ read: ProfileReading) -> [String] {
        read.ledger.map { read.text($0.name) }
    }

    private static let budi = row("15087654321", "Budi")

    @Test(
        "of a total is known by its first whole word, and by naming nobody",
        arguments: [
            "Jumlah;;;5.000.000,00;;;;;;;", ";;JUMLAH SELURUHNYA;5.000.000,00;;;;;;;",
            "Total Seluruhnya;;;;;;;;;;", ";Grand Total;;;;;;;;;", "Subtotal;;;;;;;;;;",
            "Sub Total;;;;;;;;;;", "Jumlah 1 orang;;;5.000.000,00;;;;;;;", "TOTAL:1;;;;;;;;;;",
        ]
    )
    func total(_ line: String) throws {
        let read = try ProfileReading(Self.bill(Self.budi, line))
        #expect(names(read) == ["Budi"])
        #expect(read.skipped() == ["1 baris jumlah"])
        #expect(read.counts() == [1, 0])
        #expect(read.lineCount() == 5)
    }

    @Test(
        "of a worker is a row, whatever he is called",
        arguments: [
            "Totalia Simanjuntak", "Total Sugiarto", "Jumlah", "Jumlahuddin", "Grand Pratama",
            "Sub Hanoto", "Catatan Lubis", "Halaman",
        ]
    )
    func worker(_ name: String) throws {
        let read = try ProfileReading(Self.bill(Self.row("15087654321", name), Self.budi))
        #expect(names(read) == [name, "Budi"])
        #expect(read.skipped().isEmpty)
    }

    @Test(
        "of a worker without numbers is rejected, not taken for a total",
        arguments: [
            "Totalia Simanjuntak", "Grand Pratama", "Sub Hanoto", "Siti",
        ]
    )
    func nobody(_ name: String) throws {
        let line = ";;\(name);5.000.000,00;0,00;27.000,00;15.000,00;185.000,00;100.000,00;1;1"
        let read = try ProfileReading(Self.bill(Self.budi, line))
        #expect(read.counts() == [1, 1])
        #expect(read.skipped().isEmpty)
    }

    @Test("behind the end of the table is passed over where it is a note")
    func closing() throws {
        let read = try ProfileReading(
            Self.bill(
                Self.budi,
                "JUMLAH SELURUHNYA;;;5.000.000,00;;;;;;;",
                "*) dibayar paling lambat tanggal 15;;;;;;;;;;",
                "Bandung, 02-11-2026;;;;;;;;;;",
                ";;( Rina Kartika );;;;;;;;",
                "Total dibayar;;;5.000.000,00;;;;;;;"
            )
        )
        #expect(read.counts() == [1, 0])
        #expect(read.skipped() == ["1 baris jumlah", "4 catatan di bawah tabel"])
        #expect(read.lineCount() == 9)
    }

    @Test("behind the end of the table is rejected where it is a worker's, with or without numbers")
    func stray() throws {
        let read = try ProfileReading(
            Self.bill(
                Self.budi,
                "JUMLAH SELURUHNYA;;;5.000.000,00;;;;;;;",
                Self.row("15087654339", "Siti"),
                ";;Ayu;6.250.000,00;;;;;;;"
            )
        )
        #expect(names(read) == ["Budi"])
        #expect(
            read.rejections == [
                "6 : baris pekerja di bawah baris penutup tabel; "
                    + "diharapkan tidak ada baris pekerja di bawah baris penutup tabel",
                "7 : baris pekerja di bawah baris penutup tabel; "
                    + "diharapkan tidak ada baris pekerja di bawah baris penutup tabel",
            ]
        )
    }

    @Test("goes on with a name from the line above, also behind an empty one")
    func wrapped() throws {
        let read = try ProfileReading(
            Self.bill(
                Self.row("15087654321", "Muhammad Rizky"),
                ";;Pratama;;;;;;;;",
                ";;;;;;;;;;",
                ";;Kusumawardhana;;;;;;;;",
                Self.row("15087654339", "\"Siti\nMa'rufah\"")
            )
        )
        #expect(names(read) == ["Muhammad Rizky Pratama Kusumawardhana", "Siti Ma'rufah"])
        #expect(read.skipped() == ["2 sambungan nama"])
        #expect(read.lineCount() == 9)
    }

    @Test(
        "keeps a name as it stands",
        arguments: [
            "Suharto", "Budi, S.E.", "Ma'ruf", "H. Dadang", "Hj. Siti", "Moh. Ridwan", "M. Ali",
            "Nur'aini binti Ma'mun", "O’Neill", "Dr. Ir. Budi, M.Sc., Ph.D.",
        ]
    )
    func name(_ name: String) throws {
        #expect(names(try ProfileReading(Self.bill(Self.row("15087654321", name)))) == [name])
    }

    @Test(
        "of letters or numbers under the heading is no row",
        arguments: [
            "a;b;c;d;e;f;g;h = f + g;i;j;k", "1;2;3;4;5;6;7;8;9;10;11", "(1);(2);(3);(4);;;;;;;",
        ]
    )
    func columnNumbers(_ line: String) throws {
        let read = try ProfileReading(Self.bill(line, Self.budi))
        #expect(names(read) == ["Budi"])
        #expect(read.files[0].headerLineCount == 4)
        #expect(read.lineCount() == 5)
    }

    @Test("of the heading may hold line breaks, and is known again on every page")
    func pages() throws {
        let heading = """
            "Nomor
            Referensi";NIK;Nama;Upah;Rapel;JKK;JKM;JHT Pemberi Kerja;JHT Tenaga Kerja;\
            "JP Pemberi
            Kerja";JP Tenaga Kerja
            """
        let read = try ProfileReading(
            """
            RINCIAN IURAN TENAGA KERJA
            Nama Perusahaan : PT Saung Rasa
            NPP : 27014563
            Periode : 10-2026
            \(heading)
            \(Self.budi)
            Halaman 1 dari 2
            RINCIAN IURAN TENAGA KERJA
            Nama Perusahaan : PT Saung Rasa
            NPP : 27014563
            Periode : 10-2026
            \(heading)
            \(Self.row("15087654339", "Siti"))
            """
        )
        #expect(names(read) == ["Budi", "Siti"])
        #expect(read.counts() == [2, 0])
        #expect(
            read.skipped() == [
                "1 catatan halaman", "4 baris judul di atas tabel", "3 judul kolom yang diulang",
            ]
        )
        #expect(read.lineCount() == 17)
    }

    @Test("above a page changes the employer and month of the rows below, also behind an end")
    func heads() throws {
        let table = "No KPJ;Nama Karyawan;Upah;No Pegawai"
        let read = try ProfileReading(
            """
            NPP;27014563
            BLTH;09-2026
            \(table)
            15087654321;Budi;5000000;1
            BLTH;10-2026
            \(table)
            15087654321;Budi;5000000;1
            Catatan: selesai
            NPP;12004518
            \(table)
            15087654339;Siti;6250000;2
            """
        )
        #expect(read.heads == ["27014563 2026-09", "27014563 2026-10", "12004518 2026-10"])
    }

    @Test("above a page with an NPP that cannot be read refuses the file")
    func unreadableHead() throws {
        let trouble = try ProfileReading.trouble(
            """
            NPP;27014563
            BLTH;09-2026
            No KPJ;Nama Karyawan;Upah
            15087654321;Budi;5000000
            NPP;belum ada
            No KPJ;Nama Karyawan;Upah
            15087654339;Siti;6250000
            """
        )
        #expect(trouble == .unreadableNPP(text: "belum ada", line: 5))
        #expect(trouble?.messageForLogs == "NPP di atas tabel tidak dapat dibaca")
    }

    @Test("with other cells than the heading is rejected, but for empty ones at its end")
    func ragged() throws {
        let read = try ProfileReading(
            """
            NPP;BLTH;No KPJ;Nama;Upah
            27014563;10-2026;15087654321;Budi;5000000;;;
            27014563;10-2026;15087654339;Siti
            27014563;10-2026;15087654347;Ayu;5000000;;x
            27014563;10-2026;15087654355;Dewi;5000000
            """
        )
        #expect(read.names == ["Budi", "Dewi"])
        #expect(
            read.rejections == [
                "3 : ditemukan 4 sel; diharapkan 5 seperti judulnya",
                "4 : ditemukan 7 sel; diharapkan 5 seperti judulnya",
            ]
        )
    }

    @Test("under a heading alone is nothing to read")
    func noRows() throws {
        let trouble = try ProfileReading.trouble("NPP;BLTH;No KPJ;Nama;Upah\n;;;;\n")
        #expect(trouble == .noRows(line: 1))
    }
}
