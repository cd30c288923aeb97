import TestSupport
import Testing

/// What `make install` puts on a machine.
@Suite("An installation")
struct InstallTests {
    private let work: WorkFolder

    init() throws {
        work = try WorkFolder()
        let run = try install([BuiltTool.path])
        #expect(run.status == 0, "\(run)")
    }

    @Test("has the tool, its man page, completions, units and documents, and can be removed")
    func hasAllAndCanBeRemoved() throws {
        #expect(
            try FolderContents.names(in: work.path) == [
                "opt/bin/iuran",
                "opt/lib/systemd/system/iuran.service",
                "opt/lib/systemd/system/iuran.timer",
                "opt/lib/systemd/system/iuran@.service",
                "opt/lib/systemd/system/iuran@.timer",
                "opt/share/bash-completion/completions/iuran",
                "opt/share/doc/iuran/CHANGELOG.md",
                "opt/share/doc/iuran/Diagnostics.md",
                "opt/share/doc/iuran/Operations.md",
                "opt/share/doc/iuran/README.md",
                "opt/share/doc/iuran/crontab",
                "opt/share/fish/vendor_completions.d/iuran.fish",
                "opt/share/man/man1/iuran.1",
                "opt/share/zsh/site-functions/_iuran",
            ]
        )
        let version = try BuiltTool.run(program: work.path(of: "opt/bin/iuran"), ["--version"])
        #expect(version.status == 0, "\(version)")
        #expect(try install(["--remove"]).status == 0)
        #expect(try FolderContents.names(in: work.path).isEmpty)
    }

    @Test("the man page has a section on every command, and every exit status")
    func manPageIsWhole() throws {
        let page = try work.text("opt/share/man/man1/iuran.1").replacing("\\-", with: "-")
        let sections = page.split(separator: "\n").filter { $0.hasPrefix(".SH ") }
            .map { String($0.dropFirst(4)) }
        #expect(
            sections == [
                "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "EXIT STATUS",
                "ENVIRONMENT", "FILES", "EXAMPLES", "SEE ALSO",
            ]
        )
        for name in try FolderContents.names(in: PackageRoot.path(of: "Tests/Snapshots/Help"))
        where name != "iuran.txt" {
            let command = name.dropLast(4).replacing("iuran-", with: "iuran ")
            #expect(page.contains(".SS \\fB\(command)\\fR"), "\(command)")
        }
        for status in [0, 1, 64, 65, 66, 70, 73, 75, 78] {
            #expect(page.contains("\n.B \(status)\n"), "\(status)")
        }
    }

    @Test("the man page is without fault", .enabled(if: Program("mandoc").isHere, "no mandoc"))
    func manPageIsWithoutFault() throws {
        let page = work.path(of: "opt/share/man/man1/iuran.1")
        let run = try BuiltTool.run(program: "mandoc", ["-T", "lint", "-W", "warning", page])
        #expect(run.status == 0 && run.stdout.isEmpty, "\(run)")
    }

    @Test(
        "systemd accepts the units",
        .enabled(if: Program("systemd-analyze").isHere, "no systemd-analyze")
    )
    func systemdAcceptsTheUnits() throws {
        let folder = work.path(of: "opt/lib/systemd/system")
        let units = ["iuran.service", "iuran.timer", "iuran@kantor.service", "iuran@kantor.timer"]
        // The program must be where the unit says.
        for name in ["iuran.service", "iuran@.service"] {
            let text = try work.text("opt/lib/systemd/system/\(name)")
            #expect(text.contains("ExecStart=/opt/bin/iuran run "))
            try work.write(
                text.replacing("ExecStart=/opt", with: "ExecStart=\(work.path)/opt"),
                to: "opt/lib/systemd/system/\(name)"
            )
        }
        let run = try BuiltTool.run(
            program: "systemd-analyze",
            ["verify", "--man=no"] + units.map { "\(folder)/\($0)" }
        )
        #expect(run.status == 0 && run.stderr.isEmpty, "\(run)")
    }

    @Test("the template is the unit for a workspace of its own")
    func templateIsTheUnit() throws {
        let folder = "opt/lib/systemd/system"
        let unit = try work.text("\(folder)/iuran.service")
        let template = try work.text("\(folder)/iuran@.service")
        #expect(unit.contains("\nReadWritePaths=/var/lib/iuran\n"))
        #expect(template.contains("\nReadWritePaths=/srv/iuran/%i\n"))
        #expect(template.contains(" run /srv/iuran/%i --log json\n"))
        #expect(unit.split(separator: "\n").count == template.split(separator: "\n").count)
    }

    @Test(
        "the shell accepts its completions",
        arguments: [
            ("bash", ["-n"], "bash-completion/completions/iuran"),
            ("zsh", ["-n"], "zsh/site-functions/_iuran"),
            ("fish", ["--no-execute"], "fish/vendor_completions.d/iuran.fish"),
        ]
    )
    func shellAcceptsCompletions(_ shell: String, _ check: [String], _ file: String) throws {
        let text = try work.text("opt/share/\(file)")
        #expect(text.contains("accept") && text.contains("dry-run"))
        guard Program(shell).isHere else { return }
        let run = try BuiltTool.run(program: shell, check + [work.path(of: "opt/share/\(file)")])
        #expect(run.status == 0 && run.stderr.isEmpty, "\(run)")
    }

    private func install(_ arguments: [String]) throws -> ToolRun {
        try BuiltTool.run(
            program: "env",
            ["DESTDIR=\(work.path)", "PREFIX=/opt", PackageRoot.path(of: "Scripts/install")]
                + arguments
        )
    }
}

/// A program that a machine may have.
private struct Program {
    let isHere: Bool

    init(_ name: String) {
        let run = try? BuiltTool.run(program: "sh", ["-c", "command -v \"$1\"", "sh", name])
        isHere = run?.status == 0
    }
}
