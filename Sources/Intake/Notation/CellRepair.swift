package import Contributions

/// What a spreadsheet added to a cell and can be taken off again without loss; each kind is named
/// in the report.
package enum CellRepair: UInt8, CaseIterable, Hashable, Sendable {
    /// `'3273…`, which keeps a spreadsheet from reading a number.
    case apostrophe
    /// `12345678901.0`.
    case floatSuffix
    /// A space that does not break, at an end of the cell.
    case nonBreakingSpace
    /// `#N/A` or `Err:502`, which stands for no value.
    case spreadsheetError
    /// A dash for no value.
    case dash

    /// What was done, in Bahasa Indonesia.
    package var name: String {
        switch self {
        case .apostrophe: "tanda petik di depan atau belakang nomor dibuang"
        case .floatSuffix: "akhiran \".0\" pada nomor dibuang"
        case .nonBreakingSpace: "spasi tak terputus (NBSP) dibuang"
        case .spreadsheetError: "galat lembar kerja seperti #N/A dianggap kosong"
        case .dash: "tanda hubung dianggap kosong"
        }
    }
}

/// A set of repairs of one cell.
struct CellRepairs: OptionSet, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(_ repair: CellRepair) {
        rawValue = 1 << repair.rawValue
    }
}

/// How many cells of each column were repaired, and where the first one stands.
package struct CellRepairTally: Sendable {
    private struct Key: Hashable {
        var heading: String
        var repair: CellRepair
    }

    private var places: [Key: (count: Int, line: Int)] = [:]

    package init() {}

    mutating func note(_ repairs: CellRepairs, _ heading: String, _ line: Int) {
        for repair in CellRepair.allCases where repairs.contains(CellRepairs(repair)) {
            places[Key(heading: heading, repair: repair), default: (0, line)].count += 1
        }
    }

    /// Adds the tally of a later part of the file.
    package static func += (left: inout CellRepairTally, right: CellRepairTally) {
        left.places.merge(right.places) { ($0.count + $1.count, min($0.line, $1.line)) }
    }

    func write(to writer: inout ByteWriter) {
        writer.write(Array(places)) { place, writer in
            writer.write(place.key.heading)
            writer.write(Int(place.key.repair.rawValue))
            writer.write(place.value.count)
            writer.write(place.value.line)
        }
    }

    init(from reader: inout ByteReader) throws(DamagedRows) {
        for _ in 0..<(try reader.count()) {
            let heading = try reader.string()
            guard let number = UInt8(exactly: try reader.number()),
                let repair = CellRepair(rawValue: number)
            else { throw DamagedRows() }
            places[Key(heading: heading, repair: repair)] = (
                count: try reader.number(), line: try reader.number()
            )
        }
    }

    /// One finding for each kind of repair of a column, at the first cell.
    ///
    /// - Parameter file: The file's place among the run's inputs.
    /// - Returns: The findings in the order of lines.
    package func findings(file: Int) -> [Finding] {
        places.sorted {
            ($0.value.line, $0.key.heading, $0.key.repair.rawValue)
                < ($1.value.line, $1.key.heading, $1.key.repair.rawValue)
        }
        .map { key, place in
            Finding(
                .cellsRepaired,
                source: SourceLine(file: file, line: place.line),
                column: key.heading,
                detail: .text(
                    value: "\(place.count)",
                    message: "\(place.count) sel: \(key.repair.name)"
                )
            )
        }
    }
}

/// Cells as spreadsheets leave them.
enum SpreadsheetCell {
    /// The cell without spaces of any kind around it; empty where it only says that it is empty.
    static func content(
        _ cell: UnsafeBufferPointer<UInt8>,
        _ repairs: inout CellRepairs
    ) -> UnsafeBufferPointer<UInt8> {
        if isPlain(cell) { return cell }
        let trimmed = trimmed(cell, &repairs)
        guard let first = trimmed.first else { return trimmed }
        if first == UInt8(ascii: "#") || first == UInt8(ascii: "E"), isError(trimmed) {
            repairs.insert(CellRepairs(.spreadsheetError))
            return UnsafeBufferPointer(rebasing: trimmed[..<0])
        }
        if isDash(trimmed) {
            repairs.insert(CellRepairs(.dash))
            return UnsafeBufferPointer(rebasing: trimmed[..<0])
        }
        return trimmed
    }

