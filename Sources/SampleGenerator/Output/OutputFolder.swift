import Foundation

/// A folder that samples are written into.
struct OutputFolder {
    let path: String

    /// Creates the folder where it is missing.
    ///
    /// - Throws: ``OutputFailure`` when that is impossible.
    init(path: String) throws(OutputFailure) {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true
            )
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }

    /// Refuses a folder in which older files would stand beside the new ones.
    ///
    /// - Throws: ``OutputFailure`` when the folder holds anything.
    func requireEmpty() throws(OutputFailure) {
        let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        guard names?.isEmpty ?? true else { throw .notEmpty(path: path) }
    }

    /// Writes a small file whole.
    ///
    /// - Throws: ``OutputFailure`` when the file system refuses.
    func write(_ text: String, to name: String) throws(OutputFailure) {
        var file = try BufferedFile(path: "\(path)/\(name)")
        file.line.append(text)
        try file.close()
    }
}
