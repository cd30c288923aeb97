internal import Contributions
internal import TestSupport
internal import Testing

@Suite("The status of a worker")
struct WorkerStatusTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var status: String
        var testDescription: String
        var months: String
        var left: String
        var register: [String]?
        var hasColleague: Bool
        var ledgerUntil: String?
        var asOf: String

        init(
            _ status: String,
            _ description: String,
            _ months: String,
            left: String = "",
            register: [String]? = nil,
            hasColleague: Bool = false,
            asOf: String = "2026-07-20",
            ledgerUntil: String? = "2026-07-20"
        ) {
            self.status = status
            testDescription = "\(status): \(description)"
            self.months = months
            self.left = left
            self.register = register
            self.hasColleague = hasColleague
            self.asOf = asOf
            self.ledgerUntil = ledgerUntil
        }
    }

    private static let active = [",Sari,,,aktif,"]

    @Test(
        "is the first that holds",
        arguments: [
            // 1. In no ledger, and register or colleagues prove that he should be.
            Case(
                "belum_terdaftar",
                "a register without him",
                "---",
                register: [],
                hasColleague: true
            ),
            Case(
                "belum_terdaftar",
                "no register, and colleagues are in the ledger",
                "     -",
                hasColleague: true
            ),
            Case(
                "nonaktif",
                "the register knows him",
                "---   ",
                register: active,
                hasColleague: true
            ),
            Case("nonaktif", "no register and no colleague in the ledger", "---"),
            Case(
                "berakhir",
                "no past-due payroll month with data",
                "-",
                hasColleague: true,
                asOf: "2026-07-20",
                ledgerUntil: "2025-12-31"
            ),
            Case(
                "tidak_diketahui",
                "a new hire is not accused before a month is past due",
                "     -",
                hasColleague: true,
                asOf: "2026-07-15",
                ledgerUntil: "2026-07-15"
            ),

            // 2 and 3. The trailing run of unpaid months.
            Case("nonaktif", "three months in a row", "+++---"),
            Case("nonaktif", "more than three", "+-----"),
            Case("nonaktif", "a month without wage does not end the run", "+--0-0"),
            Case("menunggak", "two months in a row", "++++--"),
            Case("menunggak", "one month", "+++++-"),
            Case("menunggak", "a part payment ends the run", "---/--"),
            Case("menunggak", "also who has left", "+++++-", left: "2026-06-30"),
            Case("nonaktif", "also who has left", "+++---", left: "2026-06-30"),
            Case("aktif", "three unpaid months that are not the newest", "---+++"),
            Case("aktif", "a part payment is no unpaid month", "+++++/"),

            // 4. Left.
            Case("berakhir", "tanggal_keluar", "++++++", left: "2026-06-30"),
            Case(
                "berakhir",
                "tanggal_nonaktif",
                "++++++",
                register: [",Sari,,2026-06-30,nonaktif,"]
            ),
            Case("berakhir", "gone from payroll and ledger", "+++", hasColleague: true),
            Case("aktif", "in the newest past-due payroll month", "     +", hasColleague: true),

            // 5. Nothing to judge by.
            Case("tidak_diketahui", "no payment is stated", "--", ledgerUntil: nil),
            Case(
                "aktif",
                "no payment is stated, but the register shows him active",
                "--",
                register: active,
                ledgerUntil: nil
            ),
            Case(
                "tidak_diketahui",
                "the ledger ended before every due date",
                "--",
                ledgerUntil: "2026-02-01"
            ),
            Case(
                "aktif",
                "money is there although the ledger has ended",
                "+     ",
                ledgerUntil: "2026-02-12"
            ),

            // 6.
            Case("aktif", "all paid", "++++++"),
            Case("aktif", "nothing was due", "000000"),
        ]
    )
    func isTheFirstThatHolds(_ it: Case) throws {
        let bench = try OneMember.bench(
            it.months,
            left: it.left,
            register: it.register,
            hasColleague: it.hasColleague,
            asOf: it.asOf,
            ledgerUntil: it.ledgerUntil
        )
        #expect(bench.worker(OneMember.kpj)?.status.code == it.status)
    }

    @Test("belum_terdaftar holds in no ledger of any NPP, by KPJ or NIK")
    func anyLedger() throws {
        func status(_ ledgerIdentity: String) throws -> String? {
            try Workbench(
                asOf: "2026-07-20",
                ledgerUntil: "2026-07-20",
                [
                    "payroll.csv": """
                    npp,blth,kpj,nik,nama,upah
                    12004518,2026-05,19040012345,3273015204900001,Sari,1000000
                    """,
                    "ledger.csv": """
                    npp,blth,kpj,nik,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                    jp_tenaga_kerja
                    12004518,2026-05,15080023456,,0,0,0,0,0,0
                    14011730,2020-01,\(ledgerIdentity),0,0,0,0,0,0
                    """,
                ]
            ).worker("19040012345", at: "12004518")?.status.code
        }
        #expect(try status("18050078901,1271016803920001") == "belum_terdaftar")
        #expect(try status("19040012345,") == "menunggak")
        #expect(try status(",3273015204900001") == "menunggak")
    }

    @Test("of a worker known only to the register is berakhir or tidak_diketahui")
    func registerOnly() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "register.csv": """
                npp,kpj,status,tanggal_nonaktif
                12004518,19040012345,aktif,
                12004518,19040012346,nonaktif,
                12004518,19040012347,,2026-07-20
                12004518,19040012348,,2026-07-21
                12004518,19040012349,nonaktif,2026-08-01
                """
            ]
        )
        #expect(
            bench.workers == [
                "19040012345 tidak_diketahui", "19040012346 berakhir", "19040012347 berakhir",
                "19040012348 tidak_diketahui", "19040012349 berakhir",
            ]
        )
        #expect(
            bench.places("kepesertaan-tidak-sesuai")
                == ["19040012345 register.csv:2", "19040012348 register.csv:5"]
        )
    }

    @Test("follows the threshold of the settings")
    func threshold() throws {
        var policy = Policy()
        policy.inactiveAfterMonths = 2
        #expect(try OneMember.bench("++++--", policy: policy).worker()?.status == .inactive)
        policy.inactiveAfterMonths = 4
        #expect(try OneMember.bench("+++---", policy: policy).worker()?.status == .inArrears)
    }
}
