internal import Contributions
internal import TestSupport
internal import Testing

/// lonjakan-upah and rapel-menutup: what the wages of all his months tell of one (domain 9).
@Suite("The wages of other months")
struct WageHistoryTests {
    /// The contributions of class I on a wage below the cap, to the sen.
    private static func shares(_ wage: Int) -> String {
        [24, 30, 370, 200, 200, 100].map { rate in
            let sen = (wage * rate + 50) / 100
            return "\(sen / 100).\(sen % 100 < 10 ? "0" : "")\(sen % 100)"
        }
        .joined(separator: ",")
    }

    /// Months as `wage in payroll, wage and rapel in the ledger`, from 2026-01 on; what is reported
    /// is paid.
    private static func bench(
        _ months: [(payroll: Int, ledger: Int?, rapel: Int)],
        code: String = "",
        twice: Bool = false
    ) throws -> Workbench {
        var payroll = "npp,blth,kpj,nama,tanggal_lahir,upah"
        var ledger = """
            npp,blth,kpj,upah,rapel,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
            jp_tenaga_kerja,kode_iuran,tanggal_bayar
            """
        for (index, month) in months.enumerated() {
            let blth = "2026-0\(index + 1)"
            payroll += "\n12004518,\(blth),19040012345,Sari,1990-04-12,\(month.payroll)"
            guard let wage = month.ledger else { continue }
            let cells = "\(wage),\(month.rapel),\(shares(wage + month.rapel)),\(code)"
            let row = "\n12004518,\(blth),19040012345,\(cells)"
            if twice { ledger += row + "," }
            ledger += row + ",2026-0\(index + 2)-10"
        }
        return try Workbench(
            asOf: "2026-11-20",
            ledgerUntil: "2026-11-20",
            ["payroll.csv": payroll, "ledger.csv": ledger]
        )
    }

    private static func months(_ wages: [(Int, Int?)]) -> [(payroll: Int, ledger: Int?, rapel: Int)]
    {
        wages.map { ($0.0, $0.1, 0) }
    }

    @Test(
        "lonjakan-upah stands in place of pds-upah above 1.5 times the median of 3 other months",
        arguments: [
            // Wages of other months, that of the last month, what is reported of it.
            ([1_000_000, 1_000_000, 1_000_000], 2_000_000, 1_000_000, true),
            ([1_000_000, 1_000_000, 1_000_000], 1_500_001, 1_000_000, true),
            ([1_000_000, 1_000_000, 1_000_000], 1_500_000, 1_000_000, false),
            ([1_000_000, 1_000_000], 2_000_000, 1_000_000, false),
            // Months without a wage are no other months.
            ([1_000_000, 1_000_000, 0], 2_000_000, 1_000_000, false),
            // The median, not the mean; of four the middle of the two in the middle.
            ([900_000, 1_000_000, 9_000_000], 2_000_000, 1_000_000, true),
            ([900_000, 1_000_000, 1_100_000, 9_000_000], 2_000_000, 1_050_000, true),
            ([900_000, 1_000_000, 1_100_000, 9_000_000], 2_000_000, 1_000_000, false),
            // What is reported fits the median up to the tolerance of 1.00.
            ([1_000_000, 1_000_000, 1_000_000], 2_000_000, 1_000_001, true),
            ([1_000_000, 1_000_000, 1_000_000], 2_000_000, 999_999, true),
            ([1_000_000, 1_000_000, 1_000_000], 2_000_000, 1_000_002, false),
            ([1_000_000, 1_000_000, 1_000_000], 2_000_000, 800_000, false),
        ]
    )
    func wageJump(_ others: [Int], _ wage: Int, _ reported: Int, _ isJump: Bool) throws {
        let wages = others.map { ($0, Optional($0)) } + [(wage, reported)]
        let bench = try Self.bench(Self.months(wages))
        let blth = "2026-0\(wages.count)"
        let place = ["\(blth) 19040012345 payroll.csv:\(wages.count + 1)"]
        #expect(bench.places("lonjakan-upah") == (isJump ? place : []))
        #expect(bench.places("pds-upah") == (isJump ? [] : place))
        // The month stays short.
        #expect(bench.status(blth) == "kurang_bayar")
    }

