package import Contributions
private import Foundation
package import Reporting

/// What a user asks of `iuran diagnose`.
package struct DiagnoseRequest: Sendable {
    package var questions: [Question]
    /// The report that is asked; nil for the newest of the workspace one is in.
    package var report: String?
    /// Whether numbers that differ by a typing error are suggested.
    package var suggests = false
    /// Settings of a report outside a workspace, for its key and whether it verifies.
    package var settings: Settings?
    /// Who asks; nil for the account that runs the program.
    package var who: String?

    package init(_ questions: [Question]) {
        self.questions = questions
    }
}

/// Whom a question is about.
package struct Question: Sendable {
    package enum Subject: Sendable {
        case number(FeedNumberKind, String)
        case token([UInt8])
    }

    package var subject: Subject
    /// The birth date that the one who asks gives.
    package var birth: Day?

    package init(_ subject: Subject, birth: Day? = nil) {
        self.subject = subject
        self.birth = birth
    }

    package init(nik: String, birth: Day?) {
        self.init(.number(.nik, Self.cleaned(nik)), birth: birth)
    }

    package init(kpj: String, birth: Day?) {
        self.init(.number(.kpj, Self.cleaned(kpj)), birth: birth)
    }

    /// A number without what spreadsheets and people put around and between its characters: quotes,
    /// spaces, dashes, full stops, and the `.0` of a number that was taken for one.
    static func cleaned(_ number: String) -> String {
        var text = number.filter { !$0.isWhitespace && !"'\"=".contains($0) }
        if text.hasSuffix(".0") { text.removeLast(2) }
        return text.filter { $0 != "-" && $0 != "." }.uppercased()
    }
}

/// What is known of whom a question is about; knowing nobody is an answer, too.
package struct Answer: Sendable {
    package let question: Question
    package let persons: [PersonDiagnosis]
    /// Numbers of the feed that differ from the one asked for by a typing error.
    package let candidates: [DiagnosisCandidate]
}

/// Answers why a membership is as it is, from the feed of a report.
package struct Diagnose {
    /// What the feed says of itself.
    package var head: FeedHead { feed.head }
    private let request: DiagnoseRequest
    private let source: FeedSource
    private let feed: FeedReader

    /// Opens the feed.
    ///
    /// - Throws: A failure: exit 64 without a report, 66 when the report has no feed, 78 for
    ///   settings.
    package init(_ request: DiagnoseRequest) throws(Failure) {
        self.request = request
        source = try FeedSource(request)
        do throws(FeedTrouble) {
            feed = try FeedReader(source.path)
        } catch {
            throw Failure(.noInput, "cannot read \(source.path): \(error)")
        }
    }

    /// Answers all questions; in a workspace each is recorded before.
    ///
    /// - Returns: The answers in the order of the questions.
    /// - Throws: A failure: exit 64 for a question that cannot be answered, 73 when it cannot be
    ///   recorded.
    package func answers() throws(Failure) -> [Answer] {
        if source.requiresBirthDate, request.questions.contains(where: { $0.birth == nil }) {
            throw Failure(
                .usage,
                "the setting verifikasi asks for the birth date: give --lahir YYYY-MM-DD, or a "
                    + "second column in the list"
            )
        }
        var answers: [Answer] = []
        for question in request.questions { answers.append(try answer(to: question)) }
        try record(answers)
        return answers
    }

    /// Goes through all workers; in a workspace it is recorded before.
    package func all() throws(Failure) -> Everybody {
        guard !source.requiresBirthDate else {
            throw Failure(.usage, "the setting verifikasi allows single questions only")
        }
        if let log = source.log {
            try record([LookUpLog.LookUp(token: "*", kind: "semua", count: -1)], log)
        }
        do throws(FeedTrouble) {
            return Everybody(rows: try feed.all(), head: head)
        } catch {
            throw unreadable(error)
        }
    }
}

