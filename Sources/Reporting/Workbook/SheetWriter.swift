internal import CLibXLSXWriter
internal import Contributions

/// Writes a sheet from the first row to the last, and a row from left to right.
///
/// Rows that are done are in a temporary file already (`constant_memory`), so a sheet takes no
/// memory, and no earlier cell can be written any more.
struct SheetWriter {
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let formats: [UnsafeMutablePointer<lxw_format>]
    private(set) var row: UInt32 = 0
    private var column: UInt16 = 0
    /// The longest text of each column, in digits.
    private var lengths: [Int] = []
    /// The widths of columns whose texts wrap.
    private var wrappedWidths: [Int: Int] = [:]
    /// The lines of the highest cell of the row.
    private var lineCount = 1
    private var bytes: [UInt8] = []
    /// What the library said first, when it refused a cell.
    private(set) var refusal: lxw_error?

    init(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ formats: [UnsafeMutablePointer<lxw_format>]
    ) {
        self.sheet = sheet
        self.formats = formats
    }
}

// MARK: - Cells

extension SheetWriter {
    /// Leaves a cell empty.
    mutating func blank() { column += 1 }

    mutating func endRow() {
        // Not every program finds the height itself when it opens the workbook.
        if lineCount > 1 { rowHeight(15 * lineCount) }
        lineCount = 1
        row += 1
        column = 0
    }

    /// The height of the row that is being written, in points.
    mutating func rowHeight(_ height: Int) { Self.set(sheet, heightOf: row, to: height) }

    /// A text from a file: never a formula, never a link.
    mutating func text(_ text: UnsafeBufferPointer<UInt8>, _ style: CellStyle = .text) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: text)
        writeBytes(style)
    }

    mutating func text(_ text: [UInt8], _ style: CellStyle = .text) {
        text.withUnsafeBufferPointer { self.text($0, style) }
    }

    mutating func text(_ text: String, _ style: CellStyle = .text) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: text.utf8)
        writeBytes(style)
    }

    /// A month as text, `2026-10`: a spreadsheet would make a day of it.
    mutating func month(_ month: ContributionMonth?) {
        guard let month else { return blank() }
        text(month.description)
    }

    mutating func count(_ count: Int, _ style: CellStyle = .count) {
        keep(Self.write(count, to: sheet, row, column, format(style)))
        take(length: AmountText.count(count).utf8.count)
    }

    mutating func amount(_ amount: Rupiah, _ style: CellStyle = .amount) {
        guard let number = amount.cellNumber else {
            text(amount.decimalText)
            return
        }
        keep(worksheet_write_number(sheet, row, column, number, format(style)))
        take(length: Self.length(of: amount))
    }

    /// A day as a date; as text where Excel has no such date.
    mutating func day(_ day: Day, _ style: CellStyle = .day) {
        guard !day.isAbsent else { return blank() }
        let (year, month, number) = day.civil
        guard (1901...9999).contains(year) else {
            text(day.description)
            return
        }
        var date = lxw_datetime()
        (date.year, date.month, date.day) = (Int32(year), Int32(month), Int32(number))
        keep(worksheet_write_datetime(sheet, row, column, &date, format(style)))
        take(length: 11)
    }

    /// The words that lead to another sheet.
    mutating func link(to name: String) {
        keep(worksheet_write_url(sheet, row, column, "internal:'\(name)'!A1", format(.link)))
        keep(worksheet_write_string(sheet, row, column, name, format(.link)))
        take(length: name.utf8.count)
    }
}

// MARK: - Writing

extension SheetWriter {
    /// The most characters of a cell.
    private static let longestText = 32_767
    private static let cutMark = Array("… (dipotong; lengkapnya di berkas CSV)".utf8)

    private mutating func writeBytes(_ style: CellStyle) {
        guard !bytes.isEmpty else { return blank() }
        let length = bytes.count
        makeFit()
        bytes.append(0)
        let format = format(style)
        if style.wraps, let width = wrappedWidths[Int(column)] {
            // Letters are narrower than the digits in which widths are counted.
            let lineLength = width * 11 / 10
            lineCount = max(lineCount, (length + lineLength - 1) / lineLength)
        }
        let error = bytes.withUnsafeBytes { buffer in
            let text = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            return worksheet_write_string(sheet, row, column, text, format)
        }
        keep(error)
        take(length: length)
    }

