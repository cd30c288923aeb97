package import Contributions

/// Looks workers up in a feed; a class because it owns the connection.
///
/// ```swift
/// let feed = try FeedReader("laporan/diagnosa.sqlite")
/// for diagnosis in try feed.memberships(.kpj, "19040012345") { print(diagnosis.status.code) }
/// ```
package final class FeedReader {
    /// What the feed says of itself.
    package let head: FeedHead
    private let file: SQLiteFile
    private let files: [String]
    private let employers: [DiagnosedEmployer]
    private let codes: FeedCodeBook
    private let months: SQLiteStatement
    private let findings: SQLiteStatement

    /// Opens a feed.
    ///
    /// - Throws: What is wrong with the file: SQLite's words, or that it is no feed of a version
    ///   that this program reads.
    package init(_ path: String) throws(FeedTrouble) {
        file = try SQLiteFile(reading: path)
        try Self.checkVersion(of: file)
        head = try FeedHead(file)
        codes = try FeedCodeBook(file)
        let names = try SQLiteStatement(file, "SELECT nama FROM berkas ORDER BY id")
        files = try names.all { $0.text(0) }
        let companies = try SQLiteStatement(
            file,
            """
            SELECT npp, nama, payroll_sampai, ledger_sampai, ada_daftar_peserta
            FROM perusahaan ORDER BY id
            """
        )
        employers = try companies.all { row in
            DiagnosedEmployer(
                npp: row.text(0),
                name: row.text(1),
                payrollUntil: FeedNumber.month(row.number(2)),
                ledgerUntil: FeedNumber.month(row.number(3)),
                hasRegister: row.number(4) != 0
            )
        }
        months = try SQLiteStatement(
            file,
            """
            SELECT blth, status, jatuh_tempo, terutang, ditagih, diterima, kurang, bukti_payroll,
                bukti_iuran
            FROM bulan WHERE pekerja = ? ORDER BY blth
            """
        )
        findings = try SQLiteStatement(
            file,
            "SELECT kode, blth, bukti, kolom, nilai FROM temuan WHERE pekerja = ? ORDER BY nomor"
        )
    }

    private static func checkVersion(of file: SQLiteFile) throws(FeedTrouble) {
        let marks = try SQLiteStatement(
            file,
            "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version"
        )
        guard try marks.step(), marks.number(0) == Int64(FeedFile.applicationID) else {
            throw FeedTrouble(0, "it is no diagnosis feed")
        }
        guard marks.number(1) == Int64(FeedFile.version) else {
            throw FeedTrouble(
                0,
                "it is a feed of version \(marks.number(1)); this program reads version "
                    + "\(FeedFile.version)"
            )
        }
    }
}

/// What a feed says of itself.
package struct FeedHead: Sendable {
    package let version: String
    package let asOf: Day
    /// The first due date on or after ``asOf``.
    package let nextDueDate: Day
    /// After how many unpaid months in a row a membership counts as inactive.
    package let inactiveAfterMonths: Int
    /// The identifying columns that it carries.
    package let fields: FeedFields
    /// Tells which key made its tokens; nil where it has none.
    package let keyMark: String?

    package init(
        version: String,
        asOf: Day,
        nextDueDate: Day,
        inactiveAfterMonths: Int,
        fields: FeedFields,
        keyMark: String? = nil
    ) {
        self.version = version
        self.asOf = asOf
        self.nextDueDate = nextDueDate
        self.inactiveAfterMonths = inactiveAfterMonths
        self.fields = fields
        self.keyMark = keyMark
    }

    init(_ file: SQLiteFile) throws(FeedTrouble) {
        let rows = try SQLiteStatement(file, "SELECT nama, nilai FROM keterangan")
        var texts: [String: String] = [:]
        for (name, value) in try rows.all({ ($0.text(0), $0.text(1)) }) { texts[name] = value }
        version = texts["versi"] ?? ""
        asOf = FeedNumber.day(Int64(texts["per_tanggal"] ?? "") ?? 0)
        nextDueDate = FeedNumber.day(Int64(texts["jatuh_tempo_berikut"] ?? "") ?? 0)
        inactiveAfterMonths = Int(texts["ambang_nonaktif_bulan"] ?? "") ?? 0
        let names = (texts["kolom"] ?? "").split(separator: ";").map(String.init)
        fields = FeedFields.named.reduce(into: []) { fields, named in
            if names.contains(named.name) { fields.insert(named.field) }
        }
        keyMark = texts["kunci_token"].flatMap { $0.isEmpty ? nil : $0 }
    }
}

