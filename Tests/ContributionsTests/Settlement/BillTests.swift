internal import Contributions
internal import TestSupport
internal import Testing

/// In a worker-month the bill of a billing code is its receipts or its undated rows, whichever
/// total is larger.
@Suite("Bills and receipts")
struct BillTests {
    private static let full = OneWorker.full

    @Test(
        "of a worker-month",
        arguments: [
            ([], 0, 0),
            // A receipt is its own bill.
            (["\(full),,A,2026-03-10,"], 92_400_00, 92_400_00),
            // A bill is no money.
            (["\(full),,A,,"], 92_400_00, 0),
            // The bill and its receipt are one bill; without a code too.
            (["\(full),,A,,", "\(full),,A,2026-03-10,"], 92_400_00, 92_400_00),
            (["\(full),,,,", "\(full),,,2026-03-10,"], 92_400_00, 92_400_00),
            // Under two codes they are two.
            (["\(full),,A,,", "\(full),,B,2026-03-10,"], 184_800_00, 92_400_00),
            (["\(full),,,,", "\(full),,B,2026-03-10,"], 184_800_00, 92_400_00),
            // The larger total counts, as a whole: no mixture of the two.
            (
                ["2400,3000,37000,20000,0,0,,A,,", "0,0,0,0,20000,10000,,A,2026-03-10,"], 62_400_00,
                30_000_00
            ),
            (["1000,0,0,0,0,0,,A,,", "\(full),,A,2026-03-10,"], 92_400_00, 92_400_00),
            // Several undated rows of a code in one file add up, as do its receipts.
            (["2400,0,0,0,0,0,,A,,", "0,3000,0,0,0,0,,A,,"], 5_400_00, 0),
            (
                ["2400,0,0,0,0,0,,A,2026-03-10,", "0,3000,0,0,0,0,,A,2026-03-11,"], 5_400_00,
                5_400_00
            ),
            // A correction of a bill.
            (["\(full),,A,,", "-2400,0,0,0,0,0,,A,,"], 90_000_00, 0),
            (["-2400,0,0,0,0,0,,A,,"], 0, 0),
            (["\(full),,A,2026-03-10,", "-2400,0,0,0,0,0,,A,2026-03-12,"], 90_000_00, 90_000_00),
            // Paid after as-of: it counts as undated.
            (["\(full),,A,2026-07-21,"], 92_400_00, 0),
            (["\(full),,A,2026-07-20,"], 92_400_00, 92_400_00),
            (["\(full),,A,,", "\(full),,A,2026-07-21,"], 184_800_00, 0),
            // JKP of the employer belongs to JKK.
            (["1000,3000,37000,20000,20000,10000,1400,A,2026-03-10,"], 92_400_00, 92_400_00),
        ] as [([String], Int64, Int64)]
    )
    func ofAWorkerMonth(_ ledger: [String], _ billed: Int64, _ received: Int64) throws {
        let month = try #require(try OneWorker.paying(ledger).month("2026-02"))
        #expect(month.billed.total.sen == billed)
        #expect(month.received.total.sen == received)
    }

    private static func bench(_ first: String, _ second: String) throws -> Workbench {
        try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,19040012345,Sari,1000000
                """,
                "juni.csv": OneWorker.ledgerHeader + "\n12004518,2026-02,19040012345," + first,
                "juli.csv": OneWorker.ledgerHeader + "\n12004518,2026-02,19040012345," + second,
            ]
        )
    }

    @Test("of one code in several files are prints of one bill: the later file's counts")
    func reprints() throws {
        let bench = try Self.bench("\(Self.full),,A,,", "2400,0,0,0,0,0,,A,,")
        #expect(bench.month("2026-02")?.billed.total.sen == 2_400_00)
        #expect(bench.places("digantikan") == ["2026-02 juni.csv:0"])
        #expect(bench.outcome.skippedRows == [1: 1])
    }

    @Test("of one code in several files do not replace receipts, nor bills of another code")
    func notReprinted() throws {
        // The receipt of June stays, and the bill of July is larger.
        let receipt = try Self.bench("2400,0,0,0,0,0,,A,2026-03-10,", "\(Self.full),,A,,")
        #expect(receipt.month("2026-02")?.received.total.sen == 2_400_00)
        #expect(receipt.month("2026-02")?.billed.total.sen == 92_400_00)
        #expect(!receipt.finds("digantikan"))
        let otherCode = try Self.bench("\(Self.full),,A,,", "2400,0,0,0,0,0,,B,,")
        #expect(otherCode.month("2026-02")?.billed.total.sen == 94_800_00)
        #expect(!otherCode.finds("digantikan"))
    }

    @Test("of one code that a later file repeats to the letter are twins")
    func identicalPrints() throws {
        let bench = try Self.bench("\(Self.full),,A,,", "\(Self.full),,A,,")
        #expect(bench.month("2026-02")?.billed.total.sen == 92_400_00)
        #expect(bench.finds("baris-kembar"))
        #expect(!bench.finds("digantikan"))
        #expect(bench.outcome.skippedRows.values.reduce(0, +) == 1)
    }

    @Test("say what HR did not report and what finance did not pay")
    func whoseFault() throws {
        let month = try #require(
            try OneWorker.paying(
                ["2400,3000,0,0,0,0,,A,,", "2400,0,0,0,0,0,,A,2026-03-10,"]
            ).month("2026-02")
        )
        #expect(month.underreported.sen == 87_000_00)
        #expect(month.underpaid.sen == 3_000_00)
        #expect(month.difference.sen == -90_000_00)
        let over = try #require(
            try OneWorker.paying(["\(Self.full),,A,2026-03-10,", "\(Self.full),,B,2026-03-10,"])
                .month("2026-02")
        )
        #expect(over.underreported == .zero)
        #expect(over.underpaid == .zero)
    }

    @Test("report the largest wage and rapel among the month's rows")
    func reportedWage() throws {
        let bench = try OneWorker.paying(
            [
                "2400,0,0,0,0,0,,A,2026-03-10,900000", "0,3000,0,0,0,0,,B,2026-03-10,950000",
                "0,0,0,0,0,0,,C,,",
            ]
        )
        #expect(bench.month("2026-02")?.reportedWage == Rupiah(whole: 950_000))
    }
}
