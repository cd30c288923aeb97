internal import Contributions
internal import Intake
internal import TestSupport
internal import Testing

/// However much is wrong with a file, a person can read what is reported.
@Suite("The findings of a file")
struct ReadingFindingsTests {
    /// A row as far as its findings go, on the line that is its place.
    private enum Event {
        case accepted
        case strayQuotes
        case blank
        case rejected(RejectionKind)
    }

    private static func add(_ event: Event, line: Int, to findings: inout ReadingFindings) {
        let source = SourceLine(file: 3, line: line)
        let detail = FindingDetail.remark(value: "", text: "salah")
        switch event {
        case .accepted: findings.endRun()
        case .strayQuotes: findings.add(Finding(.strayQuotes, source: source, detail: detail))
        case .blank: break
        case .rejected(let kind):
            findings.addRejection(Finding(.rowRejected, source: source, detail: detail), kind)
        }
    }

    /// The findings as `code line: message`.
    private static func shown(_ findings: ReadingFindings) -> [String] {
        findings.all().map { finding in
            let message: String
            switch finding.detail {
            case .text(_, let text), .remark(_, let text): message = text
            default: message = "?"
            }
            return "\(finding.code.code) \(finding.source?.line ?? 0): \(message)"
        }
    }

    private static func findings(_ events: [Event]) -> [String] {
        var findings = ReadingFindings()
        for (index, event) in events.enumerated() { add(event, line: index + 1, to: &findings) }
        return shown(findings)
    }

    @Test("are each row's own up to 1,000 of a code, then one that counts the rest")
    func folding() {
        let rejected = Event.rejected(.unreadableValue)
        let limit = ReadingFindings.limit
        #expect(limit == 1_000)
        let full = Self.findings(Array(repeating: rejected, count: limit))
        #expect(full.count == limit)
        #expect(full.last == "baris-ditolak 1000: salah")
        let over = Self.findings(
            Array(repeating: rejected, count: limit) + [
                .accepted, rejected, .strayQuotes, rejected,
            ]
        )
        #expect(over.prefix(limit) == full[...])
        #expect(
            over.dropFirst(limit) == [
                "kutip-tidak-lazim 1003: salah",
                "baris-ditolak 1002: 2 baris lagi di berkas ini, dari baris 1002 sampai 1004, "
                    + "tidak dirinci satu per satu",
            ]
        )
        // Other codes have room of their own.
        let marks = Self.findings(Array(repeating: .strayQuotes, count: limit + 1) + [rejected])
        #expect(marks.count == limit + 2)
        #expect(marks[limit] == "baris-ditolak 1002: salah")
        #expect(marks[limit + 1].hasPrefix("kutip-tidak-lazim 1001: 1 baris lagi"))
    }

    @Test("are one for the lines that an open quotation mark makes unusable")
    func runs() {
        let open = Event.rejected(.openQuote)
        let line = Event.rejected(.unusableLine)
        let value = Event.rejected(.unreadableValue)
        let run = "baris-ditolak 2: salah; baris 2 sampai 5 tidak dapat dipakai (3 baris)"
        #expect(
            Self.findings([line, open, line, .blank, line]) == ["baris-ditolak 1: salah", run]
        )
        // A row that can be read ends it, even if a value in it cannot.
        for end in [Event.accepted, .strayQuotes, value] {
            let found = Self.findings([.accepted, open, line, open, line, end, line])
            #expect(
                found.first?.hasSuffix("baris 2 sampai 5 tidak dapat dipakai (4 baris)") == true
            )
            #expect(found.last == "baris-ditolak 7: salah")
        }
        #expect(Self.findings([open, .accepted]) == ["baris-ditolak 1: salah"])
    }

    @Test("are the same however the rows are cut into segments", arguments: 1...40)
    func segments(_ seed: Int) {
        var random = SeededRandom(seed: seed)
        // Mostly long stretches of one kind, so that runs and limits meet the cuts.
        var events: [Event] = []
        let kinds: [Event] = [
            .accepted, .strayQuotes, .blank, .rejected(.openQuote), .rejected(.unusableLine),
            .rejected(.unusableLine), .rejected(.unreadableValue),
        ]
        for _ in 0..<random.number(1..<12) {
            let count = random.pick([1, 1, 2, 3, 700])
            events += Array(repeating: random.pick(kinds), count: count)
        }
        let whole = Self.findings(events)
        for _ in 0..<5 {
            var joined = ReadingFindings()
            var segment = ReadingFindings()
            let segmentRows = random.pick([1, 2, 5, 300, 2000])
            for (index, event) in events.enumerated() {
                Self.add(event, line: index + 1, to: &segment)
                if random.number(0..<segmentRows) == 0 {
                    joined.append(segment)
                    segment = ReadingFindings()
                }
            }
            joined.append(segment)
            #expect(Self.shown(joined) == whole, "seed \(seed)")
        }
    }

    @Test("count every row, reported or not")
    func counts() throws {
        let rows = String(repeating: "12004518,x/y\n", count: 1500)
        let files = try FileReading.read("npp,kpj\n12004518,1\n\(rows)12004518,2\n")
        #expect(files.counts.accepted == 2)
        #expect(files.counts.rejected == 1500)
        #expect(files.findings.count == 1001)
        #expect(files.findings.last?.source?.line == 1003)
    }

    @Test("are one for a quoted cell of many lines that is never closed")
    func openCell() throws {
        let lines = String(repeating: "catatan, panjang, sekali\n", count: 60_000)
        let files = try FileReading.read("npp,kpj\n12004518,\"1\n\(lines)12004518,2\n")
        #expect(files.counts.accepted == 1)
        #expect(files.counts.rejected == 60_001)
        let messages = files.findings.map { finding -> String in
            let message: String
            switch finding.detail {
            case .text(_, let text), .remark(_, let text): message = text
            default: message = "?"
            }
            return message
        }
        #expect(messages.count == 1)
        #expect(messages.first?.contains("baris 2 sampai 60002 tidak dapat dipakai") == true)
    }
}
