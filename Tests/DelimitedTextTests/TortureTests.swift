internal import DelimitedText
internal import Testing

/// Files that have broken other readers of CSV: what csv-spectrum asks, in our own words, and more.
@Suite("Torture")
struct TortureTests {
    private static let carriageReturn = UInt8(ascii: "\r")

    /// A file with line feeds, and its records as ``RowReading`` shows them.
    struct Case: Sendable, CustomStringConvertible {
        var description: String
        var text: String
        var events: [String]

        init(_ description: String, _ text: String, _ events: [String]) {
            self.description = description
            self.text = text
            self.events = events
        }
    }

    /// What csv-spectrum asks.
    static let spectrum = [
        Case("simple", "x,y,z\n1,2,3\n", ["1: x|y|z", "2: 1|2|3"]),
        Case("simple, CR LF", "x,y,z\r\n1,2,3\r\n", ["1: x|y|z", "2: 1|2|3"]),
        Case(
            "a comma in quotes",
            "nama,alamat,kota\nSari,\"Jl. Melati 7, RT 2\",Solo\n",
            ["1: nama|alamat|kota", "2: Sari|Jl. Melati 7, RT 2|Solo"]
        ),
        Case(
            "empty cells, quoted and not",
            "x,y,z\n1,\"\",\"\"\n2,3,4\n,,\n",
            ["1: x|y|z", "2: 1||", "3: 2|3|4", "4: ||"]
        ),
        Case(
            "empty cells, CR LF",
            "x,y,z\r\n1,\"\",\"\"\r\n2,3,4\r\n",
            ["1: x|y|z", "2: 1||", "3: 2|3|4"]
        ),
        Case(
            "doubled quotation marks",
            "a,b\n1,\"kata \"\"ya\"\" saja\"\n3,4\n",
            ["1: a|b", "2: 1|kata \"ya\" saja", "3: 3|4"]
        ),
        Case(
            "JSON in a cell",
            "kunci,nilai\n1,\"{\"\"jenis\"\": \"\"titik\"\", \"\"letak\"\": [110.4, -7.8]}\"\n",
            ["1: kunci|nilai", "2: 1|{\"jenis\": \"titik\", \"letak\": [110.4, -7.8]}"]
        ),
        Case(
            "line breaks in quotes",
            "a,b\n1,\"satu\ndua\ntiga\"\n\"\nsatu\n\",2\nc,d\n",
            ["1: a|b", "2: 1|satu\ndua\ntiga", "5: \nsatu\n|2", "8: c|d"]
        ),
        Case(
            "line breaks in quotes, CR LF",
            "a,b\r\n1,\"satu\r\ndua\"\r\nc,d\r\n",
            ["1: a|b", "2: 1|satu\r\ndua", "4: c|d"]
        ),
        Case(
            "quotation marks and line breaks",
            "a,b\n1,\"satu \"\"dua\"\"\n\"\"tiga\"\"\"\n\"\"\"\n\"\"\",4\n",
            ["1: a|b", "2: 1|satu \"dua\"\n\"tiga\"", "4: \"\n\"|4"]
        ),
        Case(
            "letters beyond ASCII",
            "a,b,c\n1,2,ʤ\n\"é, ñ\",名前,😀\n",
            ["1: a|b|c", "2: 1|2|ʤ", "3: é, ñ|名前|😀"]
        ),
        Case(
            "places on the earth",
            "letak,nama\n\"-7.797, 110.370\",Tugu\n\"7°47'49\"\"S 110°22'12\"\"E\",Tugu\n",
            [
                "1: letak|nama", "2: -7.797, 110.370|Tugu",
                "3: 7°47'49\"S 110°22'12\"E|Tugu",
            ]
        ),
        Case(
            "dates and numbers stay as they stand",
            "t,n\n2026-02-30,007\n1/2/3,-0.0e10\n",
            ["1: t|n", "2: 2026-02-30|007", "3: 1/2/3|-0.0e10"]
        ),
    ]

    /// Our own.
    static let own = [
        Case("nothing", "", []),
        Case("only a header", "npp,kpj", ["1: npp|kpj"]),
        Case("a header that is not ended well", "npp,kpj\r", ["1: npp|kpj"]),
        Case("a last line without its end", "a,b\nc,\"d\"", ["1: a|b", "2: c|d"]),
        Case("an end inside CR LF", "a,b\r\nc,\"d\"\r", ["1: a|b", "2: c|d"]),
        Case("a cell of only quotation marks", "\"\"\"\"\n", ["1: \""]),
        Case("many of them", "\"\"\"\"\"\"\"\",\"\"\n", ["1: \"\"\"|"]),
        Case("a delimiter behind the last cell", "a,b,\nc,d,\n", ["1: a|b|", "2: c|d|"]),
        Case("a delimiter at the end of the file", "a,b\nc,", ["1: a|b", "2: c|"]),
        Case("a quoted delimiter at the end of the file", "\",\"", ["1: ,"]),
        Case(
            "blank lines at both ends",
            "\n\r\na\n\n",
            ["1: blank", "2: blank", "3: a", "4: blank"]
        ),
        Case("a line of spaces is blank", "a\n \t \nb", ["1: a", "2: blank", "3: b"]),
        Case("a quoted empty cell is none", "a\n\"\"\n", ["1: a", "2: "]),
        Case("spaces in quotes stay", " a ,\" b \", c\t\n", ["1: a| b |c"]),
        Case("quoted line ends alone", "\"\n\",\"\r\n\",\"\r\"\nb", ["1: \n|\r\n|\r", "4: b"]),
        Case("a quoted cell ends at the line end", "a,\"b\"\r\n\"c\"\n", ["1: a|b", "2: c"]),
        Case("carriage returns before the line end", "a,b\r\r\nc\n", ["1: a|b", "2: c"]),
        Case("a no-break space is a letter", "\u{A0}a\u{A0}\n", ["1: \u{A0}a\u{A0}"]),
        Case("a byte order mark inside", "a,\u{FEFF}b\n", ["1: a|\u{FEFF}b"]),
        Case(
            "other line separators are letters",
            "a\u{2028}\u{85}\u{B}\n",
            ["1: a\u{2028}\u{85}\u{B}"]
        ),
    ]

