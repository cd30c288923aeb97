private import Contributions
internal import DelimitedText
internal import Intake
internal import Reporting

/// What a user asks of `iuran check`.
package struct CheckRequest: Sendable {
    package var files: [InputPath]
    package var settings = Settings()
    package var intake = IntakeOptions()
    package var policy = UploadPolicy.all
    /// Where to write the files with an error column: a file for one input, else a folder.
    package var annotated: String?

    package init(files: [InputPath]) {
        self.files = files
    }
}

/// What becomes of a file with a bad row.
package enum UploadPolicy: String, CaseIterable, Sendable {
    /// One bad row refuses the file.
    case all
    /// The good rows are taken.
    case good
}

/// What a check tells the one who ran it.
package struct CheckResult: Sendable {
    let uploads: [UploadSummary]
    /// The annotated files that were written.
    package let annotated: [String]

    /// Whether a file was refused.
    package var isRefused: Bool { uploads.contains { $0.verdict == .refused } }

    /// What was found, for people.
    package func text(_ usesColour: Bool) -> String {
        CheckText.render(uploads, usesColour: usesColour)
    }

    /// What was found, for programs.
    package func json() throws(Failure) -> String {
        do {
            return try CheckJSON.render(uploads)
        } catch {
            throw Failure(.cannotWrite, "cannot render JSON: \(error)")
        }
    }
}

/// What is wrong in uploads, row by row, before anything is reconciled.
package struct Check {
    private let request: CheckRequest
    private let progress: ProgressReport

    package static func run(
        _ request: CheckRequest,
        progress: ProgressReport
    ) throws(Failure) -> CheckResult {
        try Check(request: request, progress: progress).run()
    }

    private func run() throws(Failure) -> CheckResult {
        let book = try RuleBook.reading(request.settings)
        let (candidates, _) = try InputDiscovery.find(request.files)
        progress.begin(.reading)
        let check = UploadCheck(intake: request.intake, policy: request.policy)
        let (uploads, inputs) = try check.review(candidates, book)
        var annotated: [String] = []
        if let target = request.annotated {
            annotated = try Annotation(target: target).write(uploads, inputs.files, candidates)
        }
        progress.end()
        return CheckResult(uploads: uploads, annotated: annotated)
    }
}
