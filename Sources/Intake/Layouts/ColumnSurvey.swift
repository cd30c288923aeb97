internal import Contributions
internal import DelimitedText

/// How the cells of a column are read, decided from all of its values.
struct ColumnReading: Sendable {
    var cell: Int
    /// Nil for a cell that no rule reads.
    var column: Column?
    var heading: String
    var amounts = AmountNotation.pointDecimal
    var dates = DateOrder.dayFirst
    /// Whether cuts stand as negative amounts.
    var isNegated = false
}

/// Decides how each column of a table is written, and refuses a file that contradicts itself.
struct ColumnSurvey {
    private let grid: CellGrid
    private let rows: [TableRow]
    private let profile: IntakeProfile
    private let dateOrder: DateOrder?

    init(_ grid: CellGrid, _ rows: [TableRow], _ profile: IntakeProfile, _ dateOrder: DateOrder?) {
        self.grid = grid
        self.rows = rows
        self.profile = profile
        self.dateOrder = dateOrder ?? profile.dateOrder
    }

    /// - Parameter match: The header.
    /// - Returns: The columns that are read.
    /// - Throws: ``ProfileTrouble`` for a column whose values contradict each other or leave open
    ///   how they are to be read.
    func readings(_ match: HeaderMatch) throws(ProfileTrouble) -> [ColumnReading] {
        var readings: [ColumnReading] = []
        for (cell, role) in match.roles.enumerated() {
            let heading = match.headings[cell]
            switch role {
            case .column(.nik) where Heading(heading) == Self.nik && !holdsNIK(cell):
                // Employee numbers, where the kind of file has a use for them.
                guard profile.kind.columns.contains(.noPegawai),
                    !match.roles.contains(.column(.noPegawai))
                else { continue }
                readings.append(try reading(cell, .noPegawai, heading))
            case .column(let column):
                readings.append(try reading(cell, column, heading))
                if column == .kpj, profile.kind == .employees { try requireKPJ(cell, heading) }
            case .nikOrEmployeeNumber:
                let holdsNIK = holdsNIK(cell)
                let column: Column = holdsNIK ? .nik : .noPegawai
                guard !match.roles.contains(.column(column)) else { continue }
                readings.append(try reading(cell, column, heading))
            case .unsidedJHT, .unsidedJP, .known, nil: continue
            }
        }
        for role in [ColumnRole.unsidedJHT, .unsidedJP] {
            let cells = match.roles.indices.filter { match.roles[$0] == role }
            guard cells.count == 2 else { continue }
            readings += try sides(role, cells, match.headings)
        }
        return readings
    }

    private func reading(
        _ cell: Int,
        _ column: Column,
        _ heading: String
    ) throws(ProfileTrouble) -> ColumnReading {
        var reading = ColumnReading(cell: cell, column: column, heading: heading)
        if column.isAmount {
            reading.amounts = try amounts(cell, heading)
            if column == .potonganJHT || column == .potonganJP {
                reading.isNegated = isNegative(cell, reading.amounts)
            }
        } else if column.isDay {
            reading.dates = try dates(cell, heading, isBirth: column == .tanggalLahir)
        }
        return reading
    }

    /// The content of a cell, empty where the row lacks it.
    private func content(_ row: TableRow, _ cell: Int) -> UnsafeBufferPointer<UInt8> {
        let cells = grid.row(row.gridRow)
        guard cell < cells.count else { return UnsafeBufferPointer(start: nil, count: 0) }
        var repairs = CellRepairs()
        return SpreadsheetCell.content(cells[cell], &repairs)
    }

    private func position(_ row: TableRow, _ cell: Int) -> ProfileTrouble.CellAt {
        ProfileTrouble.CellAt(
            line: grid.line(row.gridRow),
            text: CellText.shown(content(row, cell))
        )
    }
}

// MARK: - Amounts

extension ColumnSurvey {
    /// The notation that all amounts of a column fit; cells that are no amount in any are left to
    /// the rows that hold them.
    private func amounts(_ cell: Int, _ heading: String) throws(ProfileTrouble) -> AmountNotation {
        var fitting = AmountNotations.both
        var telling: TableRow?
        for row in rows {
            let content = content(row, cell)
            // Digits alone say nothing of marks, and what is canonical nothing new of a point.
            if fitting == .pointDecimal, CellValue.amount(content) != nil { continue }
            guard !content.allSatisfy(CellText.isDigit), let amount = AmountText(content) else {
                continue
            }
            let notations = amount.notations
            guard !notations.isEmpty, notations != .both else { continue }
            if fitting.intersection(notations).isEmpty, let telling {
                throw .amountsContradict(
                    heading: heading,
                    position(telling, cell),
                    position(row, cell)
                )
            }
            if telling == nil { telling = row }
            fitting.formIntersection(notations)
        }
        return fitting == .commaDecimal ? .commaDecimal : .pointDecimal
    }

    private func isNegative(_ cell: Int, _ notation: AmountNotation) -> Bool {
        var hasNegative = false
        for row in rows {
            let content = content(row, cell)
            guard !content.isEmpty, let amount = AmountText(content)?.amount(notation) else {
                continue
            }
            if amount > .zero { return false }
            hasNegative = hasNegative || amount < .zero
        }
        return hasNegative
    }
}

// MARK: - Dates

