internal import Contributions
internal import TestSupport
internal import Testing

/// The size decides, the employers file wins, the worker's own list wins over both
/// (Perpres 109/2013 pasal 6).
@Suite("Programmes")
struct ProgrammeTests {
    private func owed(_ employer: String, _ payroll: String = ",,") throws -> String {
        let due = try #require(
            try oneMonth("1000000", "2026-02", employer: employer, payroll: payroll)?.due
        )
        var programmes: ProgrammeSet = []
        for share in Share.allCases where due[share] > .zero {
            programmes.insert(ProgrammeSet(share.programme))
        }
        return programmes.text
    }

    @Test(
        "follow the list, else the size, else are all four",
        arguments: [
            ("1,besar,,,", "JKK;JKM;JHT;JP"), ("1,menengah,,,", "JKK;JKM;JHT;JP"),
            ("1,kecil,,,", "JKK;JKM;JHT"), ("1,mikro,,,", "JKK;JKM"),
            ("1,mikro,JKK;JKM;JHT,,", "JKK;JKM;JHT"), ("1,besar,JKK;JKM,,", "JKK;JKM"),
            ("1,,JKK;JP,,", "JKK;JP"), ("1,,,,", "JKK;JKM;JHT;JP"),
        ]
    )
    func ofTheEmployer(_ employer: String, _ expected: String) throws {
        #expect(try owed(employer) == expected)
    }

    @Test("of the worker's own row win over the employer's")
    func ofTheWorker() throws {
        #expect(try owed("1,besar,,,", ",,JKK;JKM") == "JKK;JKM")
        #expect(try owed("1,mikro,,,", ",,JKK;JKM;JHT;JP") == "JKK;JKM;JHT;JP")
    }

    @Test("of a worker with several rows are the union of what they list")
    func union() throws {
        let bench = try Workbench(
            asOf: "2026-06-01",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,program,unit
                12004518,2026-02,19040012345,Sari,400000,JKK;JKM,Solo
                12004518,2026-02,19040012345,Sari,600000,JHT,Yogyakarta
                12004518,2026-03,19040012345,Sari,400000,JKK,Solo
                12004518,2026-03,19040012345,Sari,600000,,Yogyakarta
                """
            ]
        )
        // On the sum of the base, and the row without a list adds nothing to the other's.
        #expect(bench.month("2026-02")?.due.list == [2400_00, 3000_00, 37_000_00, 20_000_00, 0, 0])
        #expect(bench.month("2026-03")?.due.list == [2400_00, 0, 0, 0, 0, 0])
    }

    @Test("of an employer unknown to the employers file are all four, at class I, with a finding")
    func unknownEmployer() throws {
        let bench = try Workbench(
            asOf: "2026-06-01",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,19040012345,Sari,1000000
                """
            ]
        )
        #expect(
            bench.month("2026-02")?.due.list
                == [2400_00, 3000_00, 37_000_00, 20_000_00, 20_000_00, 10_000_00]
        )
        #expect(bench.places("perusahaan-tidak-terdaftar") == ["payroll.csv:2"])
        let severity = bench.findings.first { $0.code == .employerUnknown }?.code.severity
        #expect(severity == .error)
    }

    @Test("and the class follow the employer's history from month to month")
    func history() throws {
        let bench = try Workbench(
            asOf: "2026-06-01",
            [
                "employers.csv": """
                npp,nama,kelas_jkk,berlaku_dari,program
                12004518,PT Batik,3,2026-03,JKK
                12004518,PT Batik,2,2026-01,JKK;JKM
                """,
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2025-12,19040012345,Sari,1000000
                12004518,2026-02,19040012345,Sari,1000000
                12004518,2026-03,19040012345,Sari,1000000
                12004518,2026-04,19040012345,Sari,1000000
                """,
            ]
        )
        // Before the first row the first holds, with a finding.
        #expect(bench.month("2025-12")?.due.list == [5400_00, 3000_00, 0, 0, 0, 0])
        #expect(bench.places("perusahaan-belum-berlaku") == ["2025-12 employers.csv:3"])
        #expect(bench.month("2026-02")?.due.list == [5400_00, 3000_00, 0, 0, 0, 0])
        #expect(bench.month("2026-03")?.due.list == [8900_00, 0, 0, 0, 0, 0])
        #expect(bench.month("2026-04")?.due.list == [8900_00, 0, 0, 0, 0, 0])
    }
}
