import Foundation
import TestSupport

/// The tool while it runs, for what happens meanwhile.
final class RunningTool {
    private let process = Process()
    private let folder: WorkFolder

    /// Starts the tool.
    init(
        _ arguments: [String],
        in path: String,
        environment: [String: String] = [:]
    ) throws {
        folder = try WorkFolder(["stdout": "", "stderr": ""])
        process.executableURL = URL(fileURLWithPath: BuiltTool.path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        let inherited = ProcessInfo.processInfo.environment
        process.environment =
            inherited.filter { ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"].contains($0.key) }
            .merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        // Files, since nobody reads a pipe of a tool that was stopped.
        process.standardOutput = FileHandle(forWritingAtPath: folder.path(of: "stdout"))
        process.standardError = FileHandle(forWritingAtPath: folder.path(of: "stderr"))
        try process.run()
    }

    deinit {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    var identifier: Int { Int(process.processIdentifier) }

    /// Lets a tool go on that stopped.
    func goOn() {
        kill(process.processIdentifier, SIGCONT)
    }

    /// Waits for the end.
    func end() throws -> End {
        process.waitUntilExit()
        return End(
            status: process.terminationStatus,
            stdout: try folder.text("stdout"),
            stderr: try folder.text("stderr")
        )
    }

    struct End {
        var status: Int32
        var stdout: String
        var stderr: String
    }
}

extension Bench {
    /// Starts a command and returns once it has stopped after a call that writes.
    func stopped(_ arguments: [String], after call: Int) throws -> RunningTool {
        let log = folder.path(of: "stop")
        let tool = try RunningTool(
            arguments,
            in: root,
            environment: try Fault(.stop(log: log), at: call).environment()
        )
        while (try? FolderContents.text(of: log))?.isEmpty ?? true { usleep(2000) }
        return tool
    }
}
