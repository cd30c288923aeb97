internal import Contributions
internal import TestSupport
internal import Testing

/// One employer finding in place of equal ones about each worker (issue 5, 4).
@Suite("A pattern of an employer")
struct EmployerPatternTests {
    /// A bill: the rates of JKK and JP in parts per million, and what is paid of it in percent.
    struct Bill: Sendable {
        var jkk = 2_400
        var jkm = 3_000
        var jp = 30_000
        var jht = 57_000
        var paid: Int? = 100
    }

    /// The workers' bills, one each; wages differ and make odd sen.
    private static func bench(
        _ bills: [Bill],
        blth: String = "2026-02",
        employer: String? = "1,,",
        asOf: String = "2026-07-20"
    ) throws -> Workbench {
        var payroll = "npp,blth,kpj,nama,tanggal_lahir,upah"
        var ledger = """
            npp,blth,kpj,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
            jp_tenaga_kerja,kode_iuran,tanggal_bayar
            """
        for (index, bill) in bills.enumerated() {
            let wage = 2_773_184 + index * 12_345
            let kpj = 19_040_000_001 + index
            payroll += "\n12004518,\(blth),\(kpj),Sari,1990-04-12,\(wage)"
            func cells(_ percent: Int) -> String {
                let rates = [
                    bill.jkk, bill.jkm, bill.jht * 37 / 57, bill.jht * 20 / 57, bill.jp * 2 / 3,
                    bill.jp / 3,
                ]
                // Half up to the sen, which are whole hundredths of a rupiah.
                return rates.map { rate in
                    let sen = (wage * rate * percent / 100 + 5_000) / 10_000
                    return "\(sen / 100).\(sen % 100 < 10 ? "0" : "")\(sen % 100)"
                }
                .joined(separator: ",")
            }
            ledger += "\n12004518,\(blth),\(kpj),\(cells(100)),A,"
            if let paid = bill.paid {
                ledger += "\n12004518,\(blth),\(kpj),\(cells(paid)),A,2026-03-10"
            }
        }
        var employers = "npp,nama,kelas_jkk,padat_karya,penundaan_jp"
        if let employer { employers += "\n12004518,PT Batik,\(employer)" }
        return try Workbench(
            asOf: asOf,
            ["employers.csv": employers, "payroll.csv": payroll, "ledger.csv": ledger]
        )
    }

    /// The patterns as `code value: message`, and how many workers have a finding about money.
    private static func findings(_ bench: Workbench) -> [String] {
        let patterns = bench.findings.filter {
            $0.code == .classDiffers || $0.code == .programmeDiffers
        }
        let texts = patterns.map { finding in
            guard case .text(let value, let message) = finding.detail else { return "" }
            return "\(finding.code.code) \(value): \(message)"
        }
        let left = bench.findings.count { $0.code == .underpaid || $0.code == .overpaid }
        return texts + (left > 0 ? ["\(left)"] : [])
    }

    private static func several(_ counts: [(Int, Bill)]) -> [Bill] {
        counts.flatMap { Array(repeating: $1, count: $0) }
    }

    private static func roman(_ text: String, _ workers: String, _ rates: String...) -> String {
        "kelas-jkk-berbeda \(text): JKK \(workers) pekerja ditagih dengan kelas \(text) (\(rates[0])), "
            + "padahal kelas di berkas perusahaan I (\(rates[1]))"
    }

