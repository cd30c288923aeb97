internal import Contributions
internal import TestSupport
internal import Testing

@Suite("Several payroll files of a month")
struct PayrollVersionTests {
    /// Files of workers 1 to 9, each with another wage so that no row is a twin.
    private static func bench(_ files: [[Int]]) throws -> Workbench {
        func payroll(_ index: Int) -> String {
            let rows = index < files.count ? files[index] : []
            return "npp,blth,kpj,nama,upah"
                + rows.map {
                    "\n12004518,2026-02,1904001234\($0),Pekerja \($0),\(index + 1)00000\($0)"
                }.joined()
        }
        return try Workbench(
            asOf: "2026-07-20",
            ["1.csv": payroll(0), "2.csv": payroll(1), "3.csv": payroll(2)]
        )
    }

    @Test(
        "add up, unless the later shares more than half of the workers of the smaller",
        arguments: [
            // Which files are replaced, of workers 1 to 9.
            ([[1, 2, 3, 4], [5, 6]], []), ([[1, 2, 3, 4], [3, 4, 5, 6]], []),
            ([[1, 2, 3, 4], [2, 3, 4, 5]], ["1.csv"]), ([[1, 2, 3, 4], [4, 5]], []),
            ([[1, 2, 3, 4], [4]], ["1.csv"]), ([[1], [1, 2, 3, 4]], ["1.csv"]),
            ([[1, 2], [1, 2], [1, 2]], ["1.csv", "2.csv"]),
            ([[1, 2], [3, 4], [1, 2]], ["1.csv"]), ([[1, 2], [3, 4], [1, 3]], []),
        ] as [([[Int]], [String])]
    )
    func addUp(_ files: [[Int]], _ replaced: [String]) throws {
        let bench = try Self.bench(files)
        #expect(bench.places("digantikan") == replaced.map { "2026-02 \($0):0" })
        var expected: [Int: Int64] = [:]
        for (index, workers) in files.enumerated() where !replaced.contains("\(index + 1).csv") {
            for worker in workers {
                expected[worker, default: 0] += Int64((index + 1) * 1_000_000 + worker)
            }
        }
        for worker in 1...9 {
            let month = bench.month("2026-02", "1904001234\(worker)")
            #expect(month?.base == expected[worker].map(Rupiah.init(whole:)), "worker \(worker)")
        }
        let rows = Dictionary(
            uniqueKeysWithValues: files.indices.filter { replaced.contains("\($0 + 1).csv") }
                .map { ($0, files[$0].count) }
        )
        #expect(bench.outcome.skippedRows == rows)
    }

    @Test("are versions for the months and employers they share, and add to the others")
    func perEmployerAndMonth() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "lama.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,19040012345,Sari,1000000
                12004518,2026-03,19040012345,Sari,1000000
                14011730,2026-03,19040012345,Sari,1000000
                """,
                "baru.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-03,19040012345,Sari,3000000
                """,
            ]
        )
        #expect(bench.places("digantikan") == ["2026-03 lama.csv:0"])
        #expect(bench.month("2026-02", at: "12004518")?.base == Rupiah(whole: 1_000_000))
        #expect(bench.month("2026-03", at: "12004518")?.base == Rupiah(whole: 3_000_000))
        #expect(bench.month("2026-03", at: "14011730")?.base == Rupiah(whole: 1_000_000))
    }

    @Test("leave nothing of a replaced row: no worker, no NIK, no value")
    func leavesNothing() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "lama.csv": """
                npp,blth,kpj,nik,nama,upah
                12004518,2026-02,19040012345,3273015204900001,Sari,1000000
                12004518,2026-02,15080023456,3174052308850001,Budi,1000000
                """,
                "baru.csv": """
                npp,blth,kpj,nik,nama,upah
                12004518,2026-02,19040012345,3273015204900002,Sari,1000000
                """,
            ]
        )
        #expect(bench.workers.count == 1)
        #expect(bench.profile("3273015204900002") != nil)
    }
}
