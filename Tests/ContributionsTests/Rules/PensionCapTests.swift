internal import Contributions
internal import TestSupport
internal import Testing

@Suite("The wage cap of JP")
struct PensionCapTests {
    @Test(
        "changes with BLTH March (PP 45/2015 art. 28 and 29)",
        arguments: [
            ("2015-07", 7_000_000), ("2016-02", 7_000_000), ("2016-03", 7_335_300),
            ("2017-02", 7_335_300), ("2017-03", 7_703_500), ("2018-02", 7_703_500),
            ("2018-03", 8_094_000), ("2019-02", 8_094_000), ("2019-03", 8_512_400),
            ("2020-02", 8_512_400), ("2020-03", 8_939_700), ("2021-02", 8_939_700),
            // It fell with the gross domestic product of 2020.
            ("2021-03", 8_754_600), ("2022-02", 8_754_600), ("2022-03", 9_077_600),
            ("2023-02", 9_077_600), ("2023-03", 9_559_600), ("2024-02", 9_559_600),
            ("2024-03", 10_042_300), ("2025-02", 10_042_300),
            // Letters B/726/022025 and B/1226/022026.
            ("2025-03", 10_547_400), ("2026-02", 10_547_400), ("2026-03", 11_086_300),
            ("2027-02", 11_086_300),
        ] as [(String, Int64)]
    )
    func changesWithMarch(_ blth: String, _ cap: Int64) throws {
        let month = try #require(try oneMonth("50000000", blth))
        #expect(month.pensionBase == Rupiah(whole: cap))
        #expect(month.base == Rupiah(whole: 50_000_000))
        #expect(month.due[.jpWorker] == Rupiah(sen: cap))
    }

    @Test(
        "does not touch a wage up to it",
        arguments: [
            ("11086299.99", 11_086_299_99), ("11086300", 11_086_300_00),
            ("11086300.01", 11_086_300_00),
        ]
            as [(String, Int64)]
    )
    func atTheCap(_ wage: String, _ pensionBase: Int64) throws {
        #expect(try oneMonth(wage, "2026-03")?.pensionBase.sen == pensionBase)
    }

    @Test("is on the sum of wage and rapel")
    func includesRapel() throws {
        let bench = try Workbench(
            asOf: "2026-06-01",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,rapel
                12004518,2026-03,19040012345,Sari,11000000,500000
                """
            ]
        )
        #expect(bench.month("2026-03")?.pensionBase == Rupiah(whole: 11_086_300))
        #expect(bench.month("2026-03")?.base == Rupiah(whole: 11_500_000))
    }

    @Test("is never extrapolated: past the last known one there is a finding and no JP")
    func isNeverExtrapolated() throws {
        let bench = try Workbench(
            asOf: "2027-06-01",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-11,19040012345,Sari,5000000
                12004518,2027-03,19040012345,Sari,5000000
                """
            ]
        )
        let capFindings = bench.findings.filter { finding in
            guard case .text("batas upah JP", _) = finding.detail else { return false }
            return finding.code == .rulesOutOfReach
        }
        #expect(capFindings.map(\.month) == [blth("2027-03")])
        let month = try #require(bench.month("2027-03"))
        #expect(month.pensionBase == .zero)
        #expect(month.due.list == [12_000_00, 15_000_00, 185_000_00, 100_000_00, 0, 0])
    }
}
