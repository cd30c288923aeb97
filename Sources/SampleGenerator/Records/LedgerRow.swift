/// A worker's row in a bill of BPJS: with a payment day it is a receipt.
struct LedgerRow: Record, Hashable {
    var npp: String
    var blth: Month
    var kpj: String
    var nik: String
    var name: String
    var born: Day?
    var wage: Rupiah
    var backPay: Rupiah?
    var amounts: Contributions
    var billingCode: String
    var paid: Day?
    var passport = ""

    static let columns: [Column] = [
        "npp*", "blth*", "kpj*", "nik*", "nama", "tanggal_lahir", "upah", "rapel", "jkk*", "jkm*",
        "jht_pemberi_kerja*", "jht_tenaga_kerja*", "jp_pemberi_kerja*", "jp_tenaga_kerja*",
        "jkp_pemberi_kerja", "kode_iuran", "tanggal_bayar", "no_paspor",
    ]

    var cells: [String] {
        [
            npp, cell(blth), kpj, nik, name, cell(born), cell(wage), cell(backPay),
            cell(amounts.jkk), cell(amounts.jkm),
            cell(amounts.jhtEmployer), cell(amounts.jhtWorker),
            cell(amounts.jpEmployer), cell(amounts.jpWorker),
            amounts.jkpEmployer == 0 ? "" : cell(amounts.jkpEmployer),
            billingCode, cell(paid), passport,
        ]
    }
}
