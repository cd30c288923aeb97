internal import Contributions
internal import GRDBSQLite

/// Rows that SQLite fetches one after the other.
///
/// `INSERT INTO … SELECT * FROM` such a source inserts millions of rows in one statement. Binding
/// and stepping a statement for each row costs about half as much again. SQLite sees it as a
/// virtual table; a class because its callbacks share it through a pointer.
final class RowSource {
    /// The name of the virtual table.
    let name: String
    /// The columns of the rows, named as those of the table that they go into.
    let columns: [String]
    fileprivate let block: RowBlock
    /// Fills a block with the next rows; nothing behind the last one.
    private let fill: (RowBlock) -> Void

    /// - Parameters:
    ///   - name: The name by which statements select from it.
    ///   - columns: The columns of the rows.
    ///   - fill: Adds the next rows to an empty block, at least one but behind the last.
    init(_ name: String, columns: [String], fill: @escaping (RowBlock) -> Void) {
        self.name = name
        self.columns = columns
        self.fill = fill
        block = RowBlock(columnCount: columns.count)
    }

    fileprivate func refill() {
        block.removeAll()
        fill(block)
    }
}

/// Some hundred rows that SQLite takes next; a class because it owns their memory.
///
/// Whoever fills it goes through many workers at once and has their data at hand, and SQLite reads
/// plain memory.
final class RowBlock {
    static let capacity = 256
    /// How much room for digits a row has.
    private static let digitBytes = 128
    fileprivate let columnCount: Int
    private(set) var count = 0
    fileprivate let cells: UnsafeMutablePointer<RowCell>
    private let digits: UnsafeMutablePointer<UInt8>
    private var usedDigits = 0
    /// The memory of cells whose bytes nobody else keeps.
    private var ownBytes: [UnsafeMutablePointer<UInt8>] = []

    init(columnCount: Int) {
        self.columnCount = columnCount
        cells = .allocate(capacity: Self.capacity * columnCount)
        cells.initialize(repeating: RowCell(), count: Self.capacity * columnCount)
        digits = .allocate(capacity: Self.capacity * Self.digitBytes)
    }

    deinit {
        freeOwnBytes()
        cells.deallocate()
        digits.deallocate()
    }

    var isFull: Bool { count == Self.capacity }

    /// Adds a row of NULL.
    @inline(__always)
    func add() -> Row {
        let row = cells + count * columnCount
        for column in 0..<columnCount { row[column].kind = .null }
        count += 1
        return Row(cells: row, block: self)
    }

    fileprivate func removeAll() {
        if !ownBytes.isEmpty { freeOwnBytes() }
        count = 0
        usedDigits = 0
    }

    private func freeOwnBytes() {
        for bytes in ownBytes { bytes.deallocate() }
        ownBytes.removeAll(keepingCapacity: true)
    }
}

/// A cell of a row.
private struct RowCell {
    enum Kind: UInt8 {
        case null
        case number
        case text
        case blob
    }

    var kind = Kind.null
    /// The number, or the length of the bytes.
    var number: Int64 = 0
    var bytes: UnsafePointer<UInt8>?
}

// MARK: - Filling

extension RowBlock {
    /// A row being filled.
    struct Row {
        fileprivate let cells: UnsafeMutablePointer<RowCell>
        fileprivate unowned(unsafe) let block: RowBlock
    }
}

extension RowBlock.Row {
    @inline(__always)
    func set(_ column: Int, _ number: Int64) {
        cells[column].kind = .number
        cells[column].number = number
    }

    @inline(__always)
    func set(_ column: Int, _ number: some BinaryInteger) { set(column, Int64(number)) }

    /// Sets a text that stays where it is; an empty one is NULL.
    @inline(__always)
    func set(_ column: Int, text: UnsafeBufferPointer<UInt8>) {
        guard !text.isEmpty else { return }
        cells[column].kind = .text
        cells[column].number = Int64(text.count)
        cells[column].bytes = text.baseAddress
    }

