package import Contributions
internal import GRDB

/// A run that ended with a report.
package struct CompletedRun: Sendable {
    package var asOf: Day
    /// Times in ISO form.
    package var startedAt: String
    package var finishedAt: String
    package var version: String
    /// The digest of all that the report was made from.
    package var inputs: String
    /// The SHA-256 of the report's manifest.
    package var manifest: String
    package var workers: Int
    package var arrears: Rupiah

    package init(
        asOf: Day,
        startedAt: String,
        finishedAt: String,
        version: String,
        inputs: String,
        manifest: String,
        workers: Int,
        arrears: Rupiah
    ) {
        self.asOf = asOf
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.version = version
        self.inputs = inputs
        self.manifest = manifest
        self.workers = workers
        self.arrears = arrears
    }
}

extension RunStore {
    /// Records a run whose report is in place.
    package func record(_ run: CompletedRun) throws(StoreTrouble) {
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO run (asOf, startedAt, finishedAt, version, inputs, manifest,
                        workers, arrears)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    run.asOf.description, run.startedAt, run.finishedAt, run.version, run.inputs,
                    run.manifest, run.workers, run.arrears.sen,
                ]
            )
        }
    }

    /// The run that made the report of a night.
    package func run(of night: Day) throws(StoreTrouble) -> CompletedRun? {
        try runs("WHERE asOf = ? ORDER BY id DESC LIMIT 1", [night.description]).first
    }

    /// The nights before a night that have a report, newest first, each with its last run.
    package func runs(before night: Day) throws(StoreTrouble) -> [CompletedRun] {
        try runs(
            """
            WHERE asOf < ? AND id IN (SELECT max(id) FROM run GROUP BY asOf)
            ORDER BY asOf DESC
            """,
            [night.description]
        )
    }

    /// The run of the newest night.
    package func newestRun() throws(StoreTrouble) -> CompletedRun? {
        try runs("ORDER BY asOf DESC, id DESC LIMIT 1", []).first
    }

    private func runs(
        _ clauses: String,
        _ arguments: StatementArguments
    ) throws(StoreTrouble) -> [CompletedRun] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM run \(clauses)", arguments: arguments)
                .map { row in
                    guard let asOf = Day(iso: row["asOf"]) else {
                        throw StoreTrouble("a row of run has an as-of day that is none")
                    }
                    return CompletedRun(
                        asOf: asOf,
                        startedAt: row["startedAt"],
                        finishedAt: row["finishedAt"],
                        version: row["version"],
                        inputs: row["inputs"],
                        manifest: row["manifest"],
                        workers: row["workers"],
                        arrears: Rupiah(sen: row["arrears"])
                    )
                }
        }
    }
}
