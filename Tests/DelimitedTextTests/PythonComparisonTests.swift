internal import DelimitedText
internal import TestSupport
internal import Testing

/// `DelimitedText` yields what Python's csv module in strict mode yields, with the same lines.
///
/// Where one of them has no answer, or an answer of its own:
/// - Spaces and tabs around a cell that is not quoted are taken off by libcsv, and a line of
///   nothing else is blank. Next to a quotation mark they make Python read the mark as part of the
///   cell, or refuse the row; such files are left out.
/// - A record that Python refuses is malformed. It may be a row with stray quotation marks: then
///   Python without strict mode sees the same cells, up to the marks.
/// - A stray mark on a later line of a record makes it malformed; Python keeps it.
/// - A carriage return in a line of a file that ends lines otherwise: Python refuses it, and so do
///   we; before the first cell or behind the last it is skipped.
/// - NUL bytes, bytes that are not UTF-8 and rows over a limit are malformed, and left out here. So
///   is the byte order mark, which is the header's business.
@Suite("Python's csv module")
struct PythonComparisonTests {
    /// A file, and how it is written.
    private struct Sample {
        var text: String
        var delimiter: String
        var lineEnd: String

        var bytes: [UInt8] { Array(text.utf8) }
    }

    @Test("yields the same rows of well-formed files, byte for byte")
    func wellFormed() throws {
        let samples = (1...500).map { Self.table(seed: $0, hasSpaces: false) }
        var counts: [String: Int] = [:]
        try Self.compare(samples) { sample, ours, theirs in
            counts[theirs.kind, default: 0] += 1
            #expect(ours.kind == theirs.kind, "\(sample) line \(theirs.line)")
            #expect(ours.cells == theirs.cells, "\(sample) line \(theirs.line)")
        }
        #expect(counts["error"] == nil)
        #expect(counts["row", default: 0] > 5000 && counts["blank", default: 0] > 200, "\(counts)")
    }

    @Test("yields the same but for the spaces around cells that are not quoted")
    func trimming() throws {
        let samples = (501...800).map { Self.table(seed: $0, hasSpaces: true) }
        var trimmedCount = 0
        try Self.compare(samples) { sample, ours, theirs in
            if ours.kind == "blank", theirs.kind == "row" {
                #expect(theirs.cells.count == 1 && Self.trimmed(theirs.cells[0]).isEmpty)
                return
            }
            #expect(ours.cells.count == theirs.cells.count, "\(sample) line \(theirs.line)")
            for (our, their) in zip(ours.cells, theirs.cells) where our != their {
                trimmedCount += 1
                #expect(our == Self.trimmed(their), "\(sample) line \(theirs.line)")
            }
        }
        #expect(trimmedCount > 1000)
    }

    @Test("agrees where anything may stand anywhere")
    func anything() throws {
        let samples = (1001...2000).map(Self.soup)
        var counts: [String: Int] = [:]
        try Self.compare(samples) { sample, ours, theirs in
            counts["\(ours.kind)/\(theirs.kind)", default: 0] += 1
            let place = "\(sample) line \(theirs.line): \(ours.kind), \(theirs.kind)"
            switch (ours.kind, theirs.kind) {
            case ("error", "error"): break
            case ("kept", "error"):
                let ourText = ours.cells.map(Self.withoutQuotes)
                #expect(ourText == theirs.cells.map(Self.withoutQuotes), "\(place)")
            case ("error", "row"):
                // A mark in a cell that is not quoted, behind a quoted line break.
                #expect(theirs.cells.contains { $0.contains(UInt8(ascii: "\"")) }, "\(place)")
                let lineEnd = sample.lineEnd.utf8.last ?? 0
                #expect(theirs.cells.contains { $0.contains(lineEnd) }, "\(place)")
            default:
                let ourKind = ours.kind == "kept" ? "row" : ours.kind
                #expect(ourKind == theirs.kind, "\(place)")
                #expect(ours.cells == theirs.cells, "\(place)")
            }
        }
        for kinds in ["row/row", "kept/row", "kept/error", "error/error", "blank/blank"] {
            #expect(counts[kinds, default: 0] >= 50, "\(counts)")
        }
    }
}

// MARK: - Random files