    /// Makes the text one that a cell can hold.
    private mutating func makeFit() {
        if bytes.count > Self.longestText {
            var end = Self.longestText - Self.cutMark.count
            // Not inside a character.
            while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            bytes.replaceSubrange(end..., with: Self.cutMark)
        }
        // U+FFFE and U+FFFF are UTF-8, but no XML: with one of them Excel would open nothing.
        guard bytes.contains(0xEF) else { return }
        for place in bytes.indices.dropLast(2)
        where bytes[place] == 0xEF && bytes[place + 1] == 0xBF && bytes[place + 2] >= 0xBE {
            bytes[place + 2] = 0xBD
        }
    }

    private func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format> {
        formats[style.rawValue]
    }

    private mutating func keep(_ error: lxw_error) {
        if error != LXW_NO_ERROR, refusal == nil { refusal = error }
    }

    private mutating func take(length: Int) {
        let place = Int(column)
        while lengths.count <= place { lengths.append(0) }
        lengths[place] = max(lengths[place], length)
        column += 1
    }

    /// The characters of an amount as Excel shows it.
    private static func length(of amount: Rupiah) -> Int {
        var digits = 1
        var rest = amount.sen.magnitude / 100
        while rest >= 10 {
            digits += 1
            rest /= 10
        }
        return digits + (digits - 1) / 3 + 3 + (amount.sen < 0 ? 1 : 0)
    }
}

// MARK: - The sheet

extension SheetWriter {
    /// Writes the headings of a table, which stay in sight, repeat on paper and filter.
    mutating func beginTable(_ table: some TableSheet) {
        rowHeight(33)
        for column in table.columns {
            text(column.heading, column.isNumber ? .numberHeading : .heading)
        }
        endRow()
        lengths = []
        for (place, column) in table.columns.enumerated()
        where column.width.lowerBound == column.width.upperBound && column.width.lowerBound > 40 {
            wrappedWidths[place] = column.width.lowerBound
        }
        worksheet_freeze_panes(sheet, row, UInt16(table.frozenColumns))
        keep(worksheet_repeat_rows(sheet, row - 1, row - 1))
    }

    /// Sets what depends on the rows, when all are written.
    mutating func endTable(_ table: some TableSheet) {
        let lastColumn = UInt16(table.columns.count - 1)
        let first = row - UInt32(table.rows.count) - 1
        let last = max(row - 1, first)
        keep(worksheet_autofilter(sheet, first, 0, last, lastColumn))
        keep(worksheet_print_area(sheet, 0, 0, last, UInt16(table.printedColumns - 1)))
        for (place, column) in table.columns.enumerated() {
            let length = place < lengths.count ? lengths[place] : 0
            // Capitals are wider than the digits in which widths are counted.
            let wanted = length + length / 8 + 2
            let width = min(max(wanted, column.width.lowerBound), column.width.upperBound)
            Self.set(sheet, widthOf: UInt16(place), to: width)
        }
        // Identifiers are digits on purpose: no green corner in every cell.
        let type = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
        keep(worksheet_ignore_errors(sheet, type, "A1:XFD1048576"))
    }

    /// Shows the sheet as a page of text, without grid lines, and first.
    func showAsPage() {
        worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        worksheet_activate(sheet)
    }

    /// Sets the width of a column, in digits; longer texts wrap in it.
    mutating func setWidth(_ width: Int, of column: Int) {
        Self.set(sheet, widthOf: UInt16(column), to: width)
        wrappedWidths[column] = width
    }

    /// How the sheet prints: on A4, as wide as the paper.
    mutating func setPage(isLandscape: Bool, footer: String) {
        worksheet_set_paper(sheet, 9)
        if isLandscape { worksheet_set_landscape(sheet) }
        worksheet_fit_to_pages(sheet, 1, 0)
        Self.set(sheet, side: 40, top: 60)
        keep(worksheet_set_footer(sheet, "&L&8\(footer)&R&8&A, halaman &P dari &N"))
    }
}