    /// Sets an identifier; an absent one is NULL.
    @inline(__always)
    func set(_ column: Int, _ text: PackedText, _ pool: IdentifierPool) {
        guard !text.isAbsent else { return }
        guard text.digitCount > 0 else { return set(column, copyOf: pool.bytes(of: text)) }
        set(column, text: block.digits(of: text))
    }

    /// Sets a text of which a copy is kept; an empty one is NULL.
    func set(_ column: Int, copyOf text: some Collection<UInt8>) {
        guard !text.isEmpty else { return }
        set(column, text: block.keep(text))
    }

    /// Sets bytes of which a copy is kept.
    func set(_ column: Int, blob: some Collection<UInt8>) {
        set(column, copyOf: blob)
        if !blob.isEmpty { cells[column].kind = .blob }
    }
}

extension RowBlock {
    fileprivate func digits(of text: PackedText) -> UnsafeBufferPointer<UInt8> {
        precondition(usedDigits < Self.capacity * Self.digitBytes, "too many identifiers in a row")
        let place = digits + usedDigits
        usedDigits += 32
        return UnsafeBufferPointer(
            start: place,
            count: DecimalText.digits(of: text, to: UnsafeMutableRawPointer(place))
        )
    }

    fileprivate func keep(_ text: some Collection<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
        _ = copy.update(fromContentsOf: text)
        if let start = copy.baseAddress { ownBytes.append(start) }
        return UnsafeBufferPointer(copy)
    }
}

extension SQLiteFile {
    /// Inserts all rows of a source into a table, in their order.
    ///
    /// The columns are the first ones of the table, or SQLite copies every cell once more. Those
    /// behind them are NULL, and an INTEGER PRIMARY KEY there counts the rows from 1.
    func insert(into table: String, _ source: RowSource) throws(FeedTrouble) {
        let pointer = Unmanaged.passUnretained(source).toOpaque()
        try withExtendedLifetime(source) { () throws(FeedTrouble) in
            try check(
                sqlite3_create_module_v2(connection, source.name, RowModule.shared, pointer, nil)
            )
            let columns = source.columns.joined(separator: ", ")
            try run("INSERT INTO \(table) (\(columns)) SELECT \(columns) FROM \(source.name)")
            // The source may go away before the connection does.
            try check(sqlite3_create_module_v2(connection, source.name, nil, nil, nil))
        }
    }
}

// MARK: - SQLite's callbacks

/// What SQLite calls to read a ``RowSource``; free functions that capture nothing.
private enum RowModule {
    /// SQLite's struct with a pointer to the source behind it.
    struct Table {
        var base = sqlite3_vtab()
        var source: UnsafeMutableRawPointer?
    }

    /// SQLite's struct with the row at hand behind it, so that a cell costs no look at the source.
    struct Cursor {
        var base = sqlite3_vtab_cursor()
        var source: UnsafeMutableRawPointer?
        var row: UnsafePointer<RowCell>?
        /// The rows from this one to the end of the block.
        var left = 0
        var columnCount = 0
    }

    /// Made once, never changed.
    nonisolated(unsafe) static let shared: UnsafePointer<sqlite3_module> = {
        var module = sqlite3_module()
        // Without `xCreate` the table is there by its name alone.
        module.xConnect = connect
        module.xBestIndex = { _, _ in SQLITE_OK }
        module.xDisconnect = { table in
            sqlite3_free(table)
            return SQLITE_OK
        }
        module.xOpen = open
        module.xClose = { cursor in
            sqlite3_free(cursor)
            return SQLITE_OK
        }
        module.xFilter = { cursor, _, _, _, _ in
            refill(RowModule.cursor(cursor))
            return SQLITE_OK
        }
        module.xNext = { cursor in
            let cursor = RowModule.cursor(cursor)
            cursor.pointee.left -= 1
            cursor.pointee.row = cursor.pointee.row.map { $0 + cursor.pointee.columnCount }
            if cursor.pointee.left == 0 { refill(cursor) }
            return SQLITE_OK
        }
        module.xEof = { cursor in RowModule.cursor(cursor).pointee.left == 0 ? 1 : 0 }
        module.xColumn = column
        module.xRowid = { _, row in
            row?.pointee = 0
            return SQLITE_OK
        }
        let pointer = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
        pointer.initialize(to: module)
        return UnsafePointer(pointer)
    }()

