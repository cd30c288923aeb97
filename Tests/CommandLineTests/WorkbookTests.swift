import TestSupport
import Testing

/// The workbook says what the CSV files say, and nothing is lost in it.
@Suite("Workbook")
struct WorkbookTests {
    @Test("agrees with the CSV files of every scenario", arguments: try Scenario.all())
    func agrees(_ scenario: Scenario) throws {
        let folder = try WorkFolder()
        try FolderContents.replace(folder.path(of: "laporan"), with: try scenario.run())
        let run = try WorkbookCheck.compare(folder.path(of: "laporan"))
        #expect(run.status == 0, "\(run)")
        #expect(run.stdout.hasSuffix("no difference\n"), "\(run)")
    }

    @Test("agrees with them in LibreOffice", .enabled(if: Office.isInstalled, Self.howToInstall))
    func agreesInLibreOffice() throws {
        let folder = try oddCompany()
        #expect(try SmallCompany.reconcile(folder).status == 0)
        try Office.convert(folder.path(of: "laporan/laporan.xlsx"), into: folder)
        let run = try WorkbookCheck.compare(
            folder.path(of: "laporan"),
            office: folder.path(of: "sheets")
        )
        #expect(run.status == 0, "\(run)")
        #expect(run.stdout.hasSuffix("no difference\n"), "\(run)")
        // Not only the same, but whole: what Excel makes of the CSV ends in zeros.
        let cells = try folder.table("sheets/laporan-Status.csv")
        #expect(cells.column("NIK").contains("3273015204909001"))
        #expect(cells.column("KPJ").contains("00040012345"))
        #expect(cells.column("No. pegawai").contains("007"))
        #expect(cells.column("Nama").contains("=1+1"))
    }

    private static let howToInstall: Comment = "needs LibreOffice: apt-get install libreoffice-calc"

    @Test("keeps identifiers and takes texts as they are, whatever they look like")
    func oddTexts() throws {
        let folder = try oddCompany()
        #expect(try SmallCompany.reconcile(folder).status == 0)
        let run = try WorkbookCheck.compare(folder.path(of: "laporan"))
        #expect(run.status == 0, "\(run)")
        #expect(try folder.table("laporan/status.csv").column("kpj").contains("00040012345"))
        #expect(try folder.table("laporan/status.csv").column("nama").contains("'=1+1"))
    }

    @Test("a character that no XML may hold does not keep it from opening")
    func aCharacterThatXMLForbids() throws {
        let folder = try SmallCompany.folder()
        let payroll = try SmallCompany.file("payroll.csv")
            .replacing("Sari Wulandari", with: "Sari\u{FFFE}Wulan\u{FFFF}")
        try folder.write(payroll, to: "masuk/payroll.csv")
        #expect(try SmallCompany.reconcile(folder).status == 0)
        let run = try WorkbookCheck.compare(folder.path(of: "laporan"))
        // The check reads it, and finds nothing but that name.
        #expect(run.status == 1, "\(run)")
        #expect(run.stdout.contains("Sari\u{FFFD}Wulan\u{FFFD}"), "\(run)")
        #expect(!run.stdout.contains("Temuan:  "), "\(run)")
    }

    @Test("ends the run with 73 where there is no room for it, and leaves nothing behind")
    func noRoom() throws {
        let folder = try SmallCompany.folder()
        // Files may have 256 KiB: enough for every other file of so small a report.
        let run = try BuiltTool.run(
            program: "sh",
            [
                "-c",
                "trap '' XFSZ; ulimit -f 512; exec \"$0\" reconcile masuk --output laporan",
                BuiltTool.path,
            ],
            in: folder.path
        )
        #expect(run.status == 73, "\(run)")
        #expect(run.stderr.contains("cannot write laporan.xlsx"), "\(run)")
        #expect(try FolderContents.folders(in: folder.path) == ["masuk"])
    }

    @Test("notices a single cell that differs")
    func noticesADifference() throws {
        let folder = try SmallCompany.folder()
        #expect(try SmallCompany.reconcile(folder).status == 0)
        let status = try folder.text("laporan/status.csv")
        let changed = status.replacing("3273015204909001", with: "3273015204909000")
        #expect(changed != status)
        try folder.write(changed, to: "laporan/status.csv")
        let run = try WorkbookCheck.compare(folder.path(of: "laporan"))
        #expect(run.status == 1, "\(run)")
        #expect(run.stdout.contains("3273015204909000"), "\(run)")
    }

    /// The small company with leading zeros, a formula, quotation marks and line breaks in texts.
    private func oddCompany() throws -> WorkFolder {
        let folder = try SmallCompany.folder()
        for name in ["payroll.csv", "ledger.csv", "register.csv"] {
            let text = try SmallCompany.file(name)
                .replacing("19040012345", with: "00040012345")
                .replacing("Sari Wulandari", with: "=1+1")
            try folder.write(text, to: "masuk/\(name)")
        }
        try folder.write(
            """
            npp,blth,kpj,nik,nama,tanggal_lahir,no_pegawai,unit,upah
            12004518,2026-10,00000000019,,"@SUM(A1) ""Ny."" <b>&amp;",1990-01-31,007,"0012
            baris dua",99999999999.99

            """,
            to: "masuk/payroll-direksi.csv"
        )
        return folder
    }
}
