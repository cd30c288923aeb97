package import DelimitedText

/// Gives HR their own file back with a column that says what is wrong with each row.
///
/// Every byte of the file stays as it is; each header and row gets one more cell, in the file's own
/// delimiter and encoding. A file that comes back with the column gets its cells replaced.
package struct AnnotatedFile {
    /// Which physical lines get a cell.
    package enum Lines: Sendable {
        /// Every line that is not blank; the first one is the header.
        case all
        /// The header lines and the rows of a profiled file; the other lines stay untouched.
        case some(headers: Set<Int>, rows: Set<Int>)
    }

    private let delimiter: UInt8
    private let messages: [Int: String]
    private let lines: Lines
    private var output: [UInt8] = []
    private var hasHeader = false
    /// Whether the file has the column already, as its last one.
    private var replaces = false
    /// How many cells the header has, without the column.
    private var width = 0

    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - encoding: How it is written.
    ///   - delimiter: What stands between its cells.
    ///   - lines: Which lines get a cell.
    ///   - messages: What is wrong with the record that begins on a line.
    /// - Returns: The annotated file, or nil where it cannot be written in the file's encoding.
    package static func annotate(
        _ bytes: UnsafeBufferPointer<UInt8>,
        encoding: TextEncoding,
        delimiter: Delimiter,
        lines: Lines,
        messages: [Int: String]
    ) -> [UInt8]? {
        let mark = encoding.markLength(bytes)
        let content = UnsafeBufferPointer(rebasing: bytes[mark...])
        var file = AnnotatedFile(delimiter: delimiter.rawValue, messages: messages, lines: lines)
        if encoding == .utf8 {
            file.annotate(content)
            return [UInt8](bytes.prefix(mark)) + file.output
        }
        guard let text = TextEncoding.convert(content, from: encoding, to: .utf8) else {
            return nil
        }
        text.withUnsafeBufferPointer { file.annotate($0) }
        let annotated = file.output.withUnsafeBufferPointer {
            TextEncoding.convert($0, from: .utf8, to: encoding)
        }
        return annotated.map { [UInt8](bytes.prefix(mark)) + $0 }
    }

    private init(delimiter: UInt8, messages: [Int: String], lines: Lines) {
        self.delimiter = delimiter
        self.messages = messages
        self.lines = lines
    }

    private mutating func annotate(_ text: UnsafeBufferPointer<UInt8>) {
        output.reserveCapacity(text.count + text.count / 8)
        var reader = RowReader(
            text,
            delimiter: delimiter,
            terminator: HeaderReader.terminator(of: text),
            isEndOfFile: true
        )
        while true {
            let event = reader.next()
            if event == .end || event == .incomplete { break }
            let record = UnsafeBufferPointer(
                rebasing: text[reader.recordOffset..<reader.offset]
            )
            let isEmpty = event == .blank || (event == .row && reader.row.isEmpty)
            if !isEmpty, let cell = cell(of: reader.line, event == .row ? reader.row : nil) {
                let count = event == .row ? reader.row.count : width
                append(record, cell, missing: width - count)
            } else {
                output += record
            }
        }
    }

    /// What to write behind a line; nil for a line that stays as it is.
    private mutating func cell(of line: Int, _ row: Row?) -> String? {
        switch lines {
        case .all:
            if hasHeader { return messages[line] ?? "" }
            hasHeader = true
            noteOwnColumn(row)
            return AnnotationColumn.name
        case .some(let headers, let rows):
            if headers.contains(line) {
                defer { hasHeader = true }
                if !hasHeader { noteOwnColumn(row) }
                return hasHeader ? "" : AnnotationColumn.name
            }
            return rows.contains(line) ? messages[line] ?? "" : messages[line]
        }
    }

    private mutating func noteOwnColumn(_ row: Row?) {
        guard let row, row.count > 1 else { return }
        defer { width = row.count - (replaces ? 1 : 0) }
        replaces = Heading(row[row.count - 1]) == Heading(AnnotationColumn.name)
    }

    /// Writes a record with its message, under the message's own heading: `missing` cells first.
    private mutating func append(
        _ record: UnsafeBufferPointer<UInt8>,
        _ message: String,
        missing: Int
    ) {
        var end = record.count
        while end > 0,
            record[end - 1] == UInt8(ascii: "\n") || record[end - 1] == UInt8(ascii: "\r")
        {
            end -= 1
        }
        let lineEnd = record[end...]
        var content = record[..<end]
        if replaces, missing < 0, let last = lastDelimiter(content) { content = content[..<last] }
        output += content
        for _ in 0..<max(0, missing) { output.append(delimiter) }
        output.append(delimiter)
        output += quoted(message)
        output += lineEnd
    }

    /// Where the last cell of a record begins: at the last delimiter outside quotes.
    private func lastDelimiter(_ record: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var isInside = false
        var last: Int?
        for index in record.indices {
            if record[index] == UInt8(ascii: "\"") {
                isInside.toggle()
            } else if record[index] == delimiter, !isInside {
                last = index
            }
        }
        return last
    }

    private func quoted(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D })
        else { return bytes }
        return [0x22] + bytes.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
    }
}

extension ProfiledFile {
    /// The lines that an annotation is written behind.
    package var annotatedLines: AnnotatedFile.Lines {
        var rows: Set<Int> = []
        for row in lines.rows { rows.insert(grid.line(row.gridRow)) }
        for malformed in grid.malformed { rows.insert(malformed.line) }
        let headers = Set(lines.headerRows.map { grid.line($0) })
        return .some(headers: headers, rows: rows)
    }
}