extension ColumnSurvey {
    private func dates(
        _ cell: Int,
        _ heading: String,
        isBirth: Bool
    ) throws(ProfileTrouble) -> DateOrder {
        var dayFirst: TableRow?
        var monthFirst: TableRow?
        var either: TableRow?
        for row in rows {
            let content = content(row, cell)
            guard !content.isEmpty,
                case .numeric(let asDayFirst, let asMonthFirst) = DateText(
                    content,
                    isBirth: isBirth
                )
            else { continue }
            if asMonthFirst == nil {
                dayFirst = dayFirst ?? row
            } else if asDayFirst == nil {
                monthFirst = monthFirst ?? row
            } else if asDayFirst != asMonthFirst {
                either = either ?? row
            }
        }
        if let dayFirst, let monthFirst {
            throw .datesContradict(
                heading: heading,
                position(dayFirst, cell),
                position(monthFirst, cell)
            )
        }
        if let dateOrder {
            if let other = dateOrder == .dayFirst ? monthFirst : dayFirst {
                throw .datesAgainst(dateOrder, heading: heading, position(other, cell))
            }
            return dateOrder
        }
        if dayFirst != nil { return .dayFirst }
        if monthFirst != nil { return .monthFirst }
        if let either {
            throw .dateOrderUnclear(heading: heading, position(either, cell))
        }
        return .dayFirst
    }
}

// MARK: - Numbers and sides

extension ColumnSurvey {
    private static let nik = Heading("NIK")

    /// A column such as `BPJS TK` holds numbers here and amounts elsewhere: none of an amount has
    /// ten digits.
    private func requireKPJ(_ cell: Int, _ heading: String) throws(ProfileTrouble) {
        var first: TableRow?
        for row in rows {
            let content = content(row, cell)
            if content.count(where: CellText.isDigit) >= 10 { return }
            if !content.isEmpty, first == nil { first = row }
        }
        if let first { throw .noKPJ(heading: heading, position(first, cell)) }
    }

    /// Whether a column called NIK holds population numbers: its values have 16 digits, or had them
    /// before a spreadsheet took some.
    private func holdsNIK(_ cell: Int) -> Bool {
        var population = 0
        var filled = 0
        for row in rows {
            var repairs = CellRepairs()
            let cells = grid.row(row.gridRow)
            guard cell < cells.count else { continue }
            let number = SpreadsheetCell.identifier(cells[cell], &repairs)
            guard !number.isEmpty else { continue }
            filled += 1
            let isWhole = number.count == 16 && number.allSatisfy(CellText.isDigit)
            // Sixteen digits become a power of fifteen; a shorter number is somebody's own.
            let isShortened =
                CellText.isScientific(number) && number.suffix(2).elementsEqual("15".utf8)
            if isWhole || isShortened { population += 1 }
        }
        return population * 2 > filled || filled == 0
    }

    /// Tells the employer's from the worker's column by the ratio of their amounts.
    ///
    /// It is 3.7 to 2 for JHT (PP 46/2015, pasal 16) and 2 to 1 for JP (PP 45/2015, pasal 28).
    private func sides(
        _ role: ColumnRole,
        _ cells: [Int],
        _ headings: [String]
    ) throws(ProfileTrouble) -> [ColumnReading] {
        let ratio: (employer: Int64, worker: Int64) = role == .unsidedJHT ? (37, 20) : (2, 1)
        let heading = headings[cells[0]]
        let first = try amounts(cells[0], heading)
        let second = try amounts(cells[1], heading)
        var employerFirst = 0
        var workerFirst = 0
        var others = 0
        var either = 0
        for row in rows {
            guard let one = amount(row, cells[0], first),
                let other = amount(row, cells[1], second), one != .zero || other != .zero
            else { continue }
            switch (isRatio(one, other, ratio), isRatio(other, one, ratio)) {
            case (true, false): employerFirst += 1
            case (false, true): workerFirst += 1
            case (false, false): others += 1
            // A few rupiah fit both ways.
            case (true, true): either += 1
            }
        }
        // A few odd rows are corrections; rows that say the opposite are not.
        let sum = employerFirst + workerFirst + others
        guard others * 10 <= sum, employerFirst == 0 || workerFirst == 0, sum > 0 || either == 0
        else {
            throw .sidesUnclear(heading: heading)
        }
        // Of a programme that nobody pays into either order is right.
        let isEmployerFirst = workerFirst == 0
        let employer: Column = role == .unsidedJHT ? .jhtPemberiKerja : .jpPemberiKerja
        let worker: Column = role == .unsidedJHT ? .jhtTenagaKerja : .jpTenagaKerja
        return [
            ColumnReading(
                cell: cells[0],
                column: isEmployerFirst ? employer : worker,
                heading: headings[cells[0]],
                amounts: first
            ),
            ColumnReading(
                cell: cells[1],
                column: isEmployerFirst ? worker : employer,
                heading: headings[cells[1]],
                amounts: second
            ),
        ]
    }

    private func amount(_ row: TableRow, _ cell: Int, _ notation: AmountNotation) -> Rupiah? {
        let content = content(row, cell)
        return content.isEmpty ? nil : AmountText(content)?.amount(notation)
    }

    /// Whether two amounts have a ratio, give or take the rounding of each to a whole rupiah.
    private func isRatio(
        _ employer: Rupiah,
        _ worker: Rupiah,
        _ ratio: (employer: Int64, worker: Int64)
    ) -> Bool {
        let difference = employer.sen * ratio.worker - worker.sen * ratio.employer
        return abs(difference) <= 100 * (ratio.employer + ratio.worker)
    }
}