    @Test("is read as it is written, in one piece and in segments", arguments: spectrum + own)
    func isReadAsWritten(_ torture: Case) {
        let bytes = Array(torture.text.utf8)
        #expect(RowReading.events(bytes) == torture.events)
        // A cut falls on each byte once: before, in and behind each quotation mark and line end.
        for segmentBytes in 1...max(1, bytes.count) {
            #expect(
                RowReading.events(bytes, segmentBytes: segmentBytes) == torture.events,
                "\(segmentBytes)"
            )
        }
    }

    @Test("reads the same where lines end in a carriage return", arguments: spectrum + own)
    func carriageReturns(_ torture: Case) {
        // Line ends of two bytes, and those that are bare on purpose, have no counterpart.
        guard !torture.text.utf8.contains(Self.carriageReturn) else { return }
        let bytes = torture.text.utf8.map { $0 == UInt8(ascii: "\n") ? Self.carriageReturn : $0 }
        let events = torture.events.map { $0.replacing("\n", with: "\r") }
        #expect(RowReading.events(bytes, terminator: Self.carriageReturn) == events)
        for segmentBytes in 1...max(1, bytes.count) {
            let pieces = RowReading.events(
                bytes,
                segmentBytes: segmentBytes,
                terminator: Self.carriageReturn
            )
            #expect(pieces == events, "\(segmentBytes)")
        }
    }

    @Test(
        "a carriage return inside a line is never a row, nor lost with what follows it",
        arguments: [
            ("a\rb", ["1: strayCarriageReturn"]), ("a\rb\nc", ["1: strayCarriageReturn", "2: c"]),
            ("a\r\"b\nc\"\nd\n", ["1: strayCarriageReturn", "2 kept: c\"", "3: d"]),
            ("a\r\"b", ["1: strayCarriageReturn"]),
            // As many cells as the line seems to have, of which only the first was kept.
            ("1\r2,3,\"4\n5\n", ["1: strayCarriageReturn", "2: 5"]),
            ("1\"\r2,3,\"4\n5\n", ["1: strayQuote", "2: 5"]),
            ("1\"\r2,3,\"4", ["1: strayQuote"]), ("a\n\rb\n", ["1: a", "2: b"]),
            ("\"a\nb\"\rc\nd\n", ["1: strayCarriageReturn", "2: strayQuote", "3: d"]),
        ] as [(String, [String])]
    )
    func strayCarriageReturn(_ text: String, _ events: [String]) {
        #expect(RowReading.events(text) == events)
    }

    @Test("has 4,096 cells, most of them empty")
    func manyCells() {
        let empty = String(repeating: ",", count: RowLimits.cells - 1)
        let events = RowReading.events("\(empty)\n\(empty)z\r\n\"\"\(empty)")
        let bars = empty.replacing(",", with: "|")
        #expect(events == ["1: \(bars)", "2: \(bars)z", "3: \(bars)"])
    }

    @Test("has a cell at the limit, quoted or not", arguments: ["", "\""])
    func cellAtTheLimit(_ mark: String) {
        for count in [RowLimits.cellBytes - 1, RowLimits.cellBytes, RowLimits.cellBytes + 1] {
            let cell = String(repeating: "x", count: count)
            let expected =
                count <= RowLimits.cellBytes
                ? "1: a|\(cell)" : "1: cellTooLong(cellIndex: 1, byteCount: 65536)"
            #expect(RowReading.events("a,\(mark)\(cell)\(mark)\nb") == [expected, "2: b"])
        }
        // Doubled marks count once.
        let marks = String(repeating: "\"\"", count: RowLimits.cellBytes)
        #expect(RowReading.events("\"\(marks)\"").first?.utf8.count == RowLimits.cellBytes + 3)
    }

    @Test("has a record at the limit, with and without its line end")
    func recordAtTheLimit() {
        // 16 cells of 65,535 bytes and their commas are the limit, less one; `"` `"` would be two.
        let cell = String(repeating: "x", count: RowLimits.cellBytes)
        let full = Array(repeating: cell, count: 16).joined(separator: ",")
        #expect(full.utf8.count == RowLimits.recordBytes - 1)
        let row = "1: " + full.replacing(",", with: "|")
        #expect(RowReading.events(full) == [row])
        #expect(RowReading.events(full + "\na") == [row, "2: a"])
        #expect(
            RowReading.events(full + "\r\na")
                == ["1: recordTooLong(byteCount: \(RowLimits.recordBytes + 1))", "2: a"]
        )
    }
}
