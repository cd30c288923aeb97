package import Contributions
package import DelimitedText

/// What the user says of a file that the file itself may not say.
package struct IntakeHints: Hashable, Sendable {
    /// The NPP of files that name none.
    package var npp: [UInt8]?
    /// The contribution month of files that name none.
    package var month: ContributionMonth?
    /// Which month a pay period over two months is for.
    package var periodMonth: PeriodMonth?
    /// The employers' own choices, by NPP.
    package var periodMonths: [[UInt8]: PeriodMonth] = [:]
    /// The order of day and month in dates that leave it open.
    package var dateOrder: DateOrder?
    /// The name of the profile to read with.
    package var profile: String?

    package init() {}

    var givenColumns: Set<Column> {
        var columns: Set<Column> = []
        if npp != nil { columns.insert(.npp) }
        if month != nil { columns.insert(.blth) }
        return columns
    }
}

/// Where a canonical column of a profiled file comes from.
struct ColumnTarget: Sendable {
    var column: Column
    /// The file's column; nil where only the lines around the table, the user or a list give it.
    var reading: ColumnReading?
    var constant: [UInt8]?
}

/// A file in a layout of its own, understood as a whole: which profile reads it, which of its lines
/// are rows, and how its cells are written.
///
/// ``init(_:profiles:kind:hints:)`` is the way from bytes to that, step by step.
package struct ProfiledFile: Sendable {
    package let profile: IntakeProfile
    package let encoding: TextEncoding
    package let delimiter: Delimiter
    package let hints: IntakeHints
    package let layout: FileLayout
    /// How sure the recognition is, in thousandths.
    package let score: Int
    /// The profile that came second.
    package let runnerUp: String?
    /// How many of the headings the profile knows.
    package let knownHeadings: Int
    package let headingCount: Int
    /// The line on which the header begins.
    package let headerLine: Int
    let grid: CellGrid
    let lines: TableLines
    let targets: [ColumnTarget]

    /// The largest file that is held in memory to be understood.
    package static let largestFile = 1 << 30

    /// Understands a file.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - profiles: The layouts it may have.
    ///   - kind: The kind that the user names; nil recognises it.
    ///   - hints: What the user says beside the file.
    /// - Throws: ``ProfileTrouble``, a question that the file leaves open.
    package init(
        _ bytes: UnsafeBufferPointer<UInt8>,
        profiles: ProfileCatalogue,
        kind: InputKind?,
        hints: IntakeHints
    ) throws(ProfileTrouble) {
        let encoding = TextEncoding.detect(bytes)
        let (grid, delimiter) = try Self.split(bytes, encoding)
        let recognition = try Recognition.find(
            in: grid,
            Self.candidates(profiles, kind, hints),
            spellings: profiles.spellings,
            given: hints.givenColumns
        )
        let match = recognition.match
        let lines = TableLines(grid, recognition)
        guard !lines.rows.isEmpty else {
            throw .noRows(line: grid.line(recognition.headerRow))
        }
        let survey = ColumnSurvey(grid, lines.rows, match.profile, hints.dateOrder)
        let readings = try survey.readings(match)

        profile = match.profile
        self.encoding = encoding
        self.delimiter = delimiter
        self.hints = hints
        self.grid = grid
        self.lines = lines
        score = match.score
        runnerUp = recognition.runnerUp?.profile.name
        knownHeadings = match.roles.count { $0 != nil }
        headingCount = match.headings.count { !$0.isEmpty }
        headerLine = grid.line(recognition.headerRow)
        targets = Self.targets(match.profile, readings)
        layout = FileLayout(
            kind: match.profile.kind,
            columns: targets.map { ($0.column, $0.reading?.heading) },
            ignored: zip(match.headings, match.roles.indices)
                .filter { heading, index in
                    !heading.isEmpty && !readings.contains { $0.cell == index }
                }
                .map(\.0)
        )
        try requireHead()
        try requireMonths()
        try refuseDamage()
    }
}

// MARK: - Steps

extension ProfiledFile {
    /// The cells of a file whose layout is not known yet.
    static func grid(of bytes: UnsafeBufferPointer<UInt8>) throws(ProfileTrouble) -> CellGrid {
        try split(bytes, TextEncoding.detect(bytes)).0
    }

    private static func split(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ encoding: TextEncoding
    ) throws(ProfileTrouble) -> (CellGrid, Delimiter) {
        guard bytes.count <= largestFile else { throw .tooLarge(byteCount: bytes.count) }
        let content = UnsafeBufferPointer(rebasing: bytes[encoding.markLength(bytes)...])
        if encoding == .utf8 { return split(content) }
        guard let text = TextEncoding.convert(content, from: encoding, to: .utf8) else {
            throw .notText
        }
        return text.withUnsafeBufferPointer { split($0) }
    }

    private static func split(_ text: UnsafeBufferPointer<UInt8>) -> (CellGrid, Delimiter) {
        let terminator = HeaderReader.terminator(of: text)
        let delimiter = Delimiter.detect(text, terminator: terminator)
        return (CellGrid(text, delimiter: delimiter, terminator: terminator), delimiter)
    }

    private static func candidates(
        _ profiles: ProfileCatalogue,
        _ kind: InputKind?,
        _ hints: IntakeHints
    ) -> [ProfileIndex] {
        profiles.indices.filter { index in
            (hints.profile == nil || index.profile.name == hints.profile)
                && (kind == nil || index.profile.kind == kind)
        }
    }

