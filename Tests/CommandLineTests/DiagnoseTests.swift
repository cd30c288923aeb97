import Foundation
import TestSupport
import Testing

/// `iuran diagnose`: cause, proof and next step in one look.
@Suite("Diagnosing a worker")
struct DiagnoseTests {
    private static func report(_ scenario: String, _ folder: WorkFolder) throws {
        let scenario = try Scenario(scenario)
        let words = ["reconcile", scenario.inputs] + scenario.arguments
        let run = try BuiltTool.run(words + ["--output", folder.path(of: "laporan")])
        guard run.status == 0 else { throw run }
    }

    private func diagnose(_ folder: WorkFolder, _ words: String...) throws -> ToolRun {
        try BuiltTool.run(["diagnose", "--report", folder.path(of: "laporan")] + words)
    }

    private func json(_ run: ToolRun) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8))
        return try #require(object as? [String: Any], "\(run)")
    }

    @Test("says for every worker of status.csv what it says", arguments: ["tiga-bulan-menunggak"])
    func agreesWithStatus(_ name: String) throws {
        let folder = try WorkFolder()
        try Self.report(name, folder)
        for worker in try folder.table("laporan/status.csv").records {
            let run = try diagnose(folder, "--kpj", worker["kpj"] ?? "", "--format", "json")
            #expect(run.status == 0, "\(run)")
            let person = try #require((try json(run)["orang"] as? [[String: Any]])?.first)
            #expect(person["status_orang"] as? String == worker["status"])
            let membership = try #require((person["kepesertaan"] as? [[String: Any]])?.first)
            for key in ["npp", "nik", "nama", "status", "penyebab", "tunggakan"] {
                #expect(membership[key] as? String == worker[key], "\(key) \(run)")
            }
            let months = (membership["bulan"] as? [[String: Any]] ?? [])
                .filter { $0["status_iuran"] as? String == "belum_dibayar" }
                .compactMap { $0["blth"] as? String }
            #expect(months.joined(separator: ";") == worker["blth_tunggakan"])
        }
    }

    @Test("answers a person with two employers once, with the best status first")
    func answersPersons() throws {
        let folder = try WorkFolder()
        try Self.report("dua-pekerjaan", folder)
        let workers = try folder.table("laporan/status.csv").records
        let twice = Dictionary(grouping: workers) { $0["nik"] ?? "" }.first { $0.value.count == 2 }
        let nik = try #require(twice?.key)
        let document = try json(try diagnose(folder, "--nik", nik, "--format", "json"))
        let persons = try #require(document["orang"] as? [[String: Any]])
        #expect(persons.count == 1)
        let memberships = try #require(persons[0]["kepesertaan"] as? [[String: Any]])
        #expect(memberships.count == 2)
        #expect(persons[0]["status_orang"] as? String == memberships[0]["status"] as? String)
        #expect(Set(memberships.map { $0["npp"] as? String }).count == 2)
    }

    @Test("never tells one person of another who shares the number by mistake")
    func keepsPersonsApart() throws {
        let nik = "3273015204909001"
        func row(_ npp: String, _ kpj: String, _ birth: String) -> String {
            "\(npp),2026-09,\(kpj),\(nik),Orang \(kpj),5000000,\(birth)\n"
        }
        let folder = try WorkFolder([
            "masuk/payroll.csv": "npp,blth,kpj,nik,nama,upah,tanggal_lahir\n"
                + row("11111111", "19040000001", "") + row("22222222", "19040000002", "1990-04-12")
                + row("33333333", "19040000003", "1985-05-05")
                + row("44444444", "19040000004", "1990-04-12")
        ])
        let report = try BuiltTool.run(
            ["reconcile", "masuk", "--as-of", "2026-11-22", "--output", "laporan"],
            in: folder.path
        )
        #expect(report.status == 0, "\(report)")
        let document = try json(try diagnose(folder, "--nik", nik, "--format", "json"))
        let persons = try #require(document["orang"] as? [[String: Any]])
        let numbers = persons.map { person in
            (person["kepesertaan"] as? [[String: Any]] ?? []).compactMap { $0["kpj"] as? String }
                .sorted()
        }
        #expect(
            numbers == [
                ["19040000001"], ["19040000002", "19040000004"], ["19040000003"],
            ],
            "\(numbers)"
        )
        // Whichever number is asked, the person is the same.
        let other = try json(try diagnose(folder, "--kpj", "19040000004", "--format", "json"))
        let person = try #require((other["orang"] as? [[String: Any]])?.first)
        #expect((person["kepesertaan"] as? [[String: Any]])?.count == 2)
        let fitting = try diagnose(folder, "--nik", nik, "--lahir", "1985-05-05")
        #expect(fitting.stdout.contains("ORANG 19040000003"), "\(fitting)")
        #expect(!fitting.stdout.contains("19040000002"), "\(fitting)")
    }

    @Test("answers that nobody is found, and names candidates only when asked")
    func answersNobody() throws {
        let folder = try WorkFolder()
        try Self.report("tepat-waktu", folder)
        let unknown = try diagnose(folder, "--kpj", "19040012354")
        #expect(unknown.status == 0, "\(unknown)")
        #expect(unknown.stdout.contains("TIDAK DITEMUKAN"), "\(unknown)")
        #expect(!unknown.stdout.contains("tertukar"), "\(unknown)")
        let asked = try diagnose(folder, "--kpj", "19040012354", "--candidates")
        #expect(asked.stdout.contains("angka ke-10 dan ke-11 tertukar"), "\(asked)")
        // What is only suggested is shown no further than to be recognised.
        #expect(!asked.stdout.contains("19040012345"), "\(asked)")
        #expect(!asked.stdout.contains("Sari Wulandari"), "\(asked)")
    }

    @Test("reads a number from standard input, and lists")
    func readsStandardInput() throws {
        let folder = try WorkFolder()
        try Self.report("tepat-waktu", folder)
        try folder.write("# dua orang\n19040012345\n\nnik:0000000000000000\n", to: "daftar.txt")
        let list = try diagnose(folder, "--list", folder.path(of: "daftar.txt"))
        #expect(list.status == 0, "\(list)")
        #expect(list.stdout.split(separator: "\n").count == 2, "\(list)")
        #expect(list.stdout.contains("aktif"), "\(list)")
        #expect(list.stdout.contains("tidak ditemukan"), "\(list)")
        let shell =
            "printf '19040012345\\n' | '\(BuiltTool.path)' diagnose --kpj - --format json "
            + "--report '\(folder.path(of: "laporan"))'"
        let piped = try BuiltTool.run(program: "sh", ["-c", shell])
        #expect(piped.stdout.contains("\"ditemukan\" : true"), "\(piped)")
        // As Windows and spreadsheets write a list.
        try folder.write("\u{FEFF}'19040012345\r\n1904 001 2345.0\r\n", to: "windows.txt")
        let windows = try diagnose(folder, "--list", folder.path(of: "windows.txt"))
        #expect(windows.status == 64, "\(windows)")
        try folder.write("\u{FEFF}'19040012345\r\n1904-001-2345.0\r\n", to: "windows.txt")
        let mended = try diagnose(folder, "--list", folder.path(of: "windows.txt"))
        #expect(mended.stdout.split(separator: "\n").count == 2, "\(mended)")
        #expect(!mended.stdout.contains("tidak ditemukan"), "\(mended)")
        try folder.write("19040012345 kemarin\n", to: "rusak.txt")
        let broken = try diagnose(folder, "--list", folder.path(of: "rusak.txt"))
        #expect(broken.status == 64, "\(broken)")
        #expect(broken.stderr.contains("line 1"), "\(broken)")
    }

    @Test("reaches every cause, sign, account problem, actor and channel of the guide")
    func reachesEverything() throws {
        let folder = try WorkFolder()
        try Self.report("semua-sebab", folder)
        let lines = try diagnose(folder, "--all").stdout.split(separator: "\n")
        var found: [String: Set<String>] = [:]
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let membership = try #require(object as? [String: Any])
            func note(_ key: String, _ values: [Any?]) {
                found[key, default: []].formUnion(values.compactMap { $0 as? String })
            }
            note("penyebab", [membership["penyebab"]])
            note("masalah_akun", membership["masalah_akun"] as? [Any?] ?? [])
            let step = membership["langkah"] as? [String: Any]
            note("pelaku", [step?["pelaku"]])
            note("kanal", [step?["kanal"]])
            for (sign, entry) in membership["tanda"] as? [String: [String: Any]] ?? [:] {
                note(sign, [entry["nilai"]])
            }
            // Whoever has a cause is told so in words.
            #expect((membership["jawaban"] as? String)?.isEmpty == false, "\(line)")
        }
        let expected: [String: Set<String>] = [
            "penyebab": [
                "belum_didaftarkan", "data_belum_sinkron", "tidak_lagi_didaftarkan",
                "iuran_belum_dibayarkan", "belum_dilaporkan_keluar", "data_pribadi_salah",
                "akun_belum_terdaftar", "bukti_tidak_lengkap", "iuran_tidak_lengkap", "tidak_ada",
            ],
            "masalah_akun": [
                "email_berbeda", "no_hp_berbeda", "akun_belum_dibuat", "nik_tidak_cocok",
            ],
            "pelaku": ["perusahaan", "pekerja", "tidak_ada"],
            "kanal": ["hrd", "175", "kantor_cabang", "portal_jmo", "tanya_bpjamsostek"],
            "kartu_digital": ["ya", "tidak", "tidak_diketahui"],
            "riwayat_iuran": ["ya", "tidak", "tidak_diketahui"],
            "saldo_jht": ["ya", "tidak", "tidak_diketahui"],
            "perusahaan_terakhir": ["ya", "tidak", "tidak_diketahui"],
        ]
        for (key, values) in expected {
            #expect(values.isSubset(of: found[key] ?? []), "\(key): \(found[key] ?? [])")
        }
    }

    @Test("writes every worker as a line, once")
    func writesEveryWorker() throws {
        let folder = try WorkFolder()
        try Self.report("tiga-perusahaan", folder)
        let run = try diagnose(folder, "--all")
        let workers = try folder.table("laporan/status.csv").rows
        #expect(run.stdout.split(separator: "\n").count == workers.count)
    }

    @Test(
        "says what is missing",
        arguments: [
            ([], 64, "Give one of"), (["--kpj", "1", "--nik", "2"], 64, "Give one of"),
            (["--token", "abc"], 64, "32 hexadecimal digits"),
            (["--all", "--surat", "x.html"], 64, "one worker"),
            (["--kpj", "1", "--surat", "x.html"], 66, "nobody"),
        ] as [([String], Int32, String)]
    )
    func saysWhatIsMissing(_ words: [String], _ status: Int32, _ text: String) throws {
        let folder = try WorkFolder()
        try Self.report("tepat-waktu", folder)
        let run = try BuiltTool.run(
            ["diagnose", "--report", folder.path(of: "laporan")] + words,
            in: folder.path
        )
        #expect(run.status == status, "\(run)")
        #expect(run.stderr.contains(text), "\(run)")
    }

    @Test("says where the report is missing")
    func saysWhereTheReportIsMissing() throws {
        let folder = try WorkFolder()
        let none = try BuiltTool.run(["diagnose", "--kpj", "1"], in: folder.path)
        #expect(none.status == 64, "\(none)")
        let wrong = try BuiltTool.run(["diagnose", "--kpj", "1", "--report", "x"], in: folder.path)
        #expect(wrong.status == 66, "\(wrong)")
        try Self.report("tepat-waktu", folder)
        try folder.write("no database\n", to: "laporan/diagnosa.sqlite")
        let broken = try diagnose(folder, "--kpj", "1")
        #expect(broken.status == 66, "\(broken)")
        #expect(broken.stderr.contains("cannot read"), "\(broken)")
    }
}

