internal import GRDBSQLite

/// Why a feed could not be written or read: SQLite's code and words.
package struct FeedTrouble: Error, CustomStringConvertible {
    package let code: Int32
    package let description: String

    init(_ code: Int32, _ description: String) {
        self.code = code
        self.description = description
    }
}

/// A database file; a class because it owns the connection.
///
/// The feed is millions of rows written once and single rows looked up, so this is SQLite's own
/// interface and no more of it than that needs.
final class SQLiteFile {
    let connection: OpaquePointer

    /// Creates a database in an empty or missing file.
    convenience init(creating path: String) throws(FeedTrouble) {
        try self.init(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    }

    /// Opens a database to read it.
    convenience init(reading path: String) throws(FeedTrouble) {
        try self.init(path, SQLITE_OPEN_READONLY)
    }

    private init(_ path: String, _ flags: Int32) throws(FeedTrouble) {
        var connection: OpaquePointer?
        // One thread uses the connection, so it needs no locks.
        let code = sqlite3_open_v2(path, &connection, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let connection else {
            let words = String(cString: sqlite3_errstr(code))
            sqlite3_close_v2(connection)
            throw FeedTrouble(code, words)
        }
        self.connection = connection
    }

    deinit {
        sqlite3_close_v2(connection)
    }

    /// Runs statements that give no rows.
    func run(_ statements: String) throws(FeedTrouble) {
        try check(sqlite3_exec(connection, statements, nil, nil, nil))
    }

    /// Runs a statement whose values are texts or numbers.
    func run(_ statement: String, _ values: [SQLiteValue]) throws(FeedTrouble) {
        let prepared = try SQLiteStatement(self, statement)
        try prepared.bind(values)
        _ = try prepared.step()
    }

    func check(_ code: Int32) throws(FeedTrouble) {
        guard code == SQLITE_OK else { throw trouble() }
    }

    func trouble() -> FeedTrouble {
        FeedTrouble(sqlite3_errcode(connection), String(cString: sqlite3_errmsg(connection)))
    }
}

/// A value given to a statement.
enum SQLiteValue {
    case null
    case number(Int64)
    case text(String)
    case bytes([UInt8])
}

/// A prepared statement; a class because it owns it.
final class SQLiteStatement {
    private let file: SQLiteFile
    private let statement: OpaquePointer
    private var isDone = false

    init(_ file: SQLiteFile, _ sql: String) throws(FeedTrouble) {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(file.connection, sql, -1, &statement, nil)
        guard code == SQLITE_OK, let statement else { throw file.trouble() }
        self.file = file
        self.statement = statement
    }

    deinit {
        sqlite3_finalize(statement)
    }

    /// Gives the statement its values and begins it anew.
    func bind(_ values: [SQLiteValue]) throws(FeedTrouble) {
        sqlite3_reset(statement)
        isDone = false
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            let code =
                switch value {
                case .null: sqlite3_bind_null(statement, place)
                case .number(let number): sqlite3_bind_int64(statement, place, number)
                case .text(let text):
                    sqlite3_bind_text(statement, place, text, -1, SQLiteMemory.copied)
                case .bytes(let bytes):
                    sqlite3_bind_blob(
                        statement,
                        place,
                        bytes,
                        Int32(bytes.count),
                        SQLiteMemory.copied
                    )
                }
            try file.check(code)
        }
    }

    /// Goes on to the next row.
    ///
    /// - Returns: Whether there is one.
    func step() throws(FeedTrouble) -> Bool {
        // SQLite would begin anew behind the last row.
        if isDone { return false }
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            isDone = true
            return false
        default: throw file.trouble()
        }
    }

    /// What is made of each row.
    func all<Value>(_ make: (SQLiteStatement) -> Value) throws(FeedTrouble) -> [Value] {
        var values: [Value] = []
        while try step() { values.append(make(self)) }
        return values
    }

    /// The number of a column; 0 for NULL.
    func number(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

    /// The text of a column; empty for NULL.
    func text(_ column: Int) -> String {
        sqlite3_column_text(statement, Int32(column)).map { String(cString: $0) } ?? ""
    }

    func bytes(_ column: Int) -> [UInt8] {
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}

/// How SQLite is told who owns the memory of a value.
enum SQLiteMemory {
    /// SQLite copies the value at once (`SQLITE_TRANSIENT`, a macro that Swift cannot import).
    static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
