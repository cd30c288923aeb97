package import Contributions
package import DelimitedText

/// The beginning of a file: what it is, and where its rows begin.
package struct FileHead: Sendable {
    package var layout: FileLayout
    /// Where the first row begins, in bytes from the start of the file.
    package var rowsOffset: Int
    /// The line on which the first row begins.
    package var rowsLine: Int
    package var terminator: UInt8
    /// Blank lines before the header.
    package var blankCount: Int
}

/// Why a file is refused as a whole.
package enum FileProblem: Error, Sendable {
    case empty
    case utf16
    case foreign(FileFormat)
    case brokenHeader(RowProblem)
    case layout(LayoutProblem)
    case profile(ProfileTrouble)

    /// What was found and expected, without what may be a person's data.
    package var messageForLogs: String {
        switch self {
        case .layout(let problem): problem.messageForLogs
        case .profile(let trouble): trouble.messageForLogs
        case .empty, .utf16, .foreign, .brokenHeader: message
        }
    }

    /// The kind of finding that the refusal is.
    package var code: FindingCode {
        if case .profile(let trouble) = self { return trouble.code }
        return .fileRejected
    }

    /// The line it is about, where there is one.
    package var line: Int? {
        if case .profile(let trouble) = self { return trouble.line }
        return nil
    }

    /// The heading of the column it is about, or empty.
    package var column: String {
        if case .profile(let trouble) = self { return trouble.column }
        return ""
    }

    /// What was found and expected, in Bahasa Indonesia.
    package var message: String {
        switch self {
        case .empty: "berkas kosong; diharapkan baris judul lalu data"
        case .utf16: "berkas bertulisan UTF-16; simpan sebagai CSV UTF-8"
        case .foreign(let format):
            "ini \(format.rawValue), bukan CSV; buka lalu simpan sebagai CSV UTF-8, dengan kolom "
                + "NIK dan KPJ sebagai Teks"
        case .brokenHeader(let problem): "baris judul tidak dapat dibaca: \(problem.message)"
        case .layout(let problem): problem.message
        case .profile(let trouble): trouble.message
        }
    }
}

/// Reads the header of a file.
package enum HeaderReader {
    /// How much of a file's beginning is needed.
    package static let headBytes = RowLimits.recordBytes + 4096

    /// - Parameters:
    ///   - head: The first ``headBytes`` of the file.
    ///   - isWholeFile: Whether there is no more.
    ///   - kind: The kind that the user names; nil recognises it.
    /// - Returns: The layout, and where the rows begin.
    /// - Throws: ``FileProblem`` when the file must be refused as a whole.
    package static func read(
        _ head: UnsafeRawBufferPointer,
        isWholeFile: Bool,
        kind: InputKind?
    ) throws(FileProblem) -> FileHead {
        if let format = FileFormat(head.bindMemory(to: UInt8.self)) { throw .foreign(format) }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { throw .utf16 }
        let markLength = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let bytes = UnsafeBufferPointer(rebasing: head.bindMemory(to: UInt8.self)[markLength...])
        let terminator = terminator(of: bytes)
        var reader = RowReader(
            bytes,
            delimiter: UInt8(ascii: ","),
            terminator: terminator,
            isEndOfFile: isWholeFile
        )
        var blankCount = 0
        while true {
            switch reader.next() {
            case .row where reader.row.isEmpty: blankCount += 1
            case .row where reader.keepsStrayQuotes: throw .brokenHeader(.strayQuote)
            case .row:
                let layout: FileLayout
                do {
                    layout = try FileLayout(header: reader.row, kind: kind)
                } catch {
                    throw .layout(error)
                }
                return FileHead(
                    layout: layout,
                    rowsOffset: markLength + reader.offset,
                    rowsLine: reader.line + reader.lineCount,
                    terminator: terminator,
                    blankCount: blankCount
                )
            case .blank: blankCount += 1
            case .malformed(let problem): throw .brokenHeader(problem)
            case .incomplete: throw .brokenHeader(.unterminatedQuote)
            case .end: throw .empty
            }
        }
    }

    /// A line feed, or a carriage return in a file that has no line feed.
    static func terminator(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        let lineFeed = UInt8(ascii: "\n")
        let carriageReturn = UInt8(ascii: "\r")
        return !bytes.contains(lineFeed) && bytes.contains(carriageReturn)
            ? carriageReturn : lineFeed
    }
}
