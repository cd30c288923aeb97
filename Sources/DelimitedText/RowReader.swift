private import CLibCSV

#if canImport(Glibc)
private import Glibc
#endif

/// What ``RowReader/next()`` found.
package enum RowEvent: Hashable, Sendable {
    /// A record; its cells are in ``RowReader/row`` until the next call.
    case row
    /// A line without any cell.
    case blank
    /// A record that cannot be used; reading goes on behind it.
    case malformed(RowProblem)
    /// The bytes end inside a record, and they are not the end of the file.
    case incomplete
    /// Nothing is left.
    case end
}

/// Splits bytes into records with libcsv, one physical line at a time.
///
/// libcsv gives no positions. Feeding it line by line gives the exact line number and byte offset
/// of each record at no measurable cost, and lets reading go on after a broken record: whatever is
/// wrong with a record costs its first line, and the next line starts afresh. So a lost quotation
/// mark is one finding, not the loss of the file. A line with quotation marks that break the rule
/// is a row when it can be read in only one way; see ``RowReader/keepsStrayQuotes``.
///
/// libcsv hands out copies of the cells. Where no cell is quoted or padded, a cell is also a piece
/// of the bytes it was read from, and its length is all that is needed of it; see `isVerbatim`.
///
/// ```swift
/// var reader = RowReader(bytes, delimiter: UInt8(ascii: ","), isEndOfFile: true)
/// while true {
///     switch reader.next() {
///     case .row: use(reader.row, reader.line)
///     case .malformed(let problem): report(problem, reader.line)
///     case .blank: continue
///     case .incomplete, .end: return
///     }
/// }
/// ```
package struct RowReader: ~Copyable {
    /// The physical line, from 1, on which the current record begins.
    package private(set) var line: Int
    /// How many physical lines the current record takes up.
    package private(set) var lineCount = 1
    /// Where reading goes on, in bytes from the start of the buffer.
    package private(set) var offset = 0
    /// Where the current record begins, in bytes from the start of the buffer.
    package private(set) var recordOffset = 0
    /// Whether the row holds quotation marks that break the rule, kept as they stand.
    ///
    /// Its cells are the same for every reader of CSV, but what stands in them may not be what was
    /// meant.
    package private(set) var keepsStrayQuotes = false

    private let bytes: UnsafeBufferPointer<UInt8>
    private let isEndOfFile: Bool
    private let terminator: UInt8
    private let delimiter: UInt8
    private let checksNUL: Bool
    private let checksUTF8: Bool
    /// Whether the cells of the record are kept as libcsv hands them out, not just their places.
    private var keepsCells = false
    /// Whether the record's first line holds a quotation mark.
    private var hasQuote = false
    /// Whether a cell of the last record without quotation marks had spaces around it; files pad
    /// cells throughout or hardly ever.
    private var isPadded = false
    /// Where the next quotation mark stands, in bytes from the start of the buffer.
    private var quoteOffset = -1
    private var nextLine: Int
    private var parser = csv_parser()
    private let buffer = RowBuffer.allocate()

    /// Creates a reader over bytes that stay valid as long as it is used.
    ///
    /// - Parameters:
    ///   - bytes: Whole records, without a byte order mark.
    ///   - firstLine: The line number of the first byte.
    ///   - delimiter: The byte between cells.
    ///   - terminator: The byte that ends a physical line: a line feed, or a carriage return in
    ///     files that have no other.
    ///   - isEndOfFile: Whether the file ends with these bytes.
    package init(
        _ bytes: UnsafeBufferPointer<UInt8>,
        firstLine: Int = 1,
        delimiter: UInt8,
        terminator: UInt8 = UInt8(ascii: "\n"),
        isEndOfFile: Bool
    ) {
        self.bytes = bytes
        self.isEndOfFile = isEndOfFile
        self.terminator = terminator
        self.delimiter = delimiter
        self.line = firstLine
        self.nextLine = firstLine
        let traits = ByteTraits(of: bytes)
        self.checksNUL = traits.hasNUL
        self.checksUTF8 = traits.hasNonASCII
        startParser()
    }

    deinit {
        var parser = parser
        csv_free(&parser)
        RowBuffer.deallocate(buffer)
    }

    /// The cells of the record that ``next()`` has just found.
    package var row: Row {
        @inline(__always) get {
            let ends = UnsafePointer(buffer.pointee.ends)
            let count = buffer.pointee.cellCount
            guard !keepsCells, let base = bytes.baseAddress else {
                return Row(bytes: UnsafePointer(buffer.pointee.bytes), ends: ends, count: count)
            }
            return Row(bytes: base + recordOffset, ends: ends, count: count, gap: 1)
        }
    }

    /// Reads on to the end of the next record.
    package mutating func next() -> RowEvent {
        buffer.pointee.clear()
        keepsStrayQuotes = false
        line = nextLine
        lineCount = 0
        recordOffset = offset
        while offset < bytes.count {
            feedLine()
            if parser.status != 0 {
                return rereadWithStrayQuotes()
            }
            if buffer.pointee.recordCount > 0 {
                if !hasQuote {
                    isPadded = !isVerbatim
                    if isPadded, !keepsCells { return rereadKeepingCells() }
                }
                return finishedRecord()
            }
            let isInsideRecord = parser.pstate != 0
            if !isInsideRecord {
                return .blank
            }
            if offset - recordOffset > RowLimits.recordBytes {
                let length = offset - recordOffset
                return refuse(
                    lineCount == 1 ? .recordTooLong(byteCount: length) : .unterminatedQuote
                )
            }
        }
        return endOfBytes()
    }
}