    private static func targets(
        _ profile: IntakeProfile,
        _ readings: [ColumnReading]
    ) -> [ColumnTarget] {
        let columns = profile.kind.columns.filter { column in
            readings.contains { $0.column == column } || profile.constants[column] != nil
                || column == .npp || (column == .blth && profile.kind.hasMonth)
                || profile.groups.contains(column)
                || (profile.kind == .payroll && EmployeeDirectory.columns.contains(column))
        }
        return columns.map { column in
            ColumnTarget(
                column: column,
                reading: readings.first { $0.column == column },
                constant: profile.constants[column].map { [UInt8]($0.utf8) }
            )
        }
    }

    /// The NPP and the month must stand somewhere; a pay period over two months needs a choice.
    private func requireHead() throws(ProfileTrouble) {
        let statesNPP = targets.contains { $0.column == .npp && $0.reading != nil }
        let needsNPP = profile.kind != .leavers && profile.kind != .employees
        let statesMonth = targets.contains { $0.column == .blth && $0.reading != nil }
        for place in Set(lines.rows.map(\.context)).sorted() {
            let context = lines.contexts[place]
            if needsNPP, !statesNPP, context.npp == nil {
                if !context.unreadableNPP.isEmpty {
                    throw .unreadableNPP(text: context.unreadableNPP, line: context.nppLine)
                }
                if hints.npp == nil { throw .nppNotStated }
            }
            guard profile.kind.hasMonth, !statesMonth else { continue }
            if context.month == nil, !context.monthText.isEmpty, hints.month == nil {
                throw .unreadableMonth(text: context.monthText, line: context.monthLine)
            }
            guard let month = context.month else {
                guard profile.kind == .payments || hints.month != nil else {
                    throw .monthNotStated
                }
                continue
            }
            if case .period(let from, let to) = month,
                month.month(periodChoice(context.npp ?? hints.npp)) == nil
            {
                throw .periodOverTwoMonths(from: from, to: to, line: context.monthLine)
            }
        }
    }

    /// A column of pay periods needs a choice as a period above the table does.
    private func requireMonths() throws(ProfileTrouble) {
        guard let reading = targets.first(where: { $0.column == .blth })?.reading else { return }
        var last: [UInt8] = []
        for row in lines.rows where !row.isStray {
            let cells = grid.row(row.gridRow)
            guard reading.cell < cells.count else { continue }
            let content = CellText.trimmed(cells[reading.cell])
            guard !content.elementsEqual(last) else { continue }
            last = [UInt8](content)
            guard CellValue.month(content) == nil,
                let text = PeriodText(String(decoding: content, as: UTF8.self)),
                case .period(let from, let to) = text
            else { continue }
            // The choice is an employer's: the same text may be another's.
            last = []
            if text.month(periodChoice(npp(cells, lines.contexts[row.context]))) == nil {
                throw .periodOverTwoMonths(from: from, to: to, line: grid.line(row.gridRow))
            }
        }
    }

    /// Whose month a pay period over two months is.
    func periodChoice(_ npp: [UInt8]?) -> PeriodMonth? {
        npp.flatMap { hints.periodMonths[$0] } ?? hints.periodMonth
    }

    /// The NPP of a row: its own, that of its page, or what the user says; nil where it is
    /// unreadable.
    func npp(_ cells: Row, _ context: RowContext) -> [UInt8]? {
        if let reading = targets.first(where: { $0.column == .npp })?.reading,
            reading.cell < cells.count
        {
            var repairs = CellRepairs()
            let content = SpreadsheetCell.identifier(cells[reading.cell], &repairs)
            if !content.isEmpty {
                return TitleField.npp(in: String(decoding: content, as: UTF8.self))
            }
        }
        return context.npp ?? hints.npp
    }

    /// The month in a cell.
    func month(_ content: UnsafeBufferPointer<UInt8>, _ choice: PeriodMonth?) -> ContributionMonth?
    {
        if let month = CellValue.month(content) { return month }
        return PeriodText(String(decoding: content, as: UTF8.self))?.month(choice)
    }

    /// A file in which most NIK lost digits would match the wrong people, or nobody.
    private func refuseDamage() throws(ProfileTrouble) {
        guard let reading = targets.first(where: { $0.column == .nik })?.reading else { return }
        var survey = DamageSurvey()
        for row in lines.rows {
            let cells = grid.row(row.gridRow)
            guard reading.cell < cells.count else { continue }
            survey.add(cells[reading.cell], line: grid.line(row.gridRow))
        }
        if let damage = survey.damage { throw damage }
    }

    /// Whether the rows have a column: the file's own, or one that an employee list gives.
    package func has(_ column: Column) -> Bool {
        targets.contains { target in
            target.column == column
                && (target.reading != nil
                    || (profile.joinsEmployees && EmployeeDirectory.columns.contains(column)))
        }
    }

    /// A name for what the file would be read as, beside its bytes.
    package var contextKey: String {
        let npp = String(decoding: hints.npp ?? [], as: UTF8.self)
        let month = hints.month.map { "\($0)" } ?? ""
        return "\(npp) \(month)"
    }

    /// How many of the file's physical lines are no rows, and what they are.
    package var skippedLines: [(name: String, count: Int)] { lines.skipped }

    /// How many physical lines the file has.
    package var lineCount: Int { grid.physicalLineCount }

    /// Physical lines above the rows and of the header.
    package var headerLineCount: Int { lines.headerLineCount }

    /// How many rows the table has at most.
    package var rowCount: Int { lines.rows.count }
}

extension InputKind {
    /// Whether rows of the kind belong to a contribution month.
    var hasMonth: Bool { columns.contains(.blth) }
}
