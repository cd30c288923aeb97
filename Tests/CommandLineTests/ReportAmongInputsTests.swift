import TestSupport
import Testing

/// A report has the columns of an input; read as one, yesterday's findings would be today's facts.
@Suite("A report among the inputs")
struct ReportAmongInputsTests {
    @Test("is passed over as a folder, and the result is the same as without it")
    func isPassedOverAsAFolder() throws {
        let folder = try SmallCompany.folder()
        #expect(try SmallCompany.reconcile(folder).status == 0)
        let inside = ["reconcile", "masuk", "--as-of", "2026-11-22", "--output"]
        #expect(try BuiltTool.run(inside + ["lama"], in: folder.path).status == 0)
        let copy = ["cp", "-r", "lama", "masuk/laporan"]
        #expect(try BuiltTool.run(program: copy[0], Array(copy[1...]), in: folder.path).status == 0)
        let run = try BuiltTool.run(inside + ["baru"], in: folder.path)
        #expect(run.status == 0, "\(run)")
        for table in ["status.csv", "rincian.csv", "temuan.csv"] {
            #expect(try folder.text("baru/\(table)") == folder.text("lama/\(table)"))
        }
        let manifest = try folder.text("baru/manifest.json")
        #expect(manifest.contains("\"laporan/\""))
    }

    @Test(
        "is refused as a file that says what it is",
        arguments: ["status.csv", "rincian.csv", "rekap.csv", "temuan.csv"]
    )
    func isRefusedAsAFile(_ table: String) throws {
        let folder = try SmallCompany.folder()
        #expect(try SmallCompany.reconcile(folder).status == 0)
        let run = try BuiltTool.run(["check", "laporan/\(table)"], in: folder.path)
        #expect(run.status == 65, "\(run)")
        #expect(run.stdout.contains("ini tabel dari laporan iuran sendiri"), "\(run)")
    }
}
