internal import Contributions
internal import Reporting

/// `Documentation/Diagnostics.md`: every finding code with the files that give it and what is
/// printed for them.
struct Gallery: Sendable {
    static let fileName = "Documentation/Diagnostics.md"

    private let fixtures: [Fixture]
    private let texts: [String: DiagnosticText]

    /// Runs the fixtures of all finding codes.
    ///
    /// - Throws: A ``GalleryProblem`` for a code whose fixture is missing or does not give it.
    init() throws {
        fixtures = try FindingCode.allCases.map { try Fixture($0.code) }
        texts = Dictionary(
            uniqueKeysWithValues: try fixtures.map { ($0.name, try $0.diagnostic()) }
        )
    }

    /// The whole document.
    var document: String {
        let entries = Topic.allCases.map { topic in
            let entries = codes(of: topic).map { code, fixture in
                Self.entry(code, fixture, texts[fixture.name] ?? DiagnosticText(code))
            }
            return "## \(topic.heading)\n\n" + entries.joined(separator: "\n")
        }
        return Self.introduction + "\n" + index + "\n" + entries.joined(separator: "\n")
    }

    private func codes(of topic: Topic) -> [(FindingCode, Fixture)] {
        zip(FindingCode.allCases, fixtures).filter { $1.topic == topic }
    }
}

// MARK: - Parts

extension Gallery {
    private static let introduction = """
        # Diagnostics

        Everything that `iuran` finds wrong or odd in data, one entry per finding code. `temuan.csv` of a
        report has a row for each finding, `kode` and `tingkat` first; a terminal shows it as

        ```text
        file:line: tingkat: kolom "name": "cell" what is wrong [kode]
          saran: what to do
        ```

        Messages are in Bahasa Indonesia, because those who mend the data read them. A finding never ends
        a run, and nothing is repaired in silence.

        | tingkat | meaning |
        |---|---|
        | `gawat` | grave: a file is missing from the run, or a worker may be harmed; look today |
        | `kesalahan` | error: something is wrong, and money or a membership depends on it |
        | `peringatan` | warning: something is odd, or the run had to assume it |
        | `info` | nothing has to be done if it is as intended |

        Each entry shows the smallest files that give the finding, with `>` before the lines it points to,
        and what is printed for them. Persons and companies are invented. The files are below
        [`Tests/DiagnosticTests/Fixtures`](../Tests/DiagnosticTests/Fixtures). `make record` makes this
        page from them; do not edit it.

        """

    /// The table at the top.
    private var index: String {
        let rows = Topic.allCases.flatMap { topic in
            codes(of: topic).map { code, _ in
                let name = code.code
                return "| [`\(name)`](#\(name)) | \(code.severity.code) | \(code.trigger) |\n"
            }
        }
        return "| kode | tingkat | pemicu |\n|---|---|---|\n" + rows.joined()
    }

    /// One code: trigger, severity, files, message.
    private static func entry(
        _ code: FindingCode,
        _ fixture: Fixture,
        _ text: DiagnosticText
    ) -> String {
        let options = fixture.arguments.joined(separator: " ")
        var run = options == Fixture.usualArguments ? "" : "Run with `\(options)`.\n\n"
        if fixture.isDelivery {
            run = "Dropped together into `masuk/`, then `iuran run \(options)`.\n\n"
        }
        if let settings = fixture.settingsText { run += "Settings: `\(settings)`\n\n" }
        return """
            ### `\(code.code)`

            - **Tingkat:** \(text.severity.code)
            - **Pemicu:** \(code.trigger)
            - **Saran:** \(text.advice)

            \(fixture.about)

            \(run)```text
            \(listing(fixture, text))
            ```

            ```text
            \(text.lines.joined(separator: "\n"))
            ```

            """
    }

    /// The files with their line numbers, that of the finding first.
    private static func listing(_ fixture: Fixture, _ text: DiagnosticText) -> String {
        let ordered =
            fixture.files.filter { $0.name == text.file }
            + fixture.files.filter { $0.name != text.file }
        let files = ordered.map { name, content in
            let lines = content.split(separator: "\n").enumerated().map { index, line in
                let isMeant = name == text.file && (text.line == index + 1 || text.line == 0)
                return "\(isMeant ? ">" : " ") \(index + 1)  \(line)"
            }
            return ([name] + lines).joined(separator: "\n")
        }
        return files.joined(separator: "\n\n")
    }
}
