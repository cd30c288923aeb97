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

    private static func read(
        _ bytes: [UInt8],
        _ firstLine: Int,
        _ delimiter: UInt8,
        _ terminator: UInt8,
        _ isEndOfFile: Bool,
        _ show: (borrowing RowReader, RowEvent) -> String
    ) -> [String] {
        bytes.withUnsafeBufferPointer { buffer in
            var reader = RowReader(
                buffer,
                firstLine: firstLine,
                delimiter: delimiter,
                terminator: terminator,
                isEndOfFile: isEndOfFile
            )
            var events: [String] = []
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
