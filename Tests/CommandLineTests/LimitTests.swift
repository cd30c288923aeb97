import TestSupport
import Testing

/// What is too much is said once, and costs neither the run nor the machine.
@Suite("Limits")
struct LimitTests {
    private static let header = "npp,blth,kpj,nik,nama,tanggal_lahir,upah\n"
    private static let sari =
        "12004518,2026-10,19040012345,3273015204909001,Sari Wulandari,1990-04-12,5000000\n"
    private static let budi =
        "12004518,2026-10,15080023456,3174052308859001,Budi Santoso,1985-08-23,7250000\n"

    private func rejected(_ folder: WorkFolder) throws -> [[String: String]] {
        try folder.table("laporan/temuan.csv").records(where: ["kode": "baris-ditolak"])
    }

    /// Where the rows of the report stand in the payroll.
    private func places(_ folder: WorkFolder) throws -> [String] {
        let rows = try folder.table("laporan/rincian.csv").records(where: ["blth": "2026-10"])
        return rows.compactMap { $0["sumber_payroll"] }.filter { !$0.isEmpty }.sorted()
    }

    @Test("a quoted cell of 20 MB that is never closed is one finding with its lines")
    func openCell() throws {
        let folder = try SmallCompany.folder()
        let lineCount = 400_000
        let note = "catatan yang panjang sekali, \"\"dan\"\" tidak ditutup\n"
        let open = "12004518,2026-10,20010034567,,\"Dewi\n"
        let text = Self.header + Self.sari + open + String(repeating: note, count: lineCount)
        try folder.write(text + Self.budi, to: "masuk/payroll.csv")
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        #expect(run.stderr.contains("payroll.csv: \(lineCount + 1) baris ditolak"), "\(run)")
        let findings = try rejected(folder)
        #expect(findings.map { $0["baris"] } == ["3"])
        let rows = "baris 3 sampai \(lineCount + 3) tidak dapat dipakai"
        #expect(findings.first?["pesan"]?.contains(rows) == true, "\(findings)")
        #expect(try places(folder) == ["payroll.csv:2", "payroll.csv:\(lineCount + 4)"])
    }

    @Test("100,000 bad rows over several segments are 1,000 findings and one")
    func manyBadRows() throws {
        let folder = try SmallCompany.folder()
        let bad = "12004518,2026-10,20010034567,,Dewi,1994-02-30,5000000\n"
        let text = Self.header + Self.sari + String(repeating: bad, count: 100_000) + Self.budi
        try folder.write(text, to: "masuk/payroll.csv")
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        let findings = try rejected(folder)
        #expect(findings.count == 1001)
        let closing = findings.filter { $0["pesan"]?.contains("baris lagi") == true }
        #expect(closing.map { $0["baris"] } == ["1003"])
        let words = "99000 baris lagi di berkas ini, dari baris 1003 sampai 100002"
        #expect(closing.first?["pesan"]?.contains(words) == true, "\(closing)")
        let manifest = try ReportManifest.read(folder.path(of: "laporan/manifest.json"))
        #expect(manifest.input("payroll.csv")?.ditolak == 100_000)
        #expect(try places(folder) == ["payroll.csv:100003", "payroll.csv:2"])
    }

    @Test("a last line of 60 MB is searched for its end once", .timeLimit(.minutes(5)))
    func longLastLine() throws {
        let folder = try SmallCompany.folder()
        try folder.write(Self.header + Self.sari, to: "masuk/payroll.csv")
        let megabyte = [UInt8](repeating: UInt8(ascii: "A"), count: 1 << 20)
        for _ in 0..<60 { try folder.append(megabyte, to: "masuk/payroll.csv") }
        try folder.append([UInt8(ascii: "\n")], to: "masuk/payroll.csv")
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        let findings = try rejected(folder)
        #expect(findings.map { $0["baris"] } == ["3"])
        #expect(findings.first?["pesan"]?.contains("baris terlalu panjang") == true)
        #expect(try places(folder) == ["payroll.csv:2"])
    }

    @Test("a file of more than 64 GiB is refused without being read")
    func largestFile() throws {
        let folder = try SmallCompany.folder()
        try folder.write(Self.header + Self.sari, to: "masuk/payroll.csv")
        try folder.write(Self.header + Self.sari, to: "masuk/raksasa.csv")
        let huge = folder.path(of: "masuk/raksasa.csv")
        // Sparse: it takes no room on the disk.
        let truncate = try BuiltTool.run(program: "truncate", ["--size=68719476737", huge])
        #expect(truncate.status == 0, "\(truncate)")
        let run = try SmallCompany.reconcile(folder)
        #expect(
            run.stderr.contains("raksasa.csv: berkas ditolak: berkas lebih dari 64 GiB"),
            "\(run)"
        )
        let refused = try folder.table("laporan/temuan.csv").records(where: [
            "kode": "berkas-ditolak"
        ])
        #expect(refused.map { $0["berkas"] } == ["raksasa.csv"])
        #expect(try places(folder) == ["payroll.csv:2"])
    }
}
