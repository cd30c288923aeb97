internal import ArgumentParser
private import Foundation
private import Glibc
internal import NightlyJob

/// What standard output and standard error are connected to.
enum Terminal {
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Colour only on a terminal, and never with NO_COLOR.
    static var usesColour: Bool {
        let environment = ProcessInfo.processInfo.environment
        return outputIsTerminal && (environment["NO_COLOR"] ?? "").isEmpty
            && environment["TERM"] != "dumb"
    }

    /// Data, to standard output; a reader who has heard enough is no failure.
    static func print(_ text: String) throws(Failure) {
        try print(bytes: Array(text.utf8))
    }

    /// Data, to standard output.
    ///
    /// - Returns: Whether the reader wants more of it.
    @discardableResult
    static func print(bytes: [UInt8]) throws(Failure) -> Bool {
        let code = write(bytes, to: STDOUT_FILENO)
        guard code == 0 || code == EPIPE else {
            throw Failure(
                .cannotWrite,
                "cannot write to standard output: \(String(cString: strerror(code)))"
            )
        }
        return code == 0
    }

    /// The columns of the terminal, within what reads well; elsewhere 80.
    static var width: Int {
        var size = winsize()
        guard outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
            size.ws_col > 0
        else { return 80 }
        return min(max(Int(size.ws_col), 40), 100)
    }

    /// The text of a file, or of standard input for `-`.
    static func textOrInput(_ argument: String) throws(Failure) -> String {
        if argument == "-" {
            return String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        }
        guard let data = FileManager.default.contents(atPath: argument) else {
            throw Failure(.noInput, "cannot read \(argument)")
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// A number given on the command line, or read from standard input for `-`: arguments stay in
    /// the shell's history.
    static func numberOrInput(_ argument: String) throws(Failure) -> String {
        guard argument == "-" else { return argument.trimmingCharacters(in: .whitespaces) }
        if isatty(STDIN_FILENO) == 1 { tell("nomor:") }
        let line = readLine()?.trimmingCharacters(in: .whitespaces) ?? ""
        guard !line.isEmpty else { throw Failure(.usage, "standard input holds no number") }
        return line
    }

    /// Words, to standard error.
    static func tell(_ text: String) {
        _ = write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// - Returns: 0, or why not all was written.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            rest = rest.dropFirst(count)
        }
        return 0
    }

    /// Runs a command, turning a failure into a sentence and its exit status.
    ///
    /// - Parameters:
    ///   - log: Where the sentence goes; nil tells it as it is.
    ///   - body: The command.
    /// - Throws: The exit status of a failure.
    static func reportingFailures(
        to log: NightLog? = nil,
        _ body: () throws(Failure) -> Void
    ) throws {
        do throws(Failure) {
            try body()
        } catch {
            if let log {
                log.error(error.description, ["exit": error.status.rawValue])
            } else {
                tell("iuran: \(error.description)")
            }
            throw ExitCode(error.status.rawValue)
        }
    }
}

/// Who stands behind the account that runs the program.
enum Account {
    /// The person who used sudo; nil where nobody did.
    static var behindSudo: String? {
        ProcessInfo.processInfo.environment["SUDO_USER"].flatMap { $0.isEmpty ? nil : $0 }
    }
}
