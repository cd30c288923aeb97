internal import Contributions
internal import DelimitedText
internal import Intake

/// Reads the rows of all files, in segments side by side.
struct InputReading {
    private let files: [SurveyedFile]
    private let book: RuleBook
    private let employees: EmployeeDirectory
    /// Where the rows of files are kept for later runs.
    private let kept: ParsedRows?
    private let buffers = ReadBuffers()

    /// A piece of a file, in whole records as far as the survey can tell.
    private struct Piece: Sendable {
        var file: Int
        /// The piece's place among those of its file.
        var segment = 0
        var start: Int
        var end: Int
        var firstLine: Int
        var lineCount: Int
        var isEndOfFile: Bool
        /// Where its rows go in the table of its kind.
        var firstRow = 0
    }

    private struct Trouble: Sendable {
        var trouble: FileTrouble?
        var records: SegmentRecords
    }

    /// - Parameters:
    ///   - files: The files of the run.
    ///   - book: The law in figures.
    ///   - kept: Where the rows of files are kept for later runs; nil for nowhere.
    /// - Returns: The records of the run, and what was found while reading.
    /// - Throws: A failure (exit 65) where a file went away, or holds amounts that cannot be.
    static func read(
        _ files: [SurveyedFile],
        book: RuleBook,
        keeping kept: ParsedRows? = nil
    ) throws(Failure) -> RunInputs {
        let employees = EmployeeDirectory(of: files, book)
        return try InputReading(files: files, book: book, employees: employees, kept: kept)
            .readAll()
    }

    private func readAll() throws(Failure) -> RunInputs {
        var pieces: [Piece] = []
        var lineCounts: [InputKind: Int] = [:]
        for index in files.indices {
            for var piece in try plan(index) {
                let kind = kind(of: index)
                piece.firstRow = lineCounts[kind] ?? 0
                lineCounts[kind] = piece.firstRow + piece.lineCount
                pieces.append(piece)
            }
        }
        let planned = pieces
        let tables = RecordTables(lineCounts: lineCounts)
        let digests = try files.indices.map { index throws(Failure) in try openDigest(of: index) }
        let results = Parallel.map(count: planned.count) { place in
            read(planned[place], arena: place, tables, digests[planned[place].file])
        }
        var segments: [SegmentRecords] = []
        for result in results {
            if let trouble = result.trouble {
                throw Failure(.refusedInput, "an input cannot be read any more: \(trouble)")
            }
            segments.append(result.records)
        }
        try readAcrossPieces(planned, &segments, tables)
        let known = zip(files, digests).map { file, digest in file.digest ?? digest?.finish() }
        keepRows(planned, segments, known)
        return try assemble(planned, segments, tables, known)
    }

    /// Begins the digest of a file that has none yet, with what stands before its rows.
    private func openDigest(of file: Int) throws(Failure) -> PieceDigest? {
        guard files[file].digest == nil, case .readable(let input, let head, _) = files[file].state
        else { return nil }
        do throws(FileTrouble) {
            return PieceDigest(try InputSurvey.bytes(of: input, count: head.rowsOffset), buffers)
        } catch {
            throw Failure(.refusedInput, "an input cannot be read any more: \(error)")
        }
    }

    private func kind(of file: Int) -> InputKind {
        guard let kind = files[file].kind else { preconditionFailure("a file that is not read") }
        return kind
    }
}

// MARK: - Cutting files into pieces

