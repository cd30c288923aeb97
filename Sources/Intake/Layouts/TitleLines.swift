internal import Contributions
internal import DelimitedText

/// What the lines above a table, or above one of its pages, say of the rows below.
struct TitleLine: Sendable {
    var values: [TitleField: String] = [:]

    var isEmpty: Bool { values.isEmpty }

    /// Reads one line: `NPP : 12345678`, or label and value in cells side by side.
    ///
    /// - Parameters:
    ///   - row: The cells of the line.
    ///   - labels: What the profile calls each field.
    init(_ row: Row, _ labels: [TitleField: [Heading]]) {
        let cells = (0..<row.count).map { CellText.shownWhole(row[$0]) }
        for (index, cell) in cells.enumerated() where !cell.isEmpty {
            for (field, headings) in labels where values[field] == nil {
                guard let rest = Self.value(of: cell, labelled: headings) else { continue }
                values[field] = rest.isEmpty ? Self.next(cells[(index + 1)...]) : rest
            }
        }
        values = values.filter { !$0.value.isEmpty }
    }

    /// The text behind a label, which may be empty; nil where the cell has no such label.
    private static func value(of cell: String, labelled headings: [Heading]) -> String? {
        if let colon = cell.firstIndex(of: ":") {
            guard headings.contains(Heading(String(cell[..<colon]))) else { return nil }
            return trimmed(cell[cell.index(after: colon)...])
        }
        let heading = Heading(cell)
        if headings.contains(heading) { return "" }
        for label in headings where heading.words.hasPrefix(label.words + " ") {
            // Without a colon the value is what follows the label's words: `Periode Mei 2026`.
            let wordCount = label.words.split(separator: " ").count
            let words = cell.split(separator: " ")
            guard words.count > wordCount,
                Heading(words.prefix(wordCount).joined(separator: " ")) == label
            else { continue }
            return words.dropFirst(wordCount).joined(separator: " ")
        }
        return nil
    }

    /// The next cell that holds more than a colon; a month and a year may stand in two.
    private static func next(_ cells: ArraySlice<String>) -> String {
        let values = cells.lazy.map { trimmed($0[...]) }.filter { !$0.isEmpty }
        guard let first = values.first else { return "" }
        if MonthNames.month(first) != nil, let year = values.dropFirst().first {
            return "\(first) \(year)"
        }
        return first
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first == " " || first == ":" || first == "\u{A0}" {
            text = text.dropFirst()
        }
        while let last = text.last, last == " " || last == "\u{A0}" { text = text.dropLast() }
        return String(text)
    }
}

extension TitleField {
    /// The NPP in a title: the first word that can be one, such as `12345678` in `12345678 - 000`.
    static func npp(in text: String) -> [UInt8]? {
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let found = words.first { (6...10).contains($0.count) && $0.contains(where: \.isNumber) }
        return found.map { Array($0.uppercased().utf8) }
    }
}
