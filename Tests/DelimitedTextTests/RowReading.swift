internal import DelimitedText

/// What a reader makes of a text: an event per record, with its line.
enum RowReading {
    /// The events as `line: cell|cell`, `line: blank` or `line: problem`; `line kept: cell|cell`
    /// for a row that keeps stray quotation marks.
    static func events(
        _ text: String,
        firstLine: Int = 1,
        delimiter: Character = ",",
        terminator: UInt8 = UInt8(ascii: "\n"),
        isEndOfFile: Bool = true
    ) -> [String] {
        events(
            Array(text.utf8),
            firstLine: firstLine,
            delimiter: delimiter.asciiValue ?? 0,
            terminator: terminator,
            isEndOfFile: isEndOfFile
        )
    }

    static func events(
        _ bytes: [UInt8],
        firstLine: Int = 1,
        delimiter: UInt8 = UInt8(ascii: ","),
        terminator: UInt8 = UInt8(ascii: "\n"),
        isEndOfFile: Bool = true
    ) -> [String] {
        read(bytes, firstLine, delimiter, terminator, isEndOfFile) { reader, event in
            let place = reader.keepsStrayQuotes ? "\(reader.line) kept" : "\(reader.line)"
            return "\(place): \(shown(event, reader.row))"
        }
    }

    /// The offset at which each record begins, and its number of physical lines.
    static func places(_ text: String) -> [String] {
        read(Array(text.utf8), 1, UInt8(ascii: ","), UInt8(ascii: "\n"), true) { reader, _ in
            "\(reader.recordOffset)+\(reader.lineCount)"
        }
    }

    /// A record with its cells, or what is wrong with it.
    struct Record {
        var line: Int
        /// `row`, `kept` for one with stray quotation marks, `blank` or `error`.
        var kind: String
        var cells: [[UInt8]]
    }

    /// The records of a whole file.
    static func records(_ bytes: [UInt8], delimiter: UInt8, terminator: UInt8) -> [Record] {
        read(bytes, 1, delimiter, terminator, true) { reader, event in
            let cells = event == .row ? (0..<reader.row.count).map { Array(reader.row[$0]) } : []
            let kind =
                switch event {
                case .row: reader.keepsStrayQuotes ? "kept" : "row"
                case .blank: "blank"
                case .malformed, .incomplete, .end: "error"
                }
            return Record(line: reader.line, kind: kind, cells: cells)
        }
    }

    /// The events of a well-formed file that is read in segments as a run does: cut behind the
    /// first line end at or behind each multiple of `segmentBytes` that is outside quotes.
    static func events(
        _ bytes: [UInt8],
        segmentBytes: Int,
        terminator: UInt8 = UInt8(ascii: "\n")
    ) -> [String] {
        var survey = FileSurvey(segmentBytes: segmentBytes, terminator: terminator)
        bytes.withUnsafeBytes { survey.feed($0) }
        var events: [String] = []
        var start = 0
        var line = 1
        for segment in survey.segments.indices.dropFirst() {
            let nominal = segment * segmentBytes
            guard nominal > start else { continue }
            let state = survey.state(before: segment)
            var isInsideQuotes = state.isInsideQuotes
            let found = bytes[nominal...].withUnsafeBytes {
                RecordBoundary.first(
                    in: $0,
                    terminator: terminator,
                    isInsideQuotes: &isInsideQuotes
                )
            }
            guard let found, nominal + found < bytes.count else { break }
            let end = nominal + found
            events += Self.events(
                Array(bytes[start..<end]),
                firstLine: line,
                terminator: terminator,
                isEndOfFile: false
            )
            line = 1 + state.lineEndCount + bytes[nominal..<end].count { $0 == terminator }
            start = end
        }
        return events
            + Self.events(Array(bytes[start...]), firstLine: line, terminator: terminator)
    }

    private static func read<Result>(
        _ bytes: [UInt8],
        _ firstLine: Int,
        _ delimiter: UInt8,
        _ terminator: UInt8,
        _ isEndOfFile: Bool,
        _ show: (borrowing RowReader, RowEvent) -> Result
    ) -> [Result] {
        bytes.withUnsafeBufferPointer { buffer in
            var reader = RowReader(
                buffer,
                firstLine: firstLine,
                delimiter: delimiter,
                terminator: terminator,
                isEndOfFile: isEndOfFile
            )
            var events: [Result] = []
            while true {
                let event = reader.next()
                if event == .end { return events }
                events.append(show(reader, event))
                if event == .incomplete { return events }
            }
        }
    }

    private static func shown(_ event: RowEvent, _ row: Row) -> String {
        switch event {
        case .row:
            (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }.joined(separator: "|")
        case .blank: "blank"
        case .malformed(let problem): "\(problem)"
        case .incomplete: "incomplete"
        case .end: "end"
        }
    }
}
