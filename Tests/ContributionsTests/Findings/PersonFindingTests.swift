internal import Contributions
internal import TestSupport
internal import Testing

/// The findings about the personal data of a worker.
@Suite("Findings of a person")
struct PersonFindingTests {
    /// The findings on nik, nama, tanggal_lahir of a payroll row and of a ledger or register row.
    private static func codes(_ payroll: String, _ other: String) throws -> [[String]] {
        let fromLedger = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,upah,nik,nama,tanggal_lahir
                12004518,2026-02,19040012345,1000000,\(payroll)
                """,
                "ledger.csv": """
                npp,blth,kpj,nik,nama,tanggal_lahir,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,\
                jp_pemberi_kerja,jp_tenaga_kerja
                12004518,2026-02,19040012345,\(other),0,0,0,0,0,0
                12004518,2026-01,19040012345,\(other),0,0,0,0,0,0
                """,
            ]
        )
        let fromRegister = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,upah,nik,nama,tanggal_lahir
                12004518,2026-02,19040012345,1000000,\(payroll)
                """,
                "register.csv": """
                npp,kpj,nik,nama,tanggal_lahir
                12004518,19040012345,\(other)
                """,
            ]
        )
        let codes: [FindingCode] = [
            .nikDiffers, .nikInvalid, .nameDiffers, .birthDiffers, .birthMissing, .damagedNIK,
        ]
        return [fromLedger, fromRegister].map { bench in
            // Each value once, although two ledger rows repeat it.
            bench.findings.filter { codes.contains($0.code) }.map(\.code.code).sorted()
        }
    }

    @Test(
        "compare ledger and register with payroll",
        arguments: [
            (
                "3273015204900001,Sari Wulandari,1990-04-12", "3273015204900001,SARI W,1990-04-12",
                []
            ),
            ("3273015204900001,Sari,1990-04-12", ",,", []),
            (
                "3273015204900001,Sari,1990-04-12", "3273015204900002,Sari,1990-04-12",
                ["nik-berbeda"]
            ),
            (
                "3273015204900001,Sari,1990-04-12", "3273015204900001,Budi,1990-04-12",
                ["nama-berbeda"]
            ),
            (
                "3273015204900001,Sari,1990-04-12", "3273015204900001,Sari,1990-12-04",
                ["tanggal-lahir-berbeda"]
            ),
            // What payroll does not state is not compared, and the NIK is judged by the birth date
            // that the reports show.
            (",Sari,1990-04-12", "3273015204900001,Sari,1990-04-12", []),
            ("3273015204900001,Sari,", "3273015204900001,Sari,1990-04-12", []),
            ("3273015204900001,Sari,", "3273015204900001,Sari,1990-04-13", ["nik-tidak-sah"]),
            ("3273015204900001,Sari,1990-04-13", ",,", ["nik-tidak-sah"]),
            ("3273015204900000,Sari,1990-04-12", ",,", ["nik-tidak-sah"]),
            // An invalid NIK of a row that payroll contradicts is only different.
            ("3273015204900001,Sari,1990-04-12", "1,Sari,1990-04-12", ["nik-berbeda"]),
            // Without a birth date he is liable for JP, with a finding.
            ("3273015204900001,Sari,", ",,", ["tanggal-lahir-kosong"]),
        ]
    )
    func compare(_ payroll: String, _ other: String, _ expected: [String]) throws {
        for codes in try Self.codes(payroll, other) { #expect(codes == expected) }
    }

    @Test("nik-rusak-excel stands once per row, and the NIK counts as absent")
    func damaged() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nik,nama,upah
                12004518,2026-02,19040012345,3.27302E+15,Sari,1000000
                12004518,2026-03,19040012345,"3,27302E+15",Sari,1000000
                12004518,2026-04,19040012345,3273015204900001,Sari,1000000
                """
            ]
        )
        #expect(
            bench.places("nik-rusak-excel")
                == ["19040012345 payroll.csv:2", "19040012345 payroll.csv:3"]
        )
        #expect(bench.profile("3273015204900001") != nil)
        #expect(!bench.finds("nik-tidak-sah"))
        #expect(bench.worker()?.hasIdentityFault == true)
    }

    @Test("tanggal-lahir-kosong stands for the first month that owes JP, and for no other")
    func birthMissing() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,program
                12004518,2026-02,19040012345,Sari,1000000,JKK;JKM
                12004518,2026-03,19040012345,Sari,1000000,
                12004518,2026-04,19040012345,Sari,1000000,
                12004518,2026-02,15080023456,Budi,1000000,JKK
                """
            ]
        )
        #expect(bench.places("tanggal-lahir-kosong") == ["2026-03 19040012345 payroll.csv:3"])
    }

    @Test(
        "status-bpjs-berbeda stands where the register says otherwise",
        arguments: [
            ("+++---", [",Sari,,,aktif,"], true), ("+++---", [",Sari,,,nonaktif,"], false),
            ("++++++", [",Sari,,,nonaktif,"], true), ("++++++", [",Sari,,,aktif,"], false),
            ("+++++-", [",Sari,,,aktif,"], false), ("++++++", nil, false),
        ] as [(String, [String]?, Bool)]
    )
    func statusDiffers(_ months: String, _ register: [String]?, _ differs: Bool) throws {
        let bench = try OneMember.bench(months, register: register)
        #expect(
            bench.places("status-bpjs-berbeda") == (differs ? ["19040012345 register.csv:2"] : [])
        )
    }

    @Test("nomor-tidak-lazim stands for a KPJ that is not 11 digits, or an NPP that is not 8")
    func unusual() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,19040012345,A,1
                12004518,2026-02,1904001234,B,1
                12004518,2026-02,AB040012345,C,1
                1200451,2026-02,19040012345,D,1
                """
            ]
        )
        #expect(
            bench.places("nomor-tidak-lazim").sorted()
                == ["1904001234 payroll.csv:3", "AB040012345 payroll.csv:4", "payroll.csv:5"]
        )
    }
}
