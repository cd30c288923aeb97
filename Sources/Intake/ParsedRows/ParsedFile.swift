package import Contributions

/// A file as it was read in an earlier run: its rows, and all else that reading made of it.
///
/// The rows stand in memory as they will stand in their table, with employers and pooled
/// identifiers numbered within their segment: joining the segments of a run is the same work for
/// rows that were parsed just now and for these.
package struct ParsedFile: Sendable {
    /// What the report says of the file.
    package struct Facts: Sendable {
        package var kind: InputKind
        /// The size of the file itself in bytes.
        package var size: Int
        package var headerLines: Int
        /// Blank lines above the rows.
        package var blankLines: Int
        package var ignoredColumns: [String]

        package init(
            kind: InputKind,
            size: Int,
            headerLines: Int,
            blankLines: Int,
            ignoredColumns: [String]
        ) {
            self.kind = kind
            self.size = size
            self.headerLines = headerLines
            self.blankLines = blankLines
            self.ignoredColumns = ignoredColumns
        }
    }

    package let facts: Facts
    /// The segments of the file, in order; their texts own the memory with the rows.
    package let segments: [SegmentRecords]

    /// The kinds whose rows are kept; files of the others are small.
    package static let kinds: Set<InputKind> = [.payroll, .ledger, .register]

    /// Rows and texts begin at multiples of this.
    package static let alignment = 64
}

// MARK: - Keeping

extension ParsedFile {
    /// Hands over the bytes to be kept of a file that was read, part by part.
    ///
    /// - Parameters:
    ///   - facts: What the report says of the file.
    ///   - segments: All its segments, not yet joined with others.
    ///   - keep: Takes the next part; each begins at a multiple of ``alignment`` bytes.
    /// - Throws: What `keep` throws.
    package static func write<Trouble>(
        _ facts: Facts,
        _ segments: [SegmentRecords],
        keep: (UnsafeRawBufferPointer) throws(Trouble) -> Void
    ) throws(Trouble) {
        var head = ByteWriter()
        head.write(facts)
        head.write(segments) { segment, head in
            head.write(segment.rowCount)
            head.write(segment.texts.contents.count)
            segment.writeRest(to: &head)
        }
        var size = ByteWriter()
        size.write(head.bytes.count)
        let bytes = size.bytes + head.bytes
        try bytes.withUnsafeBufferPointer { bytes throws(Trouble) in
            try keep(UnsafeRawBufferPointer(bytes))
        }
        for segment in segments {
            try keep(segment.rowBytes(facts.kind))
            try keep(segment.texts.contents)
        }
    }

    /// Takes in a file that was kept; its rows and texts stay where they are.
    ///
    /// - Parameters:
    ///   - memory: All that was kept.
    ///   - start: Where the parts of ``write(_:_:keep:)`` begin in it.
    ///   - place: The file's place among the run's inputs.
    /// - Throws: ``DamagedRows`` where the bytes are not what was handed over.
    package init(_ memory: KeptMemory, from start: Int, at place: Int) throws(DamagedRows) {
        let bytes = memory.bytes
        var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[start...]))
        let headCount = try reader.count()
        let facts = try Facts(from: &reader)
        var offset = Self.aligned(start + 8 + headCount)
        func take(_ count: Int) throws(DamagedRows) -> Range<Int> {
            guard offset <= bytes.count, count <= bytes.count - offset else { throw DamagedRows() }
            defer { offset = Self.aligned(offset + count) }
            return offset..<(offset + count)
        }
        segments = try reader.list { reader throws(DamagedRows) in
            let rows = try take(try reader.count() * facts.kind.rowBytes)
            let texts = try take(try reader.count())
            var segment = SegmentRecords(
                file: place,
                texts: TextArena(number: 0, kept: texts, in: memory)
            )
            segment.take(UnsafeRawBufferPointer(rebasing: bytes[rows]), facts.kind)
            try segment.readRest(from: &reader)
            return segment
        }
        self.facts = facts
    }

    private static func aligned(_ offset: Int) -> Int {
        (offset + alignment - 1) / alignment * alignment
    }
}

