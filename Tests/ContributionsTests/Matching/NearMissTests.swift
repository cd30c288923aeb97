internal import Contributions
internal import TestSupport
internal import Testing

/// `calon-pasangan`: a suggestion, never a match.
@Suite("Near misses")
struct NearMissTests {
    @Test(
        "between a worker in payroll and one in the ledger only",
        arguments: [
            // Both as `kpj,nik,nama,tanggal_lahir`.
            (",3273015204900001,Sari,1990-04-12", ",3273015204900002,Lain,1990-04-12", true),
            (",3273015204900001,Sari W.,", ",3273015204900002,SARI W,", true),
            // Two digits swapped, one left out, one too many.
            (",3273015204900001,Sari,", ",3273015204900010,Sari,", true),
            (",3273015204900001,Sari,", ",327301520490001,Sari,", true),
            (",3273015204900001,Sari,", ",32730152049000011,Sari,", true),
            // Neither birth date nor name agree, or there is none.
            (",3273015204900001,Sari,1990-04-12", ",3273015204900002,Lain,1990-04-13", false),
            (",3273015204900001,Sari,", ",3273015204900002,,", false),
            // A shared word is not the same name.
            (",3273015204900001,Sari W,", ",3273015204900002,Sari,", false),
            // Two edits.
            (",3273015204900001,Sari,", ",3273015204900012,Sari,", false),
            // A lost leading zero of the KPJ.
            ("09040012345,,Sari,", "9040012345,,,", true),
            ("9040012345,,Sari,", "09040012345,,,", true),
            ("19040012345,,Sari,", "9040012345,,,", false),
            ("00040012345,,Sari,", "040012345,,,", false),
            // All leading zeros, and the name.
            ("00040012345,,Sari,", "40012345,,SARI,", true),
            // One slip in the KPJ with name or birth date.
            ("19040012345,,Sari W,", "19040013245,,SARI W.,", true),
            ("19040012345,,Sari,1990-04-12", "1904001234,,,1990-04-12", true),
            ("19040012345,,Sari,1990-04-12", "1904001234,,Lain,", false),
            // A NIK that a spreadsheet destroyed beside a KPJ of somebody's.
            ("19040012345,3273015204900001,Sari,", "22040012345,3.27302E+15,Sari,", true),
            ("19040012345,3273015204900001,Sari,", "22040012345,3.2730E+15,Sari,", true),
            ("19040012345,3273015204900001,Sari,", "22040012345,3.28302E+15,Sari,", false),
            ("22040012345,3.27301E+15,Sari,1990-04-12", ",3273015204900001,,1990-04-12", true),
            // The same name and birth date with other numbers, or without any to compare.
            (",3273015204900001,Sari W,1990-04-12", "19040012345,,W. Sari,1990-04-12", true),
            (",3273015204900001,Sari W,1990-04-12", ",3174054405910003,Sari W,1990-04-12", true),
            (",3273015204900001,Sari W,1990-04-12", "19040012345,,Sari W,1990-12-04", true),
            (",3273015204900001,Sari W,1990-04-12", "19040012345,,Sari W,1991-12-04", false),
            (",3273015204900001,Sari W,1990-04-12", "19040012345,,Sari B,1990-04-12", true),
            (",3273015204900001,Sari W,1990-04-12", ",3174054405910003,Sari B,1990-04-12", false),
        ]
    )
    func betweenPayrollAndLedger(_ payroll: String, _ ledger: String, _ isNear: Bool) throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nik,nama,tanggal_lahir,upah
                12004518,2026-02,\(payroll),1000000
                """,
                "ledger.csv": """
                npp,blth,kpj,nik,nama,tanggal_lahir,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,\
                jp_pemberi_kerja,jp_tenaga_kerja,tanggal_bayar
                12004518,2026-02,\(ledger),\(OneWorker.full),2026-03-10
                """,
            ]
        )
        #expect(bench.workers.count == 2)
        #expect(bench.finds("calon-pasangan") == isNear)
        #expect(bench.findings.first { $0.code == .pairCandidate }?.code.severity != .error)
    }

    @Test("are no suggestion for who misses nothing, nor across employers")
    func noSuggestion() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,nik,nama,upah
                12004518,2026-02,3273015204900001,Sari,1000000
                14011730,2026-02,3273015204900009,Sari,1000000
                """,
                "ledger.csv": """
                npp,blth,nik,nama,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                jp_tenaga_kerja,tanggal_bayar
                12004518,2026-02,3273015204900001,Sari,\(OneWorker.full),2026-03-10
                12004518,2026-02,3273015204900002,Sari,\(OneWorker.full),2026-03-10
                """,
            ]
        )
        #expect(!bench.finds("calon-pasangan"))
    }

    @Test("say which values agree and how the others differ")
    func say() throws {
        let bench = try Self.bench(
            payroll: ["19040012345,3273015204900001,Sari Wulandari,1990-04-12"],
            ledger: ["1904001235,3273015204900010,\"Hj. Sari W., S.E.\",1990-12-04"]
        )
        let details = bench.findings.filter { $0.code == .pairCandidate }.map(\.detail)
        guard details.count == 1, case .text(let value, let message) = details[0] else {
            Issue.record("\(details)")
            return
        }
        #expect(value == "3273015204900010")
        #expect(
            message == """
                data iuran memuat KPJ 1904001235, NIK 3273015204900010 dengan \
                NIK berbeda satu ketikan (angka ke-15 dan ke-16 tertukar); \
                KPJ berbeda satu ketikan (tanpa angka ke-10); \
                nama disingkat ("Hj. Sari W., S.E."); hari dan bulan lahir tertukar (1990-12-04)
                """
        )
    }

    @Test("are no suggestion for twins and namesakes who have rows of their own")
    func twinsAndNamesakes() throws {
        let sisters = [
            ",3404114806999003,Intan Rahayu,1999-06-08",
            ",3404114806999004,Indah Rahayu,1999-06-08",
            "19040012345,,Sari W,1990-04-12", "19040012346,,Sari W,1990-04-12",
        ]
        #expect(!(try Self.bench(payroll: sisters, ledger: sisters)).finds("calon-pasangan"))
        // The rows that look like those of who has none are the other one's.
        for missing in sisters.indices {
            var ledger = sisters
            ledger.remove(at: missing)
            #expect(!(try Self.bench(payroll: sisters, ledger: ledger)).finds("calon-pasangan"))
        }
    }

    @Test("of rows that fit several, the best evidence counts, and equal evidence stays")
    func bestEvidence() throws {
        // Both have the name and birth date; one has the KPJ, too, but for a digit.
        let ledger = ["19040012354,,Sari W,1990-04-12"]
        let one = "19040012345,,Sari W,1990-04-12"
        let best = try Self.bench(payroll: [one, "21070099999,,Sari W,1990-04-12"], ledger: ledger)
        #expect(best.places("calon-pasangan") == ["19040012345 payroll.csv:2"])
        let equal = try Self.bench(
            payroll: [one, "19040012353,,Sari W,1990-04-12"],
            ledger: ledger
        )
        #expect(equal.places("calon-pasangan").count == 2)
    }

    @Test("are not looked for where too many share a value to tell them apart")
    func placeholders() throws {
        func found(_ count: Int) throws -> Int {
            let bench = try Self.bench(
                payroll: (0..<count).map { "1904\($0 * 37 + 1_000_000),,Sari,1970-01-01" },
                ledger: (0..<count).map { "2204\($0 * 53 + 5_000_000),,Sari,1970-01-01" }
            )
            return bench.places("calon-pasangan").count
        }
        #expect(try found(20) == 400)
        #expect(try found(129) == 0)
    }

    /// Rows of one employer and month as `kpj,nik,nama,tanggal_lahir`.
    private static func bench(payroll: [String], ledger: [String]) throws -> Workbench {
        let wages = payroll.map { "12004518,2026-02,\($0),1000000\n" }.joined()
        let receipts = ledger.map { "12004518,2026-02,\($0),\(OneWorker.full),2026-03-10\n" }
        return try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": "npp,blth,kpj,nik,nama,tanggal_lahir,upah\n" + wages,
                "ledger.csv": """
                npp,blth,kpj,nik,nama,tanggal_lahir,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,\
                jp_pemberi_kerja,jp_tenaga_kerja,tanggal_bayar
                \(receipts.joined())
                """,
            ]
        )
    }
}
