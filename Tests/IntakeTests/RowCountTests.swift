internal import Contributions
internal import Intake
internal import TestSupport
internal import Testing

/// Lines = header + accepted + rejected + blank, and what quoted line breaks add.
@Suite("Every line of a file")
struct RowCountTests {
    @Test("is the header, accepted, rejected or blank")
    func counts() throws {
        let text = """
            npp,kpj,nama
            12004518,19040012345,Sari

            12004518,19040012346,"Sari
            dari Solo"
            12004518,,
            12004518,19040012347,"S"ari
            ,,
            "12004518,tanpa akhir

            12004518,19040012348,Budi
            """
        let counts = try FileReading.read(text).counts
        #expect(counts.accepted == 3)
        #expect(counts.rejected == 3)
        #expect(counts.blank == 3)
        #expect(counts.continuationLines == 1)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        let sum = counts.accepted + counts.rejected + counts.blank + counts.continuationLines
        #expect(lines == 1 + sum)
    }

    @Test("counts once, whatever the file holds", arguments: 1...30)
    func everyLine(_ seed: Int) throws {
        var random = SeededRandom(seed: seed)
        let rows = [
            "12004518,19040012345,Sari", "12004518,19040012345,\"Sari\nW\"", "", ",,", "x,,", "1,2",
            "12004518,19040012345,S\"ari", "12004518,19040012345,\"\n\n\"", "\"\"", "\"a\rb\",,",
        ]
        var text = "npp,kpj,nama"
        for _ in 0..<50 { text += "\n" + rows[Int.random(in: rows.indices, using: &random)] }
        if Bool.random(using: &random) { text += "\n" }
        let records = try FileReading.read(text)
        let counts = records.counts
        let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + (text.hasSuffix("\n") ? 0 : 1)
        #expect(
            lines == 1 + counts.accepted + counts.rejected + counts.blank
                + counts.continuationLines,
            "seed \(seed)"
        )
        #expect(records.register.count == counts.accepted)
        #expect(records.findings.count { $0.code == .rowRejected } == counts.rejected)
        #expect(records.nextLine == lines + 1)
    }

    @Test("that is skipped is an accepted one that does not count again")
    func skipped() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "lama.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,19040012345,Sari,1
                12004518,2026-02,19040012345,Sari,1
                """,
                "baru.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,19040012345,Sari,2
                12004518,2026-02,19040012345,Sari,2
                """,
            ]
        )
        // Two replaced rows in the first file, a twin in the second: one of four counts.
        #expect(bench.outcome.skippedRows == [0: 2, 1: 1])
        let month = try #require(bench.month("2026-02"))
        #expect(month.payrollSources.count == 1)
    }
}
