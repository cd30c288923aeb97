internal import GRDB

/// What a person decided about a delivery.
package struct Decision: Sendable {
    package enum Action: String, Sendable {
        /// A waiting file counts after all (`iuran accept`).
        case accept = "terima"
        /// A delivery is taken back (`iuran undo`).
        case undo = "batal"
        /// Bytes past their retention are destroyed (`iuran purge`).
        case purge = "musnah"
    }

    package var action: Action
    package var who: String
    package var why: String
    /// The time, in ISO form.
    package var at: String

    package init(_ action: Action, who: String, why: String, at: String) {
        self.action = action
        self.who = who
        self.why = why
        self.at = at
    }
}

extension RunStore {
    /// Confirms files that wait, or takes files back, and records who decided it.
    package func decide(
        _ decision: Decision,
        on files: [DeliveredFileID]
    ) throws(StoreTrouble) {
        let state: DeliveredFile.State
        switch decision.action {
        case .accept: state = .confirmed
        case .undo: state = .undone
        case .purge: preconditionFailure("bytes are destroyed by destroy(_:_:)")
        }
        try write { database in
            for file in files {
                try database.execute(
                    sql: "UPDATE deliveredFile SET state = ? WHERE deliveryId = ? AND place = ?",
                    arguments: [state.rawValue, file.delivery, file.place]
                )
                try Self.insert(decision, file, database)
            }
        }
    }

    /// Records that the bytes of files are destroyed; their digests and names of record stay.
    package func destroy(
        _ files: [DeliveredFile],
        _ decision: Decision
    ) throws(StoreTrouble) {
        try write { database in
            for file in files {
                try database.execute(
                    sql: "UPDATE content SET destroyedAt = ? WHERE digest = ?",
                    arguments: [decision.at, file.digest]
                )
                // HR's names of files may hold names of persons.
                try database.execute(
                    sql: """
                        UPDATE deliveredFile SET name = '', sender = '', reason = ''
                        WHERE deliveryId = ? AND place = ?
                        """,
                    arguments: [file.id.delivery, file.id.place]
                )
                try Self.insert(decision, file.id, database)
            }
        }
    }

    private static func insert(
        _ decision: Decision,
        _ file: DeliveredFileID,
        _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO decision (decidedAt, who, action, deliveryId, place, why)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                decision.at, decision.who, decision.action.rawValue, file.delivery, file.place,
                decision.why,
            ]
        )
    }

    /// What was decided about a delivery, oldest first.
    package func decisions(
        on delivery: Int
    ) throws(StoreTrouble) -> [(file: DeliveredFileID, decision: Decision)] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM decision WHERE deliveryId = ? ORDER BY id",
                arguments: [delivery]
            )
            .compactMap { row in
                Decision.Action(rawValue: row["action"]).map { action in
                    (
                        DeliveredFileID(delivery: row["deliveryId"], place: row["place"]),
                        Decision(action, who: row["who"], why: row["why"], at: row["decidedAt"])
                    )
                }
            }
        }
    }
}
