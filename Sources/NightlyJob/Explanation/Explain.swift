package import Contributions
private import Foundation
private import Intake
private import Reporting

/// What a user asks of `iuran explain`.
package struct ExplainRequest: Sendable {
    package var kpj: String?
    package var nik: String?
    package var month: ContributionMonth
    /// The report whose day and inputs count.
    package var report: String?
    /// The input files, where the report does not say where they are.
    package var inputs: [InputPath] = []
    package var asOf: Day?
    /// The birth date that the one who asks gives; the setting `verifikasi` asks for it.
    package var birth: Day?
    package var settings: Settings?

    package init(month: ContributionMonth) {
        self.month = month
    }
}

/// A worker-month re-derived from the input files, one for each employer of the worker.
package struct Explanation: Sendable {
    /// For a terminal, in Bahasa Indonesia.
    package let text: String
    package let json: [UInt8]
    /// What to know beside it, such as files that changed since the report; without personal data.
    package let remarks: [String]
}

/// Re-derives worker-months: the same reckoning as the report's, shown step by step.
package struct Explain {
    private let request: ExplainRequest
    private let progress: ProgressReport

    /// Explains a worker-month.
    ///
    /// - Parameters:
    ///   - request: Whose, and of which report.
    ///   - progress: Shows how far the reading is.
    /// - Returns: The explanation.
    /// - Throws: A failure: exit 64 for a question that cannot be answered, 66 when the report, its
    ///   inputs or the worker are not there.
    package static func run(
        _ request: ExplainRequest,
        progress: ProgressReport
    ) throws(Failure) -> Explanation {
        try Explain(request: request, progress: progress).run()
    }

    private func run() throws(Failure) -> Explanation {
        let run = try ExplainedRun(request)
        if run.settings.feed.requiresBirthDate, request.birth == nil {
            throw Failure(
                .usage,
                "the setting verifikasi asks for the birth date: give --lahir YYYY-MM-DD"
            )
        }
        let book = try RuleBook.reading(run.settings)
        let (candidates, _) = try InputDiscovery.find(run.inputs)
        progress.begin(.reading)
        let files = InputSurvey.survey(candidates, run.settings.intake)
        var inputs = try InputReading.read(files, book: book)
        let outcome = inputs.reconcile(
            book,
            run.settings.policy,
            on: run.dates,
            from: run.firstMonth,
            Deliveries(candidates, files),
            progress
        )
        progress.end()
        let explanations: [MonthExplanation]
        do throws(Failure) {
            explanations = try find(in: outcome, book)
        } catch {
            try record(0, run)
            throw error
        }
        try record(explanations.count, run)
        let texts = explanations.map { ExplanationText.render($0, outcome) }
        do {
            return Explanation(
                text: texts.joined(separator: "\n" + String(repeating: "-", count: 72) + "\n\n"),
                json: try ExplanationDocument.render(explanations, outcome),
                remarks: run.remarks(on: inputs.files.map(\.file))
            )
        } catch {
            throw Failure(.cannotWrite, "cannot render the explanation: \(error)")
        }
    }

    /// Writes the look-up down where it is one in a workspace.
    private func record(_ count: Int, _ run: ExplainedRun) throws(Failure) {
        guard let log = run.log else { return }
        guard let key = run.settings.feed.key else {
            throw Failure(
                .settings,
                "this workspace has no key to record look-ups with; make one with: iuran init"
            )
        }
        let kind: FeedNumberKind = request.kpj == nil ? .nik : .kpj
        let token = key.token(kind, request.kpj ?? request.nik ?? "")
        let lookUp = LookUpLog.LookUp(
            token: Hexadecimal.text(token),
            kind: kind.rawValue,
            count: count
        )
        try log.record([lookUp], by: "explain", for: nil, report: run.dates.asOf)
    }

    private func find(in outcome: Outcome, _ book: RuleBook) throws(Failure) -> [MonthExplanation] {
        let pool = outcome.records.identifiers
        let isMeant: (KPJ, NIK) -> Bool
        if let kpj = request.kpj {
            let number = WantedNumber(kpj, pool)
            isMeant = { known, _ in known.isUsable && number.matches(known.text) }
        } else {
            let number = WantedNumber(request.nik ?? "", pool)
            isMeant = { _, known in known.isUsable && number.matches(known.text) }
        }
        let workers = outcome.workers(with: isMeant).filter { worker in
            request.birth.map { outcome.workers[Int(worker)].birth == $0 } ?? true
        }
        guard !workers.isEmpty else {
            throw Failure(.noInput, "nobody in the inputs has that number; check its digits")
        }
        let explanations = workers.compactMap {
            outcome.explanation(of: $0, in: request.month, book)
        }
        guard explanations.isEmpty else { return explanations }
        let months = Set(workers.flatMap(outcome.months)).sorted()
        let known =
            months.isEmpty
            ? "no month at all" : months.map(\.description).joined(separator: ", ")
        throw Failure(.noInput, "no row of that worker names \(request.month); there are \(known)")
    }
}

/// A number as a user typed it, compared with the packed ones.
private struct WantedNumber {
    private let packed: PackedText?
    private let bytes: [UInt8]
    private let pool: IdentifierPool

    init(_ text: String, _ pool: IdentifierPool) {
        bytes = Array(text.utf8)
        packed = bytes.withUnsafeBufferPointer { PackedText(packing: $0) }
        self.pool = pool
    }

    func matches(_ text: PackedText) -> Bool {
        if let packed { return text == packed }
        return pool.bytes(of: text) == bytes
    }
}
