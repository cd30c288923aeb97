import Foundation
import TestSupport

/// Every file and folder below a folder: its number, its times, its mode and its bytes.
///
/// Two states that are equal mean that nothing was written in between, not even the same again.
struct TreeState: Equatable, CustomStringConvertible {
    private var entries: [String: String] = [:]

    init(_ root: String) throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: root)
        for name in names + ["."] {
            var status = stat()
            let path = "\(root)/\(name)"
            guard lstat(path, &status) == 0 else { continue }
            var entry =
                "\(status.st_ino) \(status.st_mode) \(status.st_size) "
                + "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) "
                + "\(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)"
            if status.st_mode & S_IFMT == S_IFREG {
                entry += " " + Bench.digest(try FolderContents.bytes(of: path))
            }
            entries[name] = entry
        }
    }

    /// What differs from another state.
    func differences(from other: TreeState) -> [String] {
        Set(entries.keys).union(other.entries.keys).sorted().filter { name in
            entries[name] != other.entries[name]
        }
        .map { "\($0): \(entries[$0] ?? "nothing"), was \(other.entries[$0] ?? "nothing")" }
    }

    var description: String {
        entries.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "\n")
    }
}
