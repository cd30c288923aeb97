/// The byte between the cells of a file.
package enum Delimiter: UInt8, CaseIterable, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
    case bar = 0x7C

    /// The delimiter that a file's first lines show.
    ///
    /// The right one splits the lines of a table into the same number of cells, which is more than
    /// one; a comma in an amount or a name does not. Title lines have few cells, so each delimiter
    /// is judged by the number of cells that the most lines share. The header is one of these:
    /// commas between thousands split every row alike too, but not the words above them.
    ///
    /// - Parameters:
    ///   - bytes: The beginning of a file, as UTF-8.
    ///   - terminator: The byte that ends a line.
    /// - Returns: A comma where no delimiter makes a table.
    package static func detect(
        _ bytes: UnsafeBufferPointer<UInt8>,
        terminator: UInt8
    ) -> Delimiter {
        let sample = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16))
        var best = (delimiter: Delimiter.comma, score: 0)
        for delimiter in allCases {
            var lines: [Int: Int] = [:]
            var widthsOfWords: Set<Int> = []
            var reader = RowReader(
                sample,
                delimiter: delimiter.rawValue,
                terminator: terminator,
                isEndOfFile: sample.count == bytes.count
            )
            reading: while true {
                switch reader.next() {
                case .row:
                    guard reader.row.count > 1 else { continue }
                    lines[reader.row.count, default: 0] += 1
                    if reader.row.isWords { widthsOfWords.insert(reader.row.count) }
                case .blank, .malformed: continue
                case .incomplete, .end: break reading
                }
            }
            let score =
                lines.map { count, lines in
                    lines * min(count, 8) * (widthsOfWords.contains(count) ? 4 : 1)
                }
                .max() ?? 0
            if score > best.score { best = (delimiter, score) }
        }
        return best.delimiter
    }
}

extension Row {
    /// Whether every cell that is not empty holds a letter, as headings do.
    fileprivate var isWords: Bool {
        (0..<count).allSatisfy { index in
            let cell = self[index]
            return cell.isEmpty
                || cell.contains { byte in
                    byte >= 0x80 || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
                }
        }
    }
}
