/// A worker in an employer's list of members.
struct RegisterRow: Record, Hashable {
    var npp: String
    var kpj: String
    var nik: String
    var name: String
    var born: Day?
    var since: Day?
    var until: Day?
    var balance: Rupiah?
    var hasAccount: Bool?
    var email = ""
    var mobile = ""

    static let columns: [Column] = [
        "npp*", "kpj*", "nik*", "nama", "tanggal_lahir", "tanggal_kepesertaan", "tanggal_nonaktif",
        "status", "saldo_jht", "akun_jmo", "email", "no_hp",
    ]

    var cells: [String] {
        [
            npp, kpj, nik, name, cell(born), cell(since), cell(until),
            until == nil ? "aktif" : "nonaktif", cell(balance), cell(yes: hasAccount), email,
            mobile,
        ]
    }
}