// MARK: - Steps of reading

extension RowReader {
    private mutating func startParser(isStrict: Bool = true) {
        csv_init(&parser, isStrict ? UInt8(CSV_STRICT | CSV_STRICT_FINI) : 0)
        csv_set_delim(&parser, delimiter)
        csv_set_blk_size(&parser, 1 << 16)
    }

    /// Gives libcsv the next physical line; past the limit it is only counted.
    private mutating func feedLine() {
        guard let base = bytes.baseAddress else { return }
        let start = base + offset
        let rest = bytes.count - offset
        let length: Int
        if let found = memchr(start, Int32(terminator), rest) {
            length = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
        } else {
            length = rest
        }
        if lineCount == 0 { chooseWhatToKeep(length) }
        offset += length
        nextLine += 1
        lineCount += 1
        guard offset - recordOffset <= RowLimits.recordBytes else {
            parser.pstate = 1
            return
        }
        if keepsCells {
            _ = csv_parse(&parser, start, length, appendCell, endRecord, buffer)
        } else {
            _ = csv_parse(&parser, start, length, noteCell, endRecord, buffer)
        }
    }

    /// Only a line without quotation marks can hold its cells as they are.
    private mutating func chooseWhatToKeep(_ lineLength: Int) {
        if quoteOffset < offset, let base = bytes.baseAddress {
            let found = memchr(base + offset, Int32(UInt8(ascii: "\"")), bytes.count - offset)
            quoteOffset =
                found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
        }
        hasQuote = quoteOffset < offset + lineLength
        keepsCells = hasQuote || isPadded
    }

    /// Whether the cells of a line stand in it as they are, with one byte behind each.
    ///
    /// libcsv takes delimiters, line ends, quotation marks and the spaces around a cell away, and
    /// adds nothing. So where the cells and one byte for each make up the line, only delimiters and
    /// the line end are gone.
    @inline(__always)
    private var isVerbatim: Bool {
        let gaps = keepsCells ? buffer.pointee.cellCount : 0
        let rest = offset - recordOffset - buffer.pointee.usedBytes - gaps
        if rest == 0 { return true }
        return rest == 1 && bytes[offset - 1] == UInt8(ascii: "\n")
            && bytes[offset - 2] == UInt8(ascii: "\r")
    }

    /// Reads the record again, now for its cells.
    private mutating func rereadKeepingCells() -> RowEvent {
        isPadded = true
        csv_free(&parser)
        startParser()
        offset = recordOffset
        nextLine = line
        return next()
    }

