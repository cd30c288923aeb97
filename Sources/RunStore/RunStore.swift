internal import GRDB

/// What a workspace remembers between nights: deliveries, decisions and runs, in `iuran.sqlite`.
///
/// Rows of files are not in it: the original bytes lie in the archive under their SHA-256, and this
/// store says which of them count, since which night, and who decided that.
package final class RunStore: Sendable {
    let database: DatabaseQueue

    /// Opens the store, or makes it, and brings its schema up to date.
    ///
    /// - Parameter path: The file.
    /// - Throws: ``StoreTrouble`` when the file cannot be opened or is no store.
    package init(_ path: String) throws(StoreTrouble) {
        database = try StoreTrouble.catching {
            var configuration = Configuration()
            configuration.journalMode = .wal
            // Another process may be opening, closing or checkpointing the store: `iuran status`
            // takes no lock of the workspace.
            configuration.busyMode = .timeout(30)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            // An upload leaves the inbox when its record is committed; a commit that a power
            // failure takes back would lose it. GRDB sets NORMAL when it makes the journal a WAL,
            // after all that a configuration can prepare, so this comes last.
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
            }
            let migrator = Schema.migrator
            guard try !queue.read({ try migrator.hasBeenSuperseded($0) }) else {
                throw StoreTrouble("it was written by a newer version of iuran")
            }
            try migrator.migrate(queue)
            return queue
        }
    }

    /// Makes one transaction; all of it is kept or nothing.
    func write<Value>(
        _ body: @Sendable (Database) throws -> Value
    ) throws(StoreTrouble) -> Value where Value: Sendable {
        try StoreTrouble.catching { try database.write(body) }
    }

    func read<Value>(
        _ body: @Sendable (Database) throws -> Value
    ) throws(StoreTrouble) -> Value where Value: Sendable {
        try StoreTrouble.catching { try database.read(body) }
    }

    /// Checks the file for damage.
    ///
    /// - Returns: What SQLite says is wrong; empty for a sound file.
    package func damage() throws(StoreTrouble) -> [String] {
        try read { database in
            try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        }
    }
}

/// Why the store cannot be used: a sentence without the data of a row.
package struct StoreTrouble: Error, CustomStringConvertible, Sendable {
    package let description: String

    init(_ description: String) {
        self.description = description
    }

    static func catching<Value>(_ body: () throws -> Value) throws(StoreTrouble) -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreTrouble(error.message ?? "SQLite error \(error.extendedResultCode)")
        } catch let error as StoreTrouble {
            throw error
        } catch {
            throw StoreTrouble("\(error)")
        }
    }
}
