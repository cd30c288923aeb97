internal import Contributions
internal import TestSupport
internal import Testing

/// Lump sums: by kode iuran, else the oldest BLTH; an excess offsets the next month (PP 44, 45 and
/// 46 of 2015), then the late fee; the rest is "iuran belum rinci" (domain 4).
@Suite("Lump sums")
struct AllocationTests {
    /// Bills of 92,400 in 2026-01 (code A), 2026-02 (B) and 2026-03 (C).
    private static func bench(
        _ payments: [String],
        bills: [String] = ["01,A", "02,B", "03,C"],
        payroll: [String] = ["01", "02", "03"],
        asOf: String = "2026-04-10"
    ) throws -> Workbench {
        try Workbench(
            asOf: asOf,
            [
                "employers.csv": "npp,nama,kelas_jkk\n12004518,PT Batik,1",
                "payroll.csv": OneWorker.payrollHeader
                    + payroll.map { "\n12004518,2026-\($0),19040012345,Sari,1000000" }.joined(),
                "ledger.csv": OneWorker.ledgerHeader
                    + bills.map { bill in
                        let cells = bill.split(separator: ",", omittingEmptySubsequences: false)
                        let code = cells.count > 1 ? cells[1] : ""
                        let paid = cells.count > 2 ? cells[2] : ""
                        return
                            "\n12004518,2026-\(cells[0]),19040012345,\(OneWorker.full),,\(code),\(paid),"
                    }.joined(),
                "payments.csv": "npp,tanggal_bayar,jumlah,blth,kode_iuran,denda"
                    + payments.map { "\n12004518,\($0)" }.joined(),
            ]
        )
    }

    /// `rule month amount` of every allocation.
    private static func uses(_ bench: Workbench) -> [String] {
        bench.outcome.allocations.map { use in
            "\(use.rule.code) \(use.month?.description ?? "-") \(use.amount.decimalText)"
        }
    }

    @Test(
        "go where the rule says",
        arguments: [
            // By its code, whatever is older.
            (["2026-03-10,92400,,B,"], ["kode_iuran 2026-02 92400.00"]),
            // Without a code the oldest first, and on to the next.
            (
                ["2026-03-10,100000,,,"],
                ["blth_tertua 2026-01 92400.00", "blth_tertua 2026-02 7600.00"]
            ),
            // The month a payment states is no code: the oldest is paid first.
            (["2026-03-10,92400,2026-02,,"], ["blth_tertua 2026-01 92400.00"]),
            // An excess offsets the next month, never an older one.
            (
                ["2026-03-10,100000,,B,"],
                ["kode_iuran 2026-02 92400.00", "kelebihan 2026-03 7600.00"]
            ),
            // In the order of the days, not of the rows.
            (
                ["2026-03-12,92400,,,", "2026-03-10,92400,,,"],
                ["blth_tertua 2026-01 92400.00", "blth_tertua 2026-02 92400.00"]
            ),
            // On one day the coded first.
            (
                ["2026-03-10,92400,,,", "2026-03-10,92400,,A,"],
                ["kode_iuran 2026-01 92400.00", "blth_tertua 2026-02 92400.00"]
            ),
            // A code that no bill has says what it is for; nobody knows which bill that is.
            (["2026-03-10,92400,2026-02,X,"], ["belum_rinci 2026-02 92400.00"]),
            (["2026-04-11,92400,,A,"], ["setelah_tanggal_laporan - 92400.00"]),
            (["2026-03-10,-5,,A,"], ["bukan_setoran - -5.00"]),
            (["2026-03-10,0,,,7"], ["denda - 7.00"]),
            (["2026-03-10,0,,A,"], ["bukan_setoran - 0.00"]),
            // The stated late fee is no contribution.
            (
                ["2026-03-10,92400,,A,1848"],
                ["kode_iuran 2026-01 92400.00", "denda - 1848.00"]
            ),
            // The same row twice is one payment.
            (
                ["2026-03-10,92400,,A,", "2026-03-10,92400.00,,A,"],
                ["kode_iuran 2026-01 92400.00", "kembar - 0.00"]
            ),
        ]
    )
    func rules(_ payments: [String], _ uses: [String]) throws {
        #expect(try Self.uses(Self.bench(payments)) == uses)
    }

