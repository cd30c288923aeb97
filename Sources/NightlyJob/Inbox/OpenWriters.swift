private import CSystem
private import Foundation
internal import Glibc

/// Tells whether a file is still being written, without judging by its age.
///
/// The system is asked in two ways. A read lease is granted only while nobody has the file open for
/// writing, but only to its owner or with the capability CAP_LEASE, and not by every file system.
/// `/proc` names the open files of all processes, but of those of other accounts only to root.
struct OpenWriters {
    enum Answer: Equatable {
        case complete(isLeased: Bool)
        case beingWritten
        /// The system does not let this account see it.
        case unknown
    }

    private struct FileNumber: Hashable {
        var device: dev_t
        var inode: ino_t
    }

    private var written: Set<FileNumber> = []
    /// Whether the files of all processes that `/proc` shows could be seen.
    private var seesAll = true
    /// Whether `/proc` shows the processes of the whole machine, not of a container only.
    private let seesMachine: Bool

    /// Looks at the open files of all processes.
    init() {
        // Breaking a lease sends SIGIO, which would end the process.
        signal(SIGIO, SIG_IGN)
        let own = "\(getpid())"
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        // Process 1 is missing where other accounts' processes are hidden.
        if !entries.contains("1") { seesAll = false }
        let space = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
        seesMachine = space == "pid:[4026531836]"
        for process in entries
        where process.allSatisfy(\.isNumber) && process != own {
            guard
                let names = try? FileManager.default.contentsOfDirectory(
                    atPath: "/proc/\(process)/fd"
                )
            else {
                // A process that has ended meanwhile writes nothing.
                if kill(pid_t(process) ?? 0, 0) == 0 || errno == EPERM { seesAll = false }
                continue
            }
            for name in names {
                note("/proc/\(process)/fd/\(name)", "/proc/\(process)/fdinfo/\(name)")
            }
        }
        if written.isEmpty, access("/proc/self/fd", R_OK) != 0 { seesAll = false }
    }

    private mutating func note(_ path: String, _ info: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let data = FileManager.default.contents(atPath: info)
        else { return }
        let line = String(decoding: data, as: UTF8.self).split(separator: "\n")
            .first { $0.hasPrefix("flags:") }
        guard let digits = line?.dropFirst(6).trimmingCharacters(in: .whitespaces),
            let flags = Int32(digits, radix: 8), flags & O_ACCMODE != O_RDONLY
        else { return }
        written.insert(FileNumber(device: status.st_dev, inode: status.st_ino))
    }

    /// What is known of a file that is open for reading.
    ///
    /// A lease is held until the descriptor is closed; ``isLeaseWhole(_:)`` tells whether anybody
    /// wanted to write meanwhile.
    func answer(_ descriptor: Int32) -> Answer {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .unknown }
        if written.contains(FileNumber(device: status.st_dev, inode: status.st_ino)) {
            return .beingWritten
        }
        if fcntl(descriptor, IURAN_SET_LEASE, F_RDLCK) == 0 { return .complete(isLeased: true) }
        switch errno {
        case EAGAIN: return .beingWritten
        // The file is another account's: its writer may be outside the container, too.
        case EACCES, EPERM: return seesAll && seesMachine ? .complete(isLeased: false) : .unknown
        // The file system has no leases.
        default: return seesAll ? .complete(isLeased: false) : .unknown
        }
    }

    /// Whether nobody has opened a file for writing since its lease was given.
    static func isLeaseWhole(_ descriptor: Int32) -> Bool {
        fcntl(descriptor, IURAN_GET_LEASE) == F_RDLCK
    }
}
