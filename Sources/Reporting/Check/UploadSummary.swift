package import Contributions

/// What `iuran check` says of one uploaded file.
package struct UploadSummary: Sendable {
    package var name: String
    /// What the file is, in words; empty where that is unknown.
    package var kind = ""
    /// How it was recognised.
    package var recognition: Recognition?
    package var employers: [String] = []
    /// How many different workers it names.
    package var workerCount = 0
    package var months: [ContributionMonth] = []
    package var lines = Lines()
    package var totals: [ControlTotal] = []
    /// In the order of lines.
    package var problems: [UploadProblem] = []
    package var verdict = Verdict.accepted

    package init(name: String) {
        self.name = name
    }

    /// The layout that a file was read in, and how sure that is.
    package struct Recognition: Sendable {
        /// The name of the profile; `baku` for the canonical form.
        package var profile: String
        package var title: String
        /// In thousandths.
        package var score: Int
        /// How many of the headings the layout knows, and how many there are.
        package var headings: (known: Int, all: Int)
        /// The profile that came second, or nil.
        package var runnerUp: String?
        package var encoding: String
        package var delimiter: String
        package var ignoredColumns: [String]

        package init(
            profile: String,
            title: String,
            score: Int,
            headings: (known: Int, all: Int),
            runnerUp: String?,
            encoding: String,
            delimiter: String,
            ignoredColumns: [String]
        ) {
            self.profile = profile
            self.title = title
            self.score = score
            self.headings = headings
            self.runnerUp = runnerUp
            self.encoding = encoding
            self.delimiter = delimiter
            self.ignoredColumns = ignoredColumns
        }
    }

    /// Where every line of the file went.
    package struct Lines: Sendable {
        package var header = 0
        package var accepted = 0
        package var rejected = 0
        package var blank = 0
        package var continuation = 0
        /// Lines that are no rows, by what they are.
        package var skipped: [(name: String, count: Int)] = []

        package init() {}
    }

    /// A sum that HR compares with its own.
    package struct ControlTotal: Sendable {
        /// The name for programs.
        package var code: String
        package var label: String
        package var amount: Rupiah

        package init(code: String, label: String, amount: Rupiah) {
            self.code = code
            self.label = label
            self.amount = amount
        }
    }

    /// What becomes of the file.
    package enum Verdict: String, Sendable {
        /// Every row is taken.
        case accepted = "diterima"
        /// The good rows are taken, the others are not.
        case acceptedInPart = "diterima_sebagian"
        case refused = "ditolak"
    }
}

/// Something wrong or odd in an upload, at its place.
package struct UploadProblem: Sendable {
    package var code: FindingCode
    /// The physical line, from 1; 0 for the whole file.
    package var line: Int
    package var column: String
    /// The cell as it stands.
    package var value: String
    /// What is wrong, in Bahasa Indonesia.
    package var fact: String

    package init(
        _ code: FindingCode,
        line: Int,
        column: String = "",
        value: String = "",
        fact: String = ""
    ) {
        self.code = code
        self.line = line
        self.column = column
        self.value = value
        self.fact = fact
    }

    /// What is wrong, without its place.
    package var sentence: String {
        DiagnosticText(code, line: line, column: column, value: value, fact: fact).sentence
    }
}

/// The problems of one code.
struct UploadProblemGroup {
    var code: FindingCode
    var problems: [UploadProblem]

    /// Groups problems, the gravest first, then those that concern most rows.
    static func groups(_ problems: [UploadProblem]) -> [UploadProblemGroup] {
        Dictionary(grouping: problems, by: \.code)
            .map { UploadProblemGroup(code: $0, problems: $1) }
            .sorted { left, right in
                if left.code.severity != right.code.severity {
                    return left.code.severity > right.code.severity
                }
                return left.problems.count != right.problems.count
                    ? left.problems.count > right.problems.count
                    : left.code.code < right.code.code
            }
    }

    /// How many positions are listed before the rest is counted.
    static let listedPositions = 20
}
