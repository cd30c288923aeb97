/// Tells from all NIK of a file whether a spreadsheet destroyed them.
package struct DamageSurvey: Sendable {
    private var count = 0
    private var scientific = 0
    private var whole = 0
    private var endsInZero = 0
    private var firstScientific: ProfileTrouble.CellAt?
    private var firstZero: ProfileTrouble.CellAt?

    /// Below this many NIK a run of zeros may be chance.
    private static let leastForZeros = 8

    package init() {}

    package mutating func add(_ cell: UnsafeBufferPointer<UInt8>, line: Int) {
        var repairs = CellRepairs()
        let number = SpreadsheetCell.identifier(cell, &repairs)
        guard !number.isEmpty else { return }
        count += 1
        if CellText.isScientific(number) {
            scientific += 1
            if firstScientific == nil {
                firstScientific = ProfileTrouble.CellAt(line: line, text: CellText.shown(number))
            }
        } else if number.count == 16, number.allSatisfy(CellText.isDigit) {
            whole += 1
            guard number[15] == UInt8(ascii: "0") else { return }
            endsInZero += 1
            if firstZero == nil {
                firstZero = ProfileTrouble.CellAt(line: line, text: CellText.shown(number))
            }
        }
    }

    /// Most NIK are scientific, or nearly all end in 0: of whole ones it is one in ten.
    package var damage: ProfileTrouble? {
        if scientific * 2 > count, let firstScientific {
            return .damagedNIK(damaged: scientific, of: count, firstScientific)
        }
        if whole >= Self.leastForZeros, endsInZero * 10 >= whole * 9, let firstZero {
            return .damagedNIK(damaged: endsInZero, of: count, firstZero)
        }
        return nil
    }
}
