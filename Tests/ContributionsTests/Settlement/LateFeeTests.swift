internal import Contributions
internal import TestSupport
internal import Testing

/// PP 44, 45 and 46 of 2015: 2 % for each month that has started; PP 49/2020: 0.5 %.
@Suite("The late fee")
struct LateFeeTests {
    private static func fee(
        _ ledger: [String],
        for blth: String = "2026-02",
        wage: String = "1000000",
        asOf: String = "2026-07-20",
        ledgerUntil: String? = nil,
        policy: Policy = Policy()
    ) throws -> Int64? {
        try OneWorker.paying(
            ledger,
            for: blth,
            wage: wage,
            asOf: asOf,
            ledgerUntil: ledgerUntil,
            policy: policy
        ).month(blth)?.lateFee.sen
    }

    @Test(
        "counts a started month whole: due on 2026-03-16",
        arguments: [
            ("2026-03-10", 0), ("2026-03-16", 0), ("2026-03-17", 1), ("2026-04-16", 1),
            ("2026-04-17", 2), ("2026-05-16", 2), ("2026-05-17", 3), ("2026-07-16", 4),
            ("2026-07-17", 5),
        ] as [(String, Int64)]
    )
    func startedMonths(_ paid: String, _ months: Int64) throws {
        // 2 % of 92,400 is 1,848.
        #expect(try Self.fee(["\(OneWorker.full),,,\(paid),"]) == months * 1848_00)
    }

    @Test(
        "counts months up to as-of for what was never paid",
        arguments: [
            ("2026-03-16", 0), ("2026-03-17", 1), ("2026-04-16", 1), ("2026-04-17", 2),
            ("2027-03-17", 13),
        ] as [(String, Int64)]
    )
    func unpaid(_ asOf: String, _ months: Int64) throws {
        #expect(try Self.fee([], asOf: asOf, ledgerUntil: asOf) == months * 1848_00)
    }

    @Test(
        "clamps the end of a month to its last day: due on 2021-01-29",
        // 0.5 % of 24 + 30 + 57,000 + 30,000 is 435.27.
        arguments: [
            ("2021-01-29", 0), ("2021-02-28", 1), ("2021-03-01", 2), ("2021-03-29", 2),
            ("2021-03-30", 3),
        ]
            as [(String, Int64)]
    )
    func clamps(_ paid: String, _ months: Int64) throws {
        let ledger = ["24,30,37000,20000,20000,10000,,,\(paid),"]
        #expect(try Self.fee(ledger, for: "2020-12", asOf: "2021-06-30") == months * 435_27)
    }

    @Test(
        "is 0.5 % from BLTH 2020-08 to 2021-01 and 2 % around them",
        arguments: [
            // One month of 92,400 at 2 %, and of 87,054 at 0.5 %.
            ("2020-07", "2020-08-31", 1848_00), ("2020-08", "2020-10-15", 435_27),
            ("2021-01", "2021-03-15", 435_27), ("2021-02", "2021-03-31", 1848_00),
        ] as [(String, String, Int64)]
    )
    func rates(_ blth: String, _ asOf: String, _ fee: Int64) throws {
        #expect(try Self.fee([], for: blth, asOf: asOf, ledgerUntil: asOf) == fee)
    }

