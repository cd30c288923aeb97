import TestSupport
import Testing

/// `SampleData/semua-sebab` is what its README says: somebody for every cause and sign.
@Suite("The scenario of every cause")
struct EveryCauseTests {
    private static let batik = "12004518"
    private static let mesin = "14011730"

    /// A worker of `status.csv` by NPP and KPJ, or NIK where he has no KPJ.
    private static func worker(_ npp: String, _ number: String) throws -> [String: String] {
        try #require(
            rows("status.csv").first { row in
                row["npp"] == npp && (row["kpj"] == "" ? row["nik"] : row["kpj"]) == number
            },
            "\(number) at \(npp)"
        )
    }

    private static func rows(_ file: String) throws -> [[String: String]] {
        let files = try Scenario("semua-sebab").run()
        return CSVTable(String(decoding: try #require(files[file]), as: UTF8.self)).records
    }

    @Test(
        "has a worker for every cause",
        arguments: [
            // NPP, KPJ or NIK, status, penyebab.
            (batik, "3174052308859001", "belum_terdaftar", "belum_didaftarkan"),
            (batik, "20010034567", "menunggak", "data_belum_sinkron"),
            (mesin, "18080023450", "menunggak", "data_belum_sinkron"),
            (batik, "15070045678", "menunggak", "tidak_lagi_didaftarkan"),
            (batik, "21030056789", "berakhir", "tidak_lagi_didaftarkan"),
            (batik, "17090067890", "menunggak", "iuran_belum_dibayarkan"),
            (batik, "18050078901", "nonaktif", "iuran_belum_dibayarkan"),
            (batik, "16020089012", "berakhir", "belum_dilaporkan_keluar"),
            (batik, "22060090123", "aktif", "data_pribadi_salah"),
            (batik, "19110001234", "aktif", "akun_belum_terdaftar"),
            (batik, "23040012340", "aktif", "iuran_tidak_lengkap"),
            (mesin, "3203131603019001", "tidak_diketahui", "bukti_tidak_lengkap"),
            (batik, "19040012345", "aktif", "tidak_ada"),
            (batik, "18080023450", "aktif", "tidak_ada"),
            (batik, "22110061728", "aktif", "tidak_ada"),
            (mesin, "17030051627", "aktif", "tidak_ada"),
        ]
    )
    func causes(_ npp: String, _ number: String, _ status: String, _ cause: String) throws {
        let worker = try Self.worker(npp, number)
        #expect(worker["status"] == status)
        #expect(worker["penyebab"] == cause)
    }

    @Test(
        "has a worker for every answer to the four signs",
        arguments: [
            // kartu_digital, riwayat_iuran, saldo_jht, perusahaan_terakhir.
            (batik, "19040012345", ["ya", "ya", "ya", "ya"]),
            (batik, "3174052308859001", ["tidak", "tidak", "tidak", "tidak"]),
            (
                mesin, "3203131603019001",
                ["tidak_diketahui", "tidak_diketahui", "tidak_diketahui", "tidak_diketahui"]
            ),
            (mesin, "18080023450", ["ya", "tidak", "tidak", "tidak_diketahui"]),
        ]
    )
    func signs(_ npp: String, _ number: String, _ expected: [String]) throws {
        let worker = try Self.worker(npp, number)
        let columns = ["kartu_digital", "riwayat_iuran", "saldo_jht", "perusahaan_terakhir"]
        #expect(columns.map { worker[$0] } == expected)
    }

    @Test("has somebody for every problem of the account")
    func accounts() throws {
        let codes = ["email-berbeda", "no-hp-berbeda", "nik-berbeda"]
        let found = try Self.rows("temuan.csv").compactMap { row in
            row["kode"].flatMap { codes.contains($0) ? "\($0) \(row["kpj"] ?? "")" : nil }
        }
        #expect(
            found == [
                "email-berbeda 17090067890", "nik-berbeda 22060090123", "no-hp-berbeda 18050078901",
                "no-hp-berbeda 23040012340",
            ]
        )
    }

    @Test("has addresses and numbers that no file of the report prints")
    func contacts() throws {
        let scenario = try Scenario("semua-sebab")
        var contacts: Set<String> = []
        for file in ["payroll-batik.csv", "register-batik.csv"] {
            let table = CSVTable(try FolderContents.text(of: "\(scenario.inputs)/\(file)"))
            contacts.formUnion(table.column("email") + table.column("no_hp"))
        }
        contacts.remove("")
        #expect(contacts.count > 20)
        for (file, bytes) in try scenario.run() where !file.hasSuffix(".xlsx") {
            let text = String(decoding: bytes, as: UTF8.self)
            for contact in contacts { #expect(!text.contains(contact), "\(contact) in \(file)") }
        }
    }

    @Test("has people without a NIK, without a KPJ, and with a passport")
    func numbers() throws {
        #expect(try Self.worker(Self.mesin, "17030051627")["nik"] == "")
        #expect(try Self.worker(Self.mesin, "3203131603019001")["kpj"] == "")
        #expect(try Self.worker(Self.batik, "22110061728")["nik"] == "TZ9900417")
    }
}