/// All workers of a feed as JSON lines, some at a time.
package struct Everybody {
    fileprivate let rows: FeedRows
    fileprivate let head: FeedHead

    /// The next lines; empty behind the last.
    package func nextLines() throws(Failure) -> [UInt8] {
        do {
            var memberships: [Diagnosis] = []
            while memberships.count < 512, let next = try rows.next() { memberships.append(next) }
            let (read, head) = (memberships, head)
            // The words take most of the time, and each line is on its own.
            let lines = Parallel.map(count: read.count) { place in
                Result { try MembershipDocument(read[place], head).line() }
            }
            return try lines.flatMap { try $0.get() }
        } catch {
            throw Failure(.noInput, "cannot read the feed: \(error)")
        }
    }
}

// MARK: - Answering

extension Diagnose {
    private func answer(to question: Question) throws(Failure) -> Answer {
        var persons = try persons(question.subject)
        if let birth = question.birth {
            // One that does not fit gets the answer of a number that nobody has.
            persons.removeAll { person in !person.memberships.contains { $0.birth == birth } }
        }
        let candidates =
            persons.isEmpty && request.suggests ? try candidates(question) : []
        return Answer(question: question, persons: persons, candidates: candidates)
    }

    private func persons(_ subject: Question.Subject) throws(Failure) -> [PersonDiagnosis] {
        do throws(FeedTrouble) {
            switch subject {
            case .token(let token): return try feed.persons(token: token)
            case .number(let kind, let number):
                if head.fields.contains(kind.field) { return try feed.persons(kind, number) }
            }
        } catch {
            throw unreadable(error)
        }
        return try personsByToken(subject)
    }

    /// Finds whom a number belongs to in a feed that carries tokens in place of it.
    private func personsByToken(
        _ subject: Question.Subject
    ) throws(Failure) -> [PersonDiagnosis] {
        guard case .number(let kind, let number) = subject else { return [] }
        guard let key = source.key, head.keyMark != nil else {
            throw Failure(
                .settings,
                "the feed carries no \(kind.rawValue), and its tokens need the key: give "
                    + "--settings with kunci_token"
            )
        }
        guard key.mark == head.keyMark else {
            throw Failure(.settings, "the tokens of \(source.path) were made with another key")
        }
        return try persons(.token(key.token(kind, number)))
    }

    private func candidates(_ question: Question) throws(Failure) -> [DiagnosisCandidate] {
        guard case .number(let kind, let number) = question.subject else { return [] }
        var candidates: [DiagnosisCandidate] = []
        for near in NearNumber.all(number) {
            for person in try persons(.number(kind, near.number)) {
                if let birth = question.birth,
                    !person.memberships.contains(where: { $0.birth == birth })
                {
                    continue
                }
                candidates.append(DiagnosisCandidate(kind, near, person))
            }
        }
        return candidates
    }

    private func unreadable(_ trouble: FeedTrouble) -> Failure {
        Failure(.noInput, "cannot read \(source.path): \(trouble)")
    }
}

extension Diagnose {
    /// The JSON Schema of the answers.
    package static var schema: [UInt8] { DiagnosisDocument.schema }
}

extension FeedNumberKind {
    /// The column of the feed that carries it.
    var field: FeedFields { self == .kpj ? .kpj : .nik }
}

// MARK: - Recording

extension Diagnose {
    private func record(_ answers: [Answer]) throws(Failure) {
        guard let log = source.log else { return }
        guard let key = source.key else {
            throw Failure(
                .settings,
                "this workspace has no key to record look-ups with; make one with: iuran init "
                    + source.workspace
            )
        }
        let lookUps = answers.map { answer in
            switch answer.question.subject {
            case .token(let token):
                LookUpLog.LookUp(
                    token: Hexadecimal.text(token),
                    kind: "token",
                    count: answer.persons.count
                )
            case .number(let kind, let number):
                LookUpLog.LookUp(
                    token: Hexadecimal.text(key.token(kind, number)),
                    kind: kind.rawValue,
                    count: answer.persons.count
                )
            }
        }
        try record(lookUps, log)
    }

    private func record(_ lookUps: [LookUpLog.LookUp], _ log: LookUpLog) throws(Failure) {
        try log.record(lookUps, by: "diagnose", for: request.who, report: head.asOf)
    }
}
