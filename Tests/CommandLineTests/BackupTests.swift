import TestSupport
import Testing

/// Backup and restore, by the commands of `Documentation/Operations.md`.
@Suite("A backup")
struct BackupTests {
    private let work: WorkFolder

    /// A workspace after two nights: one brought all files but one, the other that one.
    init() throws {
        work = try WorkFolder()
        try tool("init", "asal")
        try deliver(to: "asal") { $0 != "payroll-rajut-2026-kw4.csv" && !$0.hasPrefix("register") }
        try tool("run", "asal", "--as-of", "2026-11-20")
        try deliver(to: "asal") { $0 == "payroll-rajut-2026-kw4.csv" }
        try tool("run", "asal", "--as-of", "2026-11-21")
    }

    @Test("made between two nights goes on elsewhere as the original does")
    func betweenNights() throws {
        try shell(
            "flock asal/.iuran.kunci tar -C asal --exclude=./singgahan -czf cadangan.tar.gz ."
        )
        try restore()
        try expectDone("2026-11-21")
        try expectTheSameNextNight("2026-11-22")
    }

    @Test("asked for while a run is going on waits for its end")
    func duringARun() throws {
        try deliver(to: "asal") { $0 == "register-kargo.csv" }
        try shell(
            """
            "$1" run asal --as-of 2026-11-22 >/dev/null 2>&1 &
            run=$!
            until grep -q "^process $run " asal/.iuran.kunci; do kill -0 $run || exit 1; done
            flock asal/.iuran.kunci tar -C asal --exclude=./singgahan -czf cadangan.tar.gz .
            wait $run
            """
        )
        try restore()
        try expectDone("2026-11-22")
        try expectTheSameNextNight("2026-11-23")
    }

    @Test("keeps a run from beginning as long as it is being made")
    func keepsARunFromBeginning() throws {
        let run = try BuiltTool.run(
            program: "flock",
            ["asal/.iuran.kunci", BuiltTool.path, "run", "asal", "--as-of", "2026-11-22"],
            in: work.path
        )
        #expect(run.status == 75, "\(run)")
        #expect(!work.holds("asal/laporan/2026-11-22"))
    }
}

// MARK: - Steps

extension BackupTests {
    private func restore() throws {
        try shell("mkdir pulih && tar -C pulih -xzpf cadangan.tar.gz")
        #expect(!work.holds("pulih/singgahan"))
    }

    private func expectDone(_ night: String) throws {
        let run = try tool("run", "pulih", "--as-of", night)
        #expect(run.stderr.contains("already done"), "\(run)")
        #expect(try report(night, in: "pulih") == report(night, in: "asal"))
        // That night needs no file of the archive; these do.
        try shell("cd pulih/arsip && find . -type f -printf '%f  %p\\n' | sha256sum -c --quiet")
        try tool("run", "pulih", "--dry-run", "--as-of", night)
    }

    /// The night that follows brings both the same files.
    private func expectTheSameNextNight(_ night: String) throws {
        for workspace in ["asal", "pulih"] {
            try deliver(to: workspace) { $0 == "register-rajut.csv" || $0 == "register-roti.csv" }
            try tool("run", workspace, "--as-of", night)
        }
        let original = try report(night, in: "asal")
        let restored = try report(night, in: "pulih")
        #expect(original.count > 5)
        #expect(original.keys.sorted() == restored.keys.sorted())
        for (name, bytes) in original {
            #expect(restored[name] == bytes, "\(name) differs")
        }
    }

    private func report(_ night: String, in workspace: String) throws -> [String: [UInt8]] {
        try FolderContents.read(work.path(of: "\(workspace)/laporan/\(night)"))
    }

    private func deliver(to workspace: String, _ isWanted: (String) -> Bool) throws {
        let samples = PackageRoot.path(of: "SampleData/tiga-perusahaan")
        for name in try FolderContents.names(in: samples)
        where name.hasSuffix(".csv") && isWanted(name) {
            let bytes = try FolderContents.bytes(of: "\(samples)/\(name)")
            try work.write(bytes, to: "\(workspace)/masuk/\(name)")
        }
    }

    @discardableResult
    private func tool(_ arguments: String...) throws -> ToolRun {
        let run = try BuiltTool.run(arguments, in: work.path)
        #expect(run.status == 0, "\(run)")
        return run
    }

    /// Runs shell commands; `$1` is the tool.
    private func shell(_ script: String) throws {
        let run = try BuiltTool.run(
            program: "sh",
            ["-ec", script, "sh", BuiltTool.path],
            in: work.path
        )
        #expect(run.status == 0, "\(run)")
    }
}
