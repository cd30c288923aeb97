import TestSupport
import Testing

/// The pages people read: harmless, private and complete in themselves.
@Suite("Pages")
struct PageTests {
    /// The pages of a run in which everybody is in arrears, so that everybody is listed.
    private func pages(name: String, company: String) throws -> [String: String] {
        let folder = try WorkFolder()
        var payroll = InputTable("payroll.csv", InputColumns.payroll)
        for month in ["2026-06", "2026-07", "2026-08", "2026-09"] {
            payroll.rows.append([
                "npp": "12004518", "blth": month, "kpj": "19040012345",
                "nik": "3273015204909001", "nama": name, "tanggal_lahir": "1990-04-12",
                "upah": "7654321", "unit": name,
            ])
        }
        var employers = InputTable("perusahaan.csv", InputColumns.employers)
        employers.rows = [["npp": "12004518", "nama": company, "kelas_jkk": "1"]]
        var payments = InputTable("pembayaran.csv", InputColumns.payments)
        payments.rows = [["npp": "12004518", "tanggal_bayar": "2026-06-10", "jumlah": "1"]]
        for table in [payroll, employers, payments] {
            try folder.write(table.text, to: "masuk/\(table.name)")
        }
        let files = try RandomRun(folder, asOf: "2026-11-22").files
        let names = files.keys.filter { $0.hasSuffix(".html") }
        #expect(names.sorted() == ["perusahaan/12004518.html", "ringkasan.html"])
        return files.filter { $0.key.hasSuffix(".html") }
            .mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test("a name that is markup stays text")
    func markupStaysText() throws {
        let name = "<script>alert(1)</script>"
        let pages = try pages(name: name, company: "PT \"A\" & <b>B</b>")
        for (page, text) in pages {
            #expect(!text.contains("<script"), "\(page)")
            #expect(!text.contains("<b>B</b>"), "\(page)")
        }
        #expect(pages["perusahaan/12004518.html"]?.contains("&lt;script&gt;") == true)
        #expect(pages["ringkasan.html"]?.contains("&lt;b&gt;B&lt;") == true)
    }

    @Test("no page shows a whole NIK, and the employer's page shows who is meant")
    func noWholeNIK() throws {
        let pages = try pages(name: "Sari Wulandari", company: "PT Batik")
        for (page, text) in pages { #expect(!text.contains("3273015204909001"), "\(page)") }
        let page = try #require(pages["perusahaan/12004518.html"])
        #expect(page.contains("Sari Wulandari"))
        #expect(page.contains("3273********9001"))
    }

    @Test(
        "no page of any scenario shows a whole NIK or loads anything",
        arguments: try Scenario.all()
    )
    func noPageOfAnyScenario(_ scenario: Scenario) throws {
        var niks: Set<String> = []
        for name in try FolderContents.names(in: scenario.inputs) where name.hasSuffix(".csv") {
            let table = CSVTable(try FolderContents.text(of: "\(scenario.inputs)/\(name)"))
            niks.formUnion(table.column("nik").filter { $0.count == 16 })
        }
        for (name, bytes) in try scenario.run() where name.hasSuffix(".html") {
            let text = String(decoding: bytes, as: UTF8.self)
            let shown = text.matches(of: /[0-9]{16}/).map { String($0.0) }.filter(niks.contains)
            #expect(shown.isEmpty, "\(name)")
            #expect(text.firstMatch(of: /(src|href)="(https?:)?\/\//) == nil, "\(name)")
            #expect(!text.contains("<script"), "\(name)")
            #expect(text.contains("bukan penetapan BPJS Ketenagakerjaan"), "\(name)")
            #expect(
                text.hasPrefix("<!DOCTYPE html>") || text.hasPrefix("<!doctype html>"),
                "\(name)"
            )
        }
    }
}
