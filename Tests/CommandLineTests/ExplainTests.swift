import TestSupport
import Testing

/// `iuran explain` re-derives what the report says.
@Suite("Explaining a worker-month")
struct ExplainTests {
    private static func report(_ scenario: String, _ folder: WorkFolder) throws -> Scenario {
        let scenario = try Scenario(scenario)
        let words = ["reconcile", scenario.inputs] + scenario.arguments
        let run = try BuiltTool.run(words + ["--output", folder.path(of: "laporan")])
        #expect(run.status == 0, "\(run)")
        return scenario
    }

    private static func explain(_ words: [String], in folder: String) throws -> ToolRun {
        try BuiltTool.run(["explain"] + words, in: folder)
    }

    @Test("shows pay, rule, due, bill, money and status, each with file and line")
    func showsEveryStep() throws {
        let folder = try WorkFolder()
        let scenario = try Self.report("setoran-dua-kali", folder)
        let run = try Self.explain(
            ["--kpj", "19040012345", "--blth", "2026-09", "--report", folder.path(of: "laporan")],
            in: scenario.inputs
        )
        #expect(run.status == 0, "\(run)")
        for text in [
            "payroll.csv:2", "5.938.885,00", "PP 45/2015 pasal 29", "11.086.300,00",
            "3,70 % x 5.938.885,00; PP 46/2015 pasal 16", "219.738,75", "ledger.csv:2",
            "tagihan, bukan bukti bayar", "payments.csv:2", "payments.csv:3", "329.251,78",
            "219.501,20", "lunas_terlambat", "2026-10-15", "21 hari", "4.390,02",
            "2,00 % per bulan yang dimulai", "perkiraan",
        ] { #expect(run.stdout.contains(text), "\(text)\n\(run.stdout)") }
        // A NIK is only shown, so it is masked.
        #expect(!run.stdout.contains("3273015204909001"))
    }

    @Test(
        "says the same as rincian.csv for every worker-month",
        arguments: ["setoran-kurang", "cicilan"]
    )
    func agreesWithTheReport(_ name: String) throws {
        let folder = try WorkFolder()
        let scenario = try Self.report(name, folder)
        let table = CSVTable(try folder.text("laporan/rincian.csv"))
        #expect(!table.rows.isEmpty)
        for row in table.records {
            let run = try Self.explain(
                [
                    "--kpj", row["kpj"] ?? "", "--blth", row["blth"] ?? "", "--format", "json",
                    "--report", folder.path(of: "laporan"),
                ],
                in: scenario.inputs
            )
            #expect(run.status == 0, "\(run)")
            #expect(run.stdout.contains("\"status_iuran\" : \"\(row["status_iuran"] ?? "?")\""))
            #expect(run.stdout.contains("\"upah_dasar\" : \"\(row["upah_dasar"] ?? "?")\""))
            for column in ["terutang_jkk", "diterima_jp_tenaga_kerja"] {
                #expect(run.stdout.contains("\"\(row[column] ?? "?")\""), "\(column) \(run)")
            }
        }
    }

    @Test(
        "says what is missing",
        arguments: [
            (["--kpj", "19040012345", "--blth", "2025-01", "--report", "laporan"], 66, "2026-09"),
            (["--kpj", "19040019999", "--blth", "2026-09", "--report", "laporan"], 66, "nobody"),
            (["--kpj", "19040012345", "--blth", "2026-09"], 64, "--report"),
            (["--blth", "2026-09", "--report", "laporan"], 64, "--kpj or --nik"),
            (["--kpj", "1", "--blth", "2026-09", "--report", "tidak-ada"], 66, "holds no report"),
        ] as [([String], Int32, String)]
    )
    func saysWhatIsMissing(_ words: [String], _ status: Int32, _ text: String) throws {
        let folder = try WorkFolder()
        let scenario = try Self.report("setoran-dua-kali", folder)
        for name in ["payroll.csv", "ledger.csv", "payments.csv", "employers.csv"] {
            let input = try FolderContents.text(of: "\(scenario.inputs)/\(name)")
            try folder.write(input, to: "data/\(name)")
        }
        let run = try Self.explain(words, in: folder.path)
        #expect(run.status == status, "\(run)")
        #expect(run.stderr.contains(text), "\(run)")
    }

    @Test("refuses to guess where the files of a report are gone")
    func filesAreGone() throws {
        let folder = try WorkFolder()
        _ = try Self.report("setoran-dua-kali", folder)
        let words = ["--kpj", "19040012345", "--blth", "2026-09", "--report", "laporan"]
        let run = try Self.explain(words, in: folder.path)
        #expect(run.status == 66, "\(run)")
        #expect(run.stderr.contains("give the input files"), "\(run)")
    }

    @Test("says which of the files given are not those that the report was made from")
    func filesDiffer() throws {
        let folder = try WorkFolder()
        let scenario = try Self.report("tepat-waktu", folder)
        let names = ["payroll.csv", "ledger.csv", "register.csv", "employers.csv"]
        for name in names {
            let text = try FolderContents.text(of: "\(scenario.inputs)/\(name)")
            try folder.write(text, to: "masuk/\(name)")
        }
        let words = ["--kpj", "19040012345", "--blth", "2026-09", "--report", "laporan", "masuk"]
        let same = try Self.explain(words, in: folder.path)
        #expect(same.status == 0 && !same.stderr.contains("berbeda"), "\(same)")

        let ledger = try folder.text("masuk/ledger.csv")
        try folder.write(ledger.replacing("2026-10-10", with: "2026-10-11"), to: "masuk/ledger.csv")
        let other = try Self.explain(words, in: folder.path)
        #expect(other.status == 0, "\(other)")
        for name in names {
            #expect(
                other.stderr.contains("\(name): berkas ini berbeda") == (name == "ledger.csv"),
                "\(name): \(other)"
            )
        }
    }

    @Test("finds the files of a night in the archive of its workspace")
    func inAWorkspace() throws {
        let folder = try WorkFolder()
        let workspace = folder.path(of: "ruang")
        #expect(try BuiltTool.run(["init", workspace]).status == 0)
        let scenario = try Scenario("setoran-dua-kali")
        for name in ["payroll.csv", "ledger.csv", "payments.csv"] {
            let input = try FolderContents.text(of: "\(scenario.inputs)/\(name)")
            try folder.write(input, to: "ruang/masuk/\(name)")
        }
        let night = try BuiltTool.run(["run", workspace, "--as-of", "2026-11-22"])
        #expect(night.status == 0, "\(night)")
        let words = ["--kpj", "19040012345", "--blth", "2026-09"]
        for (words, place) in [
            (words + ["--report", "ruang/laporan/2026-11-22"], folder.path), (words, workspace),
        ] {
            let run = try Self.explain(words, in: place)
            #expect(run.status == 0, "\(run)")
            #expect(run.stdout.contains("kiriman-1/payroll.csv:2"), "\(run)")
        }
    }
}
