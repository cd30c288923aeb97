import Contributions
import TestSupport
import Testing

@testable import Intake

/// Which profile reads a header, and when none does.
@Suite("A header is recognised")
struct RecognitionTests {
    private static func hints(_ profile: String? = nil) -> IntakeHints {
        var hints = IntakeHints()
        hints.profile = profile
        hints.npp = Array("27014563".utf8)
        hints.month = blth("2026-10")
        return hints
    }

    /// What each cell of a header is read as, under the profile that takes it.
    private func roles(_ header: String, _ row: String) throws -> String {
        let read = try ProfileReading("\(header)\n\(row)\n", hints: Self.hints())
        let columns = read.files[0].targets.compactMap { target in
            target.reading.map { ($0.cell, target.column.name) }
        }
        let names = columns.sorted { $0.0 < $1.0 }.map(\.1)
        return "\(read.files[0].profile.name): \(names.joined(separator: " "))"
    }

    @Test(
        "by synonyms of its columns",
        arguments: [
            ("Nomor Peserta;Nama Pekerja;Upah Sebulan;Agama", "kpj nama upah"),
            ("no_ektp;nama_lengkap;upah_bpjs;employee_code", "nik nama upah no_pegawai"),
            ("Nomor Ketenagakerjaan;NAMA TK;upah_bpjs;join_date", "kpj nama upah tanggal_masuk"),
            ("NO_IDENTITAS;Nama Peserta;Data Upah (Rp.);TMT", "nik nama upah tanggal_masuk"),
            (
                "No BPJS Ketenagakerjaan;Employee Name;Jumlah Upah;tanggal_resign",
                "kpj nama upah tanggal_keluar"
            ),
            ("No. BPJS TK;Nama;jumlah_upah;TGL_AWAL_BEKERJA", "kpj nama upah tanggal_masuk"),
            ("No KTP;Nama Karyawan;Gaji per Bulan;No. Induk", "nik nama upah no_pegawai"),
        ]
    )
    func synonyms(_ header: String, _ expected: String) throws {
        let isNIK = expected.hasPrefix("nik")
        let row = "\(isNIK ? "3273011505900007" : "15087654321");Budi;5000000;"
        #expect(try roles(header, row) == "baku-payroll: " + expected)
    }

    @Test(
        "with the shares of a bill named in any way",
        arguments: [
            ["JHT Pemberi Kerja", "JHT Tenaga Kerja", "JP Pemberi Kerja", "JP Tenaga Kerja"],
            ["Iuran JHT PRSH", "Iuran JHT TK", "Iuran JP PRSH", "Iuran JP TK"],
            ["JHT Perusahaan", "JHT Pekerja", "JP Perusahaan", "JP Pekerja"],
            ["JHT PK", "JHT Karyawan", "JP PK", "JP Karyawan"], ["JHT P", "JHT K", "JP P", "JP K"],
            [
                "BPJS JHT (Company)", "BPJS JHT (Employee)", "BPJS JP (Company)",
                "BPJS JP (Employee)",
            ],
            ["jht_er", "jht_ee", "jp_er", "jp_ee"],
            ["pemberi_kerja_jht_jk", "tenaga_kerja_jht_jk", "pemberi_kerja_jp", "tenaga_kerja_jp"],
            [
                "Iuran JHT Pemberi Kerja (3.7%)", "Iuran JHT Pekerja (2.0%)",
                "Iuran JP Pemberi Kerja (2.0%)", "Iuran JP Pekerja (1.0%)",
            ],
        ]
    )
    func shares(_ names: [String]) throws {
        let read = try ProfileReading(
            "KPJ;JKK;JKM;\(names.joined(separator: ";"))\n15087654321;1;2;3;4;5;6\n",
            hints: Self.hints("baku-ledger")
        )
        let shares = try #require(read.ledger.first).shares
        let order: [Share] = [.jkk, .jkm, .jhtEmployer, .jhtWorker, .jpEmployer, .jpWorker]
        #expect(order.map { shares[$0].sen / 100 } == [1, 2, 3, 4, 5, 6])
    }

    @Test(
        "whatever its case, spaces, dots and line breaks",
        arguments: [
            "tgl lahir", "TGL_LAHIR", "Tgl.Lahir", " Tgl.  Lahir ", "\"Tgl\nLahir\"", "Tgl-Lahir",
        ]
    )
    func headings(_ heading: String) throws {
        let read = try roles(
            "No KPJ;Nama Karyawan;Upah;\(heading)",
            "15087654321;Budi;5000000;15-05-1990"
        )
        #expect(read == "baku-payroll: kpj nama upah tanggal_lahir")
    }