extension InputKind {
    /// The size of a row in memory; 0 for kinds that are not kept.
    fileprivate var rowBytes: Int {
        switch self {
        case .payroll: MemoryLayout<PayrollRow>.stride
        case .ledger: MemoryLayout<LedgerRow>.stride
        case .register: MemoryLayout<RegisterRow>.stride
        case .payments, .employers, .leavers, .employees, .pairs: 0
        }
    }
}

// MARK: - The head

extension ByteWriter {
    fileprivate mutating func write(_ facts: ParsedFile.Facts) {
        write(facts.kind.rawValue)
        write(facts.size)
        write(facts.headerLines)
        write(facts.blankLines)
        write(facts.ignoredColumns) { $1.write($0) }
    }
}

extension ParsedFile.Facts {
    fileprivate init(from reader: inout ByteReader) throws(DamagedRows) {
        guard let kind = InputKind(rawValue: try reader.string()), ParsedFile.kinds.contains(kind)
        else { throw DamagedRows() }
        self.kind = kind
        size = try reader.number()
        headerLines = try reader.number()
        blankLines = try reader.number()
        ignoredColumns = try reader.list { reader throws(DamagedRows) in try reader.string() }
    }
}

// MARK: - Segments

extension SegmentRecords {
    /// Takes in rows of an earlier run.
    fileprivate mutating func take(_ rows: UnsafeRawBufferPointer, _ kind: InputKind) {
        isKept = true
        switch kind {
        case .payroll: payroll = RowRegion(kept: rows.bindMemory(to: PayrollRow.self))
        case .ledger: ledger = RowRegion(kept: rows.bindMemory(to: LedgerRow.self))
        case .register: register = RowRegion(kept: rows.bindMemory(to: RegisterRow.self))
        case .payments, .employers, .leavers, .employees, .pairs: break
        }
    }

    fileprivate func rowBytes(_ kind: InputKind) -> UnsafeRawBufferPointer {
        switch kind {
        case .payroll: UnsafeRawBufferPointer(payroll.rows)
        case .ledger: UnsafeRawBufferPointer(ledger.rows)
        case .register: UnsafeRawBufferPointer(register.rows)
        case .payments, .employers, .leavers, .employees, .pairs:
            UnsafeRawBufferPointer(start: nil, count: 0)
        }
    }

    fileprivate func writeRest(to writer: inout ByteWriter) {
        writer.write(counts.accepted)
        writer.write(counts.rejected)
        writer.write(counts.blank)
        writer.write(counts.continuationLines)
        amountTotal.write(to: &writer)
        writer.write(rapels) { rapel, writer in
            writer.write(rapel.source.line)
            writer.write(Int(rapel.amount.sen))
        }
        writer.write(leavingReasons) { reason, writer in
            writer.write(reason.source.line)
            writer.write(reason.text.raw)
        }
        writer.write(employers.npps) { $1.write($0.raw) }
        writer.write(identifiers.texts) { $1.write($0) }
        repairs.write(to: &writer)
        findings.write(to: &writer)
    }

    fileprivate mutating func readRest(from reader: inout ByteReader) throws(DamagedRows) {
        counts.accepted = try reader.number()
        counts.rejected = try reader.number()
        counts.blank = try reader.number()
        counts.continuationLines = try reader.number()
        amountTotal = try AmountTotal(from: &reader)
        rapels = try reader.list { reader throws(DamagedRows) in
            StatedRapel(
                source: SourceLine(file: file, line: try reader.number()),
                amount: Rupiah(sen: Int64(try reader.number()))
            )
        }
        leavingReasons = try reader.list { reader throws(DamagedRows) in
            LeavingReason(
                source: SourceLine(file: file, line: try reader.number()),
                kept: try reader.word()
            )
        }
        let npps = try reader.list { reader throws(DamagedRows) in
            PackedText(raw: try reader.word())
        }
        employers = EmployerNumbers(npps)
        identifiers = IdentifierCollector(
            try reader.list { reader throws(DamagedRows) in try reader.text() }
        )
        repairs = try CellRepairTally(from: &reader)
        findings = try ReadingFindings(from: &reader, file: file)
    }
}
