private import Foundation

/// A fresh temporary folder; a class, because it goes away with its last user.
package final class WorkFolder: Sendable {
    package let path: String

    /// Creates the folder with files from literals, by their name relative to it.
    package init(_ files: [String: String] = [:]) throws {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("iuran-test-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true
        )
        for (name, text) in files { try write(text, to: name) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

extension WorkFolder {
    /// The path of a file or folder in it.
    package func path(of name: String) -> String {
        "\(path)/\(name)"
    }

    /// Writes a file, with the folders it needs.
    package func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    /// Writes a file, with the folders it needs.
    package func write(_ bytes: [UInt8], to name: String) throws {
        try FolderContents.write(bytes, to: path(of: name))
    }

    /// Adds to the end of a file.
    package func append(_ bytes: [UInt8], to name: String) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path(of: name)))
        defer { try? handle.close() }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(bytes))
    }

    /// Creates an empty folder in it.
    package func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: path(of: name),
            withIntermediateDirectories: true
        )
    }

    /// The text of a file in it.
    package func text(_ name: String) throws -> String {
        try FolderContents.text(of: path(of: name))
    }

    /// The rows of a CSV file in it.
    package func table(_ name: String) throws -> CSVTable {
        CSVTable(try text(name))
    }

    /// Whether there is a file or folder of that name.
    package func holds(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path(of: name))
    }

    /// The permission bits of a file.
    package func mode(of name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path(of: name))
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }
}
