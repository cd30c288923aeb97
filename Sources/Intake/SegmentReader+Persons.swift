internal import Contributions

// The numbers in a row, and what else it says of its person.

extension SegmentReader {
    /// The KPJ of a row; one that a spreadsheet destroyed identifies nobody.
    @inline(__always)
    mutating func kpj(
        _ cells: inout CanonicalRow,
        _ source: SourceLine,
        in column: Column = .kpj
    ) -> KPJ {
        if let packed = PackedText(packing: cells.bytes(column)) { return KPJ(packed) }
        let bytes = repaired(&cells, column, source)
        if let packed = PackedText(packing: bytes) { return KPJ(packed) }
        if CellText.isScientific(bytes) { return KPJ(records.identifiers.keepDamaged(bytes)) }
        guard CellText.isAlphanumeric(bytes), bytes.count <= 20 else {
            cells.refuse(column, Expectation.kpj)
            return .absent
        }
        return KPJ(records.identifiers.pack(bytes))
    }

    /// A number without what a spreadsheet added to it; every repair is noted.
    private mutating func repaired(
        _ cells: inout CanonicalRow,
        _ column: Column,
        _ source: SourceLine
    ) -> UnsafeBufferPointer<UInt8> {
        var repairs = CellRepairs()
        let number = SpreadsheetCell.identifier(cells.bytes(column), &repairs)
        if !repairs.isEmpty {
            records.repairs.note(repairs, layout.heading(of: column), source.line)
        }
        return number
    }

    /// The NIK of a row: any text, for an invalid NIK still joins.
    @inline(__always)
    mutating func nik(
        _ cells: inout CanonicalRow,
        _ source: SourceLine,
        in column: Column = .nik
    ) -> NIK {
        if let packed = PackedText(packing: cells.bytes(column)), packed.kind == .digits {
            return NIK(packed)
        }
        let bytes = repaired(&cells, column, source)
        if CellText.isScientific(bytes) { return NIK(records.identifiers.keepDamaged(bytes)) }
        return NIK(records.identifiers.pack(bytes))
    }

    /// Says which number a row lacks, in a column that the file has.
    private func refuseIdentity(_ cells: inout CanonicalRow, _ nik: NIK) {
        if !layout.states(.kpj), !layout.states(.nik), cells.has(.noPegawai) {
            cells.refuse(.noPegawai, .unknown, Expectation.listedEmployee)
            return
        }
        let preferred = nik.isDamaged || !cells.has(.kpj) ? Column.nik : .kpj
        let column = layout.states(preferred) ? preferred : .kpj
        let fault: CellFault = cells.has(column) ? .damaged : .missing
        cells.refuse(
            column,
            fault,
            layout.has(.noPaspor) ? Expectation.identityOrPassport : Expectation.identity
        )
    }

    /// The numbers of a row, with a passport in place of a NIK that it lacks, and what it says of
    /// its person.
    mutating func person(
        _ cells: inout CanonicalRow,
        _ source: SourceLine
    ) -> (kpj: KPJ, nik: NIK, marks: PersonMarks) {
        guard layout.statesPersons else {
            let (kpj, nik) = identity(&cells, source)
            return (kpj, nik, .none)
        }
        var marks = PersonMarks.none
        let passport = nik(&cells, source, in: .noPaspor)
        let isLost = CellText.isScientific(cells.bytes(.nik))
        let isByPassport = passport.isUsable && (!cells.has(.nik) || isLost && !cells.has(.kpj))
        let numbers: (KPJ, NIK)
        if isByPassport {
            numbers = (kpj(&cells, source), passport)
            marks.insert(.passport)
            if cells.has(.nik) { noteLostNIK(cells, source, "; baris dikenali dari paspornya") }
        } else {
            numbers = identity(&cells, source)
        }
        if let isForeign = cells.isForeign() { marks.insert(isForeign ? .foreign : .indonesian) }
        let isMale = cells.optional(.jenisKelamin, Expectation.sex, CellValue.isMale)
        if let isMale { marks.insert(isMale ? .male : .female) }
        return (numbers.0, numbers.1, marks)
    }

    /// Both numbers of a row, of which one must identify somebody.
    mutating func identity(_ cells: inout CanonicalRow, _ source: SourceLine) -> (KPJ, NIK) {
        let kpj = kpj(&cells, source)
        let nik = nik(&cells, source)
        guard !kpj.isUsable, !nik.isUsable else { return (kpj, nik) }
        if cells.problems.isEmpty {
            refuseIdentity(&cells, nik)
        }
        if nik.isDamaged { noteLostNIK(cells, source, ", dan tidak ada KPJ yang utuh") }
        return (kpj, nik)
    }

    /// Notes a NIK that a spreadsheet destroyed, in a row without another number that joins it.
    private mutating func noteLostNIK(
        _ cells: CanonicalRow,
        _ source: SourceLine,
        _ consequence: String
    ) {
        records.findings.add(
            finding(
                .damagedNIK,
                source,
                cells,
                column: layout.heading(of: .nik),
                value: CellText.shown(cells.bytes(.nik)),
                remark: "sudah kehilangan digit di lembar kerja" + consequence
            )
        )
    }
}

// MARK: - How a person can be reached

extension CanonicalRow {
    /// The e-mail address and the telephone number; a column that the file lacks says nothing.
    ///
    /// What a spreadsheet leaves in such a cell is no part of it. No number depends on it, so it
    /// is not reported as a repair.
    mutating func contacts() -> Contacts {
        Contacts(
            email: hasColumn(.email) ? Self.email(bytes(.email)) : .unstated,
            phone: hasColumn(.noHP) ? Self.phone(bytes(.noHP)) : .unstated
        )
    }

    private static func email(_ cell: UnsafeBufferPointer<UInt8>) -> ContactPrint {
        var repairs = CellRepairs()
        return ContactPrint(email: SpreadsheetCell.content(cell, &repairs))
    }

    private static func phone(_ cell: UnsafeBufferPointer<UInt8>) -> ContactPrint {
        var repairs = CellRepairs()
        let number = SpreadsheetCell.identifier(cell, &repairs)
        // Its last digits are lost.
        if CellText.isScientific(number) { return .unclear }
        return ContactPrint(phone: number)
    }
}