    @Test(
        "names the class whose rate JKK was billed with (PP 44/2015 art. 16)",
        arguments: [
            (2_400, []), (5_400, ["II", "0,54%"]), (8_900, ["III", "0,89%"]),
            (12_700, ["IV", "1,27%"]), (17_400, ["V", "1,74%"]),
        ]
    )
    func riskClass(_ rate: Int, _ expected: [String]) throws {
        let bench = try Self.bench(Self.several([(10, Bill(jkk: rate))]))
        let texts =
            expected.isEmpty
            ? [] : [Self.roman(expected[0], "10 dari 10", expected[1], "0,24%")]
        #expect(Self.findings(bench) == texts)
        #expect(
            bench.outcome.batches.flatMap(\.months).allSatisfy {
                $0.status.code == (expected.isEmpty ? "lunas" : "lebih_bayar")
            }
        )
    }

    @Test(
        "needs ten workers, and 90 % of those who owe and have a bill",
        arguments: [
            (9, 0, ["9"]), (10, 0, ["10 dari 10"]), (10, 1, ["10 dari 11"]), (10, 2, ["10"]),
            (18, 2, ["18 dari 20"]), (17, 3, ["17"]),
        ]
    )
    func howMany(_ off: Int, _ right: Int, _ expected: [String]) throws {
        let bench = try Self.bench(Self.several([(off, Bill(jkk: 5_400)), (right, Bill())]))
        let found = Self.findings(bench)
        #expect(found.count == 1)
        let text =
            expected[0].contains("dari")
            ? Self.roman("II", expected[0], "0,54%", "0,24%") : expected[0]
        #expect(found == [text])
    }

    @Test("is one ratio: two classes are none")
    func oneRatio() throws {
        let bills = Self.several([(10, Bill(jkk: 5_400)), (10, Bill(jkk: 8_900))])
        #expect(try Self.findings(Self.bench(bills)) == ["20"])
        let most = Self.several([(18, Bill(jkk: 5_400)), (2, Bill(jkk: 8_900))])
        #expect(
            try Self.findings(Self.bench(most))
                == [Self.roman("II", "18 dari 20", "0,54%", "0,24%"), "2"]
        )
    }

    @Test(
        "names another programme, and how it is billed",
        arguments: [
            (Bill(jp: 0), "JP 10 dari 10 pekerja tidak ditagih", "JP"),
            (Bill(jht: 0), "JHT 10 dari 10 pekerja tidak ditagih", "JHT"),
            (Bill(jkm: 0), "JKM 10 dari 10 pekerja tidak ditagih", "JKM"),
            (Bill(jkk: 0), "JKK 10 dari 10 pekerja tidak ditagih", "JKK"),
            (
                Bill(jp: 15_000), "JP 10 dari 10 pekerja ditagih sekitar 50,0% dari yang terutang",
                "JP"
            ),
            (
                Bill(jkk: 4_800),
                "JKK 10 dari 10 pekerja ditagih sekitar 200,0% dari yang terutang",
                "JKK"
            ),
        ]
    )
    func programme(_ bill: Bill, _ message: String, _ value: String) throws {
        let bench = try Self.bench(Self.several([(10, bill)]))
        #expect(Self.findings(bench) == ["program-berbeda \(value): \(message)"])
    }

    @Test("leaves what else is wrong with a worker, and what was not paid as billed")
    func rest() throws {
        let others = [Bill(jp: 0, jht: 0), Bill(jp: 0, paid: 50)]
        let bench = try Self.bench(Self.several([(10, Bill(jp: 0))]) + others)
        #expect(
            Self.findings(bench)
                == ["program-berbeda JP: JP 12 dari 12 pekerja tidak ditagih", "2"]
        )
        let left = bench.findings.filter { $0.code == .underpaid }.compactMap { finding in
            if case .shares(let shares) = finding.detail { shares.list.map { $0 > 0 } } else { nil }
        }
        // JP was not billed, so nothing of it was left unpaid by him who paid half.
        #expect(
            left == [
                [false, false, true, true, false, false], [true, true, true, true, false, false],
            ]
        )
    }

    @Test("is seen in bills that nobody has paid")
    func unpaid() throws {
        let bills = Self.several([(10, Bill(jkk: 5_400, paid: nil))])
        let found = try Self.findings(Self.bench(bills))
        #expect(found == [Self.roman("II", "10 dari 10", "0,54%", "0,24%")])
    }

    @Test("until BLTH 2025-01 is seen in JKK and JKM together")
    func joined() throws {
        let bench = try Self.bench(Self.several([(10, Bill(jkk: 8_900))]), blth: "2024-06")
        #expect(Self.findings(bench) == [Self.roman("III", "10 dari 10", "0,89%", "0,24%")])
    }

    @Test("knows reliefs: half of JKK for the labour-intensive is their class (PP 7/2025)")
    func relief() throws {
        let half = Self.several([(10, Bill(jkk: 1_200))])
        let ofClassTwo = Self.several([(10, Bill(jkk: 2_700))])
        let full = Self.several([(10, Bill())])
        func found(_ bills: [Bill]) throws -> [String] {
            Self.findings(try Self.bench(bills, blth: "2025-08", employer: "1,Y,"))
        }
        #expect(try found(half).isEmpty)
        #expect(try found(ofClassTwo) == [Self.roman("II", "10 dari 10", "0,27%", "0,12%")])
        #expect(
            try found(full) == [
                "program-berbeda JKK: JKK 10 dari 10 pekerja ditagih sekitar 200,0% dari yang terutang"
            ]
        )
    }

    @Test("is not the part of JP that PP 49/2020 defers")
    func deferral() throws {
        let bills = Self.several([(10, Bill(jkk: 24, jkm: 30))])
        let bench = try Self.bench(bills, blth: "2020-10", employer: "1,,Y")
        #expect(Self.findings(bench).isEmpty)
    }

    @Test("stands at the employer's row, or at a worker's where no file lists him")
    func place() throws {
        let bills = Self.several([(10, Bill(jkk: 5_400))])
        let listed = try Self.bench(bills)
        #expect(listed.places("kelas-jkk-berbeda") == ["2026-02 employers.csv:2"])
        let unlisted = try Self.bench(bills, employer: nil)
        #expect(unlisted.places("kelas-jkk-berbeda") == ["2026-02 payroll.csv:2"])
    }
}
