/// A worker's row in a month's payroll.
struct PayrollRow: Record, Hashable {
    var npp: String
    var blth: Month
    var kpj: String
    var nik: String
    var name: String
    var born: Day?
    var wage: Rupiah?
    var dailyWage: Rupiah?
    var backPay: Rupiah?
    var jhtCut: Rupiah?
    var jpCut: Rupiah?
    var joined: Day?
    var left: Day?
    var reasonLeft = ""
    var programmes: Programmes?
    var electsPension: Bool?
    var email = ""
    var mobile = ""
    var employeeNumber = ""
    var unit = ""
    var passport = ""
    var nationality = ""

    static let columns: [Column] = [
        "npp*", "blth*", "kpj*", "nik*", "nama*", "tanggal_lahir", "upah", "upah_harian", "rapel",
        "potongan_jht", "potongan_jp", "tanggal_masuk", "tanggal_keluar", "sebab_keluar", "program",
        "jp_lanjut", "email", "no_hp", "no_pegawai", "unit",
        "no_paspor", "kewarganegaraan",
    ]

    var cells: [String] {
        [
            npp, cell(blth), kpj, nik, name, cell(born), cell(wage), cell(dailyWage), cell(backPay),
            cell(jhtCut), cell(jpCut), cell(joined), cell(left), reasonLeft,
            cell(programmes?.text), cell(yes: electsPension), email, mobile, employeeNumber, unit,
            passport, nationality,
        ]
    }
}
