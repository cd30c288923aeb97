internal import Contributions
internal import TestSupport
internal import Testing

/// `kunci_cocok`: the weakest rule by which one of the month's ledger rows was matched.
@Suite("The match key")
struct MatchKeyTests {
    @Test(
        "of a month",
        arguments: [
            // Payroll and ledger rows as `blth,kpj,nik`.
            (["2026-02,K1,N1"], ["2026-02,K1,N1"], "kpj"),
            (["2026-02,K1,N1"], ["2026-02,K1,"], "kpj"),
            // A different NIK is a finding, and still a match by KPJ.
            (["2026-02,K1,N1"], ["2026-02,K1,N2"], "kpj"),
            // His KPJ of any payroll month counts.
            (["2026-02,,N1", "2026-01,K1,N1"], ["2026-02,K1,"], "kpj"),
            (["2026-02,K1,N1"], ["2026-02,,N1"], "nik"),
            (["2026-02,,N1"], ["2026-02,K9,N1"], "nik"),
            (["2026-02,,N1"], ["2026-02,,N1"], "nik"),
            (["2026-02,K1,N1"], ["2026-02,K9,N1"], "nik_kpj_berbeda"),
            // The weakest of several.
            (["2026-02,K1,N1"], ["2026-02,K1,N1", "2026-02,,N1"], "nik"),
            (
                ["2026-02,K1,N1"], ["2026-02,K9,N1", "2026-02,,N1", "2026-02,K1,"],
                "nik_kpj_berbeda"
            ),
            // Nothing to match.
            (["2026-02,K1,N1"], [], ""), (["2026-01,K1,N1"], ["2026-02,K1,N1"], ""),
            (["2026-02,K1,N1"], ["2026-01,K9,N1"], ""),
        ]
    )
    func ofAMonth(_ payroll: [String], _ ledger: [String], _ key: String) throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": "npp,blth,kpj,nik,nama,upah"
                    + payroll.map { "\n12004518,\($0),Sari,1000000" }.joined(),
                "ledger.csv": """
                npp,blth,kpj,nik,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                jp_tenaga_kerja,tanggal_bayar
                """
                    + ledger.map { "\n12004518,\($0),\(OneWorker.full),2026-03-10" }.joined(),
            ]
        )
        #expect(bench.month("2026-02")?.matchKey.code == key)
    }
}
