internal import Reporting

/// A file of the report that one thread makes as a whole.
struct ReportDocument: Sendable {
    /// Whether it makes sure of its space first, and nobody else may take that meanwhile.
    let makesSureOfSpace: Bool
    private let make: @Sendable (_ folder: String) throws(Failure) -> OutputSummary

    /// A file of bytes.
    init(_ name: String, _ bytes: @escaping @Sendable () throws(Failure) -> [UInt8]) {
        makesSureOfSpace = false
        make = { folder throws(Failure) in
            let bytes = try bytes()
            let file = try OutputFile(folder, name)
            do throws(FileTrouble) {
                try bytes.withUnsafeBufferPointer { buffer throws(FileTrouble) in
                    try file.append(UnsafeRawBufferPointer(buffer))
                }
            } catch {
                throw Failure(.cannotWrite, "cannot write \(name): \(error)")
            }
            return file.finish()
        }
    }

    /// A workbook, whose library takes a path, and which is read again for its digest.
    init(_ name: String, _ workbook: @escaping @Sendable () -> ReportWorkbook) {
        makesSureOfSpace = true
        make = { folder throws(Failure) in
            // Created here for its mode; the library, which opens it to write, leaves that alone.
            let file = try OutputFile(folder, name)
            let path = folder + "/" + name
            do throws(WorkbookTrouble) {
                try workbook().write(to: path, temporaryFolder: folder)
            } catch {
                let words =
                    switch error {
                    case .system(let code): FileTrouble(code).description
                    case .library(let words): words
                    }
                throw Failure(.cannotWrite, "cannot write \(name): \(words)")
            }
            do throws(FileTrouble) {
                return try file.summaryOfContents(path)
            } catch {
                throw Failure(.cannotWrite, "cannot read \(name) again: \(error)")
            }
        }
    }

    /// Makes the file.
    ///
    /// - Parameter folder: Where the report is being written.
    /// - Returns: What the manifest says of the file.
    /// - Throws: A failure (exit 73) when the file cannot be made or written.
    func write(into folder: String) throws(Failure) -> OutputSummary {
        try make(folder)
    }
}