    @Test("a wage that stays high is hidden, and no jump")
    func lastingRise() throws {
        let low = [(1_000_000, Optional(1_000_000))]
        let high = [(2_000_000, Optional(1_000_000))]
        let bench = try Self.bench(Self.months(low + high + high + high))
        #expect(!bench.finds("lonjakan-upah"))
        #expect(bench.places("pds-upah").count == 3)
    }

    @Test("lonjakan-upah says what is usual")
    func words() throws {
        let wages = [1_000_000, 1_000_000, 1_000_000].map { ($0, Optional($0)) }
        let bench = try Self.bench(Self.months(wages + [(3_000_000, 1_000_000)]))
        let finding = try #require(bench.findings.first { $0.code == .wageJump })
        guard case .text(let value, let message) = finding.detail else {
            Issue.record("\(finding.detail)")
            return
        }
        #expect(value == "3000000.00")
        #expect(message == "upah 3000000.00, biasanya 1000000.00, dilaporkan 1000000.00")
    }

    struct Rise: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// Wages of 1,100,000 by payroll: what the ledger states, and its rapel.
        var ledger: [(wage: Int?, rapel: Int)]
        /// The months that are covered.
        var covered: [String]
    }

    @Test(
        "rapel-menutup stands at the short months whose missing wage a later rapel is",
        arguments: [
            Rise(
                testDescription: "one month",
                ledger: [(1_000_000, 0), (1_100_000, 100_000)],
                covered: ["2026-01"]
            ),
            Rise(
                testDescription: "two months, and a month between",
                ledger: [(1_000_000, 0), (1_000_000, 0), (1_100_000, 0), (1_100_000, 200_000)],
                covered: ["2026-01", "2026-02"]
            ),
            Rise(
                testDescription: "the nearest months only",
                ledger: [(900_000, 0), (1_000_000, 0), (1_100_000, 100_000)],
                covered: ["2026-02"]
            ),
            Rise(
                testDescription: "each once",
                ledger: [(1_000_000, 0), (1_100_000, 100_000), (1_100_000, 100_000)],
                covered: ["2026-01"]
            ),
            Rise(
                testDescription: "two rises",
                ledger: [
                    (1_000_000, 0), (1_100_000, 100_000), (1_050_000, 0), (1_100_000, 50_000),
                ],
                covered: ["2026-01", "2026-03"]
            ),
            Rise(
                testDescription: "up to the tolerance",
                ledger: [(1_000_000, 0), (1_100_000, 100_001)],
                covered: ["2026-01"]
            ),
            Rise(
                testDescription: "not more and not less",
                ledger: [(1_000_000, 0), (1_100_000, 100_002)],
                covered: []
            ),
            Rise(
                testDescription: "not part of it",
                ledger: [(1_000_000, 0), (1_000_000, 0), (1_100_000, 150_000)],
                covered: []
            ),
            Rise(
                testDescription: "not a month after it",
                ledger: [(1_100_000, 100_000), (1_000_000, 0)],
                covered: []
            ),
            Rise(
                testDescription: "not a month without any bill",
                ledger: [(nil, 0), (1_100_000, 1_100_000)],
                covered: []
            ),
        ]
    )
    func backPay(_ rise: Rise) throws {
        for twice in [false, true] {
            let bench = try Self.bench(
                rise.ledger.map { (1_100_000, $0.wage, $0.rapel) },
                code: "A",
                twice: twice
            )
            let places = bench.places("rapel-menutup")
            #expect(places.map { String($0.prefix(7)) } == rise.covered)
            // The statuses of the months are what they were.
            for month in rise.covered { #expect(bench.status(month) == "kurang_bayar") }
        }
    }

    @Test("rapel-menutup points to the row with the rapel")
    func place() throws {
        let bench = try Self.bench([(1_100_000, 1_000_000, 0), (1_100_000, 1_100_000, 100_000)])
        #expect(bench.places("rapel-menutup") == ["2026-01 19040012345 ledger.csv:3"])
        let finding = try #require(bench.findings.first { $0.code == .backPayCovers })
        guard case .text(let value, let message) = finding.detail else {
            Issue.record("\(finding.detail)")
            return
        }
        #expect(value == "100000.00")
        #expect(
            message == "kurang upah 100000.00 pada 2026-01 tercakup rapel 100000.00 pada 2026-02"
        )
    }
}
