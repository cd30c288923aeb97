package import Contributions

/// What goes into `diagnosa.sqlite`, and how it is written.
///
/// The rows come from the outcome in the order of the reports, so that nothing is sorted but the
/// numbers of the two indexes.
package struct Feed {
    let outcome: Outcome
    let fields: FeedFields
    let tokens: FeedTokens?
    let version: String

    /// - Parameters:
    ///   - outcome: The outcome of the run.
    ///   - fields: The identifying columns that may be written.
    ///   - tokens: The tokens of the workers; nil where there is no key.
    ///   - version: The version of the program.
    package init(
        _ outcome: Outcome,
        fields: FeedFields = .all,
        tokens: FeedTokens? = nil,
        version: String
    ) {
        self.outcome = outcome
        self.fields = fields
        self.tokens = tokens
        self.version = version
    }

    /// Writes the feed to a path where an empty file or none is.
    ///
    /// - Throws: What SQLite says when it cannot.
    package func write(to path: String) throws(FeedTrouble) {
        let file = try SQLiteFile(creating: path)
        // The folder is renamed into place as a whole: a run that is killed leaves no feed, so
        // nothing has to be undone. Workers come before their situations, which are known in full
        // only then, so foreign keys are not looked after meanwhile.
        try file.run(
            """
            PRAGMA page_size = \(outcome.workers.count < 10_000 ? 1024 : 32768);
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            PRAGMA locking_mode = EXCLUSIVE;
            PRAGMA cache_size = -8192;
            PRAGMA foreign_keys = OFF;
            PRAGMA application_id = \(FeedFile.applicationID);
            PRAGMA user_version = \(FeedFile.version);
            BEGIN;
            """
        )
        try file.run(String(decoding: PackageResources.tabel_sql, as: UTF8.self))
        // Put in order while the rows of the workers are written.
        let ordered = Background { (indexes: self.indexes, findings: self.findingsByWorker()) }
        // Nobody may be left behind who reads the outcome.
        defer { ordered.wait() }
        try writeHead(to: file)
        try writeWorkers(to: file)
        for index in ordered.value.indexes { try index.write(to: file) }
        try writeMonths(to: file)
        try writeFindings(ordered.value.findings, to: file)
        try file.run(String(decoding: PackageResources.tampilan_sql, as: UTF8.self))
        try file.run("COMMIT")
    }
}

// MARK: - What the feed is

extension Feed {
    private func writeHead(to file: SQLiteFile) throws(FeedTrouble) {
        let run = outcome.run
        let nextDueDate = outcome.nextDue.due
        let facts: [(String, SQLiteValue)] = [
            ("format", .number(Int64(FeedFile.version))),
            ("versi", .text(version)),
            ("per_tanggal", .number(FeedNumber.day(run.asOf))),
            ("jatuh_tempo_berikut", .number(FeedNumber.day(nextDueDate))),
            ("ambang_nonaktif_bulan", .number(Int64(outcome.policy.inactiveAfterMonths))),
            ("kolom", .text(fields.names.joined(separator: ";"))),
            ("kunci_token", tokens.map { .text($0.keyMark) } ?? .null),
            ("peringatan", .text(Caveat.text(run.asOf))),
        ]
        for (name, value) in facts {
            try file.run("INSERT INTO keterangan VALUES (?, ?)", [.text(name), value])
        }
        for row in FeedCodes.rows {
            func optional(_ text: String?) -> SQLiteValue { text.map { .text($0) } ?? .null }
            try file.run(
                "INSERT INTO kode VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(row.kind), .number(Int64(row.number)), .text(row.code), .text(row.name),
                    optional(row.actor), optional(row.channel), optional(row.step),
                ]
            )
        }
        for (index, name) in outcome.records.files.enumerated() {
            try file.run(
                "INSERT INTO berkas VALUES (?, ?)",
                [.number(Int64(index)), .text(name)]
            )
        }
        try writeEmployers(to: file)
    }

    private func writeEmployers(to file: SQLiteFile) throws(FeedTrouble) {
        let pool = outcome.records.identifiers
        for (index, npp) in outcome.records.employers.enumerated() {
            let facts = outcome.employerMonths.facts[index]
            func month(_ month: ContributionMonth?) -> SQLiteValue {
                month.map { .number(FeedNumber.month($0)) } ?? .null
            }
            let name = outcome.employerMonths.histories[index].last?.name ?? ""
            try file.run(
                "INSERT INTO perusahaan VALUES (?, ?, ?, ?, ?, ?)",
                [
                    .number(Int64(index)), .text(pool.string(of: npp.text)),
                    name.isEmpty ? .null : .text(name), month(facts.payrollReach?.upperBound),
                    month(facts.ledgerReach?.upperBound), .number(facts.hasRegister ? 1 : 0),
                ]
            )
        }
    }
}
