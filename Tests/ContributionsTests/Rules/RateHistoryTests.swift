internal import Contributions
internal import TestSupport
internal import Testing

/// The months in which a rate changes; wage 1,000,000, class I.
@Suite("Rates over the years")
struct RateHistoryTests {
    private static let normal: [Int64] = [
        2400_00, 3000_00, 37_000_00, 20_000_00, 20_000_00, 10_000_00,
    ]

    @Test(
        "PP 49/2020 leaves 1 % of JKK and JKM to everyone from BLTH 2020-08 to 2021-01",
        arguments: [
            ("2020-07", 2400_00, 3000_00), ("2020-08", 24_00, 30_00),
            ("2021-01", 24_00, 30_00), ("2021-02", 2400_00, 3000_00),
        ] as [(String, Int64, Int64)]
    )
    func relief2020(_ blth: String, _ jkk: Int64, _ jkm: Int64) throws {
        let due = try #require(try oneMonth("1000000", blth)?.due)
        #expect(due.list == [jkk, jkm] + Self.normal[2...])
    }

    @Test(
        "PP 49/2020 defers 99 % of JP for flagged employers only, in the same months",
        arguments: [
            ("1,,,,Y", "2020-07", 20_000_00, 10_000_00), ("1,,,,Y", "2020-08", 200_00, 100_00),
            ("1,,,,Y", "2021-01", 200_00, 100_00), ("1,,,,Y", "2021-02", 20_000_00, 10_000_00),
            ("1,,,,T", "2020-10", 20_000_00, 10_000_00),
            ("1,,,Y,", "2020-10", 20_000_00, 10_000_00),
        ] as [(String, String, Int64, Int64)]
    )
    func deferral2020(_ employer: String, _ blth: String, _ ofEmployer: Int64, _ ofWorker: Int64)
        throws
    {
        let due = try #require(try oneMonth("1000000", blth, employer: employer)?.due)
        #expect([due[.jpEmployer].sen, due[.jpWorker].sen] == [ofEmployer, ofWorker])
        #expect([due[.jhtEmployer].sen, due[.jhtWorker].sen] == [37_000_00, 20_000_00])
    }

    @Test(
        "PP 7/2025 halves JKK for labour-intensive employers only, BLTH 2025-02 to 2026-01",
        arguments: [
            ("1,,,Y,", "2025-01", 2400_00), ("1,,,Y,", "2025-02", 1200_00),
            ("1,,,Y,", "2026-01", 1200_00), ("1,,,Y,", "2026-02", 2400_00),
            ("1,,,T,", "2025-06", 2400_00), ("1,,,,Y", "2025-06", 2400_00),
        ] as [(String, String, Int64)]
    )
    func relief2025(_ employer: String, _ blth: String, _ jkk: Int64) throws {
        let due = try #require(try oneMonth("1000000", blth, employer: employer)?.due)
        #expect(due.list == [jkk] + Self.normal[1...])
    }

    @Test(
        "the class of the employer decides on JKK (PP 44/2015 art. 16)",
        arguments: [
            ("1", 2400_00), ("II", 5400_00), ("3", 8900_00), ("IV", 12_700_00), ("5", 17_400_00),
            ("\"1,27%\"", 12_700_00), ("0.89%", 8900_00),
        ] as [(String, Int64)]
    )
    func classes(_ riskClass: String, _ jkk: Int64) throws {
        let month = try oneMonth("1000000", "2026-02", employer: "\(riskClass),,,,")
        #expect(month?.due[.jkk].sen == jkk)
    }

    @Test("a relief multiplies the rate, and the amount is rounded once")
    func roundsOnce() throws {
        // PP 7/2025: 0.12 % of 1,000,002.50 is 1,200.003; half of the rounded 2,400.01 is
        // 1,200.005.
        #expect(try oneMonth("1000002.50", "2025-06", employer: "1,,,Y,")?.due[.jkk].sen == 1200_00)
        // PP 49/2020: 0.0024 % of 2,083,541 is 50.004984; 1 % of the rounded 5,000.50 is 50.005.
        #expect(try oneMonth("2083541", "2020-10")?.due[.jkk].sen == 50_00)
    }

    @Test("the rates of before BLTH 2015-07 are not known, which is a finding and no guess")
    func beforeTheTables() throws {
        let bench = try Workbench(
            asOf: "2015-12-31",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2015-06,19040012345,Sari,1000000
                12004518,2015-07,19040012345,Sari,1000000
                """
            ]
        )
        let withoutRates = bench.findings.filter { finding in
            guard case .text("tarif", _) = finding.detail else { return false }
            return finding.code == .rulesOutOfReach
        }
        #expect(withoutRates.map(\.month) == [blth("2015-06")])
        #expect(bench.month("2015-06")?.due.total == .zero)
        #expect(bench.month("2015-07")?.due.list == Self.normal)
    }
}
