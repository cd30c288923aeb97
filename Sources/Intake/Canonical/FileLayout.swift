package import DelimitedText

/// What a file is, as its header says: its kind and where each canonical column stands.
package struct FileLayout: Sendable {
    package let kind: InputKind
    /// The number of cells a row must have.
    package let cellCount: Int
    /// The columns of the header that no rule reads, as written.
    package let ignoredColumns: [String]
    let places: ColumnPlaces
    /// Whether the rows may say more of persons than names and numbers.
    let statesPersons: Bool
    /// What the file calls the columns, where it is not their own name.
    private var headings: [Column: String] = [:]
    private var isProfiled = false

    /// The name of a column in messages: the file's own heading.
    package func heading(of column: Column) -> String { headings[column] ?? column.name }

    /// A layout whose rows come from a profile.
    ///
    /// - Parameters:
    ///   - kind: What the file is.
    ///   - columns: The canonical columns in the order of the cells, with the file's headings; nil
    ///     for a column that something else gives.
    ///   - ignored: Headings that no rule reads.
    init(kind: InputKind, columns: [(column: Column, heading: String?)], ignored: [String]) {
        self.kind = kind
        var places = ColumnPlaces()
        for (index, entry) in columns.enumerated() {
            places.set(entry.column, to: index)
            headings[entry.column] = entry.heading
        }
        self.places = places
        statesPersons = places.statePersons
        isProfiled = true
        cellCount = columns.count
        ignoredColumns = ignored
    }

    /// Whether the rows may have a column: the file's own, or one that something else gives.
    package func has(_ column: Column) -> Bool { cell(of: column) >= 0 }

    /// Whether the file itself has a column.
    func states(_ column: Column) -> Bool {
        isProfiled ? headings[column] != nil : cell(of: column) >= 0
    }

    func cell(of column: Column) -> Int { places.cell(of: column) }

    /// The heading of a cell: the name of its column, or as written where no rule reads it.
    func heading(of cell: Int) -> String {
        if let column = kind.columns.first(where: { places.cell(of: $0) == cell }) {
            return column.name
        }
        let known = kind.columns.count { (0..<cell).contains(places.cell(of: $0)) }
        let place = cell - known
        return ignoredColumns.indices.contains(place) ? ignoredColumns[place] : ""
    }

    /// The column of a cell, or nil where no rule reads it.
    func column(of cell: Int) -> Column? {
        kind.columns.first { places.cell(of: $0) == cell }
    }

    /// Reads the header.
    ///
    /// - Parameters:
    ///   - header: The cells of the header line.
    ///   - named: The kind the user names; nil recognises it.
    /// - Throws: ``LayoutProblem`` when the header fits no kind.
    package init(header: Row, kind named: InputKind?) throws(LayoutProblem) {
        let headings = (0..<header.count).map { Self.heading(header[$0]) }
        let known = headings.map(Column.init(name:))
        guard Self.reportHeadings.isDisjoint(with: headings) else { throw .ownReport }
        let present = Set(known.compactMap(\.self))
        let kind: InputKind
        if let named {
            kind = named
        } else {
            kind = try Self.recognise(present, headings)
        }
        let missing = kind.missingColumns(in: present)
        guard missing.isEmpty else {
            throw .missingColumns(kind: kind, missing: missing, found: headings)
        }
        var places = ColumnPlaces()
        var ignored: [String] = []
        for (index, column) in known.enumerated() {
            guard let column, kind.columns.contains(column) else {
                ignored.append(headings[index])
                continue
            }
            guard places.cell(of: column) < 0 else { throw .duplicateColumn(headings[index]) }
            places.set(column, to: index)
        }
        self.kind = kind
        self.places = places
        statesPersons = places.statePersons
        cellCount = header.count
        ignoredColumns = ignored
    }

    /// Columns that only the program's own reports have.
    ///
    /// A report has the columns of an input, so it would pass for one, and yesterday's findings
    /// would be today's facts.
    private static let reportHeadings: Set<String> = [
        "status_iuran", "penyebab_lain", "tk_payroll", "pertama_terlihat", "status_lama",
    ]

    private static func heading(_ cell: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: CellText.trimmed(cell), as: UTF8.self)
        return text.lowercased()
    }

    /// The first kind whose required columns are all there.
    ///
    /// A register needs little, so a header with a month or a wage is never one: it is a payroll or
    /// ledger that lacks a column, and is refused as such.
    private static func recognise(
        _ present: Set<Column>,
        _ headings: [String]
    ) throws(LayoutProblem) -> InputKind {
        let order = InputKind.canonicalKinds
        for kind in order where kind.missingColumns(in: present).isEmpty {
            if kind == .register, !present.isDisjoint(with: [.blth, .upah, .jkk, .jumlah]) {
                continue
            }
            return kind
        }
        // The nearest kind is the one that lacks least in proportion, for a helpful message.
        let nearest = order.dropLast().max { left, right in
            left.presentShare(in: present) < right.presentShare(in: present)
        }
        guard let nearest, nearest.presentShare(in: present) >= 50 else {
            throw .unknownHeader(found: headings)
        }
        throw .missingColumns(
            kind: nearest,
            missing: nearest.missingColumns(in: present),
            found: headings
        )
    }
}

