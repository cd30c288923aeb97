internal import Contributions
internal import TestSupport
internal import Testing

/// The findings about a month of a worker; BLTH 2026-02 is due on 2026-03-16.
@Suite("Findings of a month")
struct MonthFindingTests {
    private static let full = OneWorker.full

    @Test(
        "on what was paid point to the row they are about",
        arguments: [
            (
                ["2400,3000,37000,20000,20000,0,,A,2026-03-10,"], "kurang-bayar",
                "2026-02 19040012345 payroll.csv:2"
            ),
            (
                ["2400,3000,37000,20000,20000,20000,,A,2026-03-10,"], "lebih-bayar",
                "2026-02 19040012345 ledger.csv:2"
            ),
        ]
    )
    func underAndOver(_ ledger: [String], _ code: String, _ place: String) throws {
        let bench = try OneWorker.paying(ledger)
        #expect(bench.places(code) == [place])
        // Only one of the two, and none where the month is complete.
        #expect(bench.finds("kurang-bayar") != bench.finds("lebih-bayar"))
        let paid = try OneWorker.paying(["\(Self.full),,A,2026-03-10,"])
        #expect(!paid.finds(code))
    }

    @Test("kurang-bayar names the programme that is short")
    func namesTheProgramme() throws {
        let bench = try OneWorker.paying(["2400,3000,37500,19500,20000,9999,,A,2026-03-10,"])
        let finding = try #require(bench.findings.first { $0.code == .underpaid })
        guard case .shares(let shares) = finding.detail else {
            Issue.record("\(finding.detail)")
            return
        }
        #expect(shares.list == [0, 0, 0, 500_00, 0, 0])
    }

    @Test("tidak-di-payroll stands where payroll was delivered without him")
    func notInPayroll() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,15080023456,Budi,1000000
                """,
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004518,2026-02,19040012345,\(Self.full),,,2026-03-10,
                12004518,2026-03,19040012345,\(Self.full),,,2026-04-10,
                """,
            ]
        )
        #expect(bench.places("tidak-di-payroll") == ["2026-02 19040012345 ledger.csv:2"])
    }

    @Test(
        "upah-nol stands for a base of 0 or less, whatever the wage and the back pay",
        arguments: [
            ("0,", true), ("-1,", true), ("1000000,-1000000", true), ("0,1", false),
            ("0.01,", false),
        ]
    )
    func noWage(_ wage: String, _ isNothing: Bool) throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,rapel
                12004518,2026-02,19040012345,Sari,\(wage)
                """
            ]
        )
        #expect(
            bench.places("upah-nol") == (isNothing ? ["2026-02 19040012345 payroll.csv:2"] : [])
        )
        #expect((bench.month("2026-02")?.due.total == .zero) == (isNothing || wage == "0.01,"))
    }

    @Test(
        "pds-upah stands where the ledger's wage is lower and the money fits it",
        arguments: [
            // Ledger cells, its wage and rapel.
            ("1200,1500,18500,10000,10000,5000", "500000", "", true),
            ("1200,1500,18500,10000,10000,5000", "400000", "100000", true),
            // 1.00 off the money of the reported wage still fits, 1.01 does not.
            ("1201,1500,18500,10000,10000,5000", "500000", "", true),
            ("1201.01,1500,18500,10000,10000,5000", "500000", "", false),
            ("1198.99,1500,18500,10000,10000,5000", "500000", "", false),
            // The wage agrees up to the tolerance, and the money is short for another reason.
            ("2400,3000,37000,20000,20000,10000", "999999", "", false),
            ("2399.99,2999.99,36999.95,19999.97,19999.97,9999.98", "999998.99", "", true),
            // Without wage, or with a higher one.
            ("1200,1500,18500,10000,10000,5000", "", "", false),
            ("1200,1500,18500,10000,10000,5000", "1500000", "", false),
        ]
    )
    func wageUnderreported(_ cells: String, _ wage: String, _ rapel: String, _ holds: Bool) throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,19040012345,Sari,1000000
                """,
                "ledger.csv": """
                npp,blth,kpj,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                jp_tenaga_kerja,tanggal_bayar,upah,rapel
                12004518,2026-02,19040012345,\(cells),2026-03-10,\(wage),\(rapel)
                """,
            ]
        )
        #expect(bench.finds("pds-upah") == holds)
    }

    @Test("pds-upah is about money: a bill of the lower wage is none")
    func bill() throws {
        let bench = try OneWorker.paying(["1200,1500,18500,10000,10000,5000,,A,,500000"])
        #expect(!bench.finds("pds-upah"))
    }

    private static func cut(
        _ cuts: String,
        _ ledger: [String] = [],
        asOf: String,
        ledgerUntil: String? = "2026-12-31"
    ) throws -> Workbench {
        try Workbench(
            asOf: asOf,
            ledgerUntil: ledgerUntil,
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,potongan_jht,potongan_jp
                12004518,2026-02,19040012345,Sari,1000000,\(cuts)
                """,
                "ledger.csv": OneWorker.ledgerHeader
                    + ledger.map { "\n12004518,2026-02,19040012345,\($0)" }.joined(),
            ]
        )
    }

    @Test(
        "dipotong-tidak-disetor stands from 30 days after the due date, for what was cut",
        arguments: [
            ("20000,10000", "2026-04-15", true), ("20000,10000", "2026-04-14", false),
            (",10000", "2026-04-15", true), ("0,0", "2026-04-15", false),
            (",", "2026-04-15", false),
        ]
    )
    func cutNotPaidOn(_ cuts: String, _ asOf: String, _ holds: Bool) throws {
        #expect(try Self.cut(cuts, asOf: asOf).finds("dipotong-tidak-disetor") == holds)
    }

    @Test("dipotong-tidak-disetor needs stated payments and a month without any")
    func cutWithoutProof() throws {
        let asOf = "2026-07-20"
        let cuts = "20000,10000"
        #expect(try !Self.cut(cuts, asOf: asOf, ledgerUntil: nil).finds("dipotong-tidak-disetor"))
        let part = ["2400,0,0,0,0,0,,A,2026-03-10,"]
        #expect(try !Self.cut(cuts, part, asOf: asOf).finds("dipotong-tidak-disetor"))
        let bill = ["\(Self.full),,A,,"]
        #expect(try Self.cut(cuts, bill, asOf: asOf).finds("dipotong-tidak-disetor"))
    }

    @Test(
        "potongan-berbeda stands for more than 100.00 of the worker's share, of what is stated",
        arguments: [
            ("20000,10000", false), ("20100,10000", false), ("20100.01,10000", true),
            ("19900,10000", false), ("19899.99,10000", true),
            // Only the stated cut is compared with its share.
            ("20000,", false), (",10000", false), ("30000,", true), ("0,10000", true), (",", false),
            // One too much, the other too little.
            ("25000,5000", false),
        ]
    )
    func cutDiffers(_ cuts: String, _ holds: Bool) throws {
        #expect(try Self.cut(cuts, asOf: "2026-03-01").finds("potongan-berbeda") == holds)
    }
}
