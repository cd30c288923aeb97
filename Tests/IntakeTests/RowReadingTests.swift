internal import Contributions
internal import Intake
internal import TestSupport
internal import Testing

@Suite("A row")
struct RowReadingTests {
    @Test(
        "of a payroll has its base from the wage, else basic pay and allowance, else 25 days' pay",
        arguments: [
            // upah, gaji_pokok, tunjangan_tetap, upah_harian, rapel
            ("1000000,,,,", 1_000_000), ("1000000,2,3,4,", 1_000_000),
            (",700000,300000,,", 1_000_000),
            (",700000,,,", 700_000), (",700000,300000,9,", 1_000_000), (",,,40000,", 1_000_000),
            ("1000000,,,,500000", 1_500_000), (",,,40000,500000", 1_500_000), ("0,,,40000,", 0),
            ("1000000,,,,-250000", 750_000),
        ] as [(String, Int64)]
    )
    func base(_ cells: String, _ base: Int64) throws {
        let records = try FileReading.read(
            """
            npp,blth,kpj,nama,upah,gaji_pokok,tunjangan_tetap,upah_harian,rapel
            12004518,2026-02,19040012345,Sari,\(cells)
            """
        )
        #expect(records.payroll.map(\.base) == [Rupiah(whole: base)])
    }

    @Test(
        "of a payroll needs a wage: an allowance or back pay alone is none",
        arguments: [",,300000,,", ",,,,5"]
    )
    func noWage(_ cells: String) throws {
        let records = try FileReading.read(
            """
            npp,blth,kpj,nama,upah,gaji_pokok,tunjangan_tetap,upah_harian,rapel
            12004518,2026-02,19040012345,Sari,\(cells)
            """
        )
        #expect(records.counts.rejected == 1)
    }

    @Test("is read without the spaces around its cells")
    func spaces() throws {
        let records = try FileReading.read(
            """
            npp,blth,kpj,nama,upah,tanggal_lahir,jp_lanjut,program
             12004518 ,\t2026-02 , 19040012345,  Sari W , 5 ,1990-04-12 , y," jkk ; JKM "
            """
        )
        let row = try #require(records.payroll.first)
        #expect(row.month == blth("2026-02"))
        #expect(row.birth == day("1990-04-12"))
        #expect(row.marks == .electsJP)
        #expect(row.programmes == [.jkk, .jkm])
    }

    @Test("of a ledger counts the employer's JKP into JKK")
    func jkp() throws {
        let records = try FileReading.read(
            """
            npp,blth,kpj,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,jp_tenaga_kerja,\
            jkp_pemberi_kerja
            12004518,2026-02,19040012345,1000,3000,37000,20000,20000,10000,1400
            """
        )
        #expect(records.ledger.first?.shares[.jkk].sen == 2400_00)
        #expect(records.ledger.first?.jkp.sen == 1400_00)
    }

    @Test(
        "of a register shows active on a day",
        arguments: [
            ("aktif,", true), (",", true), ("AKTIF,", true), ("nonaktif,", false),
            ("Nonaktif,2026-12-01", false),
            ("aktif,2026-07-20", false), (",2026-07-21", true),
        ]
    )
    func register(_ cells: String, _ isActive: Bool) throws {
        let records = try FileReading.read(
            "npp,kpj,status,tanggal_nonaktif\n12004518,1904,\(cells)"
        )
        #expect(records.register.first?.showsActive(asOf: day("2026-07-20")) == isActive)
    }

    @Test("of the employers has its flags and history")
    func employers() throws {
        let records = try FileReading.read(
            """
            npp,nama,kelas_jkk,berlaku_dari,skala_usaha,program,padat_karya,penundaan_jp
            12004518,PT Batik,3,2026-03,Besar,JKK,Y,t
            12004518,PT Batik,3,,,,,
            """
        )
        let row = try #require(records.employerRows.first)
        #expect(row.from == blth("2026-03"))
        #expect(row.size == .large)
        #expect(row.programmes == .jkk)
        #expect(row.isLabourIntensive)
        #expect(!row.defersJP)
        #expect(records.employerRows[1].from == nil)
        #expect(records.employerRows[1].size == nil)
    }

    @Test("adds its amounts to the total that rules out overflow, whatever their sign")
    func amountTotal() throws {
        func isWithinLimit(_ rows: [String]) throws -> Bool {
            let text =
                "npp,tanggal_bayar,jumlah,denda"
                + rows.map { "\n12004518,2026-02-10,\($0)" }.joined()
            return try FileReading.read(text).amountTotal.isWithinLimit
        }
        // Ten trillion is the largest cell, a thousand of them the largest total.
        let largest = [String](repeating: "10000000000000,", count: 999)
        #expect(try isWithinLimit(largest + ["5000000000000,5000000000000"]))
        #expect(try !isWithinLimit(largest + ["5000000000000,5000000000000.01"]))
        #expect(try !isWithinLimit(largest + ["-5000000000000,-5000000000000.01"]))
        #expect(try !isWithinLimit(largest + largest + largest))
    }
}
