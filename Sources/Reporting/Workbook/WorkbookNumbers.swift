internal import CLibXLSXWriter
internal import Contributions

// The only place where an amount becomes a floating-point number, because a cell of XLSX is one.

extension Rupiah {
    /// The number in a cell, in rupiah; nil where a cell cannot hold the amount exactly.
    ///
    /// Excel keeps 15 significant digits. Below 10^15 sen (ten trillion rupiah) these are all
    /// digits of the amount, and the nearest `Double` is nearer to it than to any other amount, so
    /// multiplying by 100 and rounding gives the sen back. Every sen count below 2^53 is a `Double`
    /// itself, so the division rounds once. What is larger is written as text.
    var cellNumber: Double? {
        sen.magnitude < 1_000_000_000_000_000 ? Double(sen) / 100 : nil
    }
}

extension SheetWriter {
    /// The width of a column, in digits.
    static func set(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>,
        widthOf column: UInt16,
        to width: Int
    ) {
        worksheet_set_column(sheet, column, column, Double(width), nil)
    }

    /// The height of a row, in points; before the row is written.
    static func set(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>,
        heightOf row: UInt32,
        to height: Int
    ) {
        worksheet_set_row(sheet, row, Double(height), nil)
    }

    /// The margins of the printed page, in hundredths of an inch.
    static func set(_ sheet: UnsafeMutablePointer<lxw_worksheet>, side: Int, top: Int) {
        let (side, top) = (Double(side) / 100, Double(top) / 100)
        worksheet_set_margins(sheet, side, side, top, top)
    }

    /// Writes a whole number.
    static func write(
        _ number: Int,
        to sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ row: UInt32,
        _ column: UInt16,
        _ format: UnsafeMutablePointer<lxw_format>
    ) -> lxw_error {
        worksheet_write_number(sheet, row, column, Double(number), format)
    }
}