/// What the settings make of the feed.
@Suite("Settings of the feed")
struct FeedSettingTests {
    private static let key = String(repeating: "0f", count: 32)

    private func folder(_ settings: String, mode: Int = 0o600) throws -> WorkFolder {
        let folder = try SmallCompany.folder()
        try folder.write(settings, to: "iuran.yaml")
        try folder.write(Self.key + "\n", to: "kunci")
        chmod(folder.path(of: "kunci"), mode_t(mode))
        return folder
    }

    private func diagnose(_ folder: WorkFolder, _ words: String...) throws -> ToolRun {
        try BuiltTool.run(
            ["diagnose", "--report", "laporan", "--settings", "iuran.yaml"] + words,
            in: folder.path
        )
    }

    @Test("a feed without NIK is found by token, and holds none")
    func withoutNIK() throws {
        let folder = try folder("umpan_kolom: [nama]\nkunci_token: kunci\n")
        let run = try SmallCompany.reconcile(folder, "--settings", "iuran.yaml")
        #expect(run.status == 0, "\(run)")
        let feed = try FolderContents.bytes(of: folder.path(of: "laporan/diagnosa.sqlite"))
        let text = String(decoding: feed, as: Unicode.ASCII.self)
        for worker in try folder.table("laporan/status.csv").records {
            let (nik, kpj) = (worker["nik"] ?? "?", worker["kpj"] ?? "?")
            #expect(!text.contains(nik) && !text.contains(kpj))
            let answer = try diagnose(folder, "--nik", nik, "--format", "json")
            #expect(answer.stdout.contains("\"ditemukan\" : true"), "\(answer)")
            #expect(!answer.stdout.contains(nik), "\(answer)")
            let token = try #require(answer.stdout.firstMatch(of: /"token_nik" : "([0-9a-f]{32})"/))
            let byToken = try diagnose(folder, "--token", String(token.1), "--format", "json")
            #expect(byToken.stdout.contains("\"ditemukan\" : true"), "\(byToken)")
        }
        let keyless = try BuiltTool.run(
            ["diagnose", "--report", "laporan", "--nik", "3273015204909001"],
            in: folder.path
        )
        #expect(keyless.status == 78, "\(keyless)")
    }

