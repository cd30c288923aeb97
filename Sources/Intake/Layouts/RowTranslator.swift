internal import Contributions
internal import DelimitedText

/// Writes the rows of a profiled file in canonical form, so that one reader serves every layout.
///
/// A cell that cannot be read in its column's notation goes through as it stands, marked, and the
/// reader refuses it with the file's own heading and text.
struct RowTranslator: ~Copyable {
    private let file: ProfiledFile
    private let grid: CellGrid
    private let employees: EmployeeDirectory
    private var builder = RowBuilder()
    private(set) var repairs = CellRepairTally()

    init(_ file: ProfiledFile, _ employees: EmployeeDirectory) {
        self.file = file
        grid = file.grid
        self.employees = employees
    }

    /// The canonical row; valid until the next call.
    mutating func translate(_ row: TableRow) -> Row {
        let cells = grid.row(row.gridRow)
        let context = file.lines.contexts[row.context]
        let employee = employee(cells, context)
        builder.begin()
        for target in file.targets {
            write(target, row, cells, context, employee)
            builder.endCell()
        }
        return builder.row
    }

    private mutating func write(
        _ target: ColumnTarget,
        _ row: TableRow,
        _ cells: Row,
        _ context: RowContext,
        _ employee: EmployeeDirectory.Entry?
    ) {
        let line = grid.line(row.gridRow)
        if let reading = target.reading, reading.cell < cells.count {
            if write(cells[reading.cell], target.column, reading, line) {
                if target.column == .nama { continueName(row, reading.cell) }
                return
            }
        }
        if let place = EmployeeDirectory.columns.firstIndex(of: target.column), let employee {
            builder.write(employee.cells[place])
            return
        }
        switch target.column {
        case .npp: builder.write(context.npp ?? file.hints.npp ?? [])
        case .blth:
            let month = context.month?.month(file.periodChoice(context)) ?? file.hints.month
            if let month { write(month) }
        default:
            if let level = file.profile.groups.firstIndex(of: target.column),
                level < context.groups.count
            {
                builder.write(context.groups[level])
            } else if let constant = target.constant {
                builder.write(constant)
            }
        }
    }

    /// - Returns: Whether the cell held anything.
    private mutating func write(
        _ cell: UnsafeBufferPointer<UInt8>,
        _ column: Column,
        _ reading: ColumnReading,
        _ line: Int
    ) -> Bool {
        var made = CellRepairs()
        let content =
            column.isIdentifier
            ? SpreadsheetCell.identifier(cell, &made) : SpreadsheetCell.content(cell, &made)
        if !made.isEmpty { repairs.note(made, reading.heading, line) }
        guard !content.isEmpty else { return false }
        if column.isAmount {
            guard var amount = AmountText(content)?.amount(reading.amounts) else {
                return writeUnreadable(content)
            }
            if reading.isNegated { amount = .zero - amount }
            write(amount)
        } else if column.isDay {
            guard let day = DateText(content, isBirth: column == .tanggalLahir).day(reading.dates)
            else { return writeUnreadable(content) }
            // A system's word for "no date" is an empty cell.
            if day.isAbsent { return true }
            write(day)
        } else if column == .blth {
            guard let month = file.month(content) else { return writeUnreadable(content) }
            write(month)
        } else if column == .npp {
            guard let npp = TitleField.npp(in: String(decoding: content, as: UTF8.self)) else {
                return writeUnreadable(content)
            }
            builder.write(npp)
        } else {
            builder.write(content)
        }
        return true
    }

    private mutating func writeUnreadable(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
        builder.write(CellText.unreadableMark)
        builder.write(content)
        return true
    }

    private mutating func write(_ amount: Rupiah) {
        if amount < .zero { builder.write(UInt8(ascii: "-")) }
        let sen = amount.sen.magnitude
        builder.write(Int64(sen / 100))
        builder.write(UInt8(ascii: "."))
        builder.write(Int64(sen % 100), digits: 2)
    }

    private mutating func write(_ day: Day) {
        let (year, month, date) = day.civil
        builder.write(Int64(year), digits: 4)
        builder.write(UInt8(ascii: "-"))
        builder.write(Int64(month), digits: 2)
        builder.write(UInt8(ascii: "-"))
        builder.write(Int64(date), digits: 2)
    }

    private mutating func write(_ month: ContributionMonth) {
        builder.write(Int64(month.year), digits: 4)
        builder.write(UInt8(ascii: "-"))
        builder.write(Int64(month.month), digits: 2)
    }

    /// Adds the lines on which a printed name goes on.
    private mutating func continueName(_ row: TableRow, _ cell: Int) {
        for offset in 0..<row.nameLines {
            let cells = grid.row(row.gridRow + offset + 1)
            guard cell < cells.count else { continue }
            builder.write(UInt8(ascii: " "))
            builder.write(CellText.trimmed(cells[cell]))
        }
    }

    /// The employee of a row that states neither KPJ nor NIK.
    private func employee(_ cells: Row, _ context: RowContext) -> EmployeeDirectory.Entry? {
        guard file.profile.kind == .payroll, !employees.isEmpty,
            let number = file.targets.first(where: { $0.column == .noPegawai })?.reading,
            number.cell < cells.count
        else { return nil }
        var repairs = CellRepairs()
        let content = SpreadsheetCell.identifier(cells[number.cell], &repairs)
        guard !content.isEmpty else { return nil }
        var npp = context.npp ?? file.hints.npp ?? []
        if let own = file.targets.first(where: { $0.column == .npp })?.reading,
            own.cell < cells.count,
            let stated = TitleField.npp(in: CellText.shownWhole(cells[own.cell]))
        {
            npp = stated
        }
        return employees.entry(npp: npp, number: content)
    }
}
