internal import Contributions
internal import Intake
internal import TestSupport
internal import Testing

@Suite("A rejected row")
struct RejectedRowTests {
    @Test(
        "of a payroll says where, what was found and what was expected",
        arguments: [
            (
                ",2026-02,19040012345,,Sari,1,,",
                "2 npp: kolom \"npp\": kosong; diharapkan NPP 6 sampai 10 angka atau huruf besar"
            ),
            ("12345,2026-02,1904,,Sari,1,,", "2 npp: kolom \"npp\": \"12345\" tidak dapat dibaca"),
            (
                "12004518,2026-13,1904,,Sari,1,,",
                "2 blth: kolom \"blth\": \"2026-13\" tidak dapat dibaca; "
                    + "diharapkan bulan seperti 2026-10"
            ),
            ("12004518,2026-02,1904,,,1,,", "2 nama: kolom \"nama\": kosong; diharapkan nama"),
            (
                "12004518,2026-02,1904,,Sari,lima juta,,",
                "2 upah: kolom \"upah\": \"lima juta\" tidak dapat dibaca; "
                    + "diharapkan jumlah rupiah seperti 5000000 atau 5000000.00"
            ),
            (
                "12004518,2026-02,1904,,Sari,,,",
                "2 upah: kolom \"upah\": kosong; diharapkan upah, atau gaji_pokok"
            ),
            (
                "12004518,2026-02,,,Sari,1,,",
                "2 nik: kolom \"nik\": kosong; diharapkan KPJ atau NIK yang utuh"
            ),
            (
                "12004518,2026-02,19-04,,Sari,1,,",
                "2 kpj: kolom \"kpj\": \"19-04\" tidak dapat dibaca; "
            ),
            ("12004518,2026-02,19040012345abc,,Sari,1,,", "2 kpj: "),
            (
                "12004518,2026-02,1904,,Sari,1,30-02-1990,",
                "2 tanggal_lahir: kolom \"tanggal_lahir\": \"30-02-1990\""
            ),
            (
                "12004518,2026-02,1904,,Sari,1,,X",
                "2 jp_lanjut: kolom \"jp_lanjut\": \"X\" tidak dapat dibaca; "
                    + "diharapkan Y atau T"
            ),
            (
                "12004518,2026-02,1904,,Sari,1,",
                "2 : ditemukan 7 sel; diharapkan 8 seperti judulnya"
            ),
            (
                "12004518,2026-02,1904,,Sari,1,,,",
                "2 : ditemukan 9 sel; diharapkan 8 seperti judulnya"
            ),
            (
                "12004518,2026-02,1904,,Sari,99999999999999,,",
                "2 upah: kolom \"upah\": \"99999999999999\" terlalu besar; "
                    + "paling banyak 10 triliun rupiah (10000000000000)"
            ),
            (
                "12004518,2026-02,1904,,Sari,-10000000000000.01,,",
                "2 upah: kolom \"upah\": \"-10000000000000.01\" terlalu besar; "
            ),
            (
                "12004518,2026-02,1904,,Sari,99999999999999.,,",
                "2 upah: kolom \"upah\": \"99999999999999.\" tidak dapat dibaca; "
            ),
            (
                "12004518,2026-02,\"=HYPERLINK(\"\"x\"\")\",,Sari,1,,",
                "2 kpj: kolom \"kpj\": \"=HYPERLINK(\"x\")\" adalah rumus, bukan nilai; "
                    + "diharapkan KPJ"
            ),
            ("12004518,2026-02,1904,,\"S\"ari,1,,", "2 : ada tanda kutip di tengah sel"),
            // Too many cells, because marks were meant to hold one together.
            ("12004518,2026-02,1904,,PT \"A, B\",1,,", "2 : ada tanda kutip di tengah sel"),
            (
                "12004518,2026-02,1904,,S\"ari,x,,",
                "2 upah: kolom \"upah\": \"x\" tidak dapat dibaca"
            ),
            // All that is wrong with it, the first column first.
            (
                "x,2026-13,1904,,Sari,#N/A,,",
                "2 npp: kolom \"npp\": \"x\" tidak dapat dibaca; diharapkan NPP 6 sampai 10 angka atau "
                    + "huruf besar; kolom \"blth\": \"2026-13\" tidak dapat dibaca; diharapkan bulan "
                    + "seperti 2026-10; kolom \"upah\": \"#N/A\" tidak dapat dibaca; "
            ),
        ]
    )
    func ofAPayroll(_ row: String, _ message: String) throws {
        let text = """
            npp,blth,kpj,nik,nama,upah,tanggal_lahir,jp_lanjut
            \(row)
            12004518,2026-02,19040012345,,Sari,1000000,,
            """
        let rejections = try FileReading.rejections(text)
        #expect(rejections.count == 1)
        #expect(rejections.first?.hasPrefix(message) == true, "\(rejections)")
        // The row after it is read.
        #expect(try FileReading.read(text).payroll.map(\.source.line) == [3])
    }

