import Foundation
import GRDB
import TestSupport
import Testing

@testable import RunStore

/// The schema of `iuran.sqlite`: a migration that has shipped is never changed.
@Suite("Schema")
struct SchemaTests {
    private func store(_ folder: WorkFolder) throws -> RunStore {
        try RunStore(folder.path(of: "iuran.sqlite"))
    }

    /// The statements that made the tables and indexes of a database.
    private func dump(_ database: DatabaseQueue) throws -> String {
        try database.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT sql || ';' FROM sqlite_master
                    WHERE sql IS NOT NULL AND name NOT LIKE 'grdb_%' ORDER BY type DESC, name
                    """
            )
            .joined(separator: "\n\n") + "\n"
        }
    }

    @Test("of each migration is what it was when it shipped")
    func isFrozen() throws {
        for migration in Schema.migrator.migrations {
            let database = try DatabaseQueue()
            try Schema.migrator.migrate(database, upTo: migration)
            let actual = try dump(database)
            let path = PackageRoot.path(of: "Tests/RunStoreTests/Schemas/\(migration).sql")
            guard FileManager.default.fileExists(atPath: path) else {
                // A new migration is recorded once; afterwards the file is not to be changed.
                try FolderContents.write(Array(actual.utf8), to: path)
                Issue.record("Recorded Tests/RunStoreTests/Schemas/\(migration).sql; commit it.")
                continue
            }
            let difference = FirstDifference.between(actual, try FolderContents.text(of: path))
            #expect(
                difference == nil,
                "migration \(migration) has shipped and must not change: \(difference ?? "")"
            )
        }
    }

    @Test("has a file for each migration, and no other")
    func hasAFileForEachMigration() throws {
        let files = try FolderContents.names(
            in: PackageRoot.path(of: "Tests/RunStoreTests/Schemas")
        )
        #expect(Set(files) == Set(Schema.migrator.migrations.map { "\($0).sql" }))
        #expect(Schema.migrator.migrations.first == "1")
    }

    @Test("has STRICT tables only, refuses strays, and never erases itself")
    func isStrict() throws {
        let folder = try WorkFolder()
        let store = try store(folder)
        let loose = try store.database.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND NOT strict
                        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
                    """
            )
        }
        #expect(loose.isEmpty)
        #expect(!Schema.migrator.eraseDatabaseOnSchemaChange)
        #expect(throws: DatabaseError.self) {
            try store.database.write { database in
                try database.execute(
                    sql: "INSERT INTO content (digest, size) VALUES (?, 'banyak')",
                    arguments: [String(repeating: "0", count: 64)]
                )
            }
        }
        #expect(throws: DatabaseError.self) {
            try store.database.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO deliveredFile (deliveryId, place, name, sender, digest, state)
                        VALUES (1, 1, 'a.csv', 'hr', 'tidak ada', 'diterima')
                        """
                )
            }
        }
    }

    @Test("a commit survives a power failure: WAL, flushed at each commit")
    func survivesAPowerFailure() throws {
        let folder = try WorkFolder()
        let store = try store(folder)
        let (mode, flush, keys) = try store.database.read { database in
            (
                try String.fetchOne(database, sql: "PRAGMA journal_mode"),
                try Int.fetchOne(database, sql: "PRAGMA synchronous"),
                try Int.fetchOne(database, sql: "PRAGMA foreign_keys")
            )
        }
        #expect(mode == "wal")
        #expect(flush == 2)
        #expect(keys == 1)
    }

    @Test("of a newer version is refused, and stays as it is")
    func refusesANewerVersion() throws {
        let folder = try WorkFolder()
        do {
            let store = try store(folder)
            try store.database.write { database in
                try database.execute(
                    sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9999')"
                )
            }
        }
        #expect(throws: StoreTrouble.self) { _ = try self.store(folder) }
    }

    @Test("of a file that is no database is refused with a sentence")
    func refusesWhatIsNoDatabase() throws {
        let folder = try WorkFolder([
            "iuran.sqlite": String(repeating: "bukan basis data ", count: 99)
        ])
        #expect {
            _ = try store(folder)
        } throws: { error in
            "\(error)".contains("database")
        }
        #expect(try folder.text("iuran.sqlite").hasPrefix("bukan basis data"))
    }
}