    @Test("tokens are the HMAC that the documentation says")
    func tokensAreHMAC() throws {
        let folder = try folder("kunci_token: kunci\n")
        #expect(try SmallCompany.reconcile(folder, "--settings", "iuran.yaml").status == 0)
        let answer = try diagnose(folder, "--kpj", "19040012345", "--format", "json")
        let script = """
            import hmac, hashlib
            key = bytes.fromhex("\(Self.key)")
            print(hmac.new(key, b"kpj:19040012345", hashlib.sha256).hexdigest()[:32])
            """
        let expected = try BuiltTool.run(program: "python3", ["-c", script])
        let token = expected.stdout.split(separator: "\n").first ?? "?"
        #expect(answer.stdout.contains("\"token_kpj\" : \"\(token)\""), "\(answer) \(expected)")
    }

    @Test("with verifikasi nobody is told without the birth date that fits")
    func verifies() throws {
        let folder = try folder("verifikasi: ya\n")
        #expect(try SmallCompany.reconcile(folder, "--settings", "iuran.yaml").status == 0)
        let without = try diagnose(folder, "--kpj", "19040012345")
        #expect(without.status == 64, "\(without)")
        let wrong = try diagnose(folder, "--kpj", "19040012345", "--lahir", "1990-04-13")
        #expect(wrong.stdout.contains("TIDAK DITEMUKAN"), "\(wrong)")
        let right = try diagnose(
            folder,
            "--kpj",
            "19040012345",
            "--lahir",
            "1990-04-12",
            "--format",
            "json"
        )
        #expect(right.stdout.contains("\"ditemukan\" : true"), "\(right)")
        #expect(try diagnose(folder, "--all").status == 64)
    }

