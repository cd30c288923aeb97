internal import Contributions
internal import TestSupport
internal import Testing

@Suite("Rows that stand twice")
struct RowTwinTests {
    @Test(
        "in payroll count once if every canonical field is equal",
        arguments: [
            // The second row differs from `Sari,1000000,Solo,,,` of the first in one cell.
            ("Sari,1000000,Solo,,,,", true), ("Sari,1000000.00,Solo,,,,", true),
            // A column that no rule reads.
            ("Sari,1000000,Solo,,,,lantai 2", true),
            ("Sari,1000001,Solo,,,,", false), ("Sari W,1000000,Solo,,,,", false),
            ("Sari,1000000,Yogya,,,,", false), ("Sari,1000000,Solo,s@contoh.invalid,,,", false),
            ("Sari,1000000,Solo,,0,,", false), ("Sari,1000000,Solo,,,JKK,", false),
        ]
    )
    func inPayroll(_ second: String, _ isTwin: Bool) throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,unit,email,potongan_jht,program,catatan
                12004518,2026-02,19040012345,Sari,1000000,Solo,,,,
                12004518,2026-02,19040012345,\(second)
                """
            ]
        )
        let base = try #require(bench.month("2026-02")?.base)
        #expect((base == Rupiah(whole: 1_000_000)) == isTwin)
        #expect(
            bench.places("baris-kembar") == (isTwin ? ["2026-02 19040012345 payroll.csv:3"] : [])
        )
        #expect(bench.outcome.skippedRows == (isTwin ? [0: 1] : [:]))
    }

    @Test("in payroll count once in another file too")
    func inTwoFiles() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "staf.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,19040012345,Sari,1000000
                12004518,2026-02,15080023456,Budi,1000000
                """,
                "direksi.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,19040012345,Sari,1000000
                12004518,2026-02,20010034567,Dewi,1000000
                """,
            ]
        )
        #expect(bench.month("2026-02", "19040012345")?.base == Rupiah(whole: 1_000_000))
        #expect(bench.places("baris-kembar") == ["2026-02 19040012345 direksi.csv:2"])
    }

    @Test(
        "in the ledger count once if number, code, day and amounts are equal",
        arguments: [
            // The cells behind blth: kpj, nik, nama, jkk, jkp, kode_iuran, tanggal_bayar, upah.
            ("19040012345,,Sari,2400,,A,2026-03-10,1000000", true),
            // The wage and the name do not tell them apart, or money would count twice.
            ("19040012345,,Sari W,2400,,A,2026-03-10,900000", true),
            ("19040012345,,Sari,2400,,A,2026-03-11,1000000", false),
            ("19040012345,,Sari,2400,,B,2026-03-10,1000000", false),
            ("19040012345,,Sari,2400.01,,A,2026-03-10,1000000", false),
            ("19040012345,3273015204900001,Sari,2400,,A,2026-03-10,1000000", false),
            // Half of JKK under JKP is another row, though the sum is the same.
            ("19040012345,,Sari,1000,1400,A,2026-03-10,1000000", false),
        ]
    )
    func inTheLedger(_ second: String, _ isTwin: Bool) throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "ledger.csv": """
                npp,blth,kpj,nik,nama,jkk,jkp_pemberi_kerja,kode_iuran,tanggal_bayar,upah,\
                jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,jp_tenaga_kerja
                12004518,2026-02,19040012345,,Sari,2400,,A,2026-03-10,1000000,0,0,0,0,0
                12004518,2026-02,\(second),0,0,0,0,0
                """
            ]
        )
        #expect((bench.month("2026-02")?.received.total.sen == 2_400_00) == isTwin)
        #expect(bench.finds("baris-kembar") == isTwin)
        // The larger wage counts whichever of the two stays.
        if isTwin { #expect(bench.month("2026-02")?.reportedWage == Rupiah(whole: 1_000_000)) }
    }

    @Test("in the register and among payments count once")
    func inOtherFiles() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "register.csv": """
                npp,kpj,nama,status,tanggal_kepesertaan
                12004518,19040012345,Sari,aktif,2020-01-01
                12004518,19040012345,Sari,aktif,2020-01-01
                12004518,19040012345,Sari,aktif,2021-01-01
                """,
                "payments.csv": """
                npp,tanggal_bayar,jumlah,kode_iuran
                12004518,2026-03-10,92400,A
                12004518,2026-03-10,92400,A
                12004518,2026-03-10,92400,B
                """,
            ]
        )
        #expect(
            bench.places("baris-kembar").sorted() == [
                "19040012345 register.csv:3", "payments.csv:3",
            ]
        )
        #expect(bench.places("iuran-belum-rinci") == ["payments.csv:2", "payments.csv:4"])
        #expect(bench.outcome.skippedRows == [0: 1, 1: 1])
    }
}
