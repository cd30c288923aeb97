import TestSupport
import Testing

/// A row that cannot be used: one finding that says where, what and why, and the others go on.
@Suite("Broken rows")
struct BrokenRowTests {
    private static let header = "npp,blth,kpj,nik,nama,tanggal_lahir,upah\n"
    private static let sari =
        "12004518,2026-10,19040012345,3273015204909001,Sari Wulandari,1990-04-12,5000000\n"
    private static let budi =
        "12004518,2026-10,15080023456,3174052308859001,Budi Santoso,1985-08-23,7250000\n"

    /// Runs the tool on a payroll and expects Sari and Budi in the report.
    private func report(_ payroll: [UInt8]) throws -> (findings: CSVTable, folder: WorkFolder) {
        let folder = try SmallCompany.folder()
        try folder.write(payroll, to: "masuk/payroll.csv")
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        #expect(run.stderr.contains("payroll.csv: 1 baris ditolak"), "\(run)")
        let rows = try folder.table("laporan/rincian.csv").records(where: ["blth": "2026-10"])
        let inPayroll = rows.filter { $0["sumber_payroll"] != "" }.compactMap { $0["kpj"] }
        #expect(inPayroll == ["15080023456", "19040012345"])
        return (try folder.table("laporan/temuan.csv"), folder)
    }

    @Test("are findings, and the rows around them go on", arguments: BrokenRow.table)
    func areFindings(_ broken: BrokenRow) throws {
        let text =
            Array((Self.header + Self.sari).utf8) + broken.row + Array(("\n" + Self.budi).utf8)
        let (findings, folder) = try report(text)
        let onLine = findings.records(where: ["berkas": "payroll.csv", "baris": "3"])
        #expect(onLine.map { $0["kode"] } == broken.codes, "\(onLine)")
        let finding = try #require(onLine.first)
        #expect(finding["tingkat"] == "kesalahan")
        #expect(finding["kolom"] == broken.column)
        #expect(finding["nilai"] == broken.found)
        let message = finding["pesan"] ?? ""
        #expect(message.contains(broken.expected), "\(message.prefix(500))")
        #expect(message.contains("Saran: perbaiki baris ini"), "\(message.prefix(500))")
        let manifest = try ReportManifest.read(folder.path(of: "laporan/manifest.json"))
        let input = try #require(manifest.input("payroll.csv"))
        #expect([input.judul, input.diterima, input.ditolak] == [1, 2, 1])
        #expect(input.baris == 4)
    }

    @Test("that are not UTF-8 are findings too")
    func thatAreNotUTF8() throws {
        var row = Array("12004518,2026-10,20010034567,3374097011949001,D?wi,1994-11-30,5\n".utf8)
        row = row.map { $0 == UInt8(ascii: "?") ? 0xE9 : $0 }
        let text = Array((Self.header + Self.sari).utf8) + row + Array(Self.budi.utf8)
        let (findings, _) = try report(text)
        let onLine = findings.records(where: ["berkas": "payroll.csv", "baris": "3"])
        #expect(onLine.count == 1)
        #expect(onLine.first?["pesan"]?.contains("bukan UTF-8") == true)
        #expect(onLine.first?["kolom"] == "nama")
    }

    @Test(
        "a quotation mark that is never closed costs its own line, wherever it stands",
        arguments: [2, 3, 4]
    )
    func aQuotationMarkThatIsNeverClosed(_ line: Int) throws {
        let open = "12004518,2026-10,20010034567,3374097011949001,\"Dewi,1994-11-30,5000000\n"
        var lines = [Self.header, Self.sari, Self.budi]
        lines.insert(open, at: line - 1)
        let (findings, _) = try report(Array(lines.joined().utf8))
        let rejected = findings.records(where: ["kode": "baris-ditolak"])
        #expect(rejected.map { $0["baris"] } == ["\(line)"])
        #expect(rejected.first?["pesan"]?.contains("tidak pernah ditutup") == true)
    }

    @Test("a file that was cut inside quotes loses its last row only")
    func aFileCutInsideQuotes() throws {
        let text = Self.header + Self.sari + Self.budi + "12004518,2026-10,20010034567,3374,\"Dew"
        let (findings, _) = try report(Array(text.utf8))
        let rejected = findings.records(where: ["kode": "baris-ditolak"])
        #expect(rejected.map { $0["baris"] } == ["4"])
        #expect(rejected.first?["pesan"]?.contains("berkas mungkin terpotong") == true)
    }

    @Test("a cell of 100 MB is one finding, in little memory")
    func aCellOf100Megabytes() throws {
        let folder = try SmallCompany.folder()
        let start = Self.header + Self.sari + "12004518,2026-10,20010034567,3374097011949001,"
        try folder.write(start, to: "masuk/payroll.csv")
        let megabyte = [UInt8](repeating: UInt8(ascii: "A"), count: 1 << 20)
        for _ in 0..<100 { try folder.append(megabyte, to: "masuk/payroll.csv") }
        try folder.append(
            Array((",1994-11-30,5000000\n" + Self.budi).utf8),
            to: "masuk/payroll.csv"
        )
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        let rejected = try folder.table("laporan/temuan.csv").records(where: [
            "kode": "baris-ditolak"
        ])
        #expect(rejected.map { $0["baris"] } == ["3"])
        #expect(rejected.first?["pesan"]?.contains("baris terlalu panjang") == true)
        let rows = try folder.table("laporan/rincian.csv").records(where: ["blth": "2026-10"])
        let sources = rows.compactMap { $0["sumber_payroll"] }.filter { !$0.isEmpty }
        #expect(sources.sorted() == ["payroll.csv:2", "payroll.csv:4"])
        #expect(try FolderContents.bytes(of: folder.path(of: "laporan/temuan.csv")).count < 1 << 16)
    }
}
