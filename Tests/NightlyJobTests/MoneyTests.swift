import TestSupport
import Testing

/// Money is neither made nor lost between the ledgers and the report.
@Suite("Money is conserved")
struct MoneyTests {
    private static let shares = [
        "jkk", "jkm", "jht_pemberi_kerja", "jht_tenaga_kerja", "jp_pemberi_kerja",
        "jp_tenaga_kerja",
    ]

    @Test(
        "what rincian.csv received is what the counted receipts of the ledgers state",
        arguments: 1...20
    )
    func receivedIsWhatTheLedgersState(_ seed: Int) throws {
        var inputs = RandomInputs(seed: seed, [.replacedPayroll, .reprints])
        inputs.tables.removeAll { $0.name.contains("pembayaran") }
        let rows = try RandomRun(inputs).table("rincian.csv").records
        let receipts = CountedReceipts(inputs)
        #expect(receipts.rows.count > 50, "\(inputs)")
        for npp in Set(rows.map { $0["npp"] ?? "" }).union(receipts.npps) {
            let own = rows.filter { $0["npp"] == npp }
            for share in Self.shares {
                let received = own.reduce(0) { $0 + sen($1["diterima_\(share)"] ?? "") }
                #expect(received == receipts.total(share, npp: npp), "\(inputs), \(npp), \(share)")
            }
        }
        let received = rows.reduce(0) { $0 + sen($1["diterima"] ?? "") }
        #expect(received == Self.shares.reduce(0) { $0 + receipts.total($1) }, "\(inputs)")
    }

    @Test("with lump sums it is that and what alokasi.csv gives to bills", arguments: 1...20)
    func receivedWithLumpSums(_ seed: Int) throws {
        let inputs = RandomInputs(seed: seed, [.replacedPayroll, .reprints])
        let run = try RandomRun(inputs)
        let rows = run.table("rincian.csv").records
        let receipts = CountedReceipts(inputs)
        for npp in Set(rows.map { $0["npp"] ?? "" }).union(receipts.npps) {
            let received = rows.filter { $0["npp"] == npp }
                .reduce(0) { $0 + sen($1["diterima"] ?? "") }
            let stated = Self.shares.reduce(0) { $0 + receipts.total($1, npp: npp) }
            #expect(received == stated + run.allocated(npp: npp), "\(inputs), \(npp)")
        }
    }

    @Test("every sen of a lump sum stands in alokasi.csv once", arguments: 1...20)
    func everySenIsAllocated(_ seed: Int) throws {
        let inputs = RandomInputs(seed: seed)
        let run = try RandomRun(inputs)
        let payments = Set(inputs.rows("pembayaran").map { "\($0)" })
        #expect(payments.count == inputs.rows("pembayaran").count, "\(inputs): twins")
        let paid = inputs.rows("pembayaran").reduce(0) { $0 + sen($1["jumlah"] ?? "") }
        let rows = run.table("alokasi.csv").records
        #expect(rows.reduce(0) { $0 + sen($1["alokasi"] ?? "") } == paid, "\(inputs)")
        for (_, uses) in Dictionary(
            grouping: rows,
            by: { "\($0["berkas"] ?? ""):\($0["baris"] ?? "")" }
        ) {
            let used = uses.reduce(0) { $0 + sen($1["alokasi"] ?? "") }
            #expect(used == sen(uses[0]["jumlah"] ?? ""), "\(inputs): \(uses[0])")
        }
    }

    @Test(
        "every total of a row is the sum of its programmes, and every difference a difference",
        arguments: 1...6
    )
    func everyTotalIsASum(_ seed: Int) throws {
        let inputs = RandomInputs(seed: seed)
        for row in try RandomRun(inputs).table("rincian.csv").records {
            func amount(_ column: String) -> Int { sen(row[column] ?? "") }
            for what in ["terutang", "ditagih", "diterima"] {
                let sum = Self.shares.reduce(0) { $0 + amount("\(what)_\($1)") }
                #expect(amount(what) == sum, "\(inputs): \(row)")
            }
            #expect(amount("selisih") == amount("diterima") - amount("terutang"), "\(inputs)")
            #expect(amount("kurang_lapor") == max(0, amount("terutang") - amount("ditagih")))
            #expect(amount("kurang_setor") == max(0, amount("ditagih") - amount("diterima")))
        }
    }

    @Test("rekap.csv adds up the rows of rincian.csv", arguments: 1...6)
    func recapAddsUp(_ seed: Int) throws {
        let inputs = RandomInputs(seed: seed)
        let run = try RandomRun(inputs)
        let rows = run.table("rincian.csv").records
        let groups = Dictionary(grouping: rows) { "\($0["npp"] ?? "") \($0["blth"] ?? "")" }
        let recap = run.table("rekap.csv").records
        let keys = recap.map { "\($0["npp"] ?? "") \($0["blth"] ?? "")" }
        #expect(keys.sorted() == groups.keys.sorted(), "\(inputs)")
        for (key, total) in zip(keys, recap) {
            for column in ["upah_dasar", "terutang", "ditagih", "diterima", "denda_estimasi"] {
                let sum = groups[key, default: []].reduce(0) { $0 + sen($1[column] ?? "") }
                #expect(sen(total[column] ?? "") == sum, "\(inputs): \(key) \(column)")
            }
        }
    }

    @Test("a run without any payment receives nothing")
    func withoutAnyPayment() throws {
        var inputs = RandomInputs(seed: 5)
        for table in inputs.tables.indices {
            for row in inputs.tables[table].rows.indices {
                inputs.tables[table].rows[row]["tanggal_bayar"] = ""
            }
        }
        inputs.tables.removeAll { $0.name.contains("pembayaran") }
        let run = try RandomRun(inputs)
        #expect(Set(run.table("rincian.csv").column("diterima")) == ["0.00"])
        #expect(run.table("rekap.csv").column("diterima").allSatisfy { $0 == "0.00" })
    }
}
