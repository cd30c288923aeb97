internal import Contributions
internal import DelimitedText

/// Compares the total at the foot of a table with the rows above it.
///
/// A row that was lost on the way to HR's file shows there and nowhere else.
struct TotalLines {
    let file: ProfiledFile

    /// A total that differs, at its cell.
    struct Difference {
        var line: Int
        var heading: String
        var stated: Rupiah
        var added: Rupiah
    }

    /// The differences of the last total line; the lines before it may be totals of groups.
    var differences: [Difference] {
        guard let last = file.lines.totals.last, isOverAll(last) else { return [] }
        let cells = file.grid.row(last)
        var differences: [Difference] = []
        for target in file.targets where target.column.isAmount {
            guard let reading = target.reading, reading.cell < cells.count,
                let stated = amount(cells, reading)
            else { continue }
            let added = file.lines.rows.reduce(Rupiah.zero) { sum, row in
                sum + (amount(file.grid.row(row.gridRow), reading) ?? .zero)
            }
            guard stated != added else { continue }
            differences.append(
                Difference(
                    line: file.grid.line(last),
                    heading: reading.heading,
                    stated: stated,
                    added: added
                )
            )
        }
        return differences
    }

    /// Whether a total is one of all rows: it is the only one, or says so, and none follows it.
    private func isOverAll(_ row: Int) -> Bool {
        if let lastRow = file.lines.rows.last, lastRow.gridRow > row { return false }
        if file.lines.totals.count == 1 { return true }
        let cells = file.grid.row(row)
        let label = (0..<cells.count).lazy.map { Heading(cells[$0]) }.first { !$0.isEmpty }
        let words = Set((label?.words ?? "").split(separator: " "))
        return !words.isDisjoint(with: ["seluruhnya", "keseluruhan", "grand"])
    }

    private func amount(_ cells: Row, _ reading: ColumnReading) -> Rupiah? {
        guard reading.cell < cells.count else { return nil }
        var repairs = CellRepairs()
        let content = SpreadsheetCell.content(cells[reading.cell], &repairs)
        return content.isEmpty ? nil : AmountText(content)?.amount(reading.amounts)
    }
}
