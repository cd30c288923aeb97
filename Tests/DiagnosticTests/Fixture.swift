internal import Contributions
internal import Intake
internal import Reporting
internal import TestSupport

@testable internal import NightlyJob

/// A folder below `Fixtures`, named as a finding code: the smallest files that give the code.
///
/// Beside the CSV files it holds `about.md`, whose first line is `topic: …` and whose rest says, in
/// English, what the files show; `arguments`, where a run needs others than
/// ``Fixture/usualArguments``, which begin with `run` where the files are one delivery to a
/// workspace; and `pengaturan.yaml`, where the code needs settings.
struct Fixture: Sendable {
    /// The name of the folder: the finding code.
    let name: String
    let topic: Topic
    /// What the files show.
    let about: String
    /// The options of `iuran reconcile`, or of `iuran run`.
    let arguments: [String]
    /// Whether the files are dropped into a workspace together.
    let isDelivery: Bool
    /// The settings file, where the code needs one.
    let settings: String?
    /// The input files by name.
    let files: [(name: String, text: String)]

    static let folder = PackageRoot.path(of: "Tests/DiagnosticTests/Fixtures")
    static let usualArguments = "--as-of 2026-11-22"

    /// The names of all fixtures.
    static func names() throws -> [String] { try FolderContents.folders(in: folder) }

    /// Reads a fixture.
    ///
    /// - Throws: A ``GalleryProblem`` that says what to add.
    init(_ name: String) throws {
        let path = "\(Self.folder)/\(name)"
        guard FolderContents.isFolder(path) else {
            throw GalleryProblem(
                """
                the finding code \(name) has no fixture: add the smallest CSV files that give it, and \
                about.md, to Tests/DiagnosticTests/Fixtures/\(name)/, then run make record
                """
            )
        }
        let names = try FolderContents.names(in: path)
        guard names.contains("about.md") else {
            throw GalleryProblem("add Tests/DiagnosticTests/Fixtures/\(name)/about.md")
        }
        let parts = try FolderContents.text(of: "\(path)/about.md").split(
            separator: "\n",
            maxSplits: 1
        )
        guard parts.count == 2, parts[0].hasPrefix("topic: "),
            let topic = Topic(rawValue: String(parts[0].dropFirst(7)))
        else {
            let known = Topic.allCases.map(\.rawValue).joined(separator: ", ")
            throw GalleryProblem(
                "\(name)/about.md must begin with \"topic: \" and one of \(known), and go on with text"
            )
        }
        self.name = name
        self.topic = topic
        let text = parts[1].trimmingPrefix(while: \.isNewline)
        about = String(text.hasSuffix("\n") ? text.dropLast() : text)
        let line =
            names.contains("arguments")
            ? try FolderContents.text(of: "\(path)/arguments") : Self.usualArguments
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        isDelivery = words.first == "run"
        arguments = isDelivery ? Array(words.dropFirst()) : words
        settings = names.contains("pengaturan.yaml") ? "\(path)/pengaturan.yaml" : nil
        files = try names.filter { $0.hasSuffix(".csv") }.map {
            ($0, try FolderContents.text(of: "\(path)/\($0)"))
        }
    }

    /// The settings on one line.
    var settingsText: String? {
        settings.flatMap { try? FolderContents.text(of: $0) }?
            .trimmingPrefix(while: \.isWhitespace).split(separator: "\n").joined(separator: " ")
    }

    var path: String { "\(Self.folder)/\(name)" }
}

/// What a finding is about; the order is that of the gallery.
enum Topic: String, CaseIterable, Sendable {
    case files = "files and rows"
    case identity
    case employers = "employers and rules"
    case money
    case membership

    var heading: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// What is wrong with the gallery, with what to do about it.
struct GalleryProblem: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

// MARK: - Running

extension Fixture {
    /// What a run finds in the files, as a terminal shows it, through the steps of the job.
    func diagnostics() throws -> [DiagnosticText] {
        let book = try RuleBook.read()
        var candidates = try InputDiscovery.find([InputPath(path: path)]).files
        let dates = try dates()
        if isDelivery {
            for index in candidates.indices {
                candidates[index].name = "kiriman-1/\(candidates[index].name)"
            }
        }
        let inputs = try InputReading.read(InputSurvey.survey(candidates), book: book)
        let outcome = Reconciliation.reconcile(
            inputs.records,
            book: book,
            policy: try settings.map { try Settings.read($0).policy } ?? Policy(),
            on: dates,
            deliveries: isDelivery
                ? Deliveries(
                    numbers: candidates.map { _ in 1 },
                    nights: candidates.map { _ in dates.asOf }
                ) : nil
        )
        let texts = FindingTexts(outcome)
        let findings = inputs.findings + outcome.runFindings + outcome.batches.flatMap(\.findings)
        return findings.map(texts.diagnostic)
    }

    /// The finding that the fixture is there for: the first in its files.
    func diagnostic() throws -> DiagnosticText {
        let all = try diagnostics().filter { $0.code == name }
        let first = all.min { ($0.file, $0.line, $0.fact) < ($1.file, $1.line, $1.fact) }
        guard let first else {
            throw GalleryProblem("the files of Fixtures/\(name)/ do not give the finding \(name)")
        }
        return first
    }

    private func dates() throws -> RunDates {
        var days: [String: Day] = [:]
        for (name, value) in zip(arguments, arguments.dropFirst()) where name.hasPrefix("--") {
            days[name] = day(value)
        }
        guard let asOf = days["--as-of"], days.count * 2 == arguments.count else {
            throw GalleryProblem("Fixtures/\(name)/arguments must be --as-of and --ledger-until")
        }
        return RunDates(asOf: asOf, ledgerUntil: days["--ledger-until"])
    }
}