    private mutating func finishedRecord() -> RowEvent {
        // Behind a carriage return another record has ended, or has only begun.
        guard buffer.pointee.recordCount == 1, parser.pstate == 0 else {
            return refuse(.strayCarriageReturn)
        }
        let cellCount = buffer.pointee.cellCount
        guard cellCount <= RowLimits.cells else {
            return .malformed(.tooManyCells(count: cellCount))
        }
        if buffer.pointee.usedBytes > RowLimits.cellBytes, let problem = overlongCell() {
            return .malformed(problem)
        }
        if checksNUL || checksUTF8, let problem = unusualBytes() { return .malformed(problem) }
        return .row
    }

    /// The first cell with bytes that are no text.
    ///
    /// Cells are validated one by one: half a character at the end of one and the other half at
    /// the start of the next are two broken cells.
    private func unusualBytes() -> RowProblem? {
        let row = row
        let mayHaveNUL = checksNUL && row.content.contains(0)
        let mayBeBroken = checksUTF8 && row.content.contains { $0 >= 0x80 }
        guard mayHaveNUL || mayBeBroken else { return nil }
        for index in 0..<row.count {
            if mayHaveNUL, row[index].contains(0) { return .nulByte(cellIndex: index) }
            if mayBeBroken, row[index].contains(where: { $0 >= 0x80 }),
                String(validating: row[index], as: UTF8.self) == nil
            {
                return .notUTF8(cellIndex: index)
            }
        }
        return nil
    }

    private func overlongCell() -> RowProblem? {
        let row = row
        for index in 0..<row.count where row[index].count > RowLimits.cellBytes {
            return .cellTooLong(cellIndex: index, byteCount: row[index].count)
        }
        return nil
    }

    /// Reads a record of one line again, this time with its stray quotation marks.
    private mutating func rereadWithStrayQuotes() -> RowEvent {
        guard lineCount == 1, let base = bytes.baseAddress else { return refuse(.strayQuote) }
        let record = UnsafeBufferPointer(start: base + recordOffset, count: offset - recordOffset)
        guard record.last == terminator || isEndOfFile,
            StrayQuotes.haveOneReading(in: record, delimiter: delimiter)
        else { return refuse(.strayQuote) }
        csv_free(&parser)
        startParser(isStrict: false)
        keepsCells = true
        buffer.pointee.clear()
        _ = csv_parse(&parser, record.baseAddress, record.count, appendCell, endRecord, buffer)
        if buffer.pointee.recordCount == 0 {
            // The last line of a file lacks its end; one that is open needs more than that.
            var lineEnd = terminator
            _ = csv_parse(&parser, &lineEnd, 1, appendCell, endRecord, buffer)
        }
        let isOneRecord = buffer.pointee.recordCount == 1 && parser.pstate == 0
        csv_free(&parser)
        startParser()
        guard isOneRecord else { return .malformed(.strayQuote) }
        let event = finishedRecord()
        keepsStrayQuotes = event == .row
        return event
    }

    /// Gives up on the current record and goes on with the line after its first one.
    private mutating func refuse(_ problem: RowProblem) -> RowEvent {
        csv_free(&parser)
        startParser()
        if lineCount > 1, let base = bytes.baseAddress,
            let found = memchr(base + recordOffset, Int32(terminator), bytes.count - recordOffset)
        {
            offset = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
            nextLine = line + 1
            lineCount = 1
        }
        return .malformed(problem)
    }

    /// The bytes are used up: either nothing is open, or the last record has no line end.
    private mutating func endOfBytes() -> RowEvent {
        guard offset > recordOffset else { return .end }
        guard isEndOfFile else { return .incomplete }
        guard keepsCells else { return endOfVerbatimBytes() }
        guard csv_fini(&parser, appendCell, endRecord, buffer) == 0 else {
            return refuse(.unterminatedQuote)
        }
        return finishedRecord()
    }

    /// The last record has no line end, which is why its last cell has no byte behind it.
    private mutating func endOfVerbatimBytes() -> RowEvent {
        let hasEnded = csv_fini(&parser, noteCell, endRecord, buffer) == 0
        let isVerbatim = offset - recordOffset == buffer.pointee.usedBytes - 1
        guard hasEnded, isVerbatim else { return rereadKeepingCells() }
        return finishedRecord()
    }
}
