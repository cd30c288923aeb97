import TestSupport
import Testing

/// Exit statuses 65 and 66: nothing to reconcile.
@Suite("Inputs that give nothing end with 65 or 66")
struct InputStatusTests {
    @Test(
        "65: a refused file, and nothing else usable",
        arguments: [
            ("judul,lain\n1,2\n", "judul kolom tidak dikenali"),
            ("", "berkas kosong"),
            ("npp,blth,nama,upah\n12004518,2026-10,Sari,5000000\n", "kpj atau nik atau no_paspor"),
            (
                "npp,blth,kpj,nama,upah\n12004518,2026-10,19040012345,Sari,lima juta\n",
                "1 baris ditolak"
            ),
        ]
    )
    func aRefusedFile(_ text: String, _ words: String) throws {
        let folder = try WorkFolder(["payroll.csv": text])
        let run = try BuiltTool.run(["reconcile", "payroll.csv", "--output", "o"], in: folder.path)
        #expect(run.status == 65, "\(run)")
        #expect(run.stderr.contains("payroll.csv"), "\(run)")
        #expect(run.stderr.contains(words), "\(run)")
        #expect(run.stdout.isEmpty, "\(run)")
        #expect(!folder.holds("o"))
    }

    @Test(
        "66: a path that does not exist, and an empty folder",
        arguments: ["tidak-ada", "kosong"]
    )
    func noInput(_ path: String) throws {
        let folder = try SmallCompany.folder()
        try folder.makeFolder("kosong")
        let run = try BuiltTool.run(["reconcile", "masuk", "--output", "o"], in: folder.path)
        #expect(run.status == 0, "\(run)")
        let without = try BuiltTool.run(["reconcile", path, "--output", "p"], in: folder.path)
        #expect(without.status == 66, "\(without)")
        #expect(without.stderr.contains(path), "\(without)")
        #expect(!folder.holds("p"))
    }

    @Test("66: a folder with no CSV file in it")
    func aFolderWithoutTables() throws {
        let folder = try WorkFolder(["masuk/catatan.txt": "npp,blth\n"])
        let run = try BuiltTool.run(["reconcile", "masuk", "--output", "o"], in: folder.path)
        #expect(run.status == 66, "\(run)")
    }

    @Test("66: employers alone, for there is nobody to judge")
    func employersAlone() throws {
        let folder = try SmallCompany.folder()
        let run = try BuiltTool.run(
            ["reconcile", "masuk/employers.csv", "--output", "o"],
            in: folder.path
        )
        #expect(run.status == 66, "\(run)")
    }

    @Test("66: a previous report that is none")
    func aPreviousReportThatIsNone() throws {
        let folder = try SmallCompany.folder()
        let run = try SmallCompany.reconcile(folder, "--previous", "masuk")
        #expect(run.status == 66, "\(run)")
        #expect(run.stderr.contains("masuk"), "\(run)")
        #expect(!folder.holds("laporan"))
    }
}