    @Test("by the profile's own spelling before a synonym of the same column")
    func exactBeforeSynonym() throws {
        let read = try ProfileReading(
            "No KPJ;Nama;Gaji per Bulan;Upah\n15087654321;Budi;1000000;5000000\n",
            hints: Self.hints()
        )
        #expect(read.bases == [5_000_000_00])
        #expect(read.files[0].layout.ignoredColumns == ["Gaji per Bulan"])
    }

    @Test("but not where two profiles would read it differently")
    func tie() throws {
        // Two layouts of a user that give one heading two meanings.
        func own(_ name: String, _ column: String) throws -> IntakeProfile {
            try IntakeProfile(
                yaml: """
                    nama: \(name)
                    jenis: payroll
                    kolom: {kpj: [Kartu], nama: [Orang], \(column): [Uang], tanggal_lahir: [Lahir]}
                    wajib: [kpj, nama]
                    isi: {upah: "1"}
                    """,
                source: name
            )
        }
        let profiles = ProfileCatalogue(
            adding: [try own("satu", "upah"), try own("dua", "gaji_pokok")]
        )
        let text = "Kartu;Orang;Uang;Lahir\n15087654321;Budi;5000000;1990-05-15\n"
        let trouble = Array(text.utf8).withUnsafeBufferPointer { bytes in
            #expect(throws: ProfileTrouble.self) {
                try ProfiledFile(
                    bytes,
                    profiles: profiles,
                    kind: nil,
                    hints: Self.hints()
                )
            }
        }
        guard case .tie(let one, let other, line: 1) = try #require(trouble) else {
            Issue.record("\(String(describing: trouble))")
            return
        }
        #expect(Set([one, other]) == ["satu", "dua"])
        #expect(trouble?.message.hasSuffix("pilih salah satu dengan --profile") == true)
    }

    @Test("but not by synonyms of a few columns among many that nobody knows")
    func weak() throws {
        let strange = (1...30).map { "Kolom Asing \($0)" }.joined(separator: ";")
        let cells = [String](repeating: "x", count: 30).joined(separator: ";")
        let text = "Tgl Pembayaran;Nominal;\(strange)\n2026-10-01;5000;\(cells)\n"
        #expect(try ProfileReading.trouble(text, hints: Self.hints()) != nil)
        let few = "Tgl Bayar;Nominal;Kolom Asing 1\n2026-10-01;5000;x\n"
        #expect(try ProfileReading(few, hints: Self.hints()).records.payments.count == 1)
    }

    @Test("or is told the nearest layout and what it lacks")
    func nearest() throws {
        let trouble = try #require(
            try ProfileReading.trouble(
                """
                NPP;27014563
                Nip;Nama;Tgl Lahir;Tgl Masuk;Tgl Keluar;Gaji per Bulan
                1;Budi;19900515;20190301;99981231;5000000
                """
            )
        )
        guard case .missingHeadings(let profile, let missing, let found, line: 2) = trouble else {
            Issue.record("\(trouble)")
            return
        }
        #expect(profile == "SAP (feeder payroll)")
        #expect(missing == ["No KPJ"])
        #expect(found == ["Nip", "Nama", "Tgl Lahir", "Tgl Masuk", "Tgl Keluar", "Gaji per Bulan"])
        #expect(!trouble.messageForLogs.contains("Budi"))
    }

    @Test(
        "and not taken for a register where a list only names people",
        arguments: ["No;Nama;NIK;Jabatan;Telepon", "NIK;Nama", "No KPJ;Nama;Alamat", "KTP;Email"]
    )
    func noRegister(_ header: String) throws {
        let row = header.split(separator: ";").map { _ in "3273011505900007" }
        let text = "\(header)\n\(row.joined(separator: ";"))\n"
        #expect(try ProfileReading.trouble(text, hints: Self.hints()) != nil)
    }

    @Test("with the column that an annotation added")
    func annotated() throws {
        let read = try ProfileReading(
            "NPP;BLTH;No KPJ;Nama;Upah;kesalahan\n27014563;10-2026;15087654321;Budi;5000000;upah?\n"
        )
        #expect(read.names == ["Budi"])
    }
}
