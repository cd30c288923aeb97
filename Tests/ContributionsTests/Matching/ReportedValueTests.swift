internal import Contributions
internal import TestSupport
internal import Testing

@Suite("The values by which reports name a worker")
struct ReportedValueTests {
    private static func text(_ bench: Workbench, _ reference: TextReference?) -> String? {
        reference.map(bench.outcome.records.texts.string)
    }

    @Test("are those of his newest payroll row that has one, at a tie the smallest")
    func newestPayrollRow() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nik,nama,upah,tanggal_lahir,no_pegawai,unit
                12004518,2026-03,19040012345,3273015204900003,Sari W,1,,,Solo
                12004518,2026-03,19040012345,3273015204900002,Sari,2,,,Klaten
                12004518,2026-02,19040012345,3273015204900001,Sari Lama,3,1990-04-12,P-2,Yogya
                12004518,2026-01,19040012345,,Sari Lama,4,1990-04-13,P-1,Yogya
                """,
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004518,2026-04,19040012345,0,0,0,0,0,0,,,,
                """,
            ]
        )
        let profile = try #require(bench.profile())
        let nik = bench.outcome.records.identifiers.string(of: profile.nik.text)
        #expect(nik == "3273015204900002")
        #expect(Self.text(bench, profile.name) == "Sari")
        #expect(Self.text(bench, profile.unit) == "Klaten")
        #expect(Self.text(bench, profile.employeeNumber) == "P-2")
        #expect(profile.birth == day("1990-04-12"))
    }

    @Test("are else those of the ledger, else of the register")
    func others() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,nik,nama,upah
                12004518,2026-02,3273015204900001,Sari,1000000
                """,
                "ledger.csv": """
                npp,blth,kpj,nik,nama,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,\
                jp_pemberi_kerja,jp_tenaga_kerja
                12004518,2026-01,19040012345,3273015204900001,Nama Buku,0,0,0,0,0,0
                """,
                "register.csv": """
                npp,kpj,nik,nama,tanggal_lahir
                12004518,18000000001,3273015204900001,Nama Daftar,1990-04-12
                """,
            ]
        )
        let profile = try #require(bench.profile())
        let kpj = bench.outcome.records.identifiers.string(of: profile.kpj.text)
        #expect(kpj == "19040012345")
        #expect(Self.text(bench, profile.name) == "Sari")
        #expect(profile.birth == day("1990-04-12"))
    }
}
