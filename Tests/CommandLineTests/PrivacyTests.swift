import TestSupport
import Testing

/// Standard error of a nightly job ends in logs: no NIK, KPJ, name or wage there.
@Suite("Privacy of standard error")
struct PrivacyTests {
    /// The cells of persons in CSV files.
    private func personalCells(_ folder: String) throws -> Set<String> {
        var cells: Set<String> = []
        for name in try FolderContents.names(in: folder) where name.hasSuffix(".csv") {
            let table = CSVTable(try FolderContents.text(of: "\(folder)/\(name)"))
            guard table.columns.contains("nik") || table.columns.contains("kpj") else { continue }
            for column in ["nik", "kpj", "nama", "upah", "email", "no_hp"] {
                cells.formUnion(table.column(column).filter { $0.count > 3 })
            }
        }
        return cells
    }

    @Test(
        "holds none of them in any scenario with trouble",
        arguments: [
            "baris-rusak", "tiga-perusahaan", "nik-rusak", "tagihan-saja", "data-pribadi",
            "semua-sebab",
        ]
    )
    func holdsNone(_ name: String) throws {
        let scenario = try Scenario(name)
        let run = try BuiltTool.run(
            ["reconcile", scenario.inputs, "--dry-run", "--fail-on", "incomplete"]
                + scenario.arguments
        )
        let cells = try personalCells(scenario.inputs)
        #expect(!cells.isEmpty)
        for cell in cells { #expect(!run.stderr.contains(cell), "\(cell) in \(run)") }
    }

    @Test("holds none where nothing is usable and the run fails")
    func holdsNoneWhereTheRunFails() throws {
        let folder = try WorkFolder([
            "payroll.csv": """
            npp,blth,kpj,nik,nama,upah
            12004518,2026-10,1904-001-2345,3273015204909001,Sari Wulandari,7654321
            12004518,2026-10,15080023456,3174052308859001,Budi Santoso,tujuh juta

            """
        ])
        let run = try BuiltTool.run(["reconcile", "payroll.csv", "--output", "o"], in: folder.path)
        #expect(run.status == 65, "\(run)")
        for cell in try personalCells(folder.path) {
            #expect(!run.stderr.contains(cell), "\(cell) in \(run)")
        }
    }

    @Test("holds none of a file without a header line, whose first row is a person")
    func holdsNoneOfAFileWithoutAHeader() throws {
        let folder = try SmallCompany.folder()
        let row =
            "12004518,2026-10,19040012345,3273015204909001,Sari Wulandari,1990-04-12,7654321\n"
        try folder.write(row, to: "masuk/tanpa-judul.csv")
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        #expect(run.stderr.contains("tanpa-judul.csv"), "\(run)")
        for cell in ["19040012345", "3273015204909001", "wulandari", "7654321"] {
            #expect(!run.stderr.lowercased().contains(cell), "\(cell) in \(run)")
        }
    }
}
