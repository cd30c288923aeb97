/// An employer's terms from a contribution month on; several rows make its history.
struct EmployerRow: Record, Hashable {
    var npp: String
    var name: String
    var jkkClass: JKKClass
    var from: Month?
    var size: EmployerSize?
    var programmes: Programmes?
    var isLabourIntensive: Bool?
    var defersPension: Bool?
    var group: String?

    static let columns: [Column] = [
        "npp*", "nama*", "kelas_jkk*", "berlaku_dari", "skala_usaha", "program", "padat_karya",
        "penundaan_jp", "grup",
    ]

    var cells: [String] {
        [
            npp, name, "\(jkkClass.rawValue)", cell(from), size?.rawValue ?? "",
            cell(programmes?.text), cell(yes: isLabourIntensive), cell(yes: defersPension),
            group ?? "",
        ]
    }
}