/// The cell of each column; looked up for every cell that is read, so it is plain memory.
struct ColumnPlaces: Sendable {
    /// More than there are columns.
    private var cells = InlineArray<64, Int16>(repeating: -1)

    /// The cell of a column, or -1 where the file lacks it.
    @inline(__always)
    func cell(of column: Column) -> Int {
        Int(cells[Int(column.rawValue)])
    }

    var statePersons: Bool {
        [Column.noPaspor, .kewarganegaraan, .jenisKelamin].contains { cell(of: $0) >= 0 }
    }

    mutating func set(_ column: Column, to cell: Int) {
        cells[Int(column.rawValue)] = Int16(cell)
    }
}

/// Why a header cannot be read.
package enum LayoutProblem: Error, Hashable, Sendable {
    case unknownHeader(found: [String])
    case missingColumns(kind: InputKind, missing: [String], found: [String])
    case duplicateColumn(String)
    /// The file is a table of a report.
    case ownReport

    /// What was found and expected, in Bahasa Indonesia, for the report.
    package var message: String {
        switch self {
        case .unknownHeader(let found):
            "judul kolom tidak dikenali; ditemukan: \(found.shownHeadings); \(Self.advice(found))"
        case .missingColumns(let kind, let missing, let found):
            "kolom wajib \(kind.name) tidak ada: \(missing.joined(separator: ", ")); "
                + "ditemukan: \(found.shownHeadings)"
        case .duplicateColumn(let name):
            "kolom \"\(name)\" ada dua kali; sisakan satu"
        case .ownReport: "ini tabel dari laporan iuran sendiri, bukan data masukan"
        }
    }

    /// What was found and expected, for logs.
    ///
    /// A first line without any known heading may be a person's row, so it is only counted.
    package var messageForLogs: String {
        if case .missingColumns(let kind, let missing, let found) = self {
            return "kolom wajib \(kind.name) tidak ada: \(missing.joined(separator: ", ")) "
                + "(dari \(found.count) judul)"
        }
        guard case .unknownHeader(let found) = self,
            !found.contains(where: { Column(name: $0) != nil })
        else { return message }
        return "judul kolom tidak dikenali dalam \(found.count) sel; \(Self.advice(found))"
    }

    private static func advice(_ found: [String]) -> String {
        let expected =
            "diharapkan judul baku payroll, buku iuran, pembayaran, daftar peserta, perusahaan atau "
            + "pasangan"
        let isSemicolons = found.count == 1 && found[0].contains(";")
        return isSemicolons
            ? "pemisah selnya titik koma, simpan dengan koma; \(expected)" : expected
    }
}

extension [String] {
    /// Headings of a file for a message: no more, and no longer ones, than a reader takes in.
    var shownHeadings: String {
        let shown = prefix(30).map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }
        return shown.joined(separator: ", ") + (count > 30 ? ", …" : "")
    }
}

extension InputKind {
    /// The required columns that a header lacks; alternatives are joined by "atau".
    func missingColumns(in present: Set<Column>) -> [String] {
        requiredColumns.filter { group in !group.contains(where: present.isSuperset(of:)) }
            .map { group in
                group.map { $0.map(\.name).joined(separator: " + ") }.joined(separator: " atau ")
            }
    }

    /// How many of the required columns a header has, in percent.
    fileprivate func presentShare(in present: Set<Column>) -> Int {
        let missing = missingColumns(in: present).count
        return (requiredColumns.count - missing) * 100 / requiredColumns.count
    }
}
