internal import Contributions
internal import TestSupport
internal import Testing

/// The findings about an employer.
@Suite("Findings of an employer")
struct EmployerFindingTests {
    private static func bench(_ employers: [String], ledger: String = "") throws -> Workbench {
        try Workbench(
            asOf: "2026-07-20",
            [
                "employers.csv": "npp,nama,kelas_jkk,berlaku_dari,skala_usaha,program"
                    + employers.map { "\n12004518,PT Batik,\($0)" }.joined(),
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,19040012345,Sari,1000000
                """,
                "ledger.csv": OneWorker.ledgerHeader + ledger,
            ]
        )
    }

    @Test(
        "on its row",
        arguments: [
            // A list shorter than compulsory for the size (Perpres 109/2013 art. 6).
            (["1,,besar,JKK;JKM;JHT"], "pds-program", ["employers.csv:2"]),
            (["1,,besar,JKK;JKM;JHT;JP"], "pds-program", []),
            (["1,,kecil,JKK;JKM;JHT"], "pds-program", []),
            (["1,,mikro,JKK"], "pds-program", ["employers.csv:2"]),
            (["1,,,JKK"], "pds-program", []),
            (["1,,besar,"], "pds-program", []),
            (["1,,,"], "program-diasumsikan", ["employers.csv:2"]),
            (["1,,mikro,"], "program-diasumsikan", []),
            (["1,,,JKK"], "program-diasumsikan", []),
            // Two rows of one month that say different things.
            (["1,,,JKK", "2,,,JKK"], "perusahaan-bertentangan", ["employers.csv:2"]),
            (["1,,,JKK", "1,,,JKK"], "perusahaan-bertentangan", []),
            (["1,,,JKK", "2,2026-01,,JKK"], "perusahaan-bertentangan", []),
            (["1,2026-03,,JKK"], "perusahaan-belum-berlaku", ["employers.csv:2"]),
            (["1,2026-02,,JKK"], "perusahaan-belum-berlaku", []),
            ([], "perusahaan-tidak-terdaftar", ["payroll.csv:2"]),
            (["1,,,JKK"], "perusahaan-tidak-terdaftar", []),
        ] as [([String], String, [String])]
    )
    func onItsRow(_ employers: [String], _ code: String, _ places: [String]) throws {
        let found = try Self.bench(employers).places(code)
        #expect(found.map { $0.split(separator: " ").last.map(String.init) ?? "" } == places)
    }

    @Test("pembayaran-tidak-dinyatakan stands where nothing says what was paid")
    func paymentsNotStated() throws {
        let bill = "\n12004518,2026-02,19040012345,\(OneWorker.full),,A,,"
        let receipt = "\n12004518,2026-01,15080023456,\(OneWorker.full),,A,2026-02-10,"
        #expect(try Self.bench(["1,,,JKK"]).places("pembayaran-tidak-dinyatakan") == [""])
        #expect(try Self.bench(["1,,,JKK"], ledger: bill).finds("pembayaran-tidak-dinyatakan"))
        #expect(try !Self.bench(["1,,,JKK"], ledger: receipt).finds("pembayaran-tidak-dinyatakan"))
    }

    @Test("pds-tenaga-kerja stands for the worker whom it did not register")
    func unregistered() throws {
        let bench = try OneMember.bench("------", hasColleague: true)
        #expect(bench.places("pds-tenaga-kerja") == ["19040012345 payroll.csv:7"])
        let registered = try OneMember.bench("+-----", hasColleague: true)
        #expect(!registered.finds("pds-tenaga-kerja"))
    }

    @Test(
        "iuran-belum-rinci stands for a payment that no receipt and no bill accounts for",
        arguments: [
            ("12004518,2026-03-10,92400,,X", true), ("12004518,2026-03-10,92400,,A", false),
            // A bill with its code is paid by it.
            ("12004518,2026-03-10,92400,,B", false), ("12004518,2026-03-10,92401,,B", true),
            ("14011730,2026-03-10,92400,,A", true),
            ("12004518,2026-07-20,92400,,X", true), ("12004518,2026-07-21,92400,,X", false),
            ("12004518,2026-03-10,0,,X", false), ("12004518,2026-03-10,-5,,X", false),
        ]
    )
    func unallocated(_ payment: String, _ holds: Bool) throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004518,2026-02,19040012345,\(OneWorker.full),,A,2026-03-10,
                12004518,2026-03,19040012345,\(OneWorker.full),,B,,
                """,
                "payments.csv": """
                npp,tanggal_bayar,jumlah,blth,kode_iuran
                \(payment)
                """,
            ]
        )
        #expect(bench.finds("iuran-belum-rinci") == holds)
    }
}
