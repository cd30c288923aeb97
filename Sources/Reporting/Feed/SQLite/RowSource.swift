internal import GRDBSQLite

/// Rows that SQLite fetches one after the other.
///
/// `INSERT INTO … SELECT * FROM` such a source inserts millions of rows in one statement. Binding
/// and stepping a statement for each row costs about half as much again. SQLite sees it as a
/// virtual table; a class because its callbacks share it through a pointer.
final class RowSource {
    /// The name of the virtual table.
    let name: String
    let columnCount: Int
    fileprivate var isAtEnd = false
    private let cells: UnsafeMutablePointer<RowCell>
    /// The memory of cells whose bytes nobody else keeps.
    private var ownBytes: [UnsafeMutablePointer<UInt8>] = []
    /// Fills the cells of the next row; false behind the last one.
    private let fill: (RowSource) -> Bool

    /// - Parameters:
    ///   - name: The name by which statements select from it.
    ///   - columnCount: The number of cells of a row.
    ///   - fill: Fills the cells of the next row, all of which are NULL before; false at the end.
    init(_ name: String, columnCount: Int, fill: @escaping (RowSource) -> Bool) {
        self.name = name
        self.columnCount = columnCount
        self.fill = fill
        cells = .allocate(capacity: columnCount)
        cells.initialize(repeating: RowCell(), count: columnCount)
    }

    deinit {
        freeOwnBytes()
        cells.deallocate()
    }

    fileprivate func advance() {
        if !ownBytes.isEmpty { freeOwnBytes() }
        for column in 0..<columnCount { cells[column].kind = .null }
        isAtEnd = !fill(self)
    }

    @inline(__always)
    fileprivate func cell(_ column: Int32) -> RowCell { cells[Int(column)] }

    private func freeOwnBytes() {
        for bytes in ownBytes { bytes.deallocate() }
        ownBytes.removeAll(keepingCapacity: true)
    }
}

/// A cell of the row at hand.
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

extension RowSource {
    @inline(__always)
    func set(_ column: Int, _ number: Int64) {
        cells[column].kind = .number
        cells[column].number = number
    }

    @inline(__always)
    func set(_ column: Int, _ number: some BinaryInteger) { set(column, Int64(number)) }

    /// Sets a text that stays where it is until the next row; an empty one is NULL.
    @inline(__always)
    func set(_ column: Int, text: UnsafeBufferPointer<UInt8>) {
        guard !text.isEmpty else { return }
        cells[column].kind = .text
        cells[column].number = Int64(text.count)
        cells[column].bytes = text.baseAddress
    }

    /// Sets a text of which a copy is kept until the next row; an empty one is NULL.
    func set(_ column: Int, copyOf text: some Collection<UInt8>) {
        guard !text.isEmpty else { return }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
        _ = copy.update(fromContentsOf: text)
        if let start = copy.baseAddress { ownBytes.append(start) }
        set(column, text: UnsafeBufferPointer(copy))
    }

    /// Sets bytes of which a copy is kept until the next row.
    func set(_ column: Int, blob: some Collection<UInt8>) {
        set(column, copyOf: blob)
        if !blob.isEmpty { cells[column].kind = .blob }
    }
}

extension SQLiteFile {
    /// Inserts all rows of a source into a table, in their order.
    func insert(into table: String, _ source: RowSource) throws(FeedTrouble) {
        let pointer = Unmanaged.passUnretained(source).toOpaque()
        try withExtendedLifetime(source) { () throws(FeedTrouble) in
            try check(
                sqlite3_create_module_v2(connection, source.name, RowModule.shared, pointer, nil)
            )
            try run("INSERT INTO \(table) SELECT * FROM \(source.name)")
            // The source may go away before the connection does.
            try check(sqlite3_create_module_v2(connection, source.name, nil, nil, nil))
        }
    }
}

// MARK: - SQLite's callbacks

/// What SQLite calls to read a ``RowSource``; free functions that capture nothing.
private enum RowModule {
    /// SQLite's struct with a pointer to the source behind it, for the table and its cursor.
    struct Table {
        var base = sqlite3_vtab()
        var source: UnsafeMutableRawPointer?
    }

    struct Cursor {
        var base = sqlite3_vtab_cursor()
        var source: UnsafeMutableRawPointer?
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
        module.xFilter = { cursor, _, _, _, _ in advance(cursor) }
        module.xNext = { cursor in advance(cursor) }
        module.xEof = { cursor in RowModule.source(cursor).isAtEnd ? 1 : 0 }
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
            let count = Unmanaged<RowSource>.fromOpaque(pointer).takeUnretainedValue().columnCount
            let columns = (0..<count).map { "c\($0)" }.joined(separator: ", ")
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
            let cell = source(cursor).cell(column)
            switch cell.kind {
            case .null: sqlite3_result_null(result)
            case .number: sqlite3_result_int64(result, cell.number)
            case .text:
                cell.bytes?.withMemoryRebound(to: CChar.self, capacity: Int(cell.number)) {
                    // Without a destructor the bytes are not copied; they stay until the next row.
                    sqlite3_result_text(result, $0, Int32(cell.number), nil)
                }
            case .blob: sqlite3_result_blob(result, cell.bytes, Int32(cell.number), nil)
            }
            return SQLITE_OK
        }

    @inline(__always)
    private static func source(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> RowSource {
        guard let cursor,
            let pointer = UnsafeMutableRawPointer(cursor).assumingMemoryBound(to: Cursor.self)
                .pointee.source
        else { preconditionFailure("a cursor without source") }
        return Unmanaged<RowSource>.fromOpaque(pointer).takeUnretainedValue()
    }

    private static func advance(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
        source(cursor).advance()
        return SQLITE_OK
    }
}
