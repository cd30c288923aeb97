import Foundation

/// A file that takes its bytes in large pieces.
struct BufferedFile: ~Copyable {
    /// Where the next cells are appended.
    var line = ByteBuffer()

    private let path: String
    private let handle: FileHandle

    /// Creates the file, or empties the one that is there.
    ///
    /// - Throws: ``OutputFailure`` when the file system refuses.
    init(path: String) throws(OutputFailure) {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw .cannotWrite(path: path, reason: "the file system refuses the file.") }
        self.path = path
        self.handle = handle
    }

    /// Ends a line, and hands the buffer on once it is large.
    ///
    /// - Throws: ``OutputFailure`` when the file system refuses.
    mutating func endLine() throws(OutputFailure) {
        line.append(.newline)
        if line.bytes.count >= 1 << 20 {
            try flush()
        }
    }

    /// Writes what is left and closes the file.
    ///
    /// - Throws: ``OutputFailure`` when the file system refuses.
    consuming func close() throws(OutputFailure) {
        try flush()
        do {
            try handle.close()
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }

    private mutating func flush() throws(OutputFailure) {
        do {
            try handle.write(contentsOf: line.bytes)
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
        line.bytes.removeAll(keepingCapacity: true)
    }
}
