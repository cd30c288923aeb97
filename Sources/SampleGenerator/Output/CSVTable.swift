/// Writes records as CSV: a header line, LF, quotes only where a cell needs them.
///
/// An optional column that is empty in every row is left out, so that a small sample shows only
/// what it is about.
struct CSVTable<Row: Record> {
    let rows: [Row]

    var text: String {
        let cells = rows.map(\.cells)
        let written = Row.columns.indices.filter { index in
            Row.columns[index].isRequired || cells.contains { !$0[index].isEmpty }
        }
        let header = written.map { Row.columns[$0].name }
        let lines = [header] + cells.map { row in written.map { quoted(row[$0]) } }
        return lines.map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private func quoted(_ cell: String) -> String {
        guard cell.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
