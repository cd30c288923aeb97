/// A lump sum that an employer paid, as its finance department lists it.
struct PaymentRow: Record, Hashable {
    var npp: String
    var paid: Day
    var amount: Rupiah
    var blth: Month?
    var billingCode = ""

    static let columns: [Column] = ["npp*", "tanggal_bayar*", "jumlah*", "blth", "kode_iuran"]

    var cells: [String] {
        [npp, cell(paid), cell(amount), cell(blth), billingCode]
    }
}
