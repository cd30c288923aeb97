import TestSupport
import Testing

/// Three nights of one employer: what `--previous` tells of the night before.
@Suite("Comparison with the previous report")
struct ComparisonTests {
    private static let sari = "19040012345"
    private static let budi = "15080023456"
    private static let dewi = "20010034567"
    private static let agus = "15070045678"

    /// A night's inputs: who is in the payroll of a month, and whose contribution was paid.
    private struct Night {
        var asOf: String
        var payroll: [(kpj: String, month: String)]
        var unpaid: [(kpj: String, month: String)] = []

        func write(to folder: WorkFolder, _ name: String) throws {
            var payrollTable = InputTable("payroll.csv", InputColumns.payroll)
            var ledgerTable = InputTable("ledger.csv", InputColumns.ledger)
            for (kpj, month) in payroll {
                let person = ["npp": "12004518", "blth": month, "kpj": kpj, "nama": "=\(kpj)"]
                // Birth dates that are missing: findings that stay.
                let isBorn = ![ComparisonTests.sari, ComparisonTests.agus].contains(kpj)
                let birth = isBorn ? "1990-04-12" : ""
                payrollTable.rows.append(
                    person.merging(["upah": "5000000", "tanggal_lahir": birth]) { $1 }
                )
                let isUnpaid = unpaid.contains { $0 == (kpj, month) }
                ledgerTable.rows.append(
                    person.merging([
                        "jkk": "12000", "jkm": "15000", "jht_pemberi_kerja": "185000",
                        "jht_tenaga_kerja": "100000", "jp_pemberi_kerja": "100000",
                        "jp_tenaga_kerja": "50000", "tanggal_bayar": isUnpaid ? "" : "2026-10-09",
                    ]) { $1 }
                )
            }
            try folder.write(payrollTable.text, to: "\(name)/payroll.csv")
            try folder.write(ledgerTable.text, to: "\(name)/ledger.csv")
            try folder.write(
                "npp,nama,kelas_jkk,program\n12004518,PT Batik,1,JKK;JKM;JHT;JP\n",
                to: "\(name)/perusahaan.csv"
            )
        }
    }

    private static let first = Night(
        asOf: "2026-10-20",
        payroll: [(sari, "2026-09"), (budi, "2026-09"), (dewi, "2026-09")]
    )
    private static let second = Night(
        asOf: "2026-11-22",
        payroll: [
            (sari, "2026-09"), (budi, "2026-09"), (sari, "2026-10"), (budi, "2026-10"),
            (agus, "2026-10"),
        ],
        unpaid: [(budi, "2026-10")]
    )
    private static let third = Night(
        asOf: "2026-11-23",
        payroll: second.payroll + [(dewi, "2026-09"), (dewi, "2026-10")],
        unpaid: second.unpaid
    )

    /// Runs the nights one after the other, each with the report of the one before.
    private func run(_ nights: [Night]) throws -> WorkFolder {
        let folder = try WorkFolder()
        for (index, night) in nights.enumerated() {
            try night.write(to: folder, "malam\(index)")
            let previous = index > 0 ? ["--previous", "laporan\(index - 1)"] : []
            let run = try BuiltTool.run(
                ["reconcile", "malam\(index)", "--as-of", night.asOf]
                    + ["--output", "laporan\(index)"] + previous,
                in: folder.path
            )
            #expect(run.status == 0, "\(run)")
        }
        return folder
    }

    private func changes(_ folder: WorkFolder, _ report: String) throws -> [String: String] {
        let rows = try folder.table("\(report)/status.csv").records
        return Dictionary(
            uniqueKeysWithValues: rows.map { ($0["kpj"] ?? "", $0["perubahan"] ?? "") }
        )
    }

    @Test("without --previous nothing is compared")
    func withoutPrevious() throws {
        let folder = try run([Self.first])
        #expect(try Set(changes(folder, "laporan0").values) == [""])
        #expect(!folder.holds("laporan0/perubahan.csv"))
        let manifest = try ReportManifest.read(folder.path(of: "laporan0/manifest.json"))
        #expect(manifest.manifestSebelumnyaSha256 == nil)
    }

    @Test("tells new, unchanged and changed workers apart")
    func tellsWorkersApart() throws {
        let folder = try run([Self.first, Self.second])
        #expect(
            try changes(folder, "laporan1")
                == [Self.sari: "tetap", Self.budi: "berubah", Self.agus: "baru"]
        )
    }

    @Test("perubahan.csv holds who is new, who changed and who is gone, sorted, and nobody else")
    func holdsWhoChanged() throws {
        let folder = try run([Self.first, Self.second])
        let table = try folder.table("laporan1/perubahan.csv")
        #expect(
            table.columns
                == ["npp", "kpj", "nik", "nama", "status_lama", "status_baru", "sebab"]
        )
        #expect(
            table.rows.map { [$0[1], $0[4], $0[5], $0[6]] } == [
                [Self.agus, "", "aktif", "berkas ledger.csv; berkas payroll.csv"],
                [
                    Self.budi, "aktif", "menunggak",
                    "berkas ledger.csv; berkas payroll.csv; "
                        + "jatuh tempo 2026-11-16 lewat (BLTH 2026-10)",
                ],
                [Self.dewi, "aktif", "hilang", "berkas yang tidak lagi disertakan"],
            ]
        )
        // The name was a formula: made harmless once, not twice.
        #expect(table.rows.last?[3] == "'=\(Self.dewi)")
    }

    @Test("who was gone and is back has reappeared")
    func whoIsBackHasReappeared() throws {
        let folder = try run([Self.first, Self.second, Self.third])
        #expect(
            try changes(folder, "laporan2") == [
                Self.sari: "tetap", Self.budi: "tetap", Self.agus: "tetap",
                Self.dewi: "muncul_kembali",
            ]
        )
    }

    @Test("a finding keeps the day on which it was first seen")
    func aFindingKeepsItsDay() throws {
        let folder = try run([Self.first, Self.second, Self.third])
        for (report, asOf) in [("laporan0", "2026-10-20"), ("laporan1", "2026-11-22")] {
            let table = try folder.table("\(report)/temuan.csv")
            let old = table.records(where: ["kode": "tanggal-lahir-kosong", "blth": "2026-09"])
            #expect(old.map { $0["pertama_terlihat"] } == ["2026-10-20"], "\(report)")
            let newest = table.column("pertama_terlihat").max()
            #expect(newest == asOf, "\(report)")
        }
        let table = try folder.table("laporan2/temuan.csv")
        let later = table.records(where: ["kode": "tanggal-lahir-kosong", "kpj": Self.agus])
        #expect(later.map { $0["pertama_terlihat"] } == ["2026-11-22"])
    }

    @Test("the manifest names the digest of the previous one")
    func theManifestNamesThePrevious() throws {
        let folder = try run([Self.first, Self.second])
        let digests = try SystemDigest.files(["manifest.json"], in: folder.path(of: "laporan0"))
        let manifest = try ReportManifest.read(folder.path(of: "laporan1/manifest.json"))
        #expect(manifest.manifestSebelumnyaSha256 == digests["manifest.json"])
    }
}
