package import Contributions
internal import DelimitedText

extension SegmentReader {
    /// Reads the rows of a file through its profile.
    ///
    /// - Parameters:
    ///   - file: The file, understood.
    ///   - place: The file's place among the run's inputs.
    ///   - arenaNumber: The number of the arena that takes its texts.
    ///   - target: Where the rows go.
    ///   - employees: Who the employee numbers of a payroll are.
    ///   - book: The law in figures.
    /// - Returns: The typed rows, and a finding for each that cannot be used.
    package static func read(
        _ file: ProfiledFile,
        at place: Int,
        arenaNumber: Int,
        target: SegmentTarget,
        employees: EmployeeDirectory,
        book: RuleBook
    ) -> SegmentRecords {
        var reader = SegmentReader(
            layout: file.layout,
            file: place,
            book: book,
            texts: TextArena(number: arenaNumber, capacity: file.rowCount * 48),
            target: target
        )
        reader.readAll(file, employees)
        return reader.records
    }

    private mutating func readAll(_ file: ProfiledFile, _ employees: EmployeeDirectory) {
        var translator = RowTranslator(file, employees)
        var cells: CanonicalRow?
        for malformed in file.grid.malformed {
            reject(malformed.problem, malformed.line)
            records.counts.continuationLines += malformed.lineCount - 1
        }
        for row in file.lines.rows {
            let line = file.grid.line(row.gridRow)
            let own = file.grid.row(row.gridRow)
            if let message = Self.misfit(own, row, file.lines.widths) {
                reject(
                    .unusableLine,
                    SourceLine(file: self.file, line: line),
                    column: "",
                    value: "",
                    remark: message
                )
                continue
            }
            let translated = translator.translate(row)
            if cells == nil { cells = CanonicalRow(translated, layout) }
            cells?.begin(translated)
            if var reading = cells.take() {
                readRow(
                    &reading,
                    line,
                    keepsStrayQuotes: file.grid.keepsStrayQuotes(row.gridRow)
                )
                cells = reading
            }
        }
        records.counts.blank += file.lines.blankCount
        records.counts.continuationLines += file.lines.continuationCount
        records.repairs += translator.repairs
        noteTotals(TotalLines(file: file).differences)
    }

    /// Why a row does not fit its table, or nil.
    ///
    /// It may stand behind the end, or have other cells than the header; empty cells at the end are
    /// what spreadsheets add.
    private static func misfit(
        _ row: Row,
        _ place: TableRow,
        _ widths: ClosedRange<Int>
    ) -> String? {
        if place.isStray {
            return "baris pekerja di bawah baris penutup tabel; diharapkan \(Expectation.strayRow)"
        }
        let surplus = (0..<row.count).dropFirst(widths.lowerBound)
        let isTooLong = surplus.contains { !CellText.trimmed(row[$0]).isEmpty }
        guard row.count < widths.lowerBound || isTooLong else { return nil }
        return "ditemukan \(row.count) sel; diharapkan \(widths.upperBound) seperti judulnya"
    }

    private mutating func noteTotals(_ differences: [TotalLines.Difference]) {
        for difference in differences {
            let stated = difference.stated.decimalText
            records.findings.add(
                Finding(
                    .totalDiffers,
                    source: SourceLine(file: file, line: difference.line),
                    column: difference.heading,
                    detail: .text(
                        value: stated,
                        message:
                            "tertulis \(stated), jumlah barisnya \(difference.added.decimalText)"
                    )
                )
            )
        }
    }
}