    @Test(
        "of other kinds",
        arguments: [
            (
                """
                npp,blth,kpj,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,jp_tenaga_kerja
                12004518,2026-02,19040012345,2400,,37000,20000,20000,10000
                """,
                "2 jkm: kolom \"jkm\": kosong; diharapkan jumlah rupiah"
            ),
            (
                "npp,tanggal_bayar,jumlah\n12004518,,5",
                "2 tanggal_bayar: kolom \"tanggal_bayar\": kosong"
            ),
            (
                "npp,tanggal_bayar,jumlah\n12004518,2026-02-10,",
                "2 jumlah: kolom \"jumlah\": kosong"
            ),
            (
                "npp,kpj,status\n12004518,1904,keluar",
                "2 status: kolom \"status\": \"keluar\" tidak dapat dibaca; "
                    + "diharapkan aktif atau nonaktif"
            ),
            ("npp,nama,kelas_jkk\n12004518,,1", "2 nama: kolom \"nama\": kosong; diharapkan nama"),
            ("npp,nama,kelas_jkk\n12004518,PT Batik,7", "2 kelas_jkk: kolom \"kelas_jkk\": \"7\""),
            ("npp,nama,kelas_jkk,skala_usaha\n12004518,PT Batik,1,raksasa", "2 skala_usaha: "),
            ("npp,nama,kelas_jkk,program\n12004518,PT Batik,1,JKK JKM", "2 program: "),
        ]
    )
    func ofOtherKinds(_ text: String, _ message: String) throws {
        let rejections = try FileReading.rejections(text)
        #expect(rejections.count == 1)
        #expect(rejections.first?.hasPrefix(message) == true, "\(rejections)")
        #expect(try FileReading.read(text).counts.accepted == 0)
    }

    @Test("shows a long cell cut")
    func longCell() throws {
        let cell = String(repeating: "9", count: 100)
        let rejections = try FileReading.rejections("npp,kpj,saldo_jht\n12004518,1904,\(cell)")
        #expect(rejections.first?.contains("\"\(cell.prefix(60))…\"") == true)
    }

    @Test(
        "with a NIK that Excel destroyed and no KPJ has both findings",
        arguments: ["3.17401E+15", "\"3,17401E+15\"", "3E15", "3.2E+15", "3.17401e+15"]
    )
    func damagedNIK(_ nik: String) throws {
        let records = try FileReading.read(
            "npp,kpj,nik\n12004518,,\(nik)\n12004518,19040012345,\(nik)\n12004518,,3273015204900001"
        )
        #expect(records.counts.rejected == 1)
        #expect(records.findings.map(\.code) == [.damagedNIK, .rowRejected])
        let words = try FileReading.remarks("npp,kpj,nik\n12004518,,\(nik)")
        #expect(words.count == 2)
        #expect(words.filter { $0.contains("sudah kehilangan digit") }.count == 1, "\(words)")
        #expect(records.findings.allSatisfy { $0.column == "nik" && $0.source?.line == 2 })
        #expect(records.register.map(\.nik.isDamaged) == [true, false])
    }

