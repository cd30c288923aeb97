import Foundation

/// One line on a terminal that says how far the work is; silent in pipes and logs.
struct Progress {
    private let isShown = isatty(2) == 1

    /// Shows how many rows of a kind are written; call it for every row.
    func show(_ kind: String, row: Int, of rowCount: Int) {
        guard isShown, row & 0xFFFF == 0 else { return }
        write("\r\u{1B}[K\(kind): \(row) of \(rowCount) rows")
    }

    /// Takes the line away.
    func clear() {
        guard isShown else { return }
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Array(text.utf8))
    }
}
