#if canImport(Glibc)
private import Glibc
#endif

/// All records of a file that is small enough to be held, split into cells.
///
/// Layouts other than the canonical one are decided from all of a file: where the table begins,
/// how amounts and dates are written. A grid is read several times for that and split only once.
/// It is a class because its memory has one owner; it is filled once and then only read.
package final class CellGrid: @unchecked Sendable {
    /// A record.
    private struct Record {
        var firstByte: Int
        var firstCell: Int
        var cellCount: Int32
        var lineCount: Int32
        var gap: Int32
        var line: Int
        var keepsStrayQuotes: Bool
    }

    /// A record that could not be split.
    package struct Malformed: Sendable {
        package var line: Int
        /// How many physical lines it takes up.
        package var lineCount: Int
        package var problem: RowProblem
    }

    /// Records that could not be split, in order.
    package private(set) var malformed: [Malformed] = []
    /// How many physical lines the file has.
    package private(set) var physicalLineCount = 0
    /// Lines without any cell.
    package private(set) var blankLineCount = 0

    private let bytes: UnsafeMutablePointer<UInt8>
    private var ends: UnsafeMutablePointer<Int32>
    private var endCapacity: Int
    private var records: [Record] = []

    /// Splits a file.
    ///
    /// - Parameters:
    ///   - text: The whole file as UTF-8, without a byte order mark.
    ///   - delimiter: The byte between cells.
    ///   - terminator: The byte that ends a line.
    package init(
        _ text: UnsafeBufferPointer<UInt8>,
        delimiter: Delimiter,
        terminator: UInt8
    ) {
        bytes = .allocate(capacity: max(1, text.count))
        endCapacity = max(64, text.count / 4)
        ends = .allocate(capacity: endCapacity)
        var reader = RowReader(
            text,
            delimiter: delimiter.rawValue,
            terminator: terminator,
            isEndOfFile: true
        )
        var usedBytes = 0
        var usedCells = 0
        while true {
            switch reader.next() {
            case .row:
                let row = reader.row
                let size = row.content.count
                if usedCells + row.count > endCapacity { grow(usedCells, row.count) }
                memcpy(bytes + usedBytes, row.bytes, size)
                memcpy(ends + usedCells, row.ends, row.count * MemoryLayout<Int32>.stride)
                records.append(
                    Record(
                        firstByte: usedBytes,
                        firstCell: usedCells,
                        cellCount: Int32(row.count),
                        lineCount: Int32(reader.lineCount),
                        gap: Int32(row.gap),
                        line: reader.line,
                        keepsStrayQuotes: reader.keepsStrayQuotes
                    )
                )
                usedBytes += size
                usedCells += row.count
            case .blank: blankLineCount += 1
            case .malformed(let problem):
                malformed.append(
                    Malformed(line: reader.line, lineCount: reader.lineCount, problem: problem)
                )
            case .incomplete, .end:
                physicalLineCount = reader.line - 1
                return
            }
        }
    }

    deinit {
        bytes.deallocate()
        ends.deallocate()
    }

    private func grow(_ used: Int, _ more: Int) {
        endCapacity = max(endCapacity * 2, used + more)
        let larger = UnsafeMutablePointer<Int32>.allocate(capacity: endCapacity)
        memcpy(larger, ends, used * MemoryLayout<Int32>.stride)
        ends.deallocate()
        ends = larger
    }

    /// The number of records.
    package var count: Int { records.count }

    /// The cells of a record; valid as long as the grid.
    package func row(_ index: Int) -> Row {
        let record = records[index]
        return Row(
            bytes: UnsafePointer(bytes + record.firstByte),
            ends: UnsafePointer(ends + record.firstCell),
            count: Int(record.cellCount),
            gap: Int(record.gap)
        )
    }

    /// The physical line, from 1, on which a record begins.
    package func line(_ index: Int) -> Int { records[index].line }

    /// Whether the record's quotation marks break the CSV rule and were kept as they stand.
    package func keepsStrayQuotes(_ index: Int) -> Bool { records[index].keepsStrayQuotes }

    /// How many physical lines a record takes up.
    package func lineCount(_ index: Int) -> Int { Int(records[index].lineCount) }
}
