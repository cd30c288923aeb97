internal import DelimitedText
internal import TestSupport
internal import Testing

/// A file is read in segments side by side; how it is cut must not show.
@Suite("Reading in segments")
struct SegmentTests {
    /// A well-formed table with all that may stand in cells.
    private static func table(_ random: inout SeededRandom) -> [UInt8] {
        let cells = [
            "", "a", "12004518", "\"a,b\"", "\"\"\"\"", "\"a\nb\"", "\"\r\n\"", "\"\n\"\"\n\"", "é",
            "\"\"",
            "1000000.50", "\"PT \"\"Maju\"\"\"",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...30, using: &random) {
            let count = Int.random(in: 1...5, using: &random)
            let row = (0..<count).map { _ in cells[Int.random(in: cells.indices, using: &random)] }
            text += row.joined(separator: ",")
            text += Int.random(in: 0...3, using: &random) == 0 ? "\r\n" : "\n"
            if Int.random(in: 0...9, using: &random) == 0 { text += "\n" }
        }
        if Bool.random(using: &random) { text += "last,row" }
        return Array(text.utf8)
    }

    @Test("gives the rows and lines of the whole, however it is cut", arguments: 1...40)
    func equalsTheWhole(_ seed: Int) {
        var random = SeededRandom(seed: seed)
        let bytes = Self.table(&random)
        let whole = RowReading.events(bytes)
        for segmentBytes in [1, 2, 3, 7, 16, 64, 1000] {
            #expect(
                RowReading.events(bytes, segmentBytes: segmentBytes) == whole,
                "seed \(seed), \(segmentBytes)"
            )
        }
    }

    @Test(
        "counts the same, in whatever pieces the bytes arrive",
        arguments: [1, 2, 3, 7, 64, 10_000]
    )
    func feeding(_ pieceBytes: Int) {
        var random = SeededRandom(seed: 99)
        let bytes = Self.table(&random) + Self.table(&random) + Self.table(&random)
        var whole = FileSurvey(segmentBytes: 10, terminator: UInt8(ascii: "\n"))
        bytes.withUnsafeBytes { whole.feed($0) }
        var pieces = FileSurvey(segmentBytes: 10, terminator: UInt8(ascii: "\n"))
        for start in stride(from: 0, to: bytes.count, by: pieceBytes) {
            bytes[start..<min(start + pieceBytes, bytes.count)].withUnsafeBytes { pieces.feed($0) }
        }
        #expect(pieces.byteCount == bytes.count)
        #expect(pieces.segments.count == (bytes.count + 9) / 10)
        #expect(pieces.segments.map(\.lineEndCount) == whole.segments.map(\.lineEndCount))
        #expect(pieces.segments.map(\.quoteCount) == whole.segments.map(\.quoteCount))
        // The counts are those of the bytes.
        for index in pieces.segments.indices {
            let before = bytes.prefix(index * 10)
            let state = pieces.state(before: index)
            #expect(state.lineEndCount == before.count { $0 == UInt8(ascii: "\n") })
            #expect(state.isInsideQuotes == (before.count { $0 == UInt8(ascii: "\"") } % 2 == 1))
        }
    }

    @Test(
        "begins behind the first line end outside quotes",
        arguments: [
            ("a\nb", false, 2, false), ("\nb", false, 1, false), ("a,b", false, nil, false),
            ("\"a\n\"\nb", false, 5, false), ("a\n\"\nb", true, 4, false),
            ("a\nb", true, nil, true),
            ("\"a\n", false, nil, true), ("", true, nil, true), ("\"\"\n", false, 3, false),
        ] as [(String, Bool, Int?, Bool)]
    )
    func boundary(_ text: String, _ startsInside: Bool, _ offset: Int?, _ endsInside: Bool) {
        var isInsideQuotes = startsInside
        let found = Array(text.utf8).withUnsafeBytes {
            RecordBoundary.first(
                in: $0,
                terminator: UInt8(ascii: "\n"),
                isInsideQuotes: &isInsideQuotes
            )
        }
        #expect(found == offset)
        #expect(isInsideQuotes == endsInside)
    }
}
