import Foundation
import TestSupport
import Testing

/// Standard error of the nightly job ends in logs: no file name of HR's, NIK, KPJ, name or wage.
@Suite("Privacy of the nightly job's log", .timeLimit(.minutes(5)))
struct NightPrivacyTests {
    /// What must not be told: cells of persons, and names of files that hold names.
    private static let secrets = [
        "Sekar", "sekar", "1904001", "327301520490", "5000000", "5.000.000", "7654321",
        "1990-04-12", "gaji-Sari", "Sari", "Wulandari", "SARI",
    ]

    private func expectSilence(_ run: ToolRun) {
        for secret in Self.secrets {
            #expect(!run.stderr.contains(secret), "\(secret) in \(run.stderr) of \(run.command)")
        }
    }

    /// A delivery full of trouble, whose files are called after persons.
    private func drop(_ bench: Bench) throws {
        let payroll = Company.batik.payroll(["2026-09", "2026-10"], workers: 10)
        try bench.drop(payroll, as: "Sari Wulandari/gaji-Sari.csv")
        try bench.drop(
            payroll.replacing("5000000", with: "7654321 juta"),
            as: "gaji-Sari rusak 1904001.csv"
        )
        // A file without a header line, whose first row is a person.
        let row = payroll.split(separator: "\n").dropFirst().joined(separator: "\n")
        try bench.drop(row, as: "tanpa-judul Sari.csv")
        try bench.drop("x", as: "Sari.csv.part")
        #expect(symlink("/tmp/Sari", bench.path("masuk/tautan Sari.csv")) == 0)
        #expect(mkfifo(bench.path("masuk/pipa Sari.csv"), 0o644) == 0)
    }

    @Test("holds none of them, whatever is done", arguments: ["json", "text"])
    func holdsNone(_ log: String) throws {
        let bench = try Bench()
        try drop(bench)
        expectSilence(try bench.iuran(["run", "--as-of", "2026-11-20", "--dry-run", "--log", log]))
        expectSilence(try bench.iuran(["run", "--as-of", "2026-11-20", "--log", log]))
        try bench.drop(Company.batik.payroll(["2026-10"], workers: 5), as: "gaji-Sari.csv")
        expectSilence(try bench.iuran(["run", "--as-of", "2026-11-21", "--log", log]))
        for command in [
            ["status"], ["accept", "2", "--why", "Sari keluar", "--who", "Sari"],
            ["undo", "1/1", "--why", "Sari keluar"], ["undo", "77", "--why", "Sari"],
            ["run", "--as-of", "2026-11-22", "--log", log, "--fail-on", "findings"],
            ["run", "--as-of", "2026-11-20", "--log", log], ["purge", "--who", "Sari"],
        ] {
            expectSilence(try bench.iuran(command))
        }
    }

    @Test("holds none of them where nothing is usable, or the disk fails")
    func holdsNoneWhereItFails() throws {
        let bench = try Bench()
        try bench.drop("nik,nama,upah\n3273015204900001,Sari Wulandari,7654321\n", as: "Sari.csv")
        let run = try bench.iuran(["run", "--as-of", "2026-11-20"])
        #expect(run.status != 0, "\(run)")
        expectSilence(run)

        for call in stride(from: 5, to: 200, by: 40) {
            let bench = try Bench()
            try drop(bench)
            expectSilence(
                try bench.iuran(["run", "--as-of", "2026-11-20"], Fault(.fail(EIO), at: call))
            )
        }
    }

    @Test("holds none of them where a setting or the list of employers is wrong")
    func holdsNoneOfSettings() throws {
        let bench = try Bench()
        try drop(bench)
        try bench.folder.write(
            "npp,nama,kelas_jkk\n12004518,Sari Wulandari,sembilan\n",
            to: "w/perusahaan.csv"
        )
        expectSilence(try bench.iuran(["run", "--as-of", "2026-11-20"]))
    }
}