extension InputReading {
    private func plan(_ index: Int) throws(Failure) -> [Piece] {
        if case .parsed(let file) = files[index].state {
            return file.segments.enumerated().map { place, segment in
                Piece(
                    file: index,
                    segment: place,
                    start: 0,
                    end: 0,
                    firstLine: 1,
                    lineCount: segment.rowCount,
                    isEndOfFile: true
                )
            }
        }
        if case .profiled(let file) = files[index].state {
            let rowCount = file.rowCount
            return [
                Piece(
                    file: index,
                    start: 0,
                    end: 0,
                    firstLine: 1,
                    lineCount: rowCount,
                    isEndOfFile: true
                )
            ]
        }
        guard case .readable(let file, let head, let survey) = files[index].state else { return [] }
        var pieces: [Piece] = []
        var start = head.rowsOffset
        var line = head.rowsLine
        for segment in survey.segments.indices.dropFirst() {
            let nominal = segment * survey.segmentBytes
            guard nominal > start else { continue }
            let state = survey.state(before: segment)
            // Where one search reaches the end of the file, so would each that begins later.
            guard let boundary = try boundary(file, nominal, state.isInsideQuotes, survey),
                boundary.offset < survey.byteCount
            else { break }
            guard boundary.offset > start else { continue }
            pieces.append(
                Piece(
                    file: index,
                    segment: pieces.count,
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
                file: index,
                segment: pieces.count,
                start: start,
                end: survey.byteCount,
                firstLine: line,
                lineCount: lineEndCount + 2 - line,
                isEndOfFile: true
            )
        )
        return pieces
    }

    /// The first place at or behind an offset where a record may begin.
    ///
    /// A quoted cell cannot be longer than a record may be. Where none ends within that, a
    /// quotation mark is broken, and the next line end is as good a place as any: what was cut
    /// wrongly is read again in one piece with what follows.
    private func boundary(
        _ file: InputFile,
        _ offset: Int,
        _ insideQuotes: Bool,
        _ survey: FileSurvey
    ) throws(Failure) -> (offset: Int, lineEnds: Int)? {
        let limit = min(offset + RowLimits.recordBytes, survey.byteCount)
        if let found = try boundary(file, offset..<limit, insideQuotes, survey) { return found }
        return try boundary(file, offset..<survey.byteCount, nil, survey)
    }

    /// The first line end in a range, of those outside quotes where it is told how it begins.
    ///
    /// Nil in place of `insideQuotes` takes any line end.
    private func boundary(
        _ file: InputFile,
        _ range: Range<Int>,
        _ insideQuotes: Bool?,
        _ survey: FileSurvey
    ) throws(Failure) -> (offset: Int, lineEnds: Int)? {
        var isInsideQuotes = insideQuotes ?? false
        var position = range.lowerBound
        var lineEnds = 0
        while position < range.upperBound {
            let block: [UInt8]
            do throws(FileTrouble) {
                let count = min(1 << 14, range.upperBound - position)
                block = try InputSurvey.bytes(of: file, count: count, at: position)
            } catch {
                throw Failure(.refusedInput, "an input cannot be read any more: \(error)")
            }
            guard !block.isEmpty else { return nil }
            let found: Int?
            if insideQuotes == nil {
                found = block.firstIndex(of: survey.terminator).map { $0 + 1 }
            } else {
                found = block.withUnsafeBytes { bytes in
                    RecordBoundary.first(
                        in: bytes,
                        terminator: survey.terminator,
                        isInsideQuotes: &isInsideQuotes
                    )
                }
            }
            let passed = block.prefix(found ?? block.count)
            lineEnds += passed.count { $0 == survey.terminator }
            if let found { return (position + found, lineEnds) }
            position += block.count
        }
        return nil
    }
}

// MARK: - Reading pieces

extension InputReading {
    private func read(
        _ piece: Piece,
        arena: Int,
        _ tables: RecordTables,
        _ digest: PieceDigest? = nil
    ) -> Trouble {
        if case .parsed(let file) = files[piece.file].state {
            return Trouble(records: file.segments[piece.segment])
        }
        if case .profiled(let file) = files[piece.file].state {
            let records = SegmentReader.read(
                file,
                at: piece.file,
                arenaNumber: arena,
                target: tables.target(
                    file.layout.kind,
                    from: piece.firstRow,
                    capacity: piece.lineCount
                ),
                employees: employees,
                book: book
            )
            return Trouble(records: records)
        }
        guard case .readable(let file, let head, _) = files[piece.file].state else {
            preconditionFailure("a piece of a file that is not read")
        }
        let readBuffer = buffers.take(atLeast: max(1, piece.end - piece.start))
        let buffer = readBuffer.bytes
        var trouble: FileTrouble?
        var count = 0
        defer {
            if let digest {
                digest.add(readBuffer, count, at: piece.segment)
            } else {
                buffers.putBack(readBuffer)
            }
        }
        do throws(FileTrouble) {
            let whole = UnsafeMutableRawBufferPointer(
                rebasing: buffer[..<(piece.end - piece.start)]
            )
            count = try file.read(into: whole, at: piece.start)
            if count < whole.count { trouble = FileTrouble(5) }
        } catch {
            trouble = error
        }
        let segment = Segment(
            bytes: UnsafeBufferPointer(
                rebasing: UnsafeRawBufferPointer(buffer).bindMemory(to: UInt8.self)[..<count]
            ),
            layout: head.layout,
            file: piece.file,
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
        return Trouble(trouble: trouble, records: SegmentReader.read(segment, book: book))
    }

    /// Reads on one piece after the other where a record goes on past the end of its piece.
    ///
    /// That happens only in files with broken quotes, where quote parity does not tell whether a
    /// piece begins inside quotes.
    private func readAcrossPieces(
        _ pieces: [Piece],
        _ segments: inout [SegmentRecords],
        _ tables: RecordTables
    ) throws(Failure) {
        var index = 0
        while index < pieces.count {
            guard segments[index].openRecord != nil else {
                index += 1
                continue
            }
            let file = pieces[index].file
            var start = pieces[index].start
            var line = pieces[index].firstLine
            var row = pieces[index].firstRow
            while index < pieces.count, pieces[index].file == file {
                var piece = pieces[index]
                // Lines that a piece leaves to the next one take their room along.
                piece.lineCount += piece.firstRow - row
                piece.start = start
                piece.firstLine = line
                piece.firstRow = row
                let result = read(piece, arena: index, tables)
                if let trouble = result.trouble {
                    throw Failure(.refusedInput, "an input cannot be read any more: \(trouble)")
                }
                segments[index] = result.records
                row += result.records.rowCount
                if let open = result.records.openRecord {
                    start = piece.start + open.offset
                    line = open.line
                } else if index + 1 < pieces.count {
                    start = piece.end
                    line = result.records.nextLine
                }
                index += 1
            }
        }
    }
}

// MARK: - Keeping rows

extension InputReading {
    /// Keeps the rows of the files that were parsed, before they are joined with others.
    private func keepRows(
        _ pieces: [Piece],
        _ segments: [SegmentRecords],
        _ digests: [String?]
    ) {
        guard let kept else { return }
        var places: [Int: Range<Int>] = [:]
        for (place, piece) in pieces.enumerated() {
            places[piece.file] = (places[piece.file]?.lowerBound ?? place)..<(place + 1)
        }
        let planned = places
        _ = Parallel.map(count: files.count) { index in
            guard case .readable(_, let head, _) = files[index].state,
                ParsedFile.kinds.contains(head.layout.kind), let own = planned[index],
                let digest = digests[index]
            else { return }
            let facts = ParsedFile.Facts(
                kind: head.layout.kind,
                size: files[index].size,
                headerLines: 1,
                blankLines: head.blankCount,
                ignoredColumns: head.layout.ignoredColumns
            )
            kept.keep(facts, Array(segments[own]), digest, files[index].namedKind)
        }
    }
}

// MARK: - Joining

extension InputReading {
    private func assemble(
        _ pieces: [Piece],
        _ segments: [SegmentRecords],
        _ tables: RecordTables,
        _ digests: [String?]
    ) throws(Failure) -> RunInputs {
        var summaries = files.map { InputSummary(file: $0) }
        for (index, digest) in digests.enumerated() { summaries[index].file.digest = digest }
        var findings: [Finding] = []
        for (index, file) in files.enumerated() {
            let source = SourceLine(file: index, line: 0)
            switch file.state {
            case .readable(_, let head, _):
                summaries[index].kind = head.layout.kind
                summaries[index].ignoredColumns = head.layout.ignoredColumns
                summaries[index].headerLines = 1
                summaries[index].counts.blank = head.blankCount
            case .parsed(let file):
                summaries[index].kind = file.facts.kind
                summaries[index].ignoredColumns = file.facts.ignoredColumns
                summaries[index].headerLines = file.facts.headerLines
                summaries[index].counts.blank = file.facts.blankLines
            case .profiled(let file):
                summaries[index].kind = file.layout.kind
                summaries[index].ignoredColumns = file.layout.ignoredColumns
                summaries[index].headerLines = file.headerLineCount
                summaries[index].skippedLines = file.skippedLines.map {
                    SkippedLines(name: $0.name, count: $0.count)
                }
            case .refused(let refusal):
                findings.append(
                    Finding(
                        refusal.code,
                        source: SourceLine(file: index, line: refusal.line ?? 0),
                        column: refusal.column,
                        detail: .remark(value: "", text: refusal.message)
                    )
                )
            case .twin(let first):
                let detail = FindingDetail.remark(
                    value: "",
                    text: "seluruh isi berkas sama dengan \(files[first].name)"
                )
                findings.append(Finding(.rowTwin, source: source, detail: detail))
            }
        }
        findings += employees.clashes.map { number, first, second in
            let position = "\(files[first.file].name):\(first.line)"
            return Finding(
                .employeeClash,
                source: second,
                column: "no_pegawai",
                detail: .text(value: number, message: "\"\(number)\" juga di \(position)")
            )
        }
        var total = AmountTotal()
        var repairs = [CellRepairTally](repeating: CellRepairTally(), count: files.count)
        for (piece, segment) in zip(pieces, segments) {
            summaries[piece.file].counts += segment.counts
            repairs[piece.file] += segment.repairs
            total.add(segment.amountTotal)
            guard total.isWithinLimit else {
                throw Failure(
                    .refusedInput,
                    "the amounts of the inputs add up to more than 10 quadrillion rupiah; "
                        + "a file must hold wrong amounts"
                )
            }
        }
        for (file, repairs) in repairs.enumerated() { findings += repairs.findings(file: file) }
        for (index, file) in files.enumerated() {
            if case .twin(let first) = file.state {
                let counts = summaries[first].counts
                summaries[index].kind = summaries[first].kind
                summaries[index].ignoredColumns = summaries[first].ignoredColumns
                summaries[index].headerLines = summaries[first].headerLines
                summaries[index].skippedLines = summaries[first].skippedLines
                summaries[index].counts.blank = counts.blank
                summaries[index].counts.continuationLines = counts.continuationLines
                summaries[index].skipped = counts.accepted + counts.rejected
            }
        }
        let (records, rowFindings) = RecordsAssembly.assemble(
            segments,
            tables,
            files: files.map(\.name)
        )
        return RunInputs(records: records, findings: findings + rowFindings, files: summaries)
    }
}
