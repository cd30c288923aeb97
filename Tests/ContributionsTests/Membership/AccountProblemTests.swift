internal import Contributions
internal import TestSupport
internal import Testing

/// What the register knows of an account against payroll (`domain.md` 1).
@Suite("Account problems")
struct AccountProblemTests {
    /// Cells `email,no_hp` of payroll rows with their months, and of register rows.
    private static func bench(
        payroll: [(blth: String, cells: String)],
        register: [String]
    ) throws -> Workbench {
        try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": "npp,blth,kpj,nama,upah,unit,email,no_hp"
                    + payroll.enumerated().map { place, row in
                        "\n12004518,\(row.blth),19040012345,Sari,1000000,\(place),\(row.cells)"
                    }
                    .joined(),
                "register.csv": "npp,kpj,nama,email,no_hp"
                    + register.map { "\n12004518,19040012345,Sari,\($0)" }.joined(),
            ]
        )
    }

    private static func found(_ bench: Workbench) -> String {
        var words: [String] = []
        if bench.finds("email-berbeda") { words.append("email") }
        if bench.finds("no-hp-berbeda") { words.append("no_hp") }
        return words.joined(separator: " ")
    }

    @Test(
        "of e-mail and telephone: no register row agrees with payroll",
        arguments: [
            // Payroll, register rows, what differs.
            ("s@x.id,0812345678", ["S@X.ID,+62 812-345-678"], ""),
            ("s@x.id,0812345678", ["t@x.id,0812345678"], "email"),
            ("s@x.id,0812345678", ["s@x.id,0812345679"], "no_hp"),
            ("s@x.id,0812345678", ["t@x.id,0812345679"], "email no_hp"),
            // One of several rows agrees.
            ("s@x.id,0812345678", ["t@x.id,", "s@x.id,0812345678"], ""),
            ("s@x.id,0812345678", ["t@x.id,", ",0812345678"], "email"),
            // An empty cell, or a dash for one, says that there is none.
            ("s@x.id,0812345678", [","], "email no_hp"),
            ("s@x.id,0812345678", ["-,#N/A"], "email no_hp"),
            // What payroll does not say is not compared, nor what nobody can read.
            (",", ["t@x.id,0812345679"], ""), ("-,0", ["t@x.id,0812345679"], ""),
            ("s@x.id,0812345678", ["menyusul,8.12346E+10"], ""),
            ("menyusul,8.12346E+10", ["t@x.id,0812345679"], ""),
            // What spreadsheets leave.
            ("s@x.id,'0812345678", ["s@x.id,812345678.0"], ""),
            // He is in no register of the employer.
            ("s@x.id,0812345678", [], ""),
        ] as [(String, [String], String)]
    )
    func contacts(_ payroll: String, _ register: [String], _ expected: String) throws {
        let bench = try Self.bench(payroll: [("2026-06", payroll)], register: register)
        #expect(Self.found(bench) == expected)
        let problems = bench.worker()?.accountProblems ?? []
        #expect(problems.contains(.emailDiffers) == expected.contains("email"))
        #expect(problems.contains(.phoneDiffers) == expected.contains("no_hp"))
    }

    @Test(
        "are about the newest month of payroll that says it",
        arguments: [
            ([("2026-05", "s@x.id,"), ("2026-06", "t@x.id,")], ""),
            ([("2026-05", "t@x.id,"), ("2026-06", "s@x.id,")], "email"),
            ([("2026-05", "t@x.id,"), ("2026-06", ",")], ""),
            ([("2026-05", "s@x.id,"), ("2026-06", ",")], "email"),
            // Two units of one month: both are his.
            ([("2026-06", "s@x.id,"), ("2026-06", "t@x.id,")], ""),
            ([("2026-06", "t@x.id,"), ("2026-06", "s@x.id,")], ""),
            ([("2026-06", "s@x.id,"), ("2026-06", "menyusul,")], ""),
            ([("2026-06", "s@x.id,"), ("2026-06", "u@x.id,")], "email"),
        ] as [([(String, String)], String)]
    )
    func newest(_ payroll: [(String, String)], _ expected: String) throws {
        #expect(Self.found(try Self.bench(payroll: payroll, register: ["t@x.id,"])) == expected)
    }

    @Test(
        "of a column that one side lacks are none",
        arguments: [
            ("email,no_hp", "s@x.id,0812345678", "saldo_jht", "0"),
            ("unit,divisi", "Solo,Batik", "email", "t@x.id"),
        ]
    )
    func missingColumns(
        _ payrollColumns: String,
        _ payroll: String,
        _ registerColumn: String,
        _ register: String
    ) throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,\(payrollColumns)
                12004518,2026-06,19040012345,Sari,1000000,\(payroll)
                """,
                "register.csv": """
                npp,kpj,nama,\(registerColumn)
                12004518,19040012345,Sari,\(register)
                """,
            ]
        )
        #expect(Self.found(bench) == "")
        #expect(bench.worker()?.accountProblems == [])
    }

    @Test("point to the register row that states another, else to the one that states none")
    func places() throws {
        let bench = try Self.bench(
            payroll: [("2026-06", "s@x.id,0812345678")],
            register: [",", "t@x.id,"]
        )
        #expect(bench.places("email-berbeda") == ["19040012345 register.csv:3"])
        #expect(bench.places("no-hp-berbeda") == ["19040012345 register.csv:2"])
        // He is who he is.
        #expect(bench.worker()?.hasIdentityFault == false)
    }

    @Test(
        "of the account itself",
        arguments: [
            // The register's cells `nik,nama,tanggal_lahir,tanggal_nonaktif,status,akun_jmo`.
            ([",Sari,,,aktif,Y"], []), ([",Sari,,,aktif,T"], .noAccount), ([",Sari,,,aktif,"], []),
            ([",Sari,,,nonaktif,T", ",Sari,,,aktif,Y"], []), ([], []),
        ] as [([String], AccountProblems)]
    )
    func account(_ register: [String], _ expected: AccountProblems) throws {
        let bench = try OneMember.bench("++++++", register: register)
        #expect(bench.worker()?.accountProblems == expected)
    }

    @Test("of a NIK are those of nik-berbeda")
    func nik() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nik,nama,upah
                12004518,2026-06,19040012345,3273015204909001,Sari,1000000
                """,
                "register.csv": """
                npp,kpj,nik,nama
                12004518,19040012345,3273015204909001,Sari
                12004518,19040012345,3273015204909002,Sari
                """,
            ]
        )
        #expect(bench.worker()?.accountProblems == .nikDiffers)
    }
}
