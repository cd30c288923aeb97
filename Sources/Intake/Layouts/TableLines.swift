internal import Contributions
internal import DelimitedText

/// A row of a table with what the lines around it say of it.
struct TableRow: Sendable {
    /// The record in the grid.
    var gridRow: Int
    /// The place in ``TableLines/contexts``.
    var context: Int
    /// The grid rows below that continue the name.
    var nameLines = 0
    /// Whether it stands behind the end of the table.
    var isStray = false
}

/// What holds for the rows of a page or group.
struct RowContext: Hashable, Sendable {
    var npp: [UInt8]?
    /// The NPP as it stands in the file where it cannot be read, and its line.
    var unreadableNPP = ""
    var nppLine = 0
    var month: PeriodText?
    /// The month as it stands in the file, and where, for messages.
    var monthText = ""
    var monthLine = 0
    /// The names of the groups, outermost first.
    var groups: [[UInt8]] = []
}

/// The rows of a file, and what every other line is.
struct TableLines: Sendable {
    private(set) var rows: [TableRow] = []
    private(set) var contexts: [RowContext] = [RowContext()]
    /// Physical lines passed over, by what they are, in the order first met.
    private(set) var skipped: [(name: String, count: Int)] = []
    /// Physical lines that are blank or hold empty cells only.
    private(set) var blankCount = 0
    /// Physical lines above the rows and of the header.
    private(set) var headerLineCount = 0
    /// The grid rows of the header, also where it is repeated.
    private(set) var headerRows: [Int] = []
    /// The grid rows of total lines.
    private(set) var totals: [Int] = []
    /// How many physical lines rows take up beyond their first.
    private(set) var continuationCount = 0
    /// How many cells a row has: at least up to the last heading, at most as many as the header.
    let widths: ClosedRange<Int>
    private var groupRun: [[UInt8]] = []
    private let groupLevels: Int
    private let profile: IntakeProfile

    init(_ grid: CellGrid, _ recognition: Recognition) {
        profile = recognition.match.profile
        groupLevels = profile.groups.count
        let headings = recognition.match.headings
        widths = ((headings.lastIndex { !$0.isEmpty } ?? 0) + 1)...headings.count
        var classifier = LineClassifier(recognition)
        classifier.findLastRow(in: grid)
        blankCount = grid.blankLineCount
        var kinds: [LineKind] = []
        kinds.reserveCapacity(grid.count)
        for index in 0..<grid.count {
            kinds.append(classifier.kind(of: grid.row(index), at: index))
        }
        let longestRun = Self.longestGroupRun(kinds)
        for index in 0..<grid.count { take(kinds[index], index, grid, longestRun) }
    }

    private mutating func take(
        _ kind: LineKind,
        _ index: Int,
        _ grid: CellGrid,
        _ longestGroupRun: Int
    ) {
        let lineCount = grid.lineCount(index)
        if case .group = kind {
            groupRun.append([UInt8](CellText.trimmed(grid.row(index)[0])))
        } else if !groupRun.isEmpty, kind.endsGroupRun {
            closeGroups(longestGroupRun)
        }
        switch kind {
        case .row, .strayRow:
            continuationCount += lineCount - 1
            rows.append(
                TableRow(
                    gridRow: index,
                    context: contexts.count - 1,
                    isStray: kind == .strayRow
                )
            )
        case .blank: blankCount += lineCount
        case .title: takeTitle(TitleLine(grid.row(index), profile.titleLabels), grid.line(index))
        case .wrappedName: rows[rows.count - 1].nameLines += 1
        case .total: totals.append(index)
        case .header, .repeatedHeader: headerRows.append(index)
        case .columnNumbers, .group, .note, .closing: break
        }
        if rows.isEmpty, kind == .title || kind == .header || kind == .columnNumbers {
            headerLineCount += lineCount
        } else if let name = kind.skippedName {
            skip(name, lineCount)
        }
    }

    private mutating func skip(_ name: String, _ lineCount: Int) {
        if let place = skipped.firstIndex(where: { $0.name == name }) {
            skipped[place].count += lineCount
        } else {
            skipped.append((name, lineCount))
        }
    }

    private mutating func takeTitle(_ title: TitleLine, _ line: Int) {
        guard !title.isEmpty else { return }
        var context = contexts[contexts.count - 1]
        if let text = title.values[.npp] {
            context.npp = TitleField.npp(in: text)
            context.unreadableNPP = context.npp == nil ? text : ""
            context.nppLine = context.npp == nil ? line : 0
        }
        if let text = title.values[.blth] {
            context.month = PeriodText(text)
            context.monthText = text
            context.monthLine = line
        }
        append(context)
    }

    /// Gives the names of a run of group lines to the rows below.
    ///
    /// A run as long as the longest one in the file names every level; a shorter run renames the
    /// innermost levels.
    private mutating func closeGroups(_ longestRun: Int) {
        var context = contexts[contexts.count - 1]
        let levels = min(groupLevels, longestRun)
        let names = groupRun.suffix(levels)
        let kept = context.groups.prefix(levels - names.count)
        let padding = Array(repeating: [UInt8](), count: levels - names.count - kept.count)
        context.groups = Array(kept) + padding + Array(names)
        groupRun = []
        append(context)
    }

    private mutating func append(_ context: RowContext) {
        let last = contexts.count - 1
        guard contexts[last] != context else { return }
        if rows.last?.context != last {
            contexts[last] = context
        } else {
            contexts.append(context)
        }
    }

    /// The most group lines in a row above workers; lone lines below the table are no groups.
    private static func longestGroupRun(_ kinds: [LineKind]) -> Int {
        var longest = 0
        var run = 0
        for kind in kinds {
            if case .group = kind {
                run += 1
            } else if kind.endsGroupRun {
                if kind == .row { longest = max(longest, run) }
                run = 0
            }
        }
        return longest
    }
}

extension LineKind {
    /// Whether group lines above and below it do not belong together; a page may break between
    /// them.
    fileprivate var endsGroupRun: Bool {
        switch self {
        case .row, .strayRow, .wrappedName, .total, .closing: true
        case .blank, .title, .header, .repeatedHeader, .columnNumbers, .group, .note: false
        }
    }
}
