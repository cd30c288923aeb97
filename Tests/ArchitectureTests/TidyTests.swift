import Testing

/// What the formatter does not check, and readers mind.
@Suite("Tidiness")
struct TidyTests {
    /// Files that are longer than a reader likes.
    ///
    /// The list is exact: who shortens one strikes it from here.
    private static let longFiles: Set<String> = []

    private let files: [SourceFile]
    private let sources: [SourceFile]

    init() throws {
        sources = try SourceFile.all(below: "Sources")
        files = try sources + SourceFile.all(below: "Tests")
    }

    private func places(_ files: [SourceFile], _ pattern: some RegexComponent) -> [String] {
        files.flatMap { $0.lines(matching: pattern) }
    }

    @Test("no line is over 100 columns, but for a text that cannot be broken")
    func noLongLine() {
        let long = files.flatMap { file in
            file.longLines.map { "\(file.path):\($0)" }
        }
        #expect(long.isEmpty, "\(long.joined(separator: "\n"))")
    }

    @Test("no file is over 500 lines")
    func noLongFile() {
        let long = files.filter { $0.lines.count > 501 }.map(\.path)
        #expect(Set(long) == Self.longFiles)
    }

    @Test("nothing is left to do")
    func nothingIsLeftToDo() {
        let mark = "TO" + "DO"
        let places = files.flatMap { file in
            file.lines.enumerated()
                .filter { $0.element.contains(mark) || $0.element.contains("FIX" + "ME") }
                .map { "\(file.path):\($0.offset + 1)" }
        }
        #expect(places.isEmpty)
    }

    @Test("no amount is a floating-point number but in a cell of the workbook")
    func noFloatingPoint() {
        let core = sources.filter { ["Contributions", "Intake", "Reporting"].contains($0.target) }
        #expect(core.count > 50)
        let places = places(core, /\b(Double|Float|CGFloat|Decimal|TimeInterval)\b/)
        let files = Set(places.map { $0.prefix { $0 != ":" } })
        #expect(files == ["Sources/Reporting/Workbook/WorkbookNumbers.swift"])
    }

    @Test("nothing is forced: no try!, no as!")
    func nothingIsForced() {
        #expect(places(files, /\btry!|\bas!/).isEmpty)
    }

    @Test("the tests themselves see what they look for")
    func theTestsSeeWhatTheyLookFor() {
        let bang = "!"
        let file = SourceFile(
            "Sources/Contributions/A.swift",
            """
            let a = try\(bang) f() // as\(bang)
            let b: Double = 1 // Double
            let c = "try\(bang) Double"
            // Double
            \(String(repeating: "x", count: 101))
            """
        )
        #expect(file.lines(matching: /\btry!/) == ["Sources/Contributions/A.swift:1"])
        #expect(file.lines(matching: /\bas!/).isEmpty)
        #expect(file.lines(matching: /\bDouble\b/) == ["Sources/Contributions/A.swift:2"])
        #expect(file.longLines == [5])
    }
}

extension SourceFile {
    /// The lines over 100 columns, without those of string literals: breaking these changes what
    /// they say, and the formatter leaves them alone.
    fileprivate var longLines: [Int] {
        var isInsideText = false
        return lines.enumerated().compactMap { index, line in
            if line.contains("\"\"\"") { isInsideText.toggle() }
            // A regular expression literal cannot be broken either.
            let isPattern = line.contains(" /") && (line.contains("/)") || line.hasSuffix("/"))
            let isText = isInsideText || line.contains("\"") || isPattern
            return line.count > 100 && !isText ? index + 1 : nil
        }
    }
}
