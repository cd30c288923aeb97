package import Contributions
package import Intake

/// Files that stand as literals in a test, read as a run reads them: each in one segment.
package struct FilesInMemory {
    package let segments: [SegmentRecords]
    package let records: Records
    /// The findings made while reading.
    package let findings: [Finding]

    /// Reads files in argument order.
    ///
    /// - Parameters:
    ///   - files: The names and bytes of the files.
    ///   - kind: The kind of all of them; nil recognises it.
    /// - Throws: The problem of a file that is refused, or of a rule table.
    package init(_ files: [(name: String, bytes: [UInt8])], kind: InputKind? = nil) throws {
        let book = try RuleBook.read()
        let heads = try files.map { file in
            try file.bytes.withUnsafeBytes {
                try HeaderReader.read($0, isWholeFile: true, kind: kind)
            }
        }
        // A line is at most one row, so a file's line ends bound its rows.
        var lineCounts: [InputKind: Int] = [:]
        var firstRows: [Int] = []
        for (file, head) in zip(files, heads) {
            firstRows.append(lineCounts[head.layout.kind] ?? 0)
            let lineCount = file.bytes.count { $0 == head.terminator } + 1
            lineCounts[head.layout.kind, default: 0] += lineCount
        }
        let tables = RecordTables(lineCounts: lineCounts)
        segments = files.indices.map { index in
            let head = heads[index]
            let target = tables.target(
                head.layout.kind,
                from: firstRows[index],
                capacity: files[index].bytes.count { $0 == head.terminator } + 1
            )
            return files[index].bytes.withUnsafeBufferPointer { buffer in
                SegmentReader.read(
                    Segment(
                        bytes: UnsafeBufferPointer(rebasing: buffer[head.rowsOffset...]),
                        layout: head.layout,
                        file: index,
                        firstLine: head.rowsLine,
                        terminator: head.terminator,
                        isEndOfFile: true,
                        arenaNumber: index,
                        target: target
                    ),
                    book: book
                )
            }
        }
        (records, findings) = RecordsAssembly.assemble(segments, tables, files: files.map(\.name))
    }
}
