/// The texts of a bulk sample as bytes, made once.
struct BulkTexts: Sendable {
    let women = Names.women.map(Self.bytes)
    let men = Names.men.map(Self.bytes)
    let families = Names.families.map(Self.bytes)
    let titles = Names.titles.map(Self.bytes)
    let units = [
        "Produksi", "Gudang", "Keuangan", "Penjualan", "Logistik", "Perawatan", "Mutu", "Umum",
    ].map(Self.bytes)

    /// Appends a name, in quotes where a title puts a comma into it.
    func appendName(of worker: BulkWorker, to line: inout ByteBuffer) {
        if worker.title != nil {
            line.append(UInt8(ascii: "\""))
        }
        line.append(worker.isWoman ? women[worker.givenName] : men[worker.givenName])
        line.append(UInt8(ascii: " "))
        line.append(families[worker.familyName])
        if let title = worker.title {
            line.append(", ")
            line.append(titles[title])
            line.append(UInt8(ascii: "\""))
        }
    }

    /// Appends an address under a top-level domain that is reserved for examples.
    func appendEmail(of worker: BulkWorker, to line: inout ByteBuffer) {
        for letter in families[worker.familyName] {
            line.append(letter | 0x20)
        }
        line.append(UInt64(worker.index), width: 8)
        line.append("@pekerja.example")
    }

    private static func bytes(_ text: String) -> [UInt8] {
        Array(text.utf8)
    }
}
