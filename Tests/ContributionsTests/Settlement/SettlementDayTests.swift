internal import Contributions
internal import TestSupport
internal import Testing

/// `tanggal_lunas` and `hari_terlambat`; BLTH 2026-02 is due on 2026-03-16, as-of is 2026-07-20.
@Suite("The day from which nothing was short")
struct SettlementDayTests {
    private static let full = OneWorker.full
    private static let half = "1200,1500,18500,10000,10000,5000"
    private static let taken = "-2400,-3000,-37000,-20000,-20000,-10000"

    @Test(
        "is the day of the receipt that completed the month",
        arguments: [
            (["\(full),,,2026-03-10,"], "2026-03-10", 0),
            (["\(half),,A,2026-03-10,", "\(half),,B,2026-03-20,"], "2026-03-20", 4),
            // The order of the rows is not that of the days.
            (["\(half),,A,2026-03-20,", "\(half),,B,2026-03-10,"], "2026-03-20", 4),
            // Programme by programme: JP comes last.
            (
                ["2400,3000,37000,20000,0,0,,A,2026-03-10,", "0,0,0,0,20000,10000,,B,2026-04-16,"],
                "2026-04-16", 31
            ),
            // Paid twice: complete with the first, though the second is the newest receipt.
            (["\(full),,A,2026-03-10,", "\(full),,B,2026-05-10,"], "2026-03-10", 0),
            // Taken back and paid again: complete with the last.
            (
                ["\(full),,A,2026-03-10,", "\(taken),,A,2026-03-12,", "\(full),,B,2026-03-17,"],
                "2026-03-17", 1
            ),
            // Taken back and paid again on one day: netted, so it was never short again.
            (
                ["\(full),,A,2026-03-10,", "\(taken),,A,2026-03-20,", "\(full),,B,2026-03-20,"],
                "2026-03-10", 0
            ),
            // Never complete.
            (["\(half),,A,2026-03-10,"], nil, 126),
            ([], nil, 126),
            (["\(full),,A,2026-03-10,", "\(taken),,A,2026-03-12,"], nil, 126),
            // A payment after as-of does not complete it.
            (["\(half),,A,2026-03-10,", "\(half),,B,2026-07-21,"], nil, 126),
            // What is left is within the tolerance.
            (
                [
                    "2399.50,3000,37000,20000,20000,10000,,A,2026-03-10,",
                    "0.50,0,0,0,0,0,,B,2026-05-10,",
                ], "2026-03-10", 0
            ),
        ] as [([String], String?, Int32)]
    )
    func isThatOfTheLastReceiptNeeded(_ ledger: [String], _ settled: String?, _ daysLate: Int32)
        throws
    {
        let bench = try OneWorker.paying(ledger, ledgerUntil: "2026-07-20")
        let month = try #require(bench.month("2026-02"))
        #expect(month.settledOn.ifPresent?.description == settled)
        #expect(month.daysLate == daysLate)
    }

    @Test("is empty where nothing was ever short")
    func neverShort() throws {
        let month = try OneWorker.paying(["0,0,5000,0,0,0,,,2026-03-10,"], wage: "0").month(
            "2026-02"
        )
        #expect(month?.status == .overpaid)
        #expect(month?.settledOn.isAbsent == true)
        #expect(month?.daysLate == 0)
    }

    @Test("does not come before the due date has passed")
    func notYetDue() throws {
        let month = try OneWorker.paying(["\(Self.half),,,2026-03-01,"], asOf: "2026-03-10").month(
            "2026-02"
        )
        #expect(month?.settledOn.isAbsent == true)
        #expect(month?.daysLate == 0)
        #expect(month?.shortTotal == .zero)
    }
}
