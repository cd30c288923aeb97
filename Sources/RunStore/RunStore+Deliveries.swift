package import Contributions
internal import GRDB

// What came, and what counts.

extension RunStore {
    /// The number of the next delivery.
    package func nextDelivery() throws(StoreTrouble) -> Int {
        try read { database in
            try (Int.fetchOne(database, sql: "SELECT max(id) FROM delivery") ?? 0) + 1
        }
    }

    /// Records what a night took in, as a whole.
    ///
    /// - Parameters:
    ///   - delivery: The number of the delivery.
    ///   - night: The night that took it in.
    ///   - receivedAt: The time, in ISO form.
    ///   - files: Its files.
    /// - Throws: ``StoreTrouble`` when it cannot be written; then nothing of it is.
    package func record(
        delivery: Int,
        night: Day,
        receivedAt: String,
        files: [DeliveredFile]
    ) throws(StoreTrouble) {
        try write { database in
            try database.execute(
                sql: "INSERT INTO delivery (id, night, receivedAt) VALUES (?, ?, ?)",
                arguments: [delivery, night.description, receivedAt]
            )
            for file in files { try Self.insert(file, database) }
        }
    }

    private static func insert(_ file: DeliveredFile, _ database: Database) throws {
        // Bytes that were destroyed and came again are there again.
        try database.execute(
            sql: """
                INSERT INTO content (digest, size) VALUES (?, ?)
                ON CONFLICT (digest) DO UPDATE SET destroyedAt = NULL
                """,
            arguments: [file.digest, file.size]
        )
        try database.execute(
            sql: """
                INSERT INTO deliveredFile (deliveryId, place, name, sender, digest, kind, profile,
                    state, effectiveFrom, reason, accepted, rejected, inboxMark)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                file.id.delivery, file.id.place, file.name, file.sender, file.digest, file.kind,
                file.profile, file.state.rawValue, file.effectiveFrom?.description, file.reason,
                file.accepted, file.rejected, file.inboxMark,
            ]
        )
        for entry in file.coverage {
            try database.execute(
                sql: """
                    INSERT INTO coverage (deliveryId, place, npp, blth, rowCount, total)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    file.id.delivery, file.id.place, entry.npp, entry.month?.description ?? "",
                    entry.rowCount, entry.total.sen,
                ]
            )
        }
    }

    /// The files that may still lie in the inbox though they were taken in.
    package func filesInInbox() throws(StoreTrouble) -> [DeliveredFile] {
        try files(where: "inboxMark IS NOT NULL")
    }

    /// Notes that files have left the inbox.
    package func forgetInbox(_ ids: [DeliveredFileID]) throws(StoreTrouble) {
        try write { database in
            for id in ids {
                try database.execute(
                    sql:
                        "UPDATE deliveredFile SET inboxMark = NULL WHERE deliveryId = ? AND place = ?",
                    arguments: [id.delivery, id.place]
                )
            }
        }
    }

    /// The files that count in the report of a night, in the order in which they came.
    package func files(countingOn night: Day) throws(StoreTrouble) -> [DeliveredFile] {
        try files(
            where: "state = 'diterima' AND effectiveFrom <= ? AND destroyedAt IS NULL",
            [night.description]
        )
    }

    /// The files that somebody confirmed and that the next night takes in.
    package func confirmedFiles() throws(StoreTrouble) -> [DeliveredFile] {
        try files(where: "state = 'dikonfirmasi'")
    }

    /// The files that lie in quarantine: refused, waiting, or confirmed and not taken in yet.
    package func filesInQuarantine() throws(StoreTrouble) -> [DeliveredFile] {
        try files(
            where: "state IN ('ditolak', 'menunggu', 'dikonfirmasi') AND destroyedAt IS NULL"
        )
    }

    /// The files of a state.
    package func files(in state: DeliveredFile.State) throws(StoreTrouble) -> [DeliveredFile] {
        try files(where: "state = ?", [state.rawValue])
    }

    /// The files of a delivery; none where there is no such delivery.
    package func files(of delivery: Int) throws(StoreTrouble) -> [DeliveredFile] {
        try files(where: "deliveryId = ?", [delivery])
    }

    /// The files of the newest deliveries.
    package func newestDeliveries(_ count: Int) throws(StoreTrouble) -> [DeliveredFile] {
        try files(
            where: "deliveryId IN (SELECT id FROM delivery ORDER BY id DESC LIMIT ?)",
            [count]
        )
    }

    /// Every file that ever came.
    package func allFiles() throws(StoreTrouble) -> [DeliveredFile] {
        try files(where: "true")
    }

    /// The digests of all files whose bytes are kept.
    package func keptDigests() throws(StoreTrouble) -> Set<String> {
        try read { database in
            try Set(
                String.fetchAll(
                    database,
                    sql: "SELECT digest FROM content WHERE destroyedAt IS NULL"
                )
            )
        }
    }

    /// The digests of all files whose bytes were destroyed.
    package func destroyedDigests() throws(StoreTrouble) -> Set<String> {
        try read { database in
            try Set(
                String.fetchAll(
                    database,
                    sql: "SELECT digest FROM content WHERE destroyedAt IS NOT NULL"
                )
            )
        }
    }

    /// Marks confirmed files as counting from a night on.
    package func takeIn(_ ids: [DeliveredFileID], from night: Day) throws(StoreTrouble) {
        try write { database in
            for id in ids {
                try database.execute(
                    sql: """
                        UPDATE deliveredFile SET state = 'diterima', effectiveFrom = ?
                        WHERE deliveryId = ? AND place = ?
                        """,
                    arguments: [night.description, id.delivery, id.place]
                )
            }
        }
    }

    private func files(
        where condition: String,
        _ arguments: StatementArguments = []
    ) throws(StoreTrouble) -> [DeliveredFile] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT deliveredFile.*, night, size, destroyedAt
                    FROM deliveredFile
                    JOIN delivery ON delivery.id = deliveryId
                    JOIN content USING (digest)
                    WHERE \(condition)
                    ORDER BY deliveryId, place
                    """,
                arguments: arguments
            )
            var files = try rows.map { try DeliveredFile($0) }
            var places: [DeliveredFileID: Int] = [:]
            for (index, file) in files.enumerated() { places[file.id] = index }
            let entries = try Row.fetchCursor(
                database,
                sql: """
                    SELECT coverage.* FROM coverage
                    JOIN deliveredFile USING (deliveryId, place)
                    JOIN delivery ON delivery.id = deliveryId
                    JOIN content USING (digest)
                    WHERE \(condition)
                    ORDER BY deliveryId, place, npp, blth
                    """,
                arguments: arguments
            )
            while let row = try entries.next() {
                let id = DeliveredFileID(delivery: row["deliveryId"], place: row["place"])
                guard let index = places[id] else { continue }
                files[index].coverage.append(Coverage(row))
            }
            return files
        }
    }
}

extension DeliveredFile {
    fileprivate init(_ row: Row) throws {
        guard let state = State(rawValue: row["state"]), let night = Day(iso: row["night"]) else {
            throw StoreTrouble("a row of deliveredFile has a state or night that is none")
        }
        self.init(
            id: DeliveredFileID(delivery: row["deliveryId"], place: row["place"]),
            night: night,
            name: row["name"],
            sender: row["sender"],
            digest: row["digest"],
            size: row["size"],
            state: state
        )
        kind = row["kind"]
        profile = row["profile"]
        effectiveFrom = (row["effectiveFrom"] as String?).flatMap { Day(iso: $0) }
        reason = row["reason"]
        accepted = row["accepted"]
        rejected = row["rejected"]
        inboxMark = row["inboxMark"]
        isDestroyed = (row["destroyedAt"] as String?) != nil
    }
}

extension Coverage {
    fileprivate init(_ row: Row) {
        npp = row["npp"]
        month = ContributionMonth(iso: row["blth"])
        rowCount = row["rowCount"]
        total = Rupiah(sen: row["total"])
    }
}
