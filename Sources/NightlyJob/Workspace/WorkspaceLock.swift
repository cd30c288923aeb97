internal import Glibc

/// Lets one run at a time into a workspace.
///
/// The lock is the system's (`flock`): it ends with the process, however that ends, and what the
/// file says is for people only.
final class WorkspaceLock {
    private let descriptor: Int32
    private let leavesNoTrace: Bool

    /// - Parameters:
    ///   - workspace: What to lock.
    ///   - purpose: What the holder does, for others to read.
    ///   - leavesNoTrace: Whether the holder is not to be written down (a dry run).
    /// - Throws: A failure (exit 75) that names the holder.
    init(
        _ workspace: Workspace,
        for purpose: String,
        leavesNoTrace: Bool = false
    ) throws(Failure) {
        self.leavesNoTrace = leavesNoTrace
        let mode = leavesNoTrace ? O_RDONLY : O_RDWR | O_CREAT
        descriptor = open(workspace.lock, mode | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else {
            throw Failure(.cannotWrite, "cannot open \(workspace.lock): \(FileTrouble(errno))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.holder(descriptor)
            close(descriptor)
            guard code == EWOULDBLOCK else {
                throw Failure(.cannotWrite, "cannot lock \(workspace.lock): \(FileTrouble(code))")
            }
            throw Failure(.anotherRun, "another run holds the workspace: \(holder)")
        }
        if !leavesNoTrace {
            let text = "process \(getpid()) on \(Host.name), \(purpose), since \(Clock.now())\n"
            ftruncate(descriptor, 0)
            _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
        }
    }

    deinit {
        // Others may lock the file without writing who they are; they are not this process.
        if !leavesNoTrace { ftruncate(descriptor, 0) }
        close(descriptor)
    }

    private static func holder(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let text = String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 10 }, as: UTF8.self)
        return text.isEmpty ? "it does not say which" : text
    }
}

/// The machine.
enum Host {
    static var name: String {
        var bytes = [CChar](repeating: 0, count: 256)
        guard gethostname(&bytes, bytes.count - 1) == 0 else { return "?" }
        return String(
            decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
            as: UTF8.self
        )
    }

    /// The account that runs the program.
    static var user: String { name(ofUser: getuid()) }

    /// The name of an account, or its number.
    static func name(ofUser user: uid_t) -> String {
        guard let entry = getpwuid(user) else { return "\(user)" }
        return String(cString: entry.pointee.pw_name)
    }
}
