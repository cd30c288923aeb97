/// A pair of numbers that HR confirmed to be one person's.
struct PairRow: Record, Hashable {
    var npp: String
    var kpj: String
    var otherKPJ: String
    var reason: String
    var decider: String
    var until: Day?

    static let columns: [Column] = [
        "npp*", "kpj*", "kpj_lain*", "alasan*", "oleh*", "berlaku_sampai",
    ]

    var cells: [String] { [npp, kpj, otherKPJ, reason, decider, cell(until)] }
}
