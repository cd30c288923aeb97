import TestSupport
import Testing

/// The help of every command, compared whole; `RECORD_REPORTS=1` records.
@Suite("Help")
struct HelpTests {
    @Test(
        "is what its snapshot says",
        arguments: [
            ([], "iuran"), (["reconcile"], "iuran-reconcile"), (["diagnose"], "iuran-diagnose"),
            (["explain"], "iuran-explain"),
            (["check"], "iuran-check"), (["rules"], "iuran-rules"), (["init"], "iuran-init"),
            (["run"], "iuran-run"),
            (["status"], "iuran-status"), (["accept"], "iuran-accept"), (["undo"], "iuran-undo"),
            (["purge"], "iuran-purge"),
        ]
    )
    func isWhatItsSnapshotSays(_ command: [String], _ name: String) throws {
        let run = try BuiltTool.run(command + ["--help"])
        #expect(run.status == 0, "\(run)")
        #expect(run.stderr.isEmpty, "\(run)")
        try Snapshot("Help/\(name).txt").expect(run.stdout)
    }

    @Test("has a snapshot for every command that the tool lists")
    func hasASnapshotForEveryCommand() throws {
        let help = try BuiltTool.run(["--help"]).stdout
        let list = try #require(help.split(separator: "SUBCOMMANDS:\n").dropFirst().first)
        let commands = list.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
            return line.split(separator: " ").first.map(String.init)
        }
        // The last line of the list begins with two spaces too: "See 'iuran help …".
        let named = commands.filter { $0 != "See" }.map { "iuran-\($0).txt" }
        let snapshots = try FolderContents.names(in: PackageRoot.path(of: "Tests/Snapshots/Help"))
        #expect(snapshots == (named + ["iuran.txt"]).sorted())
    }

    @Test("without a command is the same as asked for")
    func withoutACommandIsTheSame() throws {
        #expect(try BuiltTool.run([]).stdout == BuiltTool.run(["--help"]).stdout)
    }

    @Test("names the version")
    func namesTheVersion() throws {
        let run = try BuiltTool.run(["--version"])
        #expect(run.status == 0, "\(run)")
        #expect(run.stdout.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, "\(run)")
    }

    @Test(
        "every exit status of a command stands in its help",
        arguments: [
            ("reconcile", [0, 1, 64, 65, 66, 70, 73, 78]),
            ("run", [0, 1, 64, 65, 66, 70, 73, 75, 78]), ("init", [0, 73]),
            ("status", [0, 66, 73]),
            ("accept", [0, 64, 66, 73, 75]), ("undo", [0, 64, 66, 73, 75]),
            ("purge", [0, 66, 73, 75, 78]), ("explain", [0, 64, 66, 78]),
        ]
    )
    func everyExitStatusStandsInIt(_ command: String, _ statuses: [Int]) throws {
        let help = try BuiltTool.run([command, "--help"]).stdout.replacing("\n", with: " ")
        let told = try #require(help.split(separator: "Exit status:").dropFirst().first)
        for status in statuses { #expect(told.contains(" \(status) "), "\(status)") }
    }
}