    private static let connect:
        @convention(c) (
            OpaquePointer?, UnsafeMutableRawPointer?, Int32,
            UnsafePointer<UnsafePointer<CChar>?>?,
            UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?,
            UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        ) -> Int32 = { database, pointer, _, _, result, _ in
            guard let pointer,
                let memory = sqlite3_malloc(Int32(MemoryLayout<Table>.size))
            else { return SQLITE_NOMEM }
            let source = Unmanaged<RowSource>.fromOpaque(pointer).takeUnretainedValue()
            let columns = source.columns.joined(separator: ", ")
            let table = memory.bindMemory(to: Table.self, capacity: 1)
            table.initialize(to: Table(source: pointer))
            result?.pointee = UnsafeMutableRawPointer(table)
                .assumingMemoryBound(to: sqlite3_vtab.self)
            return sqlite3_declare_vtab(database, "CREATE TABLE rows(\(columns))")
        }

    private static let open:
        @convention(c) (
            UnsafeMutablePointer<sqlite3_vtab>?,
            UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
        ) -> Int32 = { table, result in
            guard let table,
                let memory = sqlite3_malloc(Int32(MemoryLayout<Cursor>.size))
            else { return SQLITE_NOMEM }
            let source = UnsafeMutableRawPointer(table).assumingMemoryBound(to: Table.self)
                .pointee.source
            let cursor = memory.bindMemory(to: Cursor.self, capacity: 1)
            cursor.initialize(to: Cursor(source: source))
            result?.pointee = UnsafeMutableRawPointer(cursor)
                .assumingMemoryBound(to: sqlite3_vtab_cursor.self)
            return SQLITE_OK
        }

    private static let column:
        @convention(c) (
            UnsafeMutablePointer<sqlite3_vtab_cursor>?, OpaquePointer?, Int32
        ) -> Int32 = { cursor, result, column in
            guard let row = RowModule.cursor(cursor).pointee.row else { return SQLITE_ERROR }
            let cell = row + Int(column)
            switch cell.pointee.kind {
            case .null: sqlite3_result_null(result)
            case .number: sqlite3_result_int64(result, cell.pointee.number)
            case .text:
                let length = Int(cell.pointee.number)
                cell.pointee.bytes?.withMemoryRebound(to: CChar.self, capacity: length) {
                    // Without a destructor the bytes are not copied; they stay in their block.
                    sqlite3_result_text(result, $0, Int32(length), nil)
                }
            case .blob:
                sqlite3_result_blob(
                    result,
                    cell.pointee.bytes,
                    Int32(cell.pointee.number),
                    nil
                )
            }
            return SQLITE_OK
        }

    @inline(__always)
    private static func cursor(
        _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?
    ) -> UnsafeMutablePointer<Cursor> {
        guard let cursor else { preconditionFailure("SQLite gives a cursor") }
        return UnsafeMutableRawPointer(cursor).assumingMemoryBound(to: Cursor.self)
    }

    private static func refill(_ cursor: UnsafeMutablePointer<Cursor>) {
        guard let pointer = cursor.pointee.source else {
            preconditionFailure("a cursor without source")
        }
        let source = Unmanaged<RowSource>.fromOpaque(pointer).takeUnretainedValue()
        source.refill()
        cursor.pointee.row = UnsafePointer(source.block.cells)
        cursor.pointee.left = source.block.count
        cursor.pointee.columnCount = source.block.columnCount
    }
}
