import Foundation
import TestSupport
import Testing

/// Real disks: one that is full, and folders that nobody may write.
@Suite("A full disk and a read-only folder", .timeLimit(.minutes(5)))
struct DiskTests {
    /// Whether the tests may mount a file system of their own.
    private static let mayMount: Bool = {
        guard getuid() == 0, let folder = try? WorkFolder() else { return false }
        let mounted = try? BuiltTool.run(
            program: "mount",
            ["-t", "tmpfs", "-o", "size=1m", "iuran-test", folder.path]
        )
        guard mounted?.status == 0 else { return false }
        _ = try? BuiltTool.run(program: "umount", [folder.path])
        return true
    }()

    /// A file system of its own in memory, as large as a test says.
    private final class SmallDisk {
        let folder: WorkFolder

        init(kilobytes: Int) throws {
            folder = try WorkFolder()
            let size = "size=\(kilobytes)k,mode=0755"
            let run = try BuiltTool.run(
                program: "mount",
                ["-t", "tmpfs", "-o", size, "iuran-test", folder.path]
            )
            guard run.status == 0 else { throw run }
        }

        func remount(_ options: String) throws {
            let run = try BuiltTool.run(
                program: "mount",
                ["-o", "remount,\(options)", folder.path]
            )
            guard run.status == 0 else { throw run }
        }

        deinit {
            _ = try? BuiltTool.run(program: "umount", ["-l", folder.path])
        }
    }

    /// What the second night comes to with room enough.
    private func undisturbed() throws -> [String: String] {
        let bench = try NightCase.secondNight.prepare()
        try bench.night("2026-11-21")
        return try bench.snapshot()
    }

    @Test(
        "on a small disk that is full the run ends with 73, and goes on when there is room",
        .enabled(if: mayMount, "mounting a tmpfs needs root")
    )
    func aSmallDisk() throws {
        let expected = try undisturbed()
        let prepared = try NightCase.secondNight.prepare()
        var failureCount = 0
        // Room for more and more of the night.
        for free in [0, 16, 48, 96, 160, 256, 384, 512] {
            let disk = try SmallDisk(kilobytes: 16_384)
            let bench = Bench(disk.folder)
            try FileManager.default.copyItem(atPath: prepared.root, toPath: bench.root)
            let filler = disk.folder.path(of: "penuh")
            _ = try BuiltTool.run(program: "sh", ["-c", "cat /dev/zero >\(filler) 2>/dev/null"])
            let handle = try #require(FileHandle(forWritingAtPath: filler))
            let size = try handle.seekToEnd()
            try handle.truncate(atOffset: size - UInt64(free * 1024))
            try handle.close()

            let run = try bench.iuran(["run", "--as-of", "2026-11-21"])
            #expect(run.status == 73 || run.status == 0, "\(free) KiB free: \(run)")
            if run.status == 73 {
                failureCount += 1
                #expect(run.stderr.contains("cannot "), "\(run)")
            }
            #expect(try bench.brokenReports().isEmpty, "\(free) KiB free: \(run)")
            #expect(try bench.nights().contains("2026-11-20"))

            try FileManager.default.removeItem(atPath: filler)
            try bench.night("2026-11-21")
            let trouble = differences(try bench.snapshot(), expected)
            #expect(trouble.isEmpty, "\(free) KiB free:\n\(trouble.joined(separator: "\n"))")
        }
        #expect(failureCount >= 4, "the disk was hardly ever full")
    }

    @Test(
        "on a disk that went read-only the run ends with 73, and goes on when it is writable",
        .enabled(if: mayMount, "mounting a tmpfs needs root")
    )
    func aReadOnlyDisk() throws {
        let disk = try SmallDisk(kilobytes: 16_384)
        let bench = Bench(disk.folder)
        let prepared = try NightCase.secondNight.prepare()
        try FileManager.default.copyItem(atPath: prepared.root, toPath: bench.root)
        try disk.remount("ro")
        let before = try TreeState(bench.root)
        for command in [
            ["run", "--as-of", "2026-11-21"], ["accept", "1", "--why", "ya"], ["purge"],
            ["undo", "1", "--why", "ya"],
        ] {
            let run = try bench.iuran(command)
            #expect(run.status == 73, "\(run)")
            #expect(run.stderr.contains("cannot "), "\(run)")
        }
        #expect(try TreeState(bench.root).differences(from: before).isEmpty)
        try disk.remount("rw")
        try bench.night("2026-11-21")
        #expect(differences(try bench.snapshot(), try undisturbed()).isEmpty)
    }

