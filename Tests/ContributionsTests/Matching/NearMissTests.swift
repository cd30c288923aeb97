internal import Contributions
internal import TestSupport
internal import Testing

/// `calon-pasangan`: a suggestion, never a match.
@Suite("Near misses")
struct NearMissTests {
    @Test(
        "between a worker in payroll and one in the ledger only",
        arguments: [
            // Both as `kpj,nik,nama,tanggal_lahir`.
            (",3273015204900001,Sari,1990-04-12", ",3273015204900002,Lain,1990-04-12", true),
            (",3273015204900001,Sari W.,", ",3273015204900002,SARI W,", true),
            // Two digits swapped, one left out, one too many.
            (",3273015204900001,Sari,", ",3273015204900010,Sari,", true),
            (",3273015204900001,Sari,", ",327301520490001,Sari,", true),
            (",3273015204900001,Sari,", ",32730152049000011,Sari,", true),
            // Neither birth date nor name agree, or there is none.
            (",3273015204900001,Sari,1990-04-12", ",3273015204900002,Lain,1990-04-13", false),
            (",3273015204900001,Sari,", ",3273015204900002,,", false),
            // A shared word is not the same name.
            (",3273015204900001,Sari W,", ",3273015204900002,Sari,", false),
            // Two edits.
            (",3273015204900001,Sari,", ",3273015204900012,Sari,", false),
            // A lost leading zero of the KPJ.
            ("09040012345,,Sari,", "9040012345,,,", true),
            ("9040012345,,Sari,", "09040012345,,,", true),
            ("19040012345,,Sari,", "9040012345,,,", false),
            ("00040012345,,Sari,", "040012345,,,", false),
        ]
    )
    func betweenPayrollAndLedger(_ payroll: String, _ ledger: String, _ isNear: Bool) throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nik,nama,tanggal_lahir,upah
                12004518,2026-02,\(payroll),1000000
                """,
                "ledger.csv": """
                npp,blth,kpj,nik,nama,tanggal_lahir,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,\
                jp_pemberi_kerja,jp_tenaga_kerja,tanggal_bayar
                12004518,2026-02,\(ledger),\(OneWorker.full),2026-03-10
                """,
            ]
        )
        #expect(bench.workers.count == 2)
        #expect(bench.finds("calon-pasangan") == isNear)
        #expect(bench.findings.first { $0.code == .pairCandidate }?.code.severity != .error)
    }

    @Test("are no suggestion for who misses nothing, nor across employers")
    func noSuggestion() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,nik,nama,upah
                12004518,2026-02,3273015204900001,Sari,1000000
                14011730,2026-02,3273015204900009,Sari,1000000
                """,
                "ledger.csv": """
                npp,blth,nik,nama,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                jp_tenaga_kerja,tanggal_bayar
                12004518,2026-02,3273015204900001,Sari,\(OneWorker.full),2026-03-10
                12004518,2026-02,3273015204900002,Sari,\(OneWorker.full),2026-03-10
                """,
            ]
        )
        #expect(!bench.finds("calon-pasangan"))
    }
}
