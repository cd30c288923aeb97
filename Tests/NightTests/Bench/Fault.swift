import Foundation
import TestSupport

/// Something that befalls a run: the tool is started with a library that counts its writing calls
/// (`Tests/FaultInjection`).
struct Fault: Sendable, CustomStringConvertible {
    enum Kind: Sendable {
        /// The process is killed instead of a call.
        case killBefore
        /// The process is killed as soon as a call has returned.
        case killAfter
        /// The process stops as soon as a call has returned, and says so in a file.
        case stop(log: String)
        /// The process is killed after some microseconds.
        case timer
        /// A call fails with an error.
        case fail(Int32)
        /// The disk is full from a call on.
        case full
        /// Nothing; the calls are written into a file.
        case count(log: String)
    }

    var kind: Kind
    /// The number of the call, or the microseconds.
    var at: Int

    init(_ kind: Kind, at: Int = 0) {
        self.kind = kind
        self.at = at
    }

    var description: String { "\(kind) at \(at)" }

    /// Beside the tool, where the package manager puts libraries.
    static let library =
        (BuiltTool.path as NSString).deletingLastPathComponent
        + "/libFaultInjection.so"

    func environment() throws -> [String: String] {
        guard FileManager.default.fileExists(atPath: Self.library) else {
            throw MissingLibrary()
        }
        var variables = ["LD_PRELOAD": Self.library, "IURAN_FAULT_AT": "\(at)"]
        switch kind {
        case .killBefore: variables["IURAN_FAULT"] = "kill-before"
        case .killAfter: variables["IURAN_FAULT"] = "kill-after"
        case .timer: variables["IURAN_FAULT"] = "timer"
        case .stop(let log):
            variables["IURAN_FAULT"] = "stop"
            variables["IURAN_FAULT_LOG"] = log
        case .full: variables["IURAN_FAULT"] = "full"
        case .fail(let code):
            variables["IURAN_FAULT"] = "fail"
            variables["IURAN_FAULT_ERRNO"] = "\(code)"
        case .count(let log):
            variables["IURAN_FAULT"] = "count"
            variables["IURAN_FAULT_LOG"] = log
        }
        return variables
    }

    /// Whether the process does not live to its end.
    var kills: Bool {
        switch kind {
        case .killBefore, .killAfter, .timer: true
        case .stop, .fail, .full, .count: false
        }
    }

    struct MissingLibrary: Error, CustomStringConvertible {
        var description: String { "\(Fault.library) is missing; run swift build --build-tests" }
    }
}

/// How many calls of a command write, and how long it takes.
struct CallCount: Sendable {
    /// The names of the calls, in order.
    var calls: [String]
    var microseconds: Int

    /// Reads the log of a run that was counted.
    init(log: String) throws {
        var calls = try FolderContents.text(of: log).split(separator: "\n").map(String.init)
        let last = calls.popLast() ?? ""
        self.calls = calls
        microseconds = Int(last.split(separator: " ").last ?? "") ?? 0
    }
}
