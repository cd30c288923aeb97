package import Contributions

/// The workbook that HR opens, `laporan.xlsx`: the rows of `rekap.csv`, `status.csv` and
/// `temuan.csv` for people.
///
/// A spreadsheet that opens the CSV files puts a row into one cell where the comma separates
/// decimals, and rounds a NIK to 15 digits. Here identifiers are text, amounts numbers, days dates.
package struct ReportWorkbook {
    package static let fileName = "laporan.xlsx"

    private let summary: RunSummary
    private let version: String
    private let tables: [any TableSheet]

    /// Chooses the rows.
    ///
    /// - Parameters:
    ///   - outcome: The outcome of the run.
    ///   - summary: The same in figures.
    ///   - findings: The rows of `temuan.csv`.
    ///   - changes: What changed per worker since the previous report; empty without one.
    ///   - version: The version of the program.
    package init(
        _ outcome: Outcome,
        _ summary: RunSummary,
        findings: FindingTable,
        changes: [WorkerChange],
        version: String
    ) {
        self.summary = summary
        self.version = version
        tables = [
            RecapSheet(outcome), StatusSheet(outcome, changes, summary.causes),
            FindingSheet(outcome, findings),
        ]
    }

    /// Writes the workbook to a path; temporary files are kept in a folder of the caller's.
    package func write(
        to path: String,
        temporaryFolder: String
    ) throws(WorkbookTrouble) {
        let file = try WorkbookFile(path, temporaryFolder: temporaryFolder)
        file.setProperties(
            title: "Rekonsiliasi iuran per \(DateText.long(summary.run.asOf))",
            author: "iuran \(version)",
            comment: summary.caveat,
            on: summary.run.asOf
        )
        let first = ReadFirstSheet(summary: summary, version: version, tables: tables)
        try file.addSheet(ReadFirstSheet.name) { first.fill(&$0) }
        for table in tables {
            try file.addSheet(table.name) { write(table, &$0) }
        }
        try file.close()
    }

    private func write(_ table: some TableSheet, _ writer: inout SheetWriter) {
        writer.setPage(isLandscape: true, footer: summary.caveat)
        if let note = table.note {
            writer.text(note, .section)
            writer.endRow()
        }
        guard table.rows.count > 0 || table.note == nil else { return }
        writer.beginTable(table)
        table.fill(&writer)
        writer.endTable(table)
    }
}
