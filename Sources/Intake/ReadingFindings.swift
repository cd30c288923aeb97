package import Contributions

/// The findings made while reading a file or a part of it, few enough to be read by a person.
///
/// Of each code the first ``limit`` are kept; the rest are counted and become one closing finding.
/// Rows that one open quotation mark makes unusable, one after the other, are one finding. Both
/// come out the same however a file is cut into segments: the findings of segments are joined in
/// the order of lines, and what a segment cannot know of the one before is settled then.
package struct ReadingFindings: Sendable {
    #if FUZZING
    package static let limit = 4
    #else
    /// The most findings of a code that are reported one by one for a file.
    package static let limit = 1_000
    #endif

    /// The unusable rows before any other row.
    ///
    /// If the segment before ends in a run of such rows, they belong to that.
    var leading = FindingList()
    var rest = FindingList()
    var isLeading = true
    /// Whether the last row ends a run that the next unusable one would go on with.
    var isRunOpen = false

    package init() {}
}

/// Why a row was not accepted, as far as rows before and behind it matter.
package enum RejectionKind {
    /// A quotation mark is opened and never closed: what follows may be the rest of its cell.
    case openQuote
    /// The line is no row of this file at all.
    case unusableLine
    /// The row is one, but a value in it cannot be read.
    case unreadableValue
}

// MARK: - Adding

extension ReadingFindings {
    /// A row was accepted, or at least understood; a run of unusable ones ends here.
    package mutating func endRun() {
        isLeading = false
        isRunOpen = false
    }

    /// Adds a finding about a row that is accepted, or that is rejected by another finding.
    package mutating func add(_ finding: Finding) {
        endRun()
        rest.add(FindingList.Entry(finding))
    }

    package mutating func addRejection(_ finding: Finding, _ kind: RejectionKind) {
        if kind == .unreadableValue { endRun() }
        let entry = FindingList.Entry(finding)
        if isLeading {
            leading.add(entry, toRun: isRunOpen)
        } else {
            rest.add(entry, toRun: isRunOpen)
        }
        isRunOpen = isRunOpen || kind == .openQuote
    }

    /// Adds what was found in the segment that follows.
    package mutating func append(_ next: ReadingFindings) {
        if isLeading {
            leading.append(next.leading, toRun: isRunOpen)
            rest = next.rest
            isLeading = next.isLeading
        } else {
            rest.append(next.leading, toRun: isRunOpen)
            rest.append(next.rest)
        }
        isRunOpen = next.isRunOpen || (isRunOpen && next.isLeading)
    }

    /// All findings of a file.
    package func all() -> [Finding] {
        var list = leading
        list.append(rest)
        return list.findings
    }
}

// MARK: - Lists

/// Findings in the order of lines, of which each code keeps the first ``ReadingFindings/limit``.
struct FindingList: Sendable {
    /// A finding and the rows it is about.
    struct Entry: Sendable {
        var finding: Finding
        var lastLine: Int
        var rowCount = 1

        init(_ finding: Finding) {
            self.finding = finding
            lastLine = finding.source?.line ?? 0
        }
    }

    /// What is no longer reported one by one.
    struct Rest: Sendable {
        var first: SourceLine
        var lastLine: Int
        var rowCount: Int
    }

    private(set) var kept: [Entry] = []
    private var keptCounts: [FindingCode: Int] = [:]
    private(set) var rests: [FindingCode: Rest] = [:]

    /// All rows of unusable lines, kept or not.
    private var rejectedCount: Int {
        kept.reduce(0) { $0 + ($1.finding.code == .rowRejected ? $1.rowCount : 0) }
            + (rests[.rowRejected]?.rowCount ?? 0)
    }

    private var lastLine: Int {
        max(kept.last?.lastLine ?? 0, rests[.rowRejected]?.lastLine ?? 0)
    }

    mutating func add(_ entry: Entry, toRun: Bool = false) {
        if toRun {
            extendRun(rowCount: entry.rowCount, lastLine: entry.lastLine)
            return
        }
        let code = entry.finding.code
        guard keptCounts[code, default: 0] >= ReadingFindings.limit else {
            kept.append(entry)
            keptCounts[code, default: 0] += 1
            return
        }
        guard let source = entry.finding.source else { return }
        let rest = Rest(first: source, lastLine: entry.lastLine, rowCount: entry.rowCount)
        add(rest, code)
    }

    mutating func add(_ more: Rest, _ code: FindingCode) {
        guard var rest = rests[code] else {
            rests[code] = more
            return
        }
        rest.rowCount += more.rowCount
        rest.lastLine = more.lastLine
        rests[code] = rest
    }

    /// Lets the last rejection stand for more rows.
    private mutating func extendRun(rowCount: Int, lastLine: Int) {
        if var rest = rests[.rowRejected] {
            rest.rowCount += rowCount
            rest.lastLine = lastLine
            rests[.rowRejected] = rest
        } else if let last = kept.indices.last {
            kept[last].rowCount += rowCount
            kept[last].lastLine = lastLine
        }
    }

    /// Adds a list of later lines; `toRun` makes all of it part of the last rejection.
    mutating func append(_ next: FindingList, toRun: Bool = false) {
        if toRun {
            guard !next.kept.isEmpty else { return }
            extendRun(rowCount: next.rejectedCount, lastLine: next.lastLine)
            return
        }
        for entry in next.kept { add(entry) }
        for (code, rest) in next.rests { add(rest, code) }
    }

    /// The findings with their closing ones.
    var findings: [Finding] {
        var findings = kept.map(\.runFinding)
        for code in FindingCode.allCases {
            guard let rest = rests[code] else { continue }
            let message =
                "\(rest.rowCount) baris lagi di berkas ini, dari baris \(rest.first.line) sampai "
                + "\(rest.lastLine), tidak dirinci satu per satu"
            findings.append(
                Finding(
                    code,
                    source: rest.first,
                    detail: .text(value: "", message: message)
                )
            )
        }
        return findings
    }
}

extension FindingList.Entry {
    /// The finding, which names the last row of a run.
    fileprivate var runFinding: Finding {
        guard rowCount > 1, case .remark(let value, let message) = finding.detail else {
            return finding
        }
        var finding = finding
        let rows = "baris \(finding.source?.line ?? 0) sampai \(lastLine)"
        finding.detail = .remark(
            value: value,
            text: "\(message); \(rows) tidak dapat dipakai (\(rowCount) baris)"
        )
        return finding
    }
}
