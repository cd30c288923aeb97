import Foundation
import TestSupport
import Testing

/// `iuran run --dry-run` shows what the night would do, and leaves no trace.
@Suite("A dry run", .timeLimit(.minutes(5)))
struct DryRunTests {
    private func trouble(_ bench: Bench, _ before: TreeState) throws -> String {
        try TreeState(bench.root).differences(from: before).joined(separator: "\n")
    }

    @Test("writes nothing, and says what the night then says")
    func writesNothing() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night("2026-11-20")
        try bench.drop(
            Company.batik.payroll(["2026-10"], workers: 3, wage: 6_000_000),
            as: "gaji.csv"
        )
        try bench.drop("tidak,dikenal\n1,2\n", as: "tak-dikenal.csv")
        try bench.drop("npp", as: "sisa.part")
        try bench.drop(Company.roti.payroll(["2026-10"], workers: 9), as: "terbuka.csv")
        let writer = FileHandle(forWritingAtPath: bench.path("masuk/terbuka.csv"))
        defer { try? writer?.close() }
        let before = try TreeState(bench.root)
        let dry = try bench.expect("run", "--as-of", "2026-11-21", "--dry-run", "--format", "json")
        #expect(try trouble(bench, before) == "")
        let real = try bench.expect("run", "--as-of", "2026-11-21", "--format", "json")
        #expect(dry.stdout == real.stdout)
        #expect(dry.stderr.contains("would take in a delivery"), "\(dry)")
    }

    @Test("writes nothing into a workspace without a report either")
    func withoutAReport() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        let before = try TreeState(bench.root)
        try bench.expect("run", "--as-of", "2026-11-20", "--dry-run")
        #expect(try trouble(bench, before) == "")
    }

    @Test("writes nothing after a run that was killed, and does not repair either")
    func afterAKilledRun() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        let killed = try bench.iuran(["run", "--as-of", "2026-11-20"], Fault(.killAfter, at: 120))
        #expect(killed.status == 9, "\(killed)")
        let before = try TreeState(bench.root)
        let dry = try bench.iuran(["run", "--as-of", "2026-11-20", "--dry-run"])
        #expect(dry.status == 0 || dry.status == 66, "\(dry)")
        #expect(try trouble(bench, before) == "")
    }

    @Test("leaves nothing in the folder for temporary files")
    func leavesNothing() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.folder.makeFolder("tmp")
        let run = try BuiltTool.run(
            ["run", "--dry-run", "--as-of", "2026-11-20"],
            in: bench.root,
            environment: ["TMPDIR": bench.folder.path(of: "tmp")]
        )
        #expect(run.status == 0, "\(run)")
        #expect(try FolderContents.names(in: bench.folder.path(of: "tmp")).isEmpty)
    }

    @Test("fails where it cannot look at the store, instead of guessing")
    func cannotLook() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night("2026-11-20")
        let run = try BuiltTool.run(
            ["run", "--dry-run", "--as-of", "2026-11-21"],
            in: bench.root,
            environment: ["TMPDIR": "/proc/self"]
        )
        #expect(run.status == 73, "\(run)")
        #expect(run.stderr.contains("cannot"), "\(run)")
    }
}