    @Test(
        "a folder that may not be written: 73 with its name, the report stays, the next run is right",
        arguments: ["masuk", "arsip", "karantina", "laporan", "."]
    )
    func aReadOnlyFolder(_ name: String) throws {
        let expected = try undisturbed()
        let bench = try NightCase.secondNight.prepare()
        try Account.give(bench)
        for path in [name, name + "/batik"] where bench.folder.holds("w/\(path)") {
            chmod(bench.path(path), 0o555)
        }
        let run = try Account.iuran(["run", "--as-of", "2026-11-21"], in: bench)
        #expect(run.status == 73, "\(run)")
        let reason = name == "." ? "readonly database" : "tidak ada izin"
        #expect(run.stderr.contains("cannot ") && run.stderr.contains(reason), "\(run)")
        #expect(run.stderr.contains(name == "." ? bench.root : "/\(name)"), "\(run)")
        #expect(try bench.brokenReports().isEmpty)
        #expect(try bench.nights().contains("2026-11-20"))
        for path in [name, name + "/batik"] where bench.folder.holds("w/\(path)") {
            chmod(bench.path(path), 0o750)
        }
        let next = try Account.iuran(["run", "--as-of", "2026-11-21"], in: bench)
        #expect(next.status == 0, "\(next)")
        let trouble = differences(try bench.snapshot(), expected)
        #expect(trouble.isEmpty, "\(trouble.joined(separator: "\n"))")
    }

    @Test("an account that is not root is killed, and makes it good itself")
    func anotherAccountIsKilled() throws {
        let expected = try undisturbed()
        let prepared = try NightCase.secondNight.prepare()
        for call in stride(from: 4, to: 280, by: Moments.all ? 1 : 23) {
            let bench = try Bench(copying: prepared)
            try Account.give(bench)
            let command = ["run", "--as-of", "2026-11-21"]
            let killed = try Account.iuran(command, in: bench, Fault(.killAfter, at: call))
            #expect(killed.status == 9 || killed.status == 137, "\(killed)")
            let next = try Account.iuran(command, in: bench)
            #expect(next.status == 0, "after call \(call): \(next)")
            let trouble = differences(try bench.snapshot(), expected)
            #expect(trouble.isEmpty, "after call \(call): \(trouble.joined(separator: "\n"))")
        }
    }

    @Test("files of another account, of which it cannot be seen whether they are written, stay")
    func filesOfAnotherAccount() throws {
        guard getuid() == 0 else { return }
        let bench = try Bench()
        try Account.give(bench)
        try bench.deliverFirst()
        let run = try Account.iuran(["run", "--as-of", "2026-11-20"], in: bench)
        #expect(run.status == 66, "\(run)")
        #expect(run.stderr.contains("cannot see whether it is still being written"), "\(run)")
        #expect(try bench.delivered().isEmpty)
    }
}

/// An account without root's rights, where the tests have them.
enum Account {
    /// Gives a workspace to the account.
    static func give(_ bench: Bench) throws {
        guard getuid() == 0 else { return }
        let run = try BuiltTool.run(program: "chown", ["-R", "65534:65534", bench.folder.path])
        guard run.status == 0 else { throw run }
    }

    /// Runs the tool as the account.
    static func iuran(
        _ arguments: [String],
        in bench: Bench,
        _ fault: Fault? = nil
    ) throws -> ToolRun {
        guard getuid() == 0 else { return try bench.iuran(arguments, fault) }
        let variables = try fault?.environment() ?? [:]
        return try BuiltTool.run(
            program: "setpriv",
            ["--reuid=65534", "--regid=65534", "--clear-groups", "env"]
                + variables.map { "\($0.key)=\($0.value)" } + [BuiltTool.path] + arguments,
            in: bench.root
        )
    }
}
