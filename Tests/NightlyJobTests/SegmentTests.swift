import TestSupport
import Testing

/// Files larger than the segments in which they are parsed, with what makes cutting them hard.
///
/// The rows are few and their ignored column large, so that the file is cut several times.
@Suite("Large files in segments")
struct SegmentTests {
    private static let header = "npp,blth,kpj,nama,tanggal_lahir,upah,catatan\n"

    /// The lines of a payroll of more than 9 MiB, and on which line each good row begins.
    private struct LargePayroll {
        var bytes: [UInt8] = Array(SegmentTests.header.utf8)
        var line = 2
        var lineOfKPJ: [String: Int] = [:]
        var brokenLines: [Int] = []

        /// Adds a row whose last cell has line breaks, commas and doubled quotation marks.
        mutating func addRow(_ number: Int, breaks: Int) {
            let kpj = "190400\(10_000 + number)"
            lineOfKPJ[kpj] = line
            let note = "\"\"Rp 5,000\"\"\n" + String(repeating: "x", count: 600)
            append("12004518,2026-10,\(kpj),Sari,1990-04-12,\(5_000_000 + number),\"")
            for _ in 0..<breaks { append(note) }
            append("\"\n")
            line += breaks + 1
        }

        /// Adds a row whose quotation mark is never closed: from here on, parity misleads.
        mutating func addOpenQuote() {
            brokenLines.append(line)
            append("12004518,2026-10,19040099999,\"Budi,1990-04-12,5000000,\n")
            line += 1
        }

        mutating func append(_ text: String) {
            bytes += Array(text.utf8)
        }
    }

    /// A payroll with an open quotation mark before some of its rows.
    private func payroll(_ seed: Int, openQuotes: Set<Int>) -> LargePayroll {
        var random = SeededRandom(seed: seed)
        var payroll = LargePayroll()
        var number = 0
        while payroll.bytes.count < 9 << 20 {
            if openQuotes.contains(number) { payroll.addOpenQuote() }
            payroll.addRow(number, breaks: random.number(0..<100))
            number += 1
        }
        return payroll
    }

    private func expectEveryLine(_ payroll: LargePayroll, _ seed: Int) throws {
        let folder = try WorkFolder([
            "masuk/perusahaan.csv":
                "npp,nama,kelas_jkk,program\n12004518,PT Batik,1,JKK;JKM;JHT;JP\n"
        ])
        try folder.write(payroll.bytes, to: "masuk/payroll.csv")
        let run = try RandomRun(folder, asOf: "2026-11-22")
        let rows = run.table("rincian.csv").records
        #expect(rows.count == payroll.lineOfKPJ.count, "seed \(seed)")
        for row in rows {
            let kpj = row["kpj"] ?? ""
            let line = try #require(payroll.lineOfKPJ[kpj], "seed \(seed): \(kpj)")
            #expect(row["sumber_payroll"] == "payroll.csv:\(line)", "seed \(seed): \(kpj)")
            let wage = 5_000_000 + (Int(kpj.suffix(5)) ?? 0) - 10_000
            #expect(row["upah_dasar"] == "\(wage).00", "seed \(seed): \(kpj)")
        }
        let rejected = run.table("temuan.csv").records(where: ["kode": "baris-ditolak"])
        let lines = rejected.compactMap { Int($0["baris"] ?? "") }.sorted()
        #expect(lines == payroll.brokenLines, "seed \(seed)")

        let manifest = try ReportManifest.read(folder.path(of: "laporan/manifest.json"))
        let input = try #require(manifest.input("payroll.csv"))
        #expect(input.diterima == rows.count)
        #expect(input.ditolak == payroll.brokenLines.count)
        let lineEnds = payroll.bytes.count { $0 == UInt8(ascii: "\n") }
        #expect(input.baris + input.lanjutan == lineEnds, "seed \(seed)")
    }

    @Test("are cut at no quoted line break", arguments: 1...2)
    func areCutAtNoQuotedLineBreak(_ seed: Int) throws {
        try expectEveryLine(payroll(seed, openQuotes: []), seed)
    }

    @Test(
        "keep every other row and its line where a quotation mark is never closed",
        arguments: 3...5
    )
    func whereAQuotationMarkIsNeverClosed(_ seed: Int) throws {
        // At the start, in the middle, and twice, so that parity is right again at the end.
        let places: [Set<Int>] = [[1], [130], [40, 200]]
        try expectEveryLine(payroll(seed, openQuotes: places[seed - 3]), seed)
    }
}
