private import Dispatch
private import Foundation

/// The `iuran` that was built together with the tests.
package enum BuiltTool {
    /// The path of the binary: beside the test bundle, which is the program that runs.
    package static let path: String = {
        let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appendingPathComponent("iuran").path
    }()

    /// Runs the tool to its end.
    ///
    /// `folder` is the current folder of the tool, by default that of the tests, and `environment`
    /// what it gets in addition to a bare environment.
    package static func run(
        _ arguments: [String],
        in folder: String? = nil,
        environment: [String: String] = [:]
    ) throws -> ToolRun {
        try run(path, arguments, in: folder, environment: environment)
    }

    /// Runs another program, found through `PATH`.
    package static func run(
        program: String,
        _ arguments: [String],
        in folder: String? = nil
    ) throws -> ToolRun {
        try run("/usr/bin/env", [program] + arguments, in: folder, environment: [:])
    }

    private static func run(
        _ program: String,
        _ arguments: [String],
        in folder: String?,
        environment: [String: String]
    ) throws -> ToolRun {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let inherited = ProcessInfo.processInfo.environment
        let bare = inherited.filter {
            ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"].contains($0.key)
        }
        process.environment = bare.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()

        // Both pipes are read before the wait: a tool that fills one would never end otherwise.
        let words = PipeReader(errors)
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let said = words.text()
        process.waitUntilExit()
        return ToolRun(
            command: [program] + arguments,
            stdout: String(decoding: data, as: UTF8.self),
            stderr: said,
            status: process.terminationStatus
        )
    }
}

/// Reads a pipe to its end beside everything else; a class, because a thread fills it.
private final class PipeReader: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    private var data = Data()

    init(_ pipe: Pipe) {
        let handle = pipe.fileHandleForReading
        Thread.detachNewThread { [self] in
            data = handle.readDataToEndOfFile()
            done.signal()
        }
    }

    func text() -> String {
        done.wait()
        return String(decoding: data, as: UTF8.self)
    }
}

/// What a program did.
///
/// Its description holds everything, for tests that fail.
package struct ToolRun: Error, CustomStringConvertible, Sendable {
    package var command: [String]
    package var stdout: String
    package var stderr: String
    package var status: Int32

    package var description: String {
        """
        $ \(command.joined(separator: " "))
        status \(status)
        --- stdout
        \(Self.shown(stdout))
        --- stderr
        \(Self.shown(stderr))
        """
    }

    private static func shown(_ text: String) -> String {
        text.count > 20_000 ? "\(text.prefix(20_000))\n… (\(text.count) characters)" : text
    }
}
