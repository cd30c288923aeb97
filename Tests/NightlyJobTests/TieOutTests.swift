import TestSupport
import Testing

/// The bridge of `design.md` 5, recomputed from the rows of `rincian.csv` and from the ledgers.
@Suite("Tie-out")
struct TieOutTests {
    private static let shares = [
        "jkk", "jkm", "jht_pemberi_kerja", "jht_tenaga_kerja", "jp_pemberi_kerja",
        "jp_tenaga_kerja",
    ]
    private static let tolerance = 100

    /// The parts of a bridge in sen, under the names of `ringkasan.json`.
    private typealias Bridge = [String: Int]

    /// The bridge of some rows and one compared programme.
    private func bridge(_ rows: [[String: String]], _ share: String) -> Bridge {
        var parts: Bridge = [:]
        for row in rows {
            let due = amount("terutang", row, share)
            let received = amount("diterima", row, share)
            let status = row["status_iuran"] ?? ""
            if status == "tidak_di_payroll" || status == "belum_ada_payroll" {
                parts[status == "tidak_di_payroll" ? status : "belum_ada_payroll", default: 0] +=
                    received
                continue
            }
            parts["terutang", default: 0] += due
            parts["diterima", default: 0] += received
            let net = due - received
            if net < 0 {
                parts["lebih_bayar", default: 0] -= net
            } else if net > 0 {
                parts[part(status, net), default: 0] += net
            }
        }
        return parts
    }

    /// Where what is still due belongs.
    private func part(_ status: String, _ net: Int) -> String {
        switch status {
        case "belum_jatuh_tempo": "belum_jatuh_tempo"
        case "belum_ada_data": "belum_ada_data"
        case "kurang_bayar", "belum_dibayar":
            net > Self.tolerance ? "tunggakan" : "dalam_toleransi"
        default: "dalam_toleransi"
        }
    }

    /// The amount compared: until BLTH 2025-01 JKK and JKM are compared together, as JKK.
    private func amount(_ what: String, _ row: [String: String], _ share: String) -> Int {
        let isJoined = (row["blth"] ?? "") <= "2025-01"
        if isJoined, share == "jkm" { return 0 }
        let jkm = isJoined && share == "jkk" ? sen(row["\(what)_jkm"] ?? "") : 0
        return sen(row["\(what)_\(share)"] ?? "") + jkm
    }

    private func receipts(
        _ counted: CountedReceipts,
        _ share: String,
        _ npp: String,
        _ month: String
    ) -> Int {
        let isJoined = month <= "2025-01"
        if isJoined, share == "jkm" { return 0 }
        let jkm = isJoined && share == "jkk" ? counted.total("jkm", npp: npp, month: month) : 0
        return counted.total(share, npp: npp, month: month) + jkm
    }

    private func expect(_ entry: [String: String], _ expected: Bridge, _ where: String) {
        let parts = [
            "terutang", "diterima", "belum_jatuh_tempo", "belum_ada_data", "tunggakan",
            "dalam_toleransi", "lebih_bayar", "tidak_di_payroll", "belum_ada_payroll",
        ]
        for part in parts {
            #expect(sen(entry[part] ?? "?") == expected[part, default: 0], "\(`where`): \(part)")
        }
        #expect(entry["selisih"] == "0.00", "\(`where`)")
        #expect(entry["selisih_penerimaan"] == "0.00", "\(`where`)")
    }

    @Test("closes per employer, month and programme, and in all", arguments: 1...20)
    func closes(_ seed: Int) throws {
        let inputs = RandomInputs(seed: seed, [.replacedPayroll, .reprints])
        let run = try RandomRun(inputs)
        let summary = try run.summary()
        let rows = run.table("rincian.csv").records
        let counted = CountedReceipts(inputs)
        var whole: [String: Bridge] = [:]
        var ledger = 0
        for employer in summary.perusahaan {
            for month in employer.bulan {
                let own = rows.filter { $0["npp"] == employer.npp && $0["blth"] == month.blth }
                #expect(!own.isEmpty, "\(inputs)")
                #expect(month.tieOut.tied)
                for share in Self.shares {
                    let place = "\(inputs), \(employer.npp) \(month.blth) \(share)"
                    let expected = bridge(own, share)
                    let entry = try #require(month.tieOut.program[share])
                    expect(entry, expected, place)
                    let stated = receipts(counted, share, employer.npp, month.blth)
                    #expect(sen(entry["penerimaan_buku_iuran"] ?? "?") == stated, "\(place)")
                    ledger += stated
                    whole[share, default: [:]].merge(expected, uniquingKeysWith: +)
                }
            }
        }
        #expect(summary.perusahaan.flatMap(\.bulan).count == run.table("rekap.csv").rows.count)
        var all: Bridge = [:]
        for (share, expected) in whole {
            expect(try #require(summary.tieOut.program[share]), expected, "\(inputs), \(share)")
            all.merge(expected, uniquingKeysWith: +)
        }
        expect(summary.tieOut.jumlah, all, "\(inputs), in all")
        #expect(sen(summary.tieOut.jumlah["penerimaan_buku_iuran"] ?? "?") == ledger, "\(inputs)")
        #expect(summary.tieOut.tied)

        // The two identities, in the words of the contract.
        func part(_ name: String) -> Int { all[name, default: 0] }
        #expect(
            part("terutang") - part("diterima") - part("belum_jatuh_tempo") - part("belum_ada_data")
                - part("tunggakan") - part("dalam_toleransi") + part("lebih_bayar") == 0
        )
        let allocated = run.allocated()
        #expect(sen(summary.tieOut.jumlah["setoran_dialokasikan"] ?? "?") == allocated, "\(inputs)")
        #expect(
            ledger + allocated
                == part("diterima") + part("tidak_di_payroll") + part("belum_ada_payroll")
        )
        // Over the three ledgers, from what rincian.csv says.
        func summed(_ column: String) -> Int { rows.reduce(0) { $0 + sen($1[column] ?? "") } }
        func stated(_ name: String) -> Int { sen(summary.tieOut.jumlah[name] ?? "?") }
        #expect(stated("ditagih") == summed("ditagih"), "\(inputs)")
        #expect(
            stated("ditagih") == summed("terutang") - stated("kurang_lapor") + stated("lebih_lapor")
        )
        #expect(
            summed("diterima") == stated("ditagih") - stated("kurang_setor") + stated("lebih_setor")
        )
    }
}
