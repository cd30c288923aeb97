internal import Contributions
internal import DelimitedText
internal import Intake
internal import Reporting

/// Decides which uploads can be used, and says what is wrong with each.
struct UploadCheck {
    let intake: IntakeOptions
    let policy: UploadPolicy
    /// Where the rows of files are kept for later runs; nil for nowhere.
    var kept: ParsedRows?

    /// Reads uploads and judges each.
    ///
    /// - Returns: What is to be said of each file, and what was read.
    func review(
        _ candidates: [InputCandidate],
        _ book: RuleBook
    ) throws(Failure) -> (uploads: [UploadSummary], inputs: RunInputs) {
        let files = InputSurvey.survey(candidates, intake)
        let inputs = try InputReading.read(files, book: book, keeping: kept)
        let review = UploadReview(inputs.records, headings: files.map(\.headings))
        var uploads: [UploadSummary] = []
        for (place, input) in inputs.files.enumerated() {
            var upload = summary(input)
            upload.problems = problems(inputs.findings, place)
            review.complete(&upload, file: place)
            refuseDamage(&upload, input)
            upload.verdict = verdict(upload, input)
            uploads.append(upload)
        }
        return (uploads, inputs)
    }
}

extension UploadCheck {
    private func summary(_ input: InputSummary) -> UploadSummary {
        var upload = UploadSummary(name: input.file.name)
        upload.kind = input.kind?.name ?? ""
        upload.recognition = input.file.recognition
        upload.lines.header = input.headerLines
        upload.lines.accepted = input.counts.accepted
        upload.lines.rejected = input.counts.rejected
        upload.lines.blank = input.counts.blank
        upload.lines.continuation = input.counts.continuationLines
        upload.lines.skipped = input.skippedLines.map { ($0.name, $0.count) }
        return upload
    }

    /// What reading found in a file.
    private func problems(_ findings: [Finding], _ file: Int) -> [UploadProblem] {
        findings.filter { $0.source?.file == file }.map { finding in
            var problem = UploadProblem(
                finding.code,
                line: finding.source?.line ?? 0,
                column: finding.column
            )
            switch finding.detail {
            case .remark(let value, let text):
                // A sentence about a whole column names it already.
                if text.hasPrefix("kolom ") { problem.column = "" }
                problem.value = value
                problem.fact = text
            case .text(let value, let message):
                problem.value = message.contains(value) ? "" : value
                problem.fact = message
            default: break
            }
            return problem
        }
    }

    /// A canonical file in which most NIK lost digits is as useless to match on as any other.
    private func refuseDamage(_ upload: inout UploadSummary, _ input: InputSummary) {
        guard case .readable = input.file.state else { return }
        let codes: Set<FindingCode> = [.damagedNIK]
        let lines = Set(upload.problems.filter { codes.contains($0.code) }.map(\.line))
        let rows = input.counts.accepted + input.counts.rejected
        guard let first = lines.min(), lines.count * 2 > rows else { return }
        upload.problems.insert(
            UploadProblem(
                .fileDamaged,
                line: first,
                column: "nik",
                fact: "\(lines.count) dari \(rows) NIK sudah kehilangan digit"
            ),
            at: 0
        )
    }

    private func verdict(
        _ upload: UploadSummary,
        _ input: InputSummary
    ) -> UploadSummary.Verdict {
        if case .refused = input.file.state { return .refused }
        if upload.problems.contains(where: { $0.code.severity == .grave }) { return .refused }
        guard upload.lines.rejected > 0 else { return .accepted }
        return policy == .all || upload.lines.accepted == 0 ? .refused : .acceptedInPart
    }
}

extension SurveyedFile {
    /// How the file was recognised; nil where it was not.
    var recognition: UploadSummary.Recognition? {
        switch state {
        case .readable(_, let head, _):
            UploadSummary.Recognition(
                profile: "baku",
                title: "bentuk baku",
                score: 1000,
                headings: (
                    head.layout.cellCount - head.layout.ignoredColumns.count, head.layout.cellCount
                ),
                runnerUp: nil,
                encoding: TextEncoding.utf8.rawValue,
                delimiter: Delimiter.comma.name,
                ignoredColumns: head.layout.ignoredColumns
            )
        case .profiled(let file):
            UploadSummary.Recognition(
                profile: file.profile.name,
                title: file.profile.title,
                score: file.score,
                headings: (file.knownHeadings, file.headingCount),
                runnerUp: file.runnerUp,
                encoding: file.encoding.rawValue,
                delimiter: file.delimiter.name,
                ignoredColumns: file.layout.ignoredColumns
            )
        // A check reads every file itself.
        case .refused, .twin, .parsed: nil
        }
    }

    /// What the file calls the columns that a review names.
    var headings: UploadReview.UploadHeadings {
        var headings = UploadReview.UploadHeadings()
        if case .readable(_, let head, _) = state, !head.layout.has(.tanggalLahir) {
            headings.birth = nil
        }
        guard case .profiled(let file) = state else { return headings }
        headings.nik = file.layout.heading(of: .nik)
        headings.kpj = file.layout.heading(of: .kpj)
        headings.npp = file.layout.heading(of: .npp)
        headings.wage = file.layout.heading(of: .upah)
        headings.birth = file.has(.tanggalLahir) ? file.layout.heading(of: .tanggalLahir) : nil
        return headings
    }
}

extension Delimiter {
    /// The name in messages.
    var name: String {
        switch self {
        case .comma: "koma"
        case .semicolon: "titik koma"
        case .tab: "tab"
        case .bar: "garis tegak"
        }
    }
}
