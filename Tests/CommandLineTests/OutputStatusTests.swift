import TestSupport
import Testing

/// Exit status 73: the report cannot be written where it should be.
@Suite("An output that cannot be written ends with 73")
struct OutputStatusTests {
    @Test("a folder that is not empty, and what was in it stays")
    func aFolderThatIsNotEmpty() throws {
        let folder = try SmallCompany.folder()
        try folder.write("penting", to: "laporan/catatan.txt")
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 73, "\(run)")
        #expect(run.stderr.contains("--replace"), "\(run)")
        #expect(try FolderContents.names(in: folder.path(of: "laporan")) == ["catatan.txt"])
    }

    @Test("a folder that holds no report, even with --replace")
    func aFolderThatHoldsNoReport() throws {
        let folder = try SmallCompany.folder()
        try folder.write("penting", to: "laporan/catatan.txt")
        let run = try SmallCompany.reconcile(folder, "--replace")
        #expect(run.status == 73, "\(run)")
        #expect(run.stderr.contains("manifest.json"), "\(run)")
        #expect(try folder.text("laporan/catatan.txt") == "penting")
    }

    @Test("a report beside which somebody keeps a file, even with --replace")
    func aReportWithAStranger() throws {
        let folder = try SmallCompany.folder()
        #expect(try SmallCompany.reconcile(folder).status == 0)
        try folder.write("penting", to: "laporan/catatan.txt")
        let run = try SmallCompany.reconcile(folder, "--replace")
        #expect(run.status == 73, "\(run)")
        #expect(run.stderr.contains("catatan.txt"), "\(run)")
        #expect(try folder.text("laporan/catatan.txt") == "penting")
    }

    @Test("a file", arguments: [[], ["--replace"]])
    func aFile(_ options: [String]) throws {
        let folder = try SmallCompany.folder()
        try folder.write("penting", to: "berkas")
        let run = try BuiltTool.run(
            ["reconcile", "masuk", "--output", "berkas"] + options,
            in: folder.path
        )
        #expect(run.status == 73, "\(run)")
        #expect(run.stderr.contains("berkas is a file"), "\(run)")
        #expect(try folder.text("berkas") == "penting")
    }

    @Test("a folder whose parent is a file")
    func aFolderWhoseParentIsAFile() throws {
        let folder = try SmallCompany.folder()
        try folder.write("penting", to: "berkas")
        let run = try BuiltTool.run(
            ["reconcile", "masuk", "--output", "berkas/laporan"],
            in: folder.path
        )
        #expect(run.status == 73, "\(run)")
        #expect(run.stderr.contains("berkas/laporan"), "\(run)")
        #expect(try folder.text("berkas") == "penting")
    }

    @Test("an empty folder and a report with --replace are written, and nothing is left beside")
    func whatMayBeWritten() throws {
        let folder = try SmallCompany.folder()
        try folder.makeFolder("laporan")
        #expect(try SmallCompany.reconcile(folder).status == 0)
        #expect(try SmallCompany.reconcile(folder).status == 73)
        let run = try SmallCompany.reconcile(folder, "--replace")
        #expect(run.status == 0, "\(run)")
        #expect(try FolderContents.folders(in: folder.path) == ["laporan", "masuk"])
        let loose = try FolderContents.names(in: folder.path).filter { $0.contains("sementara") }
        #expect(loose.isEmpty)
    }
}