    @Test(
        "bears on what came late, day by day",
        arguments: [
            // Half in time, half a month late: 46,200 at 2 %.
            ([half("2026-03-10"), half("2026-03-20")], 924_00),
            // Half two months late, half one month late: 46,200 at 6 %.
            ([half("2026-03-20"), half("2026-04-20")], 2772_00),
            // Half in time, half never: five months to as-of.
            ([half("2026-03-10")], 4620_00),
            // What comes on top of the due bears nothing.
            ([all("2026-03-10"), all("2026-05-20")], 0),
            // More of one programme does not make up for another: JHT of the worker is short.
            (["2400,3000,57000,0,20000,10000,,,2026-03-10,"], 2000_00),
            // A correction takes back the newest receipt first: the late one was not needed.
            ([all("2026-03-10"), all("2026-03-20"), minus("2026-04-20")], 0),
            // Here the late half is taken back, and the half is short to as-of.
            ([half("2026-03-10"), half("2026-03-20"), minusHalf("2026-04-01")], 4620_00),
            // Receipts of one day are netted.
            ([all("2026-03-20"), minus("2026-03-20")], 9240_00),
            ([minus("2026-03-20"), all("2026-03-20"), all("2026-03-10")], 0),
            // A correction before any receipt is made up by what comes later.
            ([minusHalf("2026-03-01"), all("2026-03-10"), half("2026-03-20")], 924_00),
            // A correction that takes back more than one receipt.
            (
                [half("2026-03-05"), half("2026-03-10"), minus("2026-03-12"), all("2026-04-17")],
                3696_00
            ),
        ] as [([String], Int64)]
    )
    func dayByDay(_ ledger: [String], _ fee: Int64) throws {
        #expect(try Self.fee(ledger) == fee)
    }

    private static func all(_ paid: String) -> String { "\(OneWorker.full),,,\(paid)," }
    private static func minus(_ paid: String) -> String {
        "-2400,-3000,-37000,-20000,-20000,-10000,,,\(paid),"
    }
    private static func half(_ paid: String) -> String {
        "1200,1500,18500,10000,10000,5000,,,\(paid),"
    }
    private static func minusHalf(_ paid: String) -> String {
        "-1200,-1500,-18500,-10000,-10000,-5000,,,\(paid),"
    }

    @Test("is summed over the programmes and rounded once")
    func roundsOnce() throws {
        // 20.20 of both shares of JHT is short for one month: 2 % of each is 0.404, together 0.808.
        let ledger = ["2400,3000,36979.80,19979.80,20000,10000,,,2026-03-10,"]
        #expect(try Self.fee(ledger, asOf: "2026-04-01") == 81)
        var policy = Policy()
        policy.rounding = .rupiah
        #expect(try Self.fee(ledger, asOf: "2026-04-01", policy: policy) == 100)
    }

    @Test("leaves out a shortage within the tolerance")
    func withinTolerance() throws {
        // JHT employer is 1.00 short, JHT worker 1.01: 2 % of 1.01 for one month.
        let ledger = ["2400,3000,36999,19998.99,20000,10000,,,2026-03-10,"]
        #expect(try Self.fee(ledger, asOf: "2026-04-01") == 2)
        let within = ["2400,3000,36999,20000,20000,10000,,,2026-03-10,"]
        #expect(try Self.fee(within, asOf: "2026-04-01") == 0)
    }

    @Test("compares JKK, JKM and JKP together until BLTH 2025-01 (PP 37/2021)")
    func joinsJKM() throws {
        // 0.24 + 0.30 % stand as JKK 0.10, JKM 0.20 and JKP 0.24; paid a day late, or in time.
        let cells = "1000,2000,37000,20000,20000,10000,2400"
        #expect(try Self.fee(["\(cells),,2025-02-17,"], for: "2025-01") == 0)
        #expect(try Self.fee(["\(cells),,2025-02-18,"], for: "2025-01") == 1848_00)
    }

    @Test("is not asked for months without data, not past due, or not in payroll")
    func notAsked() throws {
        #expect(try Self.fee([], ledgerUntil: "2026-03-15") == 0)
        #expect(try Self.fee([Self.half("2026-03-10")], asOf: "2026-03-16") == 0)
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                \(OneWorker.payrollHeader)
                12004518,2026-02,15080023456,Budi,1000000
                """,
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004518,2026-02,19040012345,\(OneWorker.full),,,2026-05-20,
                """,
            ]
        )
        #expect(bench.month("2026-02", "19040012345")?.lateFee == .zero)
        #expect(bench.month("2026-02", "15080023456")?.lateFee.sen == 9240_00)
    }
}