// MARK: - Looking up

extension FeedReader {
    /// The persons who have a number, each with all memberships.
    ///
    /// A membership belongs to the person when it has his KPJ or his NIK and no other birth date:
    /// numbers collide, and nobody is to be told of somebody else.
    package func persons(
        _ kind: FeedNumberKind,
        _ number: String
    ) throws(FeedTrouble) -> [PersonDiagnosis] {
        try persons(startingFrom: try memberships(kind, number))
    }

    /// The persons who have a token, each with all memberships.
    package func persons(token: [UInt8]) throws(FeedTrouble) -> [PersonDiagnosis] {
        try persons(startingFrom: try memberships(token: token))
    }

    /// The memberships of all rows with a number, in the order of the reports.
    package func memberships(
        _ kind: FeedNumberKind,
        _ number: String
    ) throws(FeedTrouble) -> [Diagnosis] {
        try memberships(
            """
            SELECT id FROM pekerja WHERE \(kind.rawValue) = ?1
            UNION SELECT pekerja FROM nomor_lain WHERE jenis = ?2 AND nomor = ?1
            """,
            [.text(number), .text(kind.rawValue)]
        )
    }

    private func memberships(token: [UInt8]) throws(FeedTrouble) -> [Diagnosis] {
        try memberships(
            """
            SELECT id FROM pekerja WHERE token_nik = ?1
            UNION SELECT id FROM pekerja WHERE token_kpj = ?1
            UNION SELECT pekerja FROM nomor_lain WHERE jenis = 'token' AND nomor = ?2
            """,
            [.bytes(token), .text(Hexadecimal.text(token))]
        )
    }

    private func memberships(
        _ places: String,
        _ values: [SQLiteValue]
    ) throws(FeedTrouble) -> [Diagnosis] {
        let rows = try SQLiteStatement(
            file,
            "SELECT \(FeedWorkerRow.columns) FROM pekerja WHERE id IN (\(places)) ORDER BY id"
        )
        try rows.bind(values)
        var found: [Diagnosis] = []
        while try rows.step() { found.append(try diagnosis(rows)) }
        return found
    }

    /// All memberships, in the order of the reports.
    package func all() throws(FeedTrouble) -> FeedRows {
        FeedRows(
            self,
            try SQLiteStatement(
                file,
                "SELECT \(FeedWorkerRow.columns) FROM pekerja ORDER BY id"
            )
        )
    }

    private func persons(
        startingFrom found: [Diagnosis]
    ) throws(FeedTrouble) -> [PersonDiagnosis] {
        var persons: [[Diagnosis]] = []
        // Those whose birth date is known first: who has none may be one of them.
        for first in found.filter({ !$0.birth.isAbsent }) + found.filter(\.birth.isAbsent)
        where !persons.joined().contains(where: { $0.id == first.id }) {
            persons.append(try person(of: first))
        }
        return persons.map { PersonDiagnosis($0.sorted { $0.id < $1.id }) }
            .sorted { $0.firstID < $1.firstID }
    }

    /// All memberships of whoever has one: those that share a number with it or with each other.
    ///
    /// Nobody is told of somebody else. So those with another birth date are left out, and those
    /// without one where they share numbers with several birth dates.
    private func person(of first: Diagnosis) throws(FeedTrouble) -> [Diagnosis] {
        var birth = first.birth
        if birth.isAbsent {
            let births = Set(try relatives(of: first).compactMap(\.birth.ifPresent))
            if births.count > 1 { return [first] }
            birth = births.first ?? .absent
        }
        var members = [first]
        var next = 0
        while next < members.count {
            for other in try relatives(of: members[next])
            where !members.contains(where: { $0.id == other.id }) {
                let isHis = other.birth == birth ? true : try isOpen(other, to: birth)
                if isHis { members.append(other) }
            }
            next += 1
        }
        return members
    }