    @Test(
        "stands under the NPP and month that it states, where they are readable",
        arguments: [
            ("12004518,2026-02,1904,,,1,,", "12004518", "2026-02"),
            ("12004518,2026-13,1904,,Sari,1,,", "12004518", nil),
            ("x,2026-02,1904,,Sari,1,,", "", "2026-02"),
            ("12004518,2026-02,,3.2E+15,Sari,1,,", "12004518", "2026-02"),
            // No other row names this employer.
            ("14011730,2026-02,1904,,,1,,", "14011730", "2026-02"),
            // Cells too few or too many stand under no heading.
            ("12004518,2026-02,1904,,Sari,1,", "", nil),
            ("12004518,2026-02,1904,,S\"ari,1,,", "", nil),
            ("12004518,2026-02,1904,,S\u{0}ari,1,,", "12004518", "2026-02"),
        ]
    )
    func place(_ row: String, _ npp: String, _ month: String?) throws {
        let files = try FilesInMemory([
            (
                "file.csv",
                Array(
                    """
                    npp,blth,kpj,nik,nama,upah,tanggal_lahir,jp_lanjut
                    \(row)
                    12004518,2026-02,19040012345,,Sari,1000000,,
                    """.utf8
                )
            )
        ])
        let pool = files.records.identifiers
        #expect(!files.findings.isEmpty)
        for finding in files.findings {
            #expect(pool.string(of: finding.npp.text) == npp)
            #expect(finding.month?.description == month)
            // Only an employer of usable rows has a place among the employers.
            #expect(finding.employer == (npp == "12004518" ? 0 : nil))
        }
        #expect(files.records.employers.count == 1)
    }

    @Test(
        "names the column of the first cell that is no text",
        arguments: [
            ([0x53, 0], "nama: kolom \"nama\": berisi byte NUL"),
            ([0xFF], "nama: kolom \"nama\": berisi huruf yang bukan UTF-8"),
        ] as [([UInt8], String)]
    )
    func bytes(_ name: [UInt8], _ message: String) throws {
        let header = Array("npp,blth,catatan,kpj,nama,upah\n12004518,2026-02,,1904,".utf8)
        let rejections = try FileReading.rejections(header + name + Array(",1\n".utf8))
        #expect(rejections.count == 1)
        #expect(rejections.first?.hasPrefix("2 \(message)") == true, "\(rejections)")
    }

    @Test("names a column of the file's own as its heading does")
    func ownColumn() throws {
        let text = "npp,catatan,kpj,lain,nama,blth,upah\n12004518,,1904,\u{0},Sari,2026-02,1\n"
        #expect(try FileReading.rejections(text).first?.hasPrefix("2 lain: kolom \"lain\"") == true)
    }

    @Test(
        "of a pairing file says what is missing",
        arguments: [
            (
                "12004518,K1,,kartu lama,Ratna,",
                "2 kpj_lain: kolom \"kpj_lain\": kosong; diharapkan KPJ atau NIK lain yang utuh"
            ),
            ("12004518,,K9,kartu lama,Ratna,", "2 kpj: kolom \"kpj\": kosong; "),
            ("12004518,K1,K9,,Ratna,", "2 alasan: kolom \"alasan\": kosong; "),
            ("12004518,K1,K9,kartu lama,,", "2 oleh: kolom \"oleh\": kosong; "),
            (
                "12004518,K1,K9,kartu lama,Ratna,besok",
                "2 berlaku_sampai: kolom \"berlaku_sampai\": \"besok\" tidak dapat dibaca; "
            ),
            (
                "12004518,K1,\"1,9E+10\",kartu lama,Ratna,",
                "2 kpj_lain: kolom \"kpj_lain\": \"1,9E+10\" tidak utuh; "
            ),
        ]
    )
    func ofAPairingFile(_ row: String, _ expected: String) throws {
        let header = "npp,kpj,kpj_lain,alasan,oleh,berlaku_sampai"
        let found = try FileReading.rejections("\(header)\n\(row)\n")
        #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
    }
}
