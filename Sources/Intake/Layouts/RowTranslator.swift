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
    private let targets: [ColumnTarget]
    private let npp: ColumnReading?
    private let kpj: ColumnReading?
    private let nik: ColumnReading?
    private let employeeNumber: ColumnReading?
    private var builder = RowBuilder()
    private(set) var repairs = CellRepairTally()
    /// The last month read from a cell: rows below each other mostly state the same one.
    private var lastMonth: (text: [UInt8], npp: [UInt8]?, month: ContributionMonth)?

    init(_ file: ProfiledFile, _ employees: EmployeeDirectory) {
        self.file = file
        grid = file.grid
        self.employees = employees
        targets = file.targets
        func reading(_ column: Column) -> ColumnReading? {
            file.targets.first { $0.column == column }?.reading
        }
        npp = reading(.npp)
        kpj = reading(.kpj)
        nik = reading(.nik)
        employeeNumber = reading(.noPegawai)
    }

    /// The canonical row; valid until the next call.
    mutating func translate(_ row: TableRow) -> Row {
        let cells = grid.row(row.gridRow)
        let context = file.lines.contexts[row.context]
        let employee = employee(cells, context)
        builder.begin()
        for target in targets {
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
            if write(cells[reading.cell], target.column, reading, line, cells, context) {
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
            let month =
                context.month?.month(file.periodChoice(context.npp ?? file.hints.npp))
                ?? file.hints.month
            if let month { write(month) }
        default:
            if let level = file.profile.groups.firstIndex(of: target.column),
                level < context.groups.count
            {
                builder.write(context.groups[level])
            } else if target.reading == nil, let constant = target.constant {
                builder.write(constant)
            }
        }
    }

    /// - Returns: Whether the cell held anything.
    private mutating func write(
        _ cell: UnsafeBufferPointer<UInt8>,
        _ column: Column,
        _ reading: ColumnReading,
        _ line: Int,
        _ cells: Row,
        _ context: RowContext
    ) -> Bool {
        var made = CellRepairs()
        let content =
            column.isIdentifier
            ? SpreadsheetCell.identifier(cell, &made) : SpreadsheetCell.content(cell, &made)
        if !made.isEmpty { repairs.note(made, reading.heading, line) }
        guard !content.isEmpty else { return false }
        if column.isAmount {
            // Most systems write amounts as the canonical form does.
            if reading.amounts == .pointDecimal, !reading.isNegated,
                CellValue.amount(content) != nil
            {
                builder.write(content)
                return true
            }
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
            guard let month = month(content, cells, context) else {
                return writeUnreadable(content)
            }
            write(month)
        } else if column == .npp {
            if (6...10).contains(content.count), content.allSatisfy(CellText.isDigit) {
                builder.write(content)
                return true
            }
            guard let npp = TitleField.npp(in: String(decoding: content, as: UTF8.self)) else {
                return writeUnreadable(content)
            }
            builder.write(npp)
        } else if column.isIdentifier {
            builder.write(content)
        } else {
            writeText(content)
        }
        return true
    }

    private mutating func month(
        _ content: UnsafeBufferPointer<UInt8>,
        _ cells: Row,
        _ context: RowContext
    ) -> ContributionMonth? {
        if let month = CellValue.month(content) { return month }
        let npp = file.hints.periodMonths.isEmpty ? nil : file.npp(cells, context)
        if let lastMonth, lastMonth.npp == npp, content.elementsEqual(lastMonth.text) {
            return lastMonth.month
        }
        guard let month = file.month(content, file.periodChoice(npp)) else { return nil }
        lastMonth = ([UInt8](content), npp, month)
        return month
    }

    /// A name that was wrapped inside its cell stands on one line.
    private mutating func writeText(_ content: UnsafeBufferPointer<UInt8>) {
        guard content.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
            builder.write(content)
            return
        }
        for (place, line) in content.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
            .enumerated()
        {
            if place > 0 { builder.write(UInt8(ascii: " ")) }
            builder.write(CellText.trimmed(UnsafeBufferPointer(rebasing: line)))
        }
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

    /// Adds the lines on which a printed name goes on; lines of empty cells may stand between.
    private mutating func continueName(_ row: TableRow, _ cell: Int) {
        var linesLeft = row.nameLines
        var gridRow = row.gridRow
        while linesLeft > 0 {
            gridRow += 1
            let cells = grid.row(gridRow)
            guard cell < cells.count else { continue }
            let part = CellText.trimmed(cells[cell])
            guard !part.isEmpty else { continue }
            builder.write(UInt8(ascii: " "))
            builder.write(part)
            linesLeft -= 1
        }
    }

    /// The employee of a row that states no KPJ or NIK but his.
    private func employee(_ cells: Row, _ context: RowContext) -> EmployeeDirectory.Entry? {
        guard file.profile.kind == .payroll, !employees.isEmpty else { return nil }
        let number = identifier(employeeNumber, cells)
        // `1,2E+07` is every number that a spreadsheet shortened so.
        guard !number.isEmpty, !CellText.isShortened(number) else { return nil }
        let npp = npp == nil ? context.npp ?? file.hints.npp : file.npp(cells, context)
        guard let entry = employees.entry(npp: npp ?? [], number: number),
            !contradicts(identifier(kpj, cells), entry.kpj),
            !contradicts(identifier(nik, cells), entry.nik)
        else { return nil }
        return entry
    }

    private func identifier(
        _ reading: ColumnReading?,
        _ cells: Row
    ) -> UnsafeBufferPointer<UInt8> {
        guard let reading, reading.cell < cells.count else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        var repairs = CellRepairs()
        return SpreadsheetCell.identifier(cells[reading.cell], &repairs)
    }

    private func contradicts(_ own: UnsafeBufferPointer<UInt8>, _ listed: [UInt8]) -> Bool {
        !own.isEmpty && !listed.isEmpty && !own.elementsEqual(listed)
    }
}
