import Contributions
import DelimitedText
import Intake

/// Reads the rows of a file in pieces, step by step as `InputReading` of the nightly job does, but
/// from memory and one piece after the other.
struct FileReading {
    let file: UnsafeRawBufferPointer
    let head: FileHead
    let book: RuleBook

    private struct Piece {
        var start: Int
        var end: Int
        var firstLine: Int
        var lineCount: Int
        var isEndOfFile: Bool
        var firstRow = 0
    }

    func read(segmentBytes: Int) -> FileContent {
        var pieces = plan(segmentBytes: segmentBytes)
        var lineCount = 0
        for index in pieces.indices {
            pieces[index].firstRow = lineCount
            lineCount += pieces[index].lineCount
        }
        let tables = RecordTables(lineCounts: [head.layout.kind: lineCount])
        var segments = pieces.enumerated().map { read($1, arena: $0, tables) }
        readAcrossPieces(pieces, &segments, tables)
        return FileContent(segments, tables)
    }

    private func plan(segmentBytes: Int) -> [Piece] {
        var survey = FileSurvey(segmentBytes: segmentBytes, terminator: head.terminator)
        survey.feed(file)
        var pieces: [Piece] = []
        var start = head.rowsOffset
        var line = head.rowsLine
        for segment in survey.segments.indices.dropFirst() {
            let nominal = segment * survey.segmentBytes
            guard nominal > start else { continue }
            let state = survey.state(before: segment)
            guard let boundary = boundary(nominal, state.isInsideQuotes),
                boundary.offset < survey.byteCount
            else { break }
            guard boundary.offset > start else { continue }
            pieces.append(
                Piece(
                    start: start,
                    end: boundary.offset,
                    firstLine: line,
                    lineCount: 1 + state.lineEndCount + boundary.lineEnds - line,
                    isEndOfFile: false
                )
            )
            start = boundary.offset
            line = 1 + state.lineEndCount + boundary.lineEnds
        }
        let lineEndCount = survey.state(before: survey.segments.count).lineEndCount
        pieces.append(
            Piece(
                start: start,
                end: survey.byteCount,
                firstLine: line,
                lineCount: lineEndCount + 2 - line,
                isEndOfFile: true
            )
        )
        return pieces
    }

    private func boundary(
        _ offset: Int,
        _ insideQuotes: Bool
    ) -> (offset: Int, lineEnds: Int)? {
        var isInsideQuotes = insideQuotes
        let limit = min(offset + RowLimits.recordBytes, file.count)
        let near = UnsafeRawBufferPointer(rebasing: file[offset..<limit])
        let found =
            RecordBoundary.first(
                in: near,
                terminator: head.terminator,
                isInsideQuotes: &isInsideQuotes
            ) ?? file[offset...].firstIndex(of: head.terminator).map { $0 + 1 - offset }
        guard let found else { return nil }
        let lineEnds = file[offset..<offset + found].count { $0 == head.terminator }
        return (offset + found, lineEnds)
    }

    private func read(_ piece: Piece, arena: Int, _ tables: RecordTables) -> SegmentRecords {
        // A copy of its own, so that a byte read behind its end is seen.
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: piece.end - piece.start)
        defer { bytes.deallocate() }
        for index in piece.start..<piece.end { bytes[index - piece.start] = file[index] }
        let segment = Segment(
            bytes: UnsafeBufferPointer(start: bytes, count: piece.end - piece.start),
            layout: head.layout,
            file: 0,
            firstLine: piece.firstLine,
            terminator: head.terminator,
            isEndOfFile: piece.isEndOfFile,
            arenaNumber: arena,
            target: tables.target(
                head.layout.kind,
                from: piece.firstRow,
                capacity: piece.lineCount
            )
        )
        return SegmentReader.read(segment, book: book)
    }

    private func readAcrossPieces(
        _ pieces: [Piece],
        _ segments: inout [SegmentRecords],
        _ tables: RecordTables
    ) {
        guard let first = segments.firstIndex(where: { $0.openRecord != nil }) else { return }
        var start = pieces[first].start
        var line = pieces[first].firstLine
        var row = pieces[first].firstRow
        for index in pieces.indices[first...] {
            var piece = pieces[index]
            piece.lineCount += piece.firstRow - row
            piece.start = start
            piece.firstLine = line
            piece.firstRow = row
            let records = read(piece, arena: index, tables)
            segments[index] = records
            row += records.rowCount
            if let open = records.openRecord {
                start = piece.start + open.offset
                line = open.line
            } else {
                start = piece.end
                line = records.nextLine
            }
        }
    }
}
