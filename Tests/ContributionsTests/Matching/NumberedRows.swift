/// Files of one employer and month, 2026-02, whose rows are told by their numbers, `kpj,nik`.
///
/// Payroll rows have a wage of 1,000,000, ledger rows are receipts of what it owes, and register
/// rows are active.
struct NumberedRows {
    let payroll: String
    let ledger: String
    let register: String

    init(payroll: [String], ledger: [String], register: [String]) {
        let money = "2400,3000,37000,20000,20000,10000,2026-03-10"
        self.payroll =
            "npp,blth,kpj,nik,nama,upah"
            + payroll.map { "\n12004518,2026-02,\($0),Sari,1000000" }.joined()
        self.ledger =
            """
            npp,blth,kpj,nik,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
            jp_tenaga_kerja,tanggal_bayar
            """
            + ledger.map { "\n12004518,2026-02,\($0),\(money)" }.joined()
        self.register = "npp,kpj,nik,status" + register.map { "\n12004518,\($0),aktif" }.joined()
    }
}
