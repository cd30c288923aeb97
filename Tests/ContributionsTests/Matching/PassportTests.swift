internal import Contributions
internal import TestSupport
internal import Testing

/// `no_paspor`, `kewarganegaraan` and `jenis_kelamin` (domain 6 and 9).
@Suite("A passport")
struct PassportTests {
    /// Payroll and ledger rows stand as `kpj,nik,no_paspor`.
    private static func bench(_ payroll: [String], _ ledger: [String]) throws -> Workbench {
        try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": "npp,blth,nama,upah,kpj,nik,no_paspor"
                    + payroll.map { "\n12004518,2026-02,Li Wei,1000000,\($0)" }.joined(),
                "ledger.csv": """
                npp,blth,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                jp_tenaga_kerja,tanggal_bayar,kpj,nik,no_paspor
                """
                    + ledger.map { "\n12004518,2026-02,\(OneWorker.full),2026-03-10,\($0)" }
                    .joined(),
            ]
        )
    }

    @Test(
        "stands in place of the NIK",
        arguments: [
            // The months as `number status key`, with nik-tidak-sah and nik-berbeda behind.
            ([",,E7712345"], [",,E7712345"], ["E7712345 lunas nik"]),
            // A passport of digits, and one that the ledger calls a NIK.
            ([",,123456789"], [",,123456789"], ["123456789 lunas nik"]),
            ([",,E7712345"], [",E7712345,"], ["E7712345 lunas nik"]),
            ([",,E7712345"], ["19040012345,,E7712345"], ["19040012345 lunas nik"]),
            (
                [",,E7712345"], [",,E7712346"],
                ["E7712345 belum_dibayar ", "E7712346 tidak_di_payroll "]
            ),
            // With a KPJ, a passport and a NIK do not contradict each other; two passports do.
            (
                ["19040012345,,E7712345"], ["19040012345,3273015204909001,"],
                ["19040012345 lunas kpj"]
            ),
            (
                ["19040012345,3273015204909001,"], ["19040012345,,E7712345"],
                ["19040012345 lunas kpj"]
            ),
            (
                ["19040012345,,E7712345"], ["19040012345,,E7712346"],
                ["19040012345 lunas kpj", "nik-berbeda"]
            ),
            // A NIK goes before the passport of its row.
            (
                [",3273015204909001,E7712345"], [",3273015204909001,"],
                ["3273015204909001 lunas nik"]
            ),
            // A spreadsheet destroyed the NIK, and the passport is whole.
            ([",3.27E+15,E7712345"], [",,E7712345"], ["E7712345 lunas nik", "nik-rusak-excel"]),
            // In the column of the NIK it is none that can be.
            ([",E7712345,"], [",E7712345,"], ["E7712345 lunas nik", "nik-tidak-sah"]),
        ]
    )
    func inPlaceOfTheNIK(_ payroll: [String], _ ledger: [String], _ expected: [String]) throws {
        let bench = try Self.bench(payroll, ledger)
        let months = bench.outcome.batches.flatMap(\.months).map {
            "\(bench.number(of: $0.worker)) \($0.status.code) \($0.matchKey.code)"
        }
        let codes: [FindingCode] = [.nikInvalid, .nikDiffers, .damagedNIK]
        let findings = bench.findings.filter { codes.contains($0.code) }.map(\.code.code)
        #expect(months + findings == expected)
    }

    private static func due(
        _ payroll: [String],
        ledger: String = "",
        register: String = "",
        policy: Policy = Policy()
    ) throws -> [Shares] {
        let bench = try Workbench(
            asOf: "2026-07-20",
            policy: policy,
            [
                "payroll.csv": "npp,blth,nama,upah,kpj,tanggal_lahir,kewarganegaraan"
                    + payroll.map { "\n12004518,\($0)" }.joined(),
                "ledger.csv": """
                npp,blth,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                jp_tenaga_kerja,kpj,kewarganegaraan
                12004518,2026-02,0,0,0,0,0,0,K1,\(ledger)
                """,
                "register.csv": "npp,kpj,kewarganegaraan\n12004518,K1,\(register)",
            ]
        )
        return bench.outcome.batches.flatMap(\.months).map(\.due)
    }

    private static let withJP: [Int64] = [
        2400_00, 3000_00, 37_000_00, 20_000_00, 20_000_00, 10_000_00,
    ]
    private static let withoutJP: [Int64] = [2400_00, 3000_00, 37_000_00, 20_000_00, 0, 0]

    @Test(
        "JP is not expected of foreigners (domain 9)",
        arguments: [
            ("", true), ("WNI", true), ("wni", true), ("ID", true), ("idn", true),
            ("Indonesia", true), ("WNA", false), ("JPN", false), ("Tiongkok", false),
        ]
    )
    func nationality(_ nationality: String, _ owesJP: Bool) throws {
        let row = "2026-02,Li Wei,1000000,K1,1990-01-01,\(nationality)"
        let expected = owesJP ? Self.withJP : Self.withoutJP
        #expect(try Self.due([row]).map(\.list) == [expected])
        var policy = Policy()
        policy.expectsJPOfForeigners = true
        #expect(try Self.due([row], policy: policy).map(\.list) == [Self.withJP])
    }

    @Test("the newest payroll row that states a nationality decides, else ledger, else register")
    func newestNationality() throws {
        let january = "2026-01,Li Wei,1000000,K1,1990-01-01,"
        let february = "2026-02,Li Wei,1000000,K1,1990-01-01,"
        let without = [Self.withoutJP, Self.withoutJP]
        let with = [Self.withJP, Self.withJP]
        func lists(_ shares: [Shares]) -> [[Int64]] { shares.map(\.list) }
        #expect(try lists(Self.due([january + "WNA", february])) == without)
        #expect(try lists(Self.due([january + "WNA", february + "WNI"])) == with)
        #expect(try lists(Self.due([january, february], ledger: "WNA")) == without)
        #expect(try lists(Self.due([january, february], ledger: "ID", register: "WNA")) == with)
        #expect(try lists(Self.due([january, february], register: "WNA")) == without)
    }

    @Test(
        "a NIK whose day is that of the other sex is nik-tidak-sah (domain 6)",
        arguments: [
            // NIK, sex in payroll, sex in the register.
            ("3273015204909001", "P", "", false), ("3273011204909001", "L", "", false),
            ("3273015204909001", "L", "", true), ("3273011204909001", "P", "", true),
            ("3273015204909001", "laki-laki", "", true), ("3273015204909001", "", "", false),
            ("3273015204909001", "", "L", true), ("3273015204909001", "P", "L", false),
            // Birth date and serial.
            ("3273015304909001", "P", "", true), ("3273015204900000", "P", "", true),
        ]
    )
    func sex(_ nik: String, _ payroll: String, _ register: String, _ isInvalid: Bool) throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,nama,upah,kpj,nik,tanggal_lahir,jenis_kelamin
                12004518,2026-02,Sari,1000000,19040012345,\(nik),1990-04-12,\(payroll)
                """,
                "register.csv": """
                npp,kpj,jenis_kelamin
                12004518,19040012345,\(register)
                """,
            ]
        )
        #expect(bench.finds("nik-tidak-sah") == isInvalid)
        #expect(bench.worker()?.hasIdentityFault == isInvalid)
    }
}
