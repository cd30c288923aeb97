internal import DelimitedText
internal import Testing

@Suite("A broken record")
struct MalformedRowTests {
    @Test(
        "costs one line, and the next is read",
        arguments: [
            // A quoted cell that goes on behind its mark: where it ends is a guess.
            ("\"a\"b,c\nd,e\n", ["1: strayQuote", "2: d|e"]),
            ("\"a\"b,c,d\"\ne\n", ["1: strayQuote", "2: e"]),
            ("\"a\"b,\",c\"\nd\n", ["1: strayQuote", "2: d"]),
            ("\"a\" \"b,c\"\nd\n", ["1: strayQuote", "2: d"]),
            ("\"a\"b\nc\n", ["1: strayQuote", "2: c"]), ("a,\"b\"c", ["1: strayQuote"]),
            // Two records, by a carriage return inside the line.
            ("a\"\rb\nc\n", ["1: strayQuote", "2: c"]),
            // Unusable for another reason, which is then the one to name.
            ("a\"\u{0}\nb\n", ["1: nulByte(cellIndex: 0)", "2: b"]),
            // A lost one that swallows lines until the next: reading starts afresh on line 2.
            ("\"a,b\nc,d\n\"e\",f\ng,h\n", ["1: strayQuote", "2: c|d", "3: e|f", "4: g|h"]),
            // One that is never closed.
            ("a,b\n\"c,d\ne,f\n", ["1: a|b", "2: unterminatedQuote", "3: e|f"]),
            ("\"", ["1: unterminatedQuote"]), ("a,\"b", ["1: unterminatedQuote"]),
            ("\"a\n\"b\n\"c\n", ["1: strayQuote", "2: strayQuote", "3: unterminatedQuote"]),
            // A carriage return inside a line.
            ("a,b\rc,d\ne,f\n", ["1: strayCarriageReturn", "2: e|f"]),
        ] as [(String, [String])]
    )
    func costsOneLine(_ text: String, _ events: [String]) {
        #expect(RowReading.events(text) == events)
    }

    @Test(
        "is a row all the same where its quotation marks leave no choice",
        arguments: [
            // In a cell that is not quoted they belong to the cell.
            ("a,b\nPT \"Maju\",c\nd,e\n", ["1: a|b", "2 kept: PT \"Maju\"|c", "3: d|e"]),
            ("a\"\nb\n", ["1 kept: a\"", "2: b"]), ("a,b\"", ["1 kept: a|b\""]),
            ("a\"\r\nb\r\n", ["1 kept: a\"", "2: b"]), ("x,5\" \"\"\n", ["1 kept: x|5\" \"\""]),
            // In a quoted one, too, when it ends at the same place for everybody.
            ("\"PT \"Maju\" Jaya\",1\n", ["1 kept: PT \"Maju\" Jaya|1"]),
            ("\"a\"b\",c\nd\n", ["1 kept: a\"b|c", "2: d"]), ("\"a\" b\"", ["1 kept: a\" b"]),
            ("\"a\" \"b\" ,\"c,d\"\n", ["1 kept: a\" \"b|c,d"]),
            // Doubled ones and quoted delimiters beside it are read as ever.
            ("a\"b,\"c,\"\"d\"\"\"\n", ["1 kept: a\"b|c,\"d\""]),
        ] as [(String, [String])]
    )
    func keepsStrayQuotes(_ text: String, _ events: [String]) {
        #expect(RowReading.events(text) == events)
        // Not only with commas.
        let semicolons = text.replacing(",", with: ";")
        #expect(
            RowReading.events(semicolons, delimiter: ";")
                == events.map { $0.replacing(",", with: ";") }
        )
    }

    @Test(
        "holds a NUL byte or is not UTF-8, wherever it stands in the file",
        arguments: [0, 3, 8, 20]
    )
    func unreadableBytes(_ distance: Int) {
        let before = [UInt8](repeating: UInt8(ascii: "x"), count: distance)
        let after = Array("\ne,f\n".utf8)
        for (bytes, problem) in [
            ([0], "nulByte"), ([0xFF], "notUTF8"), ([0xC3], "notUTF8"),
            ([0xED, 0xA0, 0x80], "notUTF8"),
            ([0xC0, 0x80], "notUTF8"),
        ] as [([UInt8], String)] {
            let events = RowReading.events(before + bytes + after)
            #expect(events == ["1: \(problem)(cellIndex: 0)", "2: e|f"], "\(bytes)")
            let last = RowReading.events(Array("é\n".utf8) + before + bytes).last
            #expect(last == "2: \(problem)(cellIndex: 0)")
        }
    }

    @Test("names its first cell that is no text; half a character is none")
    func unreadableCell() {
        let halves: [UInt8] = [0x61, 0x2C, 0xC3, 0x2C, 0xA9, 0x0A]
        #expect(RowReading.events(halves) == ["1: notUTF8(cellIndex: 1)"])
        #expect(
            RowReading.events([0x61, 0x2C, 0x62, 0, 0x2C, 0xFF]) == ["1: nulByte(cellIndex: 1)"]
        )
    }

    @Test("may have a cell of 65,535 bytes and no longer one")
    func cellLimit() {
        let cell = String(repeating: "x", count: RowLimits.cellBytes)
        #expect(RowReading.events("a,\(cell)\nb\n") == ["1: a|\(cell)", "2: b"])
        #expect(
            RowReading.events("a,\(cell)y\nb\n")
                == ["1: cellTooLong(cellIndex: 1, byteCount: 65536)", "2: b"]
        )
        // Many cells of less are no long cell.
        let half = String(repeating: "x", count: 40_000)
        #expect(RowReading.events("\(half),\(half)\n") == ["1: \(half)|\(half)"])
    }

    @Test("may have 4,096 cells and no more")
    func cellCountLimit() {
        let commas = String(repeating: ",", count: RowLimits.cells - 1)
        #expect(RowReading.events("a\(commas)\nb\n").first?.filter { $0 == "|" }.count == 4095)
        #expect(RowReading.events("a\(commas),\nb\n") == ["1: tooManyCells(count: 4097)", "2: b"])
    }

    @Test("may have a million bytes and no more, on one line or in quotes")
    func recordLimit() {
        let long = String(repeating: "0123456789,", count: RowLimits.recordBytes / 11 + 1)
        let events = RowReading.events("\(long)\nb\n")
        #expect(events == ["1: recordTooLong(byteCount: \(long.utf8.count + 1))", "2: b"])
        // The rest of an open quote is read line by line again.
        let lines = String(repeating: "0123456789\n", count: RowLimits.recordBytes / 11 + 1)
        let reread = RowReading.events("\"\(lines)b\n")
        #expect(reread.prefix(2) == ["1: unterminatedQuote", "2: 0123456789"])
        #expect(reread.count == lines.utf8.count / 11 + 1)
        #expect(reread.last == "\(reread.count): b")
    }
}