    /// An identifier without what keeps it text in a spreadsheet, and without a float's suffix.
    static func identifier(
        _ cell: UnsafeBufferPointer<UInt8>,
        _ repairs: inout CellRepairs
    ) -> UnsafeBufferPointer<UInt8> {
        var slice = content(cell, &repairs)[...]
        while let length = apostropheLength(slice) {
            slice = slice.dropFirst(length)
            repairs.insert(CellRepairs(.apostrophe))
        }
        while let length = trailingApostropheLength(slice) {
            slice = slice.dropLast(length)
            repairs.insert(CellRepairs(.apostrophe))
        }
        if let point = slice.firstIndex(of: UInt8(ascii: ".")),
            point > slice.startIndex, point + 1 < slice.endIndex,
            slice[..<point].allSatisfy(CellText.isDigit),
            slice[(point + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") }),
            // Groups of three zeros are thousands: a number that was formatted, not a float.
            slice.endIndex - point - 1 < 3
        {
            slice = slice[..<point]
            repairs.insert(CellRepairs(.floatSuffix))
        }
        return UnsafeBufferPointer(rebasing: slice)
    }

    /// A quick look at the ends of a cell: most begin and end with a letter or digit, and not with
    /// one that begins an error.
    private static func isPlain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = cell.first, let last = cell.last else { return true }
        return isAlphanumeric(first) && isAlphanumeric(last) && first != UInt8(ascii: "E")
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        CellText.isDigit(byte)
            || ((byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z"))
    }

    private static func trimmed(
        _ cell: UnsafeBufferPointer<UInt8>,
        _ repairs: inout CellRepairs
    ) -> UnsafeBufferPointer<UInt8> {
        var slice = cell[...]
        while let first = slice.first {
            if isSpace(first) {
                slice = slice.dropFirst()
            } else if first == 0xC2, slice.count > 1, slice[slice.startIndex + 1] == 0xA0 {
                slice = slice.dropFirst(2)
                repairs.insert(CellRepairs(.nonBreakingSpace))
            } else {
                break
            }
        }
        while let last = slice.last {
            if isSpace(last) {
                slice = slice.dropLast()
            } else if last == 0xA0, slice.count > 1, slice[slice.endIndex - 2] == 0xC2 {
                slice = slice.dropLast(2)
                repairs.insert(CellRepairs(.nonBreakingSpace))
            } else {
                break
            }
        }
        return UnsafeBufferPointer(rebasing: slice)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
    }

    /// `-`, or `Rp -`, as the accounting format of spreadsheets writes zero.
    private static func isDash(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard cell.last == UInt8(ascii: "-") else { return false }
        var slice = cell[...]
        for letter in "rp".utf8 where (slice.first ?? 0) | 32 == letter {
            slice = slice.dropFirst()
        }
        if slice.startIndex > 0, slice.first == UInt8(ascii: ".") { slice = slice.dropFirst() }
        while slice.first == UInt8(ascii: " ") { slice = slice.dropFirst() }
        return slice.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    /// `#N/A`, `#REF!`, `#VALUE!`, `#DIV/0!`, `#NAME?`, `#NULL!`, `#NUM!` and `Err:502`.
    private static func isError(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard cell.count <= 8 else { return false }
        let text = String(decoding: cell, as: UTF8.self).uppercased()
        if text.hasPrefix("ERR:") { return text.dropFirst(4).allSatisfy(\.isNumber) }
        return ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"].contains(text)
    }

    /// The length of an apostrophe at the front: `'`, a backtick, or a typographic one.
    private static func apostropheLength(_ slice: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard let first = slice.first else { return nil }
        if first == 0x27 || first == 0x60 { return 1 }
        return slice.starts(with: [0xE2, 0x80, 0x98]) || slice.starts(with: [0xE2, 0x80, 0x99])
            ? 3 : nil
    }

    private static func trailingApostropheLength(
        _ slice: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Int? {
        guard let last = slice.last else { return nil }
        if last == 0x27 || last == 0x60 { return 1 }
        let tail = slice.suffix(3)
        return tail.elementsEqual([0xE2, 0x80, 0x98]) || tail.elementsEqual([0xE2, 0x80, 0x99])
            ? 3 : nil
    }
}
