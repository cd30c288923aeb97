/// A CSV file as tests read it: a plain reader of its own, that shares no code with the tool.
package struct CSVTable: Sendable {
    package var columns: [String]
    package var rows: [[String]]

    /// Reads a text whose first line is the header.
    package init(_ text: String) {
        var lines: [[String]] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        func take() {
            cells.append(String(decoding: cell, as: UTF8.self))
            cell = []
            wasQuoted = false
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""):
                // The second of two quotation marks stands for one.
                if wasQuoted, !isQuoted { cell.append(byte) }
                isQuoted.toggle()
                wasQuoted = true
            case UInt8(ascii: ",") where !isQuoted: take()
            case UInt8(ascii: "\n") where !isQuoted:
                take()
                lines.append(cells)
                cells = []
            default: cell.append(byte)
            }
        }
        if !cell.isEmpty || !cells.isEmpty {
            take()
            lines.append(cells)
        }
        columns = lines.first ?? []
        rows = Array(lines.dropFirst())
    }
}

extension CSVTable {
    /// The cell of a row; empty where there is no such column.
    package func cell(_ row: [String], _ column: String) -> String {
        guard let place = columns.firstIndex(of: column), place < row.count else { return "" }
        return row[place]
    }

    /// All cells of a column.
    package func column(_ name: String) -> [String] {
        rows.map { cell($0, name) }
    }

    /// The rows by column name.
    package var records: [[String: String]] {
        rows.map { row in
            Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first })
        }
    }

    /// The rows whose cells have all these values.
    package func records(where values: KeyValuePairs<String, String>) -> [[String: String]] {
        records.filter { record in values.allSatisfy { record[$0.key] == $0.value } }
    }

    /// The table with some columns emptied.
    package func blanking(_ names: String...) -> CSVTable {
        var table = self
        for name in names {
            guard let place = columns.firstIndex(of: name) else { continue }
            for row in table.rows.indices { table.rows[row][place] = "" }
        }
        return table
    }
}

/// An amount as CSV cells of reports state it, in sen: `1234.50` is 123450.
package func sen(_ cell: String) -> Int {
    let isNegative = cell.hasPrefix("-")
    let parts = cell.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let rupiah = Int(parts.first ?? "0") ?? 0
    var decimals = parts.count > 1 ? String(parts[1]) : ""
    while decimals.count < 2 { decimals += "0" }
    let amount = rupiah * 100 + (Int(decimals) ?? 0)
    return isNegative ? -amount : amount
}
