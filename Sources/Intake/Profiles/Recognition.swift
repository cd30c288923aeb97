internal import DelimitedText

/// Finds the header of a table and the profile that reads it.
struct Recognition: Sendable {
    /// The match that was taken.
    let match: HeaderMatch
    /// The grid row on which the header begins.
    let headerRow: Int
    /// The next best match, which others may have expected.
    let runnerUp: HeaderMatch?

    /// How far down a header is looked for, in grid rows.
    #if FUZZING
    static let searchedRows = 6
    #else
    static let searchedRows = 60
    #endif
    /// How many cells are compared before the search for a header ends; a table so wide begins with
    /// its header.
    private static let searchedCells = 30_000
    /// The longest cell, in bytes, that is read whole to be compared with headings.
    private static let longestHeading = 256

    /// - Parameters:
    ///   - grid: The file.
    ///   - candidates: What to compare with.
    ///   - spellings: Every heading that one of them may spell.
    ///   - given: Columns that the user gives.
    /// - Returns: The best match.
    /// - Throws: ``ProfileTrouble`` when no profile fits, or two fit equally well.
    static func find(
        in grid: CellGrid,
        _ candidates: [ProfileIndex],
        spellings: Set<Heading>,
        given: Set<Column>
    ) throws(ProfileTrouble) -> Recognition {
        var matches: [(match: HeaderMatch, row: Int)] = []
        var nearest: (match: HeaderMatch, row: Int)?
        var repeated: (match: HeaderMatch, row: Int)?
        let lineCounts = Set(candidates.map(\.profile.headerLines)).sorted()
        var cellCount = 0
        for row in 0..<min(grid.count, searchedRows) where cellCount < searchedCells {
            cellCount += grid.row(row).count
            for lineCount in lineCounts {
                guard row + lineCount <= grid.count,
                    let headings = Self.headings(in: grid, row, lineCount)
                else { continue }
                let header = HeaderCells(headings)
                guard header.isKnownTo(spellings) else { continue }
                for candidate in candidates where candidate.profile.headerLines == lineCount {
                    let match = HeaderMatch(header, candidate, given: given)
                    if match.missing.isEmpty, !isExcluded(match, header) {
                        if match.repeated.isEmpty {
                            matches.append((match, row))
                        } else {
                            repeated = repeated ?? (match, row)
                        }
                    }
                    if match.nearness > (nearest?.match.nearness ?? 0) { nearest = (match, row) }
                }
            }
        }
        let ranked = matches.enumerated().sorted { left, right in
            left.element.match.score != right.element.match.score
                ? left.element.match.score > right.element.match.score
                : left.offset < right.offset
        }
        .map(\.element)
        if ranked.isEmpty, let repeated {
            throw .repeatedHeadings(repeated.match.repeated, line: grid.line(repeated.row))
        }
        guard let best = ranked.first, best.match.score >= HeaderMatch.weakScore else {
            throw unknown(ranked.first ?? nearest, in: grid)
        }
        let rival = ranked.dropFirst().first { $0.match.profile.name != best.match.profile.name }
        if let rival, best.match.score - rival.match.score < HeaderMatch.tieMargin,
            rival.row != best.row || !rival.match.readsLike(best.match)
        {
            throw .tie(best.match.profile.name, rival.match.profile.name, line: grid.line(best.row))
        }
        return Recognition(match: best.match, headerRow: best.row, runnerUp: rival?.match)
    }

    /// The headings of a header that may take up several lines, of which the upper ones name groups
    /// of columns: a group's name stands over its first column only.
    static func headings(in grid: CellGrid, _ row: Int, _ lineCount: Int) -> [String]? {
        let bottom = grid.row(row + lineCount - 1)
        let width = (row..<row + lineCount).map { grid.row($0).count }.max() ?? 0
        guard width > 1 else { return nil }
        var headings = [String](repeating: "", count: width)
        for line in row..<row + lineCount {
            let cells = grid.row(line)
            var group = ""
            for index in 0..<width {
                let own = index < cells.count ? heading(cells[index]) : ""
                if !own.isEmpty { group = own }
                let isLast = line == row + lineCount - 1
                let isGrouped =
                    !isLast && index < bottom.count && !CellText.trimmed(bottom[index]).isEmpty
                let part = isGrouped ? group : own
                guard !part.isEmpty else { continue }
                headings[index] += headings[index].isEmpty ? part : " \(part)"
            }
        }
        return headings.count { !$0.isEmpty } >= 2 ? headings : nil
    }

    /// A cell as one line of text; no heading is longer than a few words.
    private static func heading(_ cell: UnsafeBufferPointer<UInt8>) -> String {
        CellText.shownWhole(UnsafeBufferPointer(rebasing: cell.prefix(longestHeading)))
    }

    /// A register needs so little that any list of workers would be one.
    private static func isExcluded(_ match: HeaderMatch, _ header: HeaderCells) -> Bool {
        if match.profile.kind == .payroll, isBill(match, header) { return true }
        guard match.profile.name == "baku-register" else { return false }
        guard match.roles.contains(.column(.npp)) else { return true }
        return match.headings.contains { tellsOfMoney.contains(Heading($0)) }
    }

    /// Contributions that a payroll profile knows nothing of: BPJS' figures must not prove
    /// themselves.
    private static func isBill(_ match: HeaderMatch, _ header: HeaderCells) -> Bool {
        [Column.jkk, .jkm].allSatisfy { column in
            header.synonyms.indices.contains { index in
                header.synonyms[index] == .column(column) && match.roles[index] == nil
            }
        }
    }

    private static let tellsOfMoney = Set(
        ["blth", "upah", "jkk", "jumlah", "gaji pokok", "iuran"].map { Heading($0) }
    )

    private static func unknown(
        _ nearest: (match: HeaderMatch, row: Int)?,
        in grid: CellGrid
    ) -> ProfileTrouble {
        guard let nearest, nearest.match.nearness >= 400 else {
            let row = (0..<min(grid.count, searchedRows)).max { grid.filled($0) < grid.filled($1) }
            let found = row.flatMap { headings(in: grid, $0, 1) } ?? []
            return .unknownLayout(
                found: found.filter { !$0.isEmpty },
                line: row.map(grid.line) ?? 1
            )
        }
        return .missingHeadings(
            profile: nearest.match.profile.title,
            missing: nearest.match.missing,
            found: nearest.match.headings.filter { !$0.isEmpty },
            line: grid.line(nearest.row)
        )
    }
}

extension CellGrid {
    /// How many cells of a record hold something.
    func filled(_ index: Int) -> Int {
        let row = row(index)
        return (0..<row.count).count { !CellText.trimmed(row[$0]).isEmpty }
    }
}