    @Test(
        "refuses what cannot be",
        arguments: [
            ("umpan_kolom: [nama]\n", 0o600, "tokens only"),
            ("umpan_kolom: [alamat]\n", 0o600, "unknown column"),
            ("umpan_kolom: [nik]\nverifikasi: ya\n", 0o600, "tanggal_lahir"),
            ("kunci_token: kunci\n", 0o644, "others may read"),
            ("kunci_token: masuk/payroll.csv\n", 0o600, "others may read"),
            ("kunci_token: tidak-ada\n", 0o600, "cannot read"),
            ("umpan: barangkali\n", 0o600, "expected ya or tidak"),
        ]
    )
    func refuses(_ settings: String, _ mode: Int, _ words: String) throws {
        let folder = try folder(settings, mode: mode)
        chmod(folder.path(of: "masuk/payroll.csv"), 0o644)
        let run = try SmallCompany.reconcile(folder, "--settings", "iuran.yaml")
        #expect(run.status == 78, "\(run)")
        #expect(run.stderr.contains(words), "\(run)")
    }

    @Test("without umpan there is no feed, and the question says so")
    func withoutFeed() throws {
        let folder = try folder("umpan: tidak\n")
        #expect(try SmallCompany.reconcile(folder, "--settings", "iuran.yaml").status == 0)
        #expect(!folder.holds("laporan/diagnosa.sqlite"))
        let run = try diagnose(folder, "--kpj", "19040012345")
        #expect(run.status == 66, "\(run)")
        #expect(run.stderr.contains("umpan"), "\(run)")
    }
}
