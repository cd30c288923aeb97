internal import Contributions
internal import DelimitedText

/// The cells of one row under their canonical names, with the problems met while reading them.
///
/// Every cell that cannot be read is noted, so that a message names all that is wrong with a row.
///
/// It has some hundred bytes, and so has a ``SegmentReader``. Swift copies such a struct to call a
/// method that only reads it, so what every row calls is declared to change it, or is inlined.
struct CanonicalRow {
    private(set) var row: Row
    private(set) var problems: [CellProblem] = []
    private let places: ColumnPlaces
    private let layout: FileLayout

    init(_ row: Row, _ layout: FileLayout) {
        self.row = row
        self.layout = layout
        places = layout.places
    }

    /// Goes on to another row of the same file.
    mutating func begin(_ row: Row) {
        self.row = row
        if !problems.isEmpty { problems = [] }
    }

    /// The trimmed bytes of a column; empty where the file lacks it.
    @inline(__always)
    func bytes(_ column: Column) -> UnsafeBufferPointer<UInt8> {
        let cell = places.cell(of: column)
        guard cell >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
        return row.isTrimmed ? row[cell] : CellText.trimmed(row[cell])
    }

    @inline(__always)
    func has(_ column: Column) -> Bool {
        !bytes(column).isEmpty
    }

    /// Whether the file has a column.
    @inline(__always)
    func hasColumn(_ column: Column) -> Bool { places.cell(of: column) >= 0 }

    mutating func refuse(_ column: Column, _ expected: String) {
        refuse(column, CellFault(of: bytes(column)), expected)
    }

    mutating func refuse(_ column: Column, _ fault: CellFault, _ expected: String) {
        problems.append(
            CellProblem(
                column: layout.heading(of: column),
                found: CellText.shown(bytes(column)),
                fault: fault,
                expected: expected
            )
        )
    }

    private mutating func refuseAmount(_ column: Column) {
        if CellValue.isTooLarge(bytes(column)) {
            refuse(column, .tooLarge, Expectation.amountWithinLimit)
        } else {
            refuse(column, Expectation.amount)
        }
    }

    /// A value that may be absent; an unreadable one is noted.
    @inline(__always)
    mutating func optional<Value>(
        _ column: Column,
        _ expected: @autoclosure () -> String,
        _ read: (UnsafeBufferPointer<UInt8>) -> Value?
    ) -> Value? {
        let bytes = bytes(column)
        guard !bytes.isEmpty else { return nil }
        if let value = read(bytes) { return value }
        refuse(column, expected())
        return nil
    }

    mutating func amount(_ column: Column) -> Rupiah? {
        let bytes = bytes(column)
        guard !bytes.isEmpty else { return nil }
        if let amount = CellValue.amount(bytes) { return amount }
        refuseAmount(column)
        return nil
    }

    mutating func requiredAmount(_ column: Column) -> Rupiah {
        let bytes = bytes(column)
        if let amount = CellValue.amount(bytes) { return amount }
        refuseAmount(column)
        return .zero
    }

    mutating func day(_ column: Column) -> Day {
        optional(column, Expectation.day, CellValue.day) ?? .absent
    }

    mutating func requiredDay(_ column: Column) -> Day {
        if let day = CellValue.day(bytes(column)) { return day }
        refuse(column, Expectation.day)
        return .absent
    }

    /// The BLTH, where the cell is one.
    @inline(__always)
    var month: ContributionMonth? { CellValue.month(bytes(.blth)) }

    mutating func requiredMonth() -> ContributionMonth {
        if let month { return month }
        refuse(.blth, Expectation.month)
        return ContributionMonth(number: 0)
    }

    /// The NPP, where the cell is one.
    @inline(__always)
    var npp: PackedText? {
        CellValue.npp(bytes(.npp))
    }

    mutating func requiredNPP() -> PackedText {
        if let npp { return npp }
        refuse(.npp, Expectation.npp)
        return .absent
    }

    mutating func yesOrNo(_ column: Column) -> Bool? {
        optional(column, Expectation.yesOrNo, CellValue.yesOrNo)
    }

    /// Whether the row states another nationality than Indonesia's; nil where it states none.
    mutating func isForeign() -> Bool? {
        let bytes = bytes(.kewarganegaraan)
        guard !bytes.isEmpty else { return nil }
        return !CellText.equals(bytes, "wni") && !CellText.equals(bytes, "id")
            && !CellText.equals(bytes, "idn") && !CellText.equals(bytes, "indonesia")
    }

    mutating func require(_ column: Column, _ expected: String) {
        if !has(column) { refuse(column, expected) }
    }
}
