/// A folder of inputs that teaches one thing.
struct Scenario: Sendable {
    let name: String

    /// What the inputs show, in a sentence.
    let shows: String

    /// What to look at in the report, in a sentence.
    let lookAt: String

    let asOf: Day
    let files: [SampleFile]

    /// What a reader may want to know beyond the three lines.
    let appendix: String

    init(
        _ name: String,
        shows: String,
        lookAt: String,
        asOf: Day = "2026-11-22",
        files: [SampleFile],
        appendix: String = ""
    ) {
        self.name = name
        self.shows = shows
        self.lookAt = lookAt
        self.asOf = asOf
        self.files = files
        self.appendix = appendix
    }
}

extension Scenario {
    /// The options after the paths, as the golden test reads them.
    var arguments: String {
        "--as-of \(asOf)"
    }

    private var readme: String {
        """
        **\(name)**: \(shows)

        `iuran reconcile SampleData/\(name) \(arguments) --output /tmp/\(name)`

        \(lookAt)
        \(appendix)
        """
    }

    /// Writes the inputs, `README.md` and `arguments`.
    ///
    /// - Throws: ``OutputFailure`` when the file system refuses one.
    func write(to folder: OutputFolder) throws(OutputFailure) {
        for file in files {
            try folder.write(file.text, to: file.name)
        }
        try folder.write(readme, to: "README.md")
        try folder.write(arguments + "\n", to: "arguments")
    }
}
