import TestSupport
import Testing

/// `iuran rules`: the law as the tool applies it.
@Suite("Rules")
struct RulesTests {
    @Test("of a month are what the snapshot says")
    func ofAMonth() throws {
        let run = try BuiltTool.run(["rules", "--on", "2026-03"])
        #expect(run.status == 0, "\(run)")
        #expect(run.stderr.isEmpty, "\(run)")
        try Snapshot("Rules/2026-03.txt").expect(run.stdout)
    }

    @Test(
        "of a month hold what the law says of it",
        arguments: [
            ("2026-03", ["0,24 %", "1,74 %", "3,70 %", "Rp11.086.300,00", "59", "2026-04-15"]),
            ("2026-02", ["Rp10.547.400,00", "2026-03-16"]),
            ("2026-01", ["JKK (padat_karya)", "50,00 %", "2026-02-16"]),
            ("2026-07", ["2026-08-18"]),
            ("2025-01", ["bersama JKM", "Rp10.042.300,00"]),
            ("2025-02", ["tanpa JKM"]),
            ("2021-03", ["Rp8.754.600,00"]),
            ("2020-10", ["PP 49/2020", "0,50 %", "2020-11-30"]),
            ("2015-07", ["Rp7.000.000,00", "56"]),
        ]
    )
    func ofAMonthHold(_ month: String, _ words: [String]) throws {
        let run = try BuiltTool.run(["rules", "--on", month])
        #expect(run.status == 0, "\(run)")
        for word in words { #expect(run.stdout.contains(word), "\(word) in \(run)") }
        #expect(run.stdout.contains("Keringanan\n  tidak ada") == !run.stdout.contains("JKK ("))
    }

    @Test("without a month list the whole history: every cap, age, relief and holiday")
    func withoutAMonth() throws {
        let run = try BuiltTool.run(["rules"])
        #expect(run.status == 0, "\(run)")
        let caps = [
            "7.000.000", "7.335.300", "7.703.500", "8.094.000", "8.512.400", "8.939.700",
            "8.754.600", "9.077.600", "9.559.600", "10.042.300", "10.547.400", "11.086.300",
        ]
        for cap in caps { #expect(run.stdout.contains("Rp\(cap),00"), "\(cap)") }
        for age in 56...65 { #expect(run.stdout.contains("\(age), dengan jp_lanjut"), "\(age)") }
        let tables = PackageRoot.path(of: "Sources/Intake/RuleTables/Tables")
        let days = CSVTable(try FolderContents.text(of: "\(tables)/hari_libur.csv")).column(
            "tanggal"
        )
        #expect(days.count > 200)
        for day in days { #expect(run.stdout.contains("\n  \(day) "), "\(day)") }
    }

    @Test("follow the tables that settings name")
    func followTheSettings() throws {
        let folder = try WorkFolder([
            "iuran.yaml": "aturan:\n  denda: denda.csv\n"
        ])
        let tables = PackageRoot.path(of: "Sources/Intake/RuleTables/Tables")
        let fees = try FolderContents.text(of: "\(tables)/denda.csv")
        #expect(fees.contains("\n2,2021-02,"))
        try folder.write(fees.replacing("\n2,2021-02,", with: "\n3,2021-02,"), to: "denda.csv")
        let run = try BuiltTool.run(
            ["rules", "--on", "2026-03", "--settings", "iuran.yaml"],
            in: folder.path
        )
        #expect(run.status == 0, "\(run)")
        #expect(run.stdout.contains("3,00 %"), "\(run)")
    }
}
