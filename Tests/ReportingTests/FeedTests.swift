import GRDB
import TestSupport
import Testing

/// `diagnosa.sqlite` says what `status.csv` and `rincian.csv` say, and any SQLite can read it.
@Suite("Diagnosis feed")
struct FeedTests {
    private func open(_ run: RandomRun, _ folder: WorkFolder) throws -> DatabaseQueue {
        try folder.write(run.files["diagnosa.sqlite"] ?? [], to: "feed.sqlite")
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: folder.path(of: "feed.sqlite"), configuration: configuration)
    }

    @Test("has a whole file, its indexes included", arguments: 1...12)
    func isWhole(_ seed: Int) throws {
        let folder = try WorkFolder()
        let feed = try open(RandomRun(RandomInputs(seed: seed)), folder)
        try feed.read { database in
            #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
            #expect(try String.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
            for column in ["kpj", "nik"] {
                let plan = try Row.fetchAll(
                    database,
                    sql: "EXPLAIN QUERY PLAN SELECT * FROM diagnosa WHERE \(column) = '1'"
                )
                .map { $0["detail"] as String }
                let usesIndex = plan.contains { $0.contains("USING INDEX keanggotaan_\(column)") }
                #expect(usesIndex, "\(plan)")
                // By the index and without it the same rows are found.
                let found = try Int.fetchAll(
                    database,
                    sql: """
                        SELECT id FROM keanggotaan INDEXED BY keanggotaan_\(column)
                        WHERE \(column) IS NOT NULL ORDER BY \(column), id
                        """
                )
                let all = try Int.fetchAll(
                    database,
                    sql: """
                        SELECT id FROM keanggotaan NOT INDEXED
                        WHERE \(column) IS NOT NULL ORDER BY \(column), id
                        """
                )
                #expect(found == all, "seed \(seed)")
            }
        }
    }

    @Test("says of every worker what status.csv says", arguments: 1...12)
    func agreesWithStatus(_ seed: Int) throws {
        let run = try RandomRun(RandomInputs(seed: seed))
        let folder = try WorkFolder()
        let feed = try open(run, folder)
        let rows = try feed.read { try Row.fetchAll($0, sql: "SELECT * FROM diagnosa ORDER BY id") }
        let workers = run.table("status.csv").records
        #expect(rows.count == workers.count)
        for (row, worker) in zip(rows, workers) {
            for column in [
                "npp", "kpj", "nik", "status", "status_bpjs", "penyebab", "penyebab_lain",
                "kartu_digital", "riwayat_iuran", "saldo_jht", "perusahaan_terakhir", "tunggakan",
                "denda_estimasi", "bulan_berturut", "bulan_tunggakan", "blth_tunggakan",
            ] {
                let value = row[column].map { "\($0)" } ?? ""
                #expect(value == plain(worker[column]), "seed \(seed): \(column) of \(worker)")
            }
            for column in [
                "tanggal_bayar_terakhir", "nonaktif_sejak", "akan_nonaktif_pada",
                "blth_lunas_terakhir",
            ] {
                let value = row[column].map { "\($0)" } ?? ""
                let expected = (worker[column] ?? "").filter { $0 != "-" }
                #expect(value == expected, "seed \(seed): \(column) of \(worker)")
            }
        }
    }

    @Test("lists each state once, and only those that workers are in", arguments: 1...4)
    func sharesStates(_ seed: Int) throws {
        let folder = try WorkFolder()
        let feed = try open(RandomRun(RandomInputs(seed: seed)), folder)
        try feed.read { database in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? -1 }
            let columns = try database.columns(in: "situasi").map(\.name).filter { $0 != "id" }
            let list = columns.joined(separator: ", ")
            let states = try count("SELECT count(*) FROM situasi")
            #expect(states > 1)
            #expect(
                try count("SELECT count(*) FROM (SELECT DISTINCT \(list) FROM situasi)") == states
            )
            #expect(try count("SELECT count(DISTINCT situasi) FROM keanggotaan") == states)
            // The view shows every worker.
            #expect(
                try count("SELECT count(*) FROM pekerja")
                    == count("SELECT count(*) FROM keanggotaan")
            )
        }
    }

    /// A cell without the apostrophe that keeps a spreadsheet from running it.
    private func plain(_ cell: String?) -> String {
        let cell = cell ?? ""
        return cell.hasPrefix("'") ? String(cell.dropFirst()) : cell
    }

    @Test("lists the months that are not settled as rincian.csv has them", arguments: 1...8)
    func listsOpenMonths(_ seed: Int) throws {
        let run = try RandomRun(RandomInputs(seed: seed))
        let folder = try WorkFolder()
        let feed = try open(run, folder)
        let rows = try feed.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT u.npp, p.kpj, p.nik, b.blth, b.jatuh_tempo, b.terutang, b.ditagih,
                        b.diterima, (SELECT kode FROM kode
                            WHERE jenis = 'status_iuran' AND nomor = b.status) AS status
                    FROM bulan b JOIN pekerja p ON p.id = b.pekerja
                    JOIN perusahaan u ON u.id = p.perusahaan
                    """
            )
        }
        func values(_ row: Row) -> [String] {
            let month: Int = row["blth"]
            let due: Int = row["jatuh_tempo"]
            let amounts: [Int] = [row["terutang"], row["ditagih"], row["diterima"]]
            let names: [String?] = [row["npp"], row["kpj"], row["nik"]]
            let status: String = row["status"]
            return names.map { $0 ?? "" } + ["\(month)", status, "\(due)"]
                + amounts.map { "\($0)" }
        }
        func listed(_ row: [String: String]) -> [String] {
            func digits(_ column: String) -> String { (row[column] ?? "").filter { $0 != "-" } }
            let names = [row["npp"] ?? "", plain(row["kpj"]), plain(row["nik"])]
            let amounts = ["terutang", "ditagih", "diterima"].map { "\(sen(row[$0] ?? ""))" }
            return names + [digits("blth"), row["status_iuran"] ?? "", digits("jatuh_tempo")]
                + amounts
        }
        let found = Set(rows.map(values))
        let open = ["belum_dibayar", "kurang_bayar", "belum_ada_data"]
        let expected = Set(
            run.table("rincian.csv").records
                .filter { open.contains($0["status_iuran"] ?? "") }
                .map(listed)
        )
        #expect(expected.isSubset(of: found), "seed \(seed)")
        #expect(
            found.subtracting(expected).allSatisfy { $0[4] == "belum_jatuh_tempo" },
            "seed \(seed)"
        )
    }

    @Test("proves money by a receipt, never by a bill", arguments: 1...8)
    func provesByReceipts(_ seed: Int) throws {
        let inputs = RandomInputs(seed: seed)
        let folder = try WorkFolder()
        try inputs.write(to: folder)
        let feed = try open(try RandomRun(folder, asOf: inputs.asOf), folder)
        let places = try feed.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT b.nama, p.bukti_uang & 1099511627775 AS line FROM pekerja p
                    JOIN berkas b ON b.id = p.bukti_uang >> 40
                    """
            )
        }
        for place in places {
            let (name, line): (String, Int) = (place["nama"], place["line"])
            let path = try #require(
                FolderContents.names(in: folder.path(of: "masuk")).first { name.hasSuffix($0) }
            )
            let text = try folder.text("masuk/\(path)")
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let row = CSVTable("\(lines[0])\n\(lines[line - 1])\n").records[0]
            let paid = row["tanggal_bayar"] ?? ""
            #expect(!paid.isEmpty && paid <= inputs.asOf, "seed \(seed): \(name):\(line)")
        }
    }

    @Test("finds a worker under every number that the reports and BPJS have for him")
    func findsByOtherNumbers() throws {
        let folder = try WorkFolder()
        let scenario = try Scenario("data-pribadi")
        let words = ["reconcile", scenario.inputs] + scenario.arguments
        let report = try BuiltTool.run(words + ["--output", folder.path(of: "laporan")])
        #expect(report.status == 0, "\(report)")
        let findings = try folder.table("laporan/temuan.csv").records.filter {
            ["nik-berbeda", "kpj-ganda"].contains($0["kode"])
        }
        #expect(!findings.isEmpty)
        for finding in findings {
            let option = finding["kode"] == "nik-berbeda" ? "--nik" : "--kpj"
            let run = try BuiltTool.run(
                [
                    "diagnose", option, finding["nilai"] ?? "", "--format", "json", "--report",
                    folder.path(of: "laporan"),
                ]
            )
            #expect(run.stdout.contains("\"ditemukan\" : true"), "\(run)")
            #expect(run.stdout.contains("\"kpj\" : \"\(finding["kpj"] ?? "?")\""), "\(run)")
        }
    }

    @Test("the same rows in another order give the same feed but for their places")
    func orderChangesNothing() throws {
        let folder = try SmallCompany.folder()
        func workers(_ output: String) throws -> [Row] {
            let run = try BuiltTool.run(
                ["reconcile", "masuk", "--as-of", SmallCompany.asOf, "--output", output],
                in: folder.path
            )
            #expect(run.status == 0, "\(run)")
            let feed = try DatabaseQueue(path: folder.path(of: "\(output)/diagnosa.sqlite"))
            return try feed.read { database in
                let columns = try database.columns(in: "pekerja").map(\.name)
                    .filter { !$0.hasPrefix("bukti_u") && !$0.hasPrefix("bukti_p") }
                return try Row.fetchAll(
                    database,
                    sql: "SELECT \(columns.joined(separator: ", ")) FROM pekerja ORDER BY id"
                )
            }
        }
        let first = try workers("a")
        for name in ["payroll.csv", "ledger.csv", "register.csv"] {
            var lines = try folder.text("masuk/\(name)").split(separator: "\n")
            let header = lines.removeFirst()
            let shuffled = ([header] + lines.reversed()).joined(separator: "\n") + "\n"
            try folder.write(shuffled, to: "masuk/\(name)")
        }
        #expect(try workers("b") == first)
    }
}
