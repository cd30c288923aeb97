import TestSupport
import Testing

/// The manifest proves the report: digests, sizes and every line of every input.
@Suite("Manifest")
struct ManifestTests {
    @Test(
        "names the digest and size of every file written",
        arguments: ["tiga-perusahaan", "baris-rusak"]
    )
    func namesWhatWasWritten(_ name: String) throws {
        let scenario = try Scenario(name)
        let files = try scenario.run()
        let folder = try WorkFolder()
        try FolderContents.replace(folder.path(of: "laporan"), with: files)
        let manifest = try ReportManifest.read(folder.path(of: "laporan/manifest.json"))
        let listed = manifest.keluaran.map(\.berkas)
        #expect(listed == files.keys.filter { $0 != "manifest.json" }.sorted())
        let digests = try SystemDigest.files(listed, in: folder.path(of: "laporan"))
        for output in manifest.keluaran {
            #expect(output.sha256 == digests[output.berkas], "\(output.berkas)")
            #expect(output.ukuran == files[output.berkas]?.count, "\(output.berkas)")
        }
    }

    @Test(
        "names the digest and size of every file read, and every other file",
        arguments: try Scenario.all()
    )
    func namesWhatWasRead(_ scenario: Scenario) throws {
        let folder = try WorkFolder()
        try FolderContents.replace(folder.path(of: "laporan"), with: try scenario.run())
        let manifest = try ReportManifest.read(folder.path(of: "laporan/manifest.json"))
        let names = try FolderContents.names(in: scenario.inputs)
        #expect(manifest.masukan.map(\.berkas) == names.filter { $0.hasSuffix(".csv") })
        #expect(manifest.dilewati == names.filter { !$0.hasSuffix(".csv") })
        let digests = try SystemDigest.files(names, in: scenario.inputs)
        for input in manifest.masukan {
            #expect(input.sha256 == digests[input.berkas], "\(input.berkas)")
            let bytes = try FolderContents.bytes(of: "\(scenario.inputs)/\(input.berkas)")
            #expect(input.ukuran == bytes.count, "\(input.berkas)")
        }
    }

    @Test("accounts for every line of every input", arguments: try Scenario.all())
    func accountsForEveryLine(_ scenario: Scenario) throws {
        let folder = try WorkFolder()
        try FolderContents.replace(folder.path(of: "laporan"), with: try scenario.run())
        let manifest = try ReportManifest.read(folder.path(of: "laporan/manifest.json"))
        for input in manifest.masukan {
            let parts = input.judul + input.diterima + input.ditolak + input.kosong + input.dilewati
            #expect(input.baris == parts, "\(input)")
            let bytes = try FolderContents.bytes(of: "\(scenario.inputs)/\(input.berkas)")
            #expect(input.baris + input.lanjutan == Self.lineCount(bytes), "\(input)")
        }
    }

    @Test("accounts for blank lines, twins, quoted line breaks and a last line without an end")
    func accountsForUnusualLines() throws {
        let folder = try SmallCompany.folder()
        let payroll = """

            npp,blth,kpj,nama,upah,catatan
            12004518,2026-10,19040012345,Sari,5000000,"satu
            dua
            tiga"

            12004518,2026-10,15080023456,Budi,7250000,
            12004518,2026-10,15080023456,Budi,7250000,
            ,,,,,
            12004518,2026-10,20010034567,Dewi,lima,x
            12004518,2026-10,20010034567,Dewi,4375500,x
            """
        try folder.write(payroll, to: "masuk/payroll.csv")
        try folder.write(payroll, to: "masuk/payroll-lagi.csv")
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        let manifest = try ReportManifest.read(folder.path(of: "laporan/manifest.json"))
        let first = try #require(manifest.input("payroll.csv"))
        #expect(first.keadaan == "dibaca")
        #expect(
            [first.judul, first.diterima, first.ditolak, first.kosong, first.dilewati] == [
                1, 3, 1, 3, 1,
            ]
        )
        #expect(first.lanjutan == 2)
        #expect(first.baris + first.lanjutan == 11)
        #expect(first.kolomDiabaikan == ["catatan"])
        // The same bytes twice count once; of payrolls the last.
        let second = try #require(manifest.input("payroll-lagi.csv"))
        #expect(second.keadaan == "kembar")
        #expect(
            [second.judul, second.diterima, second.ditolak, second.kosong, second.dilewati] == [
                1, 0, 0, 3, 5,
            ]
        )
        #expect(second.baris == first.baris)
    }

    @Test("every file is readable by its group and nobody else, whatever the umask")
    func modes() throws {
        let folder = try SmallCompany.folder()
        let command = "umask 0; \"$0\" reconcile masuk --as-of 2026-11-22 --output laporan"
        let run = try BuiltTool.run(
            program: "sh",
            ["-c", command, BuiltTool.path],
            in: folder.path
        )
        #expect(run.status == 0, "\(run)")
        let names = try FolderContents.names(in: folder.path(of: "laporan"))
        #expect(names.contains("status.csv"))
        for name in names { #expect(try folder.mode(of: "laporan/\(name)") == 0o640, "\(name)") }
    }

    /// The lines of a file: its line feeds, and what follows the last one.
    private static func lineCount(_ bytes: [UInt8]) -> Int {
        let ends = bytes.count { $0 == UInt8(ascii: "\n") }
        return bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? ends : ends + 1
    }
}
