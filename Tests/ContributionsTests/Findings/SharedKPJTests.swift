internal import Contributions
internal import TestSupport
internal import Testing

/// kpj-dua-orang (issue 5, 4): two valid NIKs beside one KPJ, and birth dates or names that tell
/// their owners apart.
@Suite("One KPJ with two people")
struct SharedKPJTests {
    private static let sari = "3273015204909001,Sari Wulandari,1990-04-12"
    private static let budi = "3174051203859002,Budi Santoso,1985-03-12"

    /// Rows stand as `npp,kpj,nik,nama,tanggal_lahir`.
    private static func places(
        payroll: [String],
        ledger: [String] = [],
        register: [String] = []
    ) throws -> [String] {
        let person = "npp,kpj,nik,nama,tanggal_lahir"
        let shares = "jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,jp_tenaga_kerja"
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": "\(person),blth,upah"
                    + payroll.map { "\n\($0),2026-02,1000000" }.joined(),
                "ledger.csv": "\(person),blth,\(shares)"
                    + ledger.map { "\n\($0),2026-02,0,0,0,0,0,0" }.joined(),
                "register.csv": person + register.map { "\n\($0)" }.joined(),
            ]
        )
        return bench.places("kpj-dua-orang").sorted()
    }

    @Test(
        "at an employer",
        arguments: [
            (sari, budi, true),
            // Same person: the NIK was typed wrong, or is written once.
            (sari, sari, false),
            (sari, "3273015204909002,Sari W,1990-04-12", false),
            (sari, ",Budi Santoso,1985-03-12", false),
            // Another birth date, or another name, is enough.
            (sari, "3273015304909001,Sari Wulandari,1990-04-13", true),
            (sari, "3273015204909002,Budi Santoso,1990-04-12", true),
            (sari, "3174051203859002,,1985-03-12", true),
            (sari, "3174051203859002,Budi,", true),
            // Without either there is no evidence.
            (sari, "3174051203859002,,", false),
            // A NIK that cannot be is a wrong NIK, and no second person.
            (sari, "3174051203850000,Budi Santoso,1985-03-12", false),
            (sari, "3174051203859002,Budi Santoso,1985-03-13", false),
            (sari, "31740512038590,Budi Santoso,1985-03-12", false),
        ]
    )
    func atAnEmployer(_ payroll: String, _ other: String, _ holds: Bool) throws {
        let own = "12004518,19040012345,\(payroll)"
        let another = "12004518,19040012345,\(other)"
        let expected = holds ? ["19040012345"] : []
        func numbers(_ places: [String]) -> [String] {
            places.map { String($0.split(separator: " ")[0]) }
        }
        #expect(try numbers(Self.places(payroll: [own], ledger: [another])) == expected)
        #expect(try numbers(Self.places(payroll: [own], register: [another])) == expected)
        // Two rows of payroll.
        if other.first != "," {
            let name = other.split(separator: ",", omittingEmptySubsequences: false)[1]
            if !name.isEmpty {
                #expect(try numbers(Self.places(payroll: [own, another])) == expected)
            }
        }
    }

    @Test("whose KPJ payroll lacks, once for all rows")
    func strangers() throws {
        let places = try Self.places(
            payroll: ["12004518,15080023456,,Dewi,"],
            ledger: ["12004518,19040012345,\(Self.sari)", "12004518,19040012345,\(Self.budi)"],
            register: ["12004518,19040012345,\(Self.budi)"]
        )
        #expect(places.count == 1 && places[0].hasPrefix("19040012345 "))
    }

    @Test("at two employers, once at each")
    func atTwoEmployers() throws {
        let places = try Self.places(payroll: [
            "12004518,19040012345,\(Self.sari)", "27014563,19040012345,\(Self.budi)",
            "31000000,19040012345,\(Self.sari)", "31000000,15080023456,\(Self.budi)",
        ])
        #expect(
            places == [
                "19040012345 payroll.csv:2", "19040012345 payroll.csv:3",
                "19040012345 payroll.csv:4",
            ]
        )
    }

    @Test("at two employers in whatever order the rows stand", arguments: [false, true])
    func inAnyOrder(_ isReversed: Bool) throws {
        let rows = [
            "12004518,19040012345,\(Self.sari)", "12004518,19040012345,\(Self.budi)",
            "27014563,19040012345,\(Self.sari)",
        ]
        let places = try Self.places(payroll: [], register: isReversed ? rows.reversed() : rows)
        #expect(places.count == 2)
    }

    @Test("come in the order of their numbers")
    func order() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,upah,kpj,nik,nama,tanggal_lahir
                12004518,2026-02,1000000,19040012345,\(Self.sari)
                """,
                "register.csv": "npp,kpj,nik,nama,tanggal_lahir"
                    + (10...40).map { number in
                        "\n12004518,200100345\(number),\(Self.sari)"
                            + "\n12004518,200100345\(number),\(Self.budi)"
                    }.joined(),
            ]
        )
        let values = bench.findings.filter { $0.code == .kpjOfTwo }.map { finding -> String in
            if case .text(let value, _) = finding.detail { value } else { "" }
        }
        #expect(values.count == 31)
        #expect(values == values.sorted())
    }

    @Test("is not who has two jobs under one KPJ and NIK")
    func twoJobs() throws {
        let places = try Self.places(payroll: [
            "12004518,19040012345,\(Self.sari)", "27014563,19040012345,\(Self.sari)",
        ])
        #expect(places.isEmpty)
    }

    @Test("names both with their evidence")
    func words() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,upah,kpj,nik,nama,tanggal_lahir
                12004518,2026-02,1000000,19040012345,\(Self.sari)
                12004518,2026-03,1000000,19040012345,\(Self.budi)
                """
            ]
        )
        let finding = try #require(bench.findings.first { $0.code == .kpjOfTwo })
        guard case .text(let value, let message) = finding.detail else {
            Issue.record("\(finding.detail)")
            return
        }
        #expect(value == "19040012345")
        #expect(
            message
                == "NIK 3174051203859002 (Budi Santoso, 1985-03-12, lihat payroll.csv:3) dan NIK "
                + "3273015204909001 (Sari Wulandari, 1990-04-12, lihat payroll.csv:2)"
        )
    }
}
