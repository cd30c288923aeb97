internal import DelimitedText
internal import Testing

@Suite("Splitting bytes into rows")
struct RowReaderTests {
    @Test(
        "follows RFC 4180",
        arguments: [
            ("", []), ("a", ["1: a"]), ("a,b\nc,d\n", ["1: a|b", "2: c|d"]),
            ("a,b\nc,d", ["1: a|b", "2: c|d"]), ("a,b\r\nc,d\r\n", ["1: a|b", "2: c|d"]),
            // Empty cells, last ones too.
            ("a,\n,b\n,\n", ["1: a|", "2: |b", "3: |"]), ("a,", ["1: a|"]), (",", ["1: |"]),
            ("a,\"\"\n", ["1: a|"]), ("\"\"\n", ["1: "]),
            // Quotes.
            ("\"a,b\",c\n", ["1: a,b|c"]), ("\"a \"\"b\"\"\"\n", ["1: a \"b\""]),
            ("\"\"\"\"\n", ["1: \""]),
            ("\"a\",\"b\"", ["1: a|b"]), ("\"a\"\r\nb\r\n", ["1: a", "2: b"]),
            // Line breaks in quotes are kept, and counted.
            ("\"a\nb\",c\nd,e\n", ["1: a\nb|c", "3: d|e"]),
            ("\"a\r\nb\"\r\nc\n", ["1: a\r\nb", "3: c"]),
            ("\"\n\n\"\na\n", ["1: \n\n", "4: a"]), ("a,\"b\nc", ["1: unterminatedQuote", "2: c"]),
            // A quoted comma and quote at the end of the file.
            ("a,\"b,\"\"\"", ["1: a|b,\""]),
            // Blank lines are events of their own.
            ("\n", ["1: blank"]), ("a\n\n\nb\n", ["1: a", "2: blank", "3: blank", "4: b"]),
            ("\r\na\r\n", ["1: blank", "2: a"]),
            // Letters of several bytes.
            ("é,Łódź,名\n", ["1: é|Łódź|名"]),
        ] as [(String, [String])]
    )
    func followsTheStandard(_ text: String, _ events: [String]) {
        #expect(RowReading.events(text) == events)
    }

    @Test(
        "finds the same cells in lines that hold them as they are and in lines that do not",
        arguments: [
            ("a,b\n c , d\ne,f\n", ["1: a|b", "2: c|d", "3: e|f"]),
            (" a,b\n c,d\ne , f", ["1: a|b", "2: c|d", "3: e|f"]),
            ("a ,b", ["1: a|b"]), ("a,b ", ["1: a|b"]), ("a,b\t\r\n", ["1: a|b"]),
            ("a b,c\r\nd,e \r\nf,g\r\n", ["1: a b|c", "2: d|e", "3: f|g"]),
            ("a,b\n\"c\",d\ne,f\n", ["1: a|b", "2: c|d", "3: e|f"]),
            ("a,b\n \"c\" ,d\n e,\"f\ng\"\nh", ["1: a|b", "2: c|d", "3: e|f\ng", "5: h"]),
            ("a\rb\nc\n", ["1: strayCarriageReturn", "2: c"]),
            ("a,b\r\r\nc\n", ["1: a|b", "2: c"]), (" \n , \na", ["1: blank", "2: |", "3: a"]),
        ] as [(String, [String])]
    )
    func placesOfCells(_ text: String, _ events: [String]) {
        #expect(RowReading.events(text) == events)
    }

    @Test("splits at the delimiter it is given")
    func delimiter() {
        #expect(RowReading.events("a;b,c;\"d;e\"\n", delimiter: ";") == ["1: a|b,c|d;e"])
        #expect(RowReading.events("a\tb\n", delimiter: "\t") == ["1: a|b"])
    }

    @Test("ends lines at a carriage return where the file has no line feed")
    func carriageReturns() {
        let events = RowReading.events("a,b\r\"c\rd\",e\r\rf,g", terminator: UInt8(ascii: "\r"))
        #expect(events == ["1: a|b", "2: c\rd|e", "4: blank", "5: f|g"])
    }

    @Test("counts lines from the one it is told")
    func firstLine() {
        #expect(RowReading.events("a\nb\n", firstLine: 41) == ["41: a", "42: b"])
    }

    @Test("tells where each record begins and how many lines it takes")
    func places() {
        #expect(RowReading.places("ab,c\n\n\"d\ne\",f\r\ng") == ["0+1", "5+1", "6+2", "15+1"])
        // A refused record costs its first line.
        #expect(RowReading.places("\"a\nb\nc") == ["0+1", "3+1", "5+1"])
    }

    @Test("says incomplete where the bytes end inside a record and the file goes on")
    func incomplete() {
        #expect(RowReading.events("a,b\nc,d", isEndOfFile: false) == ["1: a|b", "2: incomplete"])
        #expect(RowReading.events("a,b\n\"c\n", isEndOfFile: false) == ["1: a|b", "2: incomplete"])
        #expect(RowReading.events("a,b\n", isEndOfFile: false) == ["1: a|b"])
        #expect(RowReading.events("", isEndOfFile: false) == [])
    }

    @Test("says that cells are trimmed only where none has spaces around it")
    func trimming() {
        let lines = [
            "a,b c,d", " a,b", "a ,b", "a,\tb", "a, b", "a,b ", "\" a\",b", "a,\"b \"", "\"a\",b",
            "a,",
            ",", "  , ", "\" \"", " ", "a\t", "ä,b", "\u{A0}a,b",
        ]
        for first in lines {
            for second in lines {
                for end in ["\n", "\r\n"] {
                    for last in ["", end] {
                        check(Array((first + end + second + last).utf8))
                    }
                }
            }
        }
    }

    private func check(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { bytes in
            var reader = RowReader(bytes, delimiter: UInt8(ascii: ","), isEndOfFile: true)
            while true {
                switch reader.next() {
                case .row where reader.row.isTrimmed:
                    for cell in 0..<reader.row.count {
                        let ends = [reader.row[cell].first, reader.row[cell].last].compactMap(
                            \.self
                        )
                        #expect(ends.allSatisfy { $0 != 32 && $0 != 9 }, "\(text)")
                    }
                case .end, .incomplete: return
                default: continue
                }
            }
        }
    }
}
