import TestSupport
import Testing

/// Data to standard output, words to standard error.
@Suite("Streams")
struct StreamsTests {
    @Test("a run without trouble says nothing on standard error, and shows no progress")
    func aRunWithoutTrouble() throws {
        let folder = try SmallCompany.folder()
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        #expect(run.stderr.isEmpty, "\(run)")
        #expect(run.stdout.contains("SEIMBANG"), "\(run)")
        // No colour, no cursor movement: standard output is a pipe.
        #expect(!run.stdout.contains("\u{1B}"), "\(run)")
        #expect(!run.stdout.contains("\r"), "\(run)")
    }

    @Test("the caveat stands in what is printed and in every page")
    func theCaveat() throws {
        let folder = try SmallCompany.folder()
        let run = try SmallCompany.reconcile(folder)
        let caveat = """
            Perkiraan berdasarkan data yang diterima sampai 22 November 2026; \
            bukan penetapan BPJS Ketenagakerjaan.
            """
        #expect(run.stdout.replacing("\n", with: " ").contains(caveat), "\(run)")
        for page in ["ringkasan.html", "perusahaan/12004518.html", "ringkasan.json"] {
            #expect(try folder.text("laporan/\(page)").contains(caveat), "\(page)")
        }
    }

    @Test("--format json prints ringkasan.json, and nothing else")
    func formatJSON() throws {
        let folder = try SmallCompany.folder()
        let run = try SmallCompany.reconcile(folder, "--format", "json")
        #expect(run.status == 0, "\(run)")
        #expect(run.stdout == (try folder.text("laporan/ringkasan.json")))
        #expect(run.stderr.isEmpty, "\(run)")
    }

    @Test("--dry-run prints the same figures and writes nothing")
    func dryRun() throws {
        let folder = try SmallCompany.folder()
        let before = try FolderContents.read(folder.path)
        let dry = try BuiltTool.run(
            ["reconcile", "masuk", "--as-of", SmallCompany.asOf, "--dry-run", "--format", "json"],
            in: folder.path
        )
        #expect(dry.status == 0, "\(dry)")
        #expect(try FolderContents.read(folder.path) == before)
        let withOutput = try SmallCompany.reconcile(folder, "--dry-run", "--format", "json")
        #expect(withOutput.status == 0, "\(withOutput)")
        #expect(try FolderContents.read(folder.path) == before)
        #expect(withOutput.stdout == dry.stdout)
        #expect(try SmallCompany.reconcile(folder, "--format", "json").stdout == dry.stdout)
    }
}