extension PythonComparisonTests {
    /// A well-formed table; `hasSpaces` puts spaces and tabs around cells that are not quoted.
    private static func table(seed: Int, hasSpaces: Bool) -> Sample {
        var random = SeededRandom(seed: seed)
        let delimiter = random.pick([",", ";", "\t"])
        let lineEnd = random.pick(["\n", "\r\n", "\r", "mixed"])
        let bare = ["", "", "a", "12004518", "1000000.50", "é", "Łódź", "名", "😀", "a b", "'"]
        let quoted = [
            "", "a", "\"\"", delimiter, "a\(delimiter)b", "\"\"\(delimiter)\"\"", "\n", "\r\n",
            "\r",
            "a\n\nb", "\"\"\n", " a ", "PT \"\"Maju\"\"", "{\"\"a\"\":[1,2]}", ";,\t",
        ]
        var text = ""
        for _ in 0..<random.number(0..<25) {
            let cells = (0..<random.number(1..<6)).map { _ in
                if random.chance(35) { return "\"\(random.pick(quoted))\"" }
                let cell = random.pick(bare)
                guard hasSpaces else { return cell }
                let spaces = ["", " ", "  ", "\t", " \t"].filter { !$0.contains(delimiter) }
                return random.pick(spaces) + cell + random.pick(spaces)
            }
            text += cells.joined(separator: delimiter)
            for _ in 0...(random.chance(10) ? 1 : 0) {
                text += lineEnd == "mixed" ? random.pick(["\n", "\r\n"]) : lineEnd
            }
        }
        // The last line may lack its end, or half of it.
        if random.chance(40), !text.isEmpty { text.unicodeScalars.removeLast() }
        return Sample(text: text, delimiter: delimiter, lineEnd: lineEnd == "\r" ? "\r" : "\n")
    }

    /// A few lines of marks, delimiters, line ends and letters without any order.
    private static func soup(seed: Int) -> Sample {
        var random = SeededRandom(seed: seed)
        let delimiter = random.pick([",", ";", "\t"])
        let lineEnd = random.pick(["\n", "\n", "\r\n", "\r"])
        let alphabet = [
            "\"", "\"", "\"\"", delimiter, delimiter, lineEnd, lineEnd, "a", "b", "é",
            "\(delimiter)\"", "\"\(delimiter)", "\"\(lineEnd)", "\(lineEnd)\"",
        ]
        let text = (0..<random.number(0..<40)).map { _ in random.pick(alphabet) }.joined()
        return Sample(text: text, delimiter: delimiter, lineEnd: lineEnd == "\r" ? "\r" : "\n")
    }
}

// MARK: - Comparing

extension PythonComparisonTests {
    /// Reads all samples on both sides and hands on the records, pair by pair.
    private static func compare(
        _ samples: [Sample],
        _ check: (Sample, RowReading.Record, RowReading.Record) -> Void
    ) throws {
        let tasks = samples.map { sample in
            [sample.delimiter, sample.lineEnd, sample.text].map { hexadecimal(Array($0.utf8)) }
                .joined(separator: " ")
        }
        let folder = try WorkFolder(["tasks": tasks.joined(separator: "\n")])
        let script = PackageRoot.path(of: "Tests/IndependentCheck/csv_rows.py")
        let run = try BuiltTool.run(
            program: "sh",
            ["-c", "python3 -B '\(script)' <tasks"],
            in: folder.path
        )
        guard run.status == 0 else { throw run }
        var lines = run.stdout.split(separator: "\n")[...]
        for sample in samples {
            let count = try #require(lines.popFirst().flatMap { Int($0) })
            let theirs = lines.prefix(count).map(record)
            lines = lines.dropFirst(count)
            let ours = RowReading.records(
                sample.bytes,
                delimiter: sample.delimiter.utf8.first ?? 0,
                terminator: sample.lineEnd.utf8.last ?? 0
            )
            // After one of them gives up on a record of several lines, the other may be elsewhere;
            // from the next line that both begin a record on they are compared again.
            let ourLines = Dictionary(uniqueKeysWithValues: ours.map { ($0.line, $0) })
            if !ours.contains(where: { $0.kind == "error" }) {
                #expect(ours.map(\.line) == theirs.map(\.line), "\(sample)")
            }
            for their in theirs {
                guard let our = ourLines[their.line] else { continue }
                check(sample, our, their)
            }
        }
        #expect(lines.isEmpty)
    }

    private static func record(_ line: Substring) -> RowReading.Record {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        let cells = parts[2].split(separator: ".", omittingEmptySubsequences: false).dropFirst()
        return RowReading.Record(
            line: Int(parts[0]) ?? 0,
            kind: String(parts[1]),
            cells: cells.map(bytes)
        )
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static func bytes(_ hexadecimal: Substring) -> [UInt8] {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        let places = stride(from: 0, to: digits.count, by: 2)
        return places.map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    private static func trimmed(_ cell: [UInt8]) -> [UInt8] {
        let spaces = Array(" \t".utf8)
        let rest = cell.drop(while: spaces.contains).reversed().drop(while: spaces.contains)
        return Array(rest.reversed())
    }

    private static func withoutQuotes(_ cell: [UInt8]) -> [UInt8] {
        cell.filter { $0 != UInt8(ascii: "\"") }
    }
}