    /// Whether a membership without birth date shares numbers with one birth date only.
    private func isOpen(_ membership: Diagnosis, to birth: Day) throws(FeedTrouble) -> Bool {
        guard membership.birth.isAbsent else { return false }
        return try relatives(of: membership).allSatisfy { other in
            other.birth.isAbsent || other.birth == birth
        }
    }

    /// The memberships that have one of his numbers.
    private func relatives(of diagnosis: Diagnosis) throws(FeedTrouble) -> [Diagnosis] {
        var found: [Diagnosis] = []
        if !diagnosis.kpj.isEmpty { found += try memberships(.kpj, diagnosis.kpj) }
        if !diagnosis.nik.isEmpty { found += try memberships(.nik, diagnosis.nik) }
        for token in [diagnosis.tokenOfKPJ, diagnosis.tokenOfNIK] {
            if let bytes = Hexadecimal.bytes(token) { found += try memberships(token: bytes) }
        }
        return found
    }
}

extension PersonDiagnosis {
    /// Where the person comes first in the reports.
    fileprivate var firstID: Int { memberships.map(\.id).min() ?? 0 }
}

/// All memberships of a feed, one after the other; a class because it owns its statement.
package final class FeedRows {
    private let feed: FeedReader
    private let rows: SQLiteStatement

    fileprivate init(_ feed: FeedReader, _ rows: SQLiteStatement) {
        self.feed = feed
        self.rows = rows
    }

    /// The next membership; nil behind the last.
    package func next() throws(FeedTrouble) -> Diagnosis? {
        try rows.step() ? try feed.diagnosis(rows) : nil
    }
}

// MARK: - Putting together

extension FeedReader {
    fileprivate func diagnosis(_ row: SQLiteStatement) throws(FeedTrouble) -> Diagnosis {
        let worker = FeedWorkerRow(row)
        guard employers.indices.contains(worker.employer) else {
            throw FeedTrouble(0, "row \(worker.id) names no employer of the feed")
        }
        var diagnosis = Diagnosis(
            id: worker.id,
            employer: employers[worker.employer],
            status: codes.statuses[worker.status] ?? .unknown
        )
        worker.fill(&diagnosis, codes)
        diagnosis.evidence.money = place(worker.moneyLine)
        diagnosis.evidence.payroll = place(worker.payrollLine)
        diagnosis.evidence.register = place(worker.registerLine)
        try months.bind([.number(Int64(worker.id))])
        diagnosis.openMonths = try months.all(openMonth).compactMap(\.self)
        try findings.bind([.number(Int64(worker.id))])
        diagnosis.findings = try findings.all(finding).compactMap(\.self)
        return diagnosis
    }

    private func openMonth(_ row: SQLiteStatement) -> OpenMonth? {
        guard let month = FeedNumber.month(row.number(0)),
            let status = codes.monthStatuses[Int(row.number(1))]
        else { return nil }
        return OpenMonth(
            month: month,
            status: status,
            dueDate: FeedNumber.day(row.number(2)),
            due: Rupiah(sen: row.number(3)),
            billed: Rupiah(sen: row.number(4)),
            received: Rupiah(sen: row.number(5)),
            short: Rupiah(sen: row.number(6)),
            payroll: place(row.number(7)),
            ledger: place(row.number(8))
        )
    }

    private func finding(_ row: SQLiteStatement) -> NotedFinding? {
        guard let code = codes.findings[Int(row.number(0))] else { return nil }
        return NotedFinding(
            code: code,
            month: FeedNumber.month(row.number(1)),
            place: place(row.number(2)),
            column: row.text(3),
            value: row.text(4)
        )
    }

    private func place(_ line: Int64) -> Place? {
        // A damaged feed may hold anything.
        guard line > 0 else { return nil }
        let source = SourceLine(file: Int(line >> 40), line: Int(line & (1 << 40 - 1)))
        guard source.line > 0, files.indices.contains(source.file) else { return nil }
        return Place(file: files[source.file], line: source.line)
    }
}