    @Test("pay the late fee with what no bill needed, and the rest belongs to nobody yet")
    func lateFee() throws {
        // January, due on 02-18, was paid on 03-10 by its code: one month started, 2 % of 92,400.
        let bench = try Self.bench(
            ["2026-03-10,100000,,A,"],
            bills: ["01,A"],
            payroll: ["01"]
        )
        #expect(
            Self.uses(bench) == [
                "kode_iuran 2026-01 92400.00", "denda - 1848.00", "belum_rinci 2026-01 5752.00",
            ]
        )
        #expect(bench.status("2026-01") == "lunas_terlambat")
        #expect(bench.finds("iuran-belum-rinci"))
    }

    @Test("do not pay a late fee twice that a payment states")
    func statedLateFee() throws {
        let bench = try Self.bench(
            ["2026-03-10,100000,,A,1000"],
            bills: ["01,A"],
            payroll: ["01"]
        )
        #expect(
            Self.uses(bench) == [
                "kode_iuran 2026-01 92400.00", "denda - 1000.00", "denda - 848.00",
                "belum_rinci 2026-01 6752.00",
            ]
        )
    }

    @Test("are receipts of the worker on their day, instalments settled on the last")
    func instalments() throws {
        let bench = try Self.bench(["2026-02-10,40000,,A,", "2026-02-20,52400,,A,"])
        let month = try #require(bench.month("2026-01"))
        #expect(month.status == .paidLate)
        #expect(month.settledOn == day("2026-02-20"))
        #expect(month.received == month.due)
        // Due on 2026-02-18 (17 is Imlek): only the second part is late, by one month.
        #expect(month.lateFee.sen == (52_400_00 * 2 + 50) / 100)
    }

    @Test(
        "that the ledger contains are not counted twice",
        arguments: [
            // The same code: contained, whatever the day.
            (
                ["2026-02-05,92400,,A,"], ["01,A,2026-02-10"],
                ["sudah_di_buku_iuran 2026-01 92400.00"]
            ),
            // More than the ledger posted, and no bill needs it: on nobody yet.
            (
                ["2026-02-10,100000,,A,"], ["01,A,2026-02-10"],
                [
                    "denda - 1848.00", "belum_rinci 2026-01 5752.00",
                    "sudah_di_buku_iuran 2026-01 92400.00",
                ]
            ),
            // Without codes: known again by its day, or by the month it states.
            (["2026-02-10,92400,,,"], ["01,,2026-02-10"], ["sudah_di_buku_iuran 2026-01 92400.00"]),
            // A code that no ledger row has is another bill's.
            (["2026-02-10,92400,,Z,"], ["01,,2026-02-10"], ["belum_rinci - 92400.00"]),
            (
                ["2026-02-09,92400,2026-01,,"], ["01,,2026-02-10"],
                ["sudah_di_buku_iuran 2026-01 92400.00"]
            ),
            // A receipt contains a payment once: the second one pays what is open.
            (
                ["2026-02-10,92400,2026-01,,", "2026-03-10,92400,2026-01,,"],
                ["01,,2026-02-10", "02,,"],
                ["sudah_di_buku_iuran 2026-01 92400.00", "blth_tertua 2026-02 92400.00"]
            ),
            // Two of one day, of which the ledger has posted one.
            (
                ["2026-02-10,92400,2026-01,,", "2026-02-10,92400,2026-02,,"],
                ["01,,2026-02-10", "02,,"],
                ["sudah_di_buku_iuran 2026-01 92400.00", "blth_tertua 2026-02 92400.00"]
            ),
            // A list without codes beside a ledger with them: the same day is the same money.
            (
                ["2026-02-10,92400,2026-01,,"], ["01,A,2026-02-10", "02,B"],
                ["sudah_di_buku_iuran 2026-01 92400.00"]
            ),
            // Another day and month: other money, for the bill that is open.
            (
                ["2026-03-09,92400,2026-02,,"], ["01,,2026-02-10", "02,,"],
                ["blth_tertua 2026-02 92400.00"]
            ),
        ]
    )
    func contained(_ payments: [String], _ bills: [String], _ uses: [String]) throws {
        let bench = try Self.bench(payments, bills: bills)
        #expect(Self.uses(bench) == uses)
        #expect(bench.month("2026-01")?.received.total.sen == 92_400_00)
    }

    @Test("pay what the ledger has not posted of their own bill")
    func instalmentsPartlyPosted() throws {
        let bench = try Workbench(
            asOf: "2026-04-10",
            [
                "payroll.csv": """
                \(OneWorker.payrollHeader)
                12004518,2026-02,19040012345,Sari,1000000
                """,
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004518,2026-02,19040012345,\(OneWorker.full),,A,,
                12004518,2026-02,19040012345,1200,1500,18500,10000,10000,5000,,A,2026-03-05,
                """,
                "payments.csv": """
                npp,tanggal_bayar,jumlah,kode_iuran
                12004518,2026-03-05,46200,A
                12004518,2026-03-12,46200,A
                """,
            ]
        )
        #expect(
            Self.uses(bench) == [
                "sudah_di_buku_iuran 2026-02 46200.00", "kode_iuran 2026-02 46200.00",
            ]
        )
        #expect(bench.status("2026-02") == "lunas")
    }

    @Test("that were taken back pay nothing, and somebody is told")
    func takenBack() throws {
        let bench = try Self.bench(["2026-02-10,92400,,A,", "2026-02-11,-92400,,A,"])
        #expect(Self.uses(bench) == ["ditarik - 92400.00", "ditarik - -92400.00"])
        #expect(bench.places("setoran-ditarik") == ["payments.csv:3"])
        #expect(bench.month("2026-01")?.received == .zero)
        // In part: the newest earlier payment of the code gives first.
        let part = try Self.bench([
            "2026-02-10,40000,,A,", "2026-02-11,52400,,A,", "2026-02-12,-60000,,A,",
        ])
        #expect(part.month("2026-01")?.received.total.sen == 32_400_00)
    }

    @Test("take no negative receipt for a bill, and no more than a bill with negative shares is")
    func negativeRows() throws {
        let header = OneWorker.ledgerHeader
        let correction = try Workbench(
            asOf: "2026-04-10",
            [
                "ledger.csv": """
                \(header)
                12004518,2026-01,19040012345,-100,0,0,0,0,0,,K,2026-02-10,
                12004518,2026-02,19040012345,100,0,0,0,0,0,,B,,
                """,
                "payments.csv": "npp,tanggal_bayar,jumlah\n12004518,2026-03-10,100",
            ]
        )
        #expect(Self.uses(correction) == ["blth_tertua 2026-02 100.00"])
        let mixed = try Workbench(
            asOf: "2026-04-10",
            [
                "ledger.csv": """
                \(header)
                12004518,2026-02,19040012345,-50,100,100,0,0,0,,B,,
                """,
                "payments.csv": "npp,tanggal_bayar,jumlah,kode_iuran\n12004518,2026-03-10,200,B",
            ]
        )
        #expect(
            Self.uses(mixed) == ["kode_iuran 2026-02 150.00", "belum_rinci 2026-02 50.00"]
        )
    }

    @Test(
        "too large go on to bills of the same month and later ones",
        arguments: [
            (["02,A", "02,B"], "B", ["kode_iuran 2026-02 92400.00", "kelebihan 2026-02 7600.00"]),
            (["02,A", "02,B"], "A", ["kode_iuran 2026-02 92400.00", "kelebihan 2026-02 7600.00"]),
            // The code's own bill is received: all of it goes on.
            (
                ["01,A,2026-02-03", "02,B"], "A",
                ["kelebihan 2026-02 7600.00", "sudah_di_buku_iuran 2026-01 92400.00"]
            ),
        ] as [([String], String, [String])]
    )
    func excess(_ bills: [String], _ code: String, _ uses: [String]) throws {
        let bench = try Self.bench(["2026-03-10,100000,,\(code),"], bills: bills)
        #expect(Self.uses(bench) == uses)
    }

    @Test("with another sum than the ledger's receipts of their code are remarked on")
    func differing() throws {
        let bench = try Self.bench(["2026-02-10,92000,,A,"], bills: ["01,A,2026-02-10"])
        #expect(bench.finds("setoran-berbeda"))
        let same = try Self.bench(
            ["2026-02-10,42400,,A,", "2026-02-11,50000,,A,"],
            bills: ["01,A,2026-02-10"]
        )
        #expect(!same.finds("setoran-berbeda"))
    }

    @Test("too small are shared over the workers of the bill by what each has open, to the sen")
    func short() throws {
        let bench = try Workbench(
            asOf: "2026-04-10",
            [
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004518,2026-02,19040012345,1,1,0,0,0,0,,A,,
                12004518,2026-02,15080023456,2,0,0,0,0,0,,A,,
                12004518,2026-02,20010034567,4,0,0,0,0,0,,A,,
                """,
                "payments.csv": """
                npp,tanggal_bayar,jumlah,kode_iuran
                12004518,2026-03-10,1,A
                """,
            ]
        )
        // 100 sen over 200, 200 and 400: 25, 25 and 50; of the first one's two shares 13 and 12.
        func received(_ kpj: String) -> Shares? { bench.month("2026-02", kpj)?.received }
        #expect(received("15080023456")?.total.sen == 25)
        #expect(received("20010034567")?.total.sen == 50)
        #expect(received("19040012345")?[.jkk].sen == 13)
        #expect(received("19040012345")?[.jkm].sen == 12)
    }

    @Test(
        "that fit a shortage elsewhere are suggested, never moved",
        arguments: [
            // February's code twice, January open: the excess is January's.
            (["2026-02-10,92400,,B,", "2026-02-11,92400,,B,"], true),
            // Another amount fits nothing.
            (["2026-02-10,92400,,B,", "2026-02-11,90000,,B,"], false),
            // It says that it is for January; that is no mistake, only not posted.
            (["2026-02-11,92400,2026-01,X,"], false), (["2026-02-11,92400,2026-02,X,"], true),
        ]
    )
    func misdirected(_ payments: [String], _ holds: Bool) throws {
        let bench = try Self.bench(
            payments,
            bills: ["01,A", "02,B"],
            payroll: ["01", "02"],
            asOf: "2026-02-25"
        )
        #expect(bench.finds("calon-salah-setor") == holds)
        #expect(bench.status("2026-01") == "belum_dibayar")
    }

    @Test(
        "of a sister company are suggested within the grup only",
        arguments: [("Lestari", "Lestari", true), ("Lestari", "Andalan", false), ("", "", false)]
    )
    func groups(_ payer: String, _ other: String, _ holds: Bool) throws {
        let bench = try Workbench(
            asOf: "2026-04-10",
            [
                "employers.csv": """
                npp,nama,kelas_jkk,grup
                12004526,PT Benang,1,\(payer)
                12004518,PT Batik,1,\(other)
                """,
                "payroll.csv": """
                \(OneWorker.payrollHeader)
                12004518,2026-02,19040012345,Sari,1000000
                """,
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004518,2026-02,19040012345,\(OneWorker.full),,A,,
                """,
                "payments.csv": """
                npp,tanggal_bayar,jumlah
                12004526,2026-03-10,92400
                """,
            ]
        )
        #expect(bench.finds("calon-salah-setor") == holds)
        #expect(bench.finds("iuran-belum-rinci"))
    }

    @Test("of another employer stand as misplaced money where the worker has no payroll there")
    func misplaced() throws {
        let bench = try Workbench(
            asOf: "2026-04-10",
            [
                "payroll.csv": """
                \(OneWorker.payrollHeader)
                12004518,2026-02,19040012345,Sari,1000000
                """,
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004526,2026-02,19040012345,\(OneWorker.full),,A,,
                """,
                "payments.csv": """
                npp,tanggal_bayar,jumlah,kode_iuran
                12004526,2026-03-10,92400,A
                12004518,2026-03-10,1,X
                """,
            ]
        )
        #expect(bench.finds("npp-lain"))
        #expect(bench.worker(at: "12004518")?.causes.first == .notSynchronised)
    }
}
