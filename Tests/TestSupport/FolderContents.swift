private import Foundation

/// The files below a folder.
package enum FolderContents {
    /// The names of all files below a folder, relative to it and sorted, hidden ones included.
    package static func names(in folder: String) throws -> [String] {
        var names: [String] = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
        where !isFolder("\(folder)/\(name)") {
            names.append(name)
        }
        return names.sorted()
    }

    /// The names of the folders right below a folder, sorted; none where it does not exist.
    package static func folders(in folder: String) throws -> [String] {
        guard isFolder(folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { !$0.hasPrefix(".") && isFolder("\(folder)/\($0)") }
            .sorted()
    }

    /// The bytes of all files below a folder, by their name relative to it.
    package static func read(_ folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try names(in: folder) { files[name] = try bytes(of: "\(folder)/\(name)") }
        return files
    }

    /// Whether there is a folder of that name.
    package static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    /// Puts files into a folder in place of what was there.
    package static func replace(_ folder: String, with files: [String: [UInt8]]) throws {
        if FileManager.default.fileExists(atPath: folder) {
            try FileManager.default.removeItem(atPath: folder)
        }
        for (name, bytes) in files { try write(bytes, to: "\(folder)/\(name)") }
    }

    /// Writes a file, with the folders it needs.
    package static func write(_ bytes: [UInt8], to path: String) throws {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
    }

    /// The bytes of a file.
    package static func bytes(of path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// The text of a file; what is not UTF-8 in it shows as replacement characters.
    package static func text(of path: String) throws -> String {
        String(decoding: try bytes(of: path), as: UTF8.self)
    }
}
