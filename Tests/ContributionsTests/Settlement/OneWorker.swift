internal import Contributions
internal import TestSupport

/// One worker with a wage of 1,000,000 and class I, whose month owes
/// `2400,3000,37000,20000,20000,10000`: 92,400 in all, BLTH 2026-02 by 2026-03-16.
enum OneWorker {
    static let ledgerHeader = """
        npp,blth,kpj,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,jp_tenaga_kerja,\
        jkp_pemberi_kerja,kode_iuran,tanggal_bayar,upah
        """
    static let payrollHeader = "npp,blth,kpj,nama,upah"
    static let full = "2400,3000,37000,20000,20000,10000"

    /// A reconciliation of his payroll of one month with ledger rows.
    ///
    /// `ledger` has the cells behind kpj, a row each:
    /// `jkk,jkm,jht,jht,jp,jp,jkp,kode_iuran,tanggal_bayar,upah`.
    static func paying(
        _ ledger: [String],
        for blth: String = "2026-02",
        wage: String = "1000000",
        employer: String = "1,,",
        asOf: String = "2026-07-20",
        ledgerUntil: String? = nil,
        policy: Policy = Policy()
    ) throws -> Workbench {
        let rows = ledger.map { "\n12004518,\(blth),19040012345,\($0)" }
        return try Workbench(
            asOf: asOf,
            ledgerUntil: ledgerUntil,
            policy: policy,
            [
                "employers.csv": """
                npp,nama,kelas_jkk,padat_karya,penundaan_jp
                12004518,PT Batik,\(employer)
                """,
                "payroll.csv": """
                \(payrollHeader)
                12004518,\(blth),19040012345,Sari,\(wage)
                """,
                "ledger.csv": ledgerHeader + rows.joined(),
            ]
        )
    }
}
