import Foundation
import RunStore
import TestSupport
import Testing

/// Which deliveries count: files of one night add up, a later delivery replaces.
@Suite("Deliveries and their versions", .timeLimit(.minutes(5)))
struct VersionTests {
    private static let months = ["2026-09", "2026-10"]

    /// A workspace that has taken in a payroll of one employer on 2026-11-20.
    private func bench(workers: Int = 20, settings: String = "") throws -> Bench {
        let bench = try Bench(settings: settings)
        try bench.drop(Company.batik.employer, as: "perusahaan.csv")
        try bench.drop(Company.batik.payroll(Self.months, workers: workers), as: "gaji.csv")
        try bench.night("2026-11-20")
        return bench
    }

    /// A column of a table of the newest report.
    private func column(_ bench: Bench, _ name: String, of file: String) throws -> [String] {
        CSVTable(try FolderContents.text(of: bench.path("laporan/terbaru/\(file)"))).column(name)
    }

    /// The wages of a month in the newest report, each once.
    private func wages(_ bench: Bench, _ month: String) throws -> Set<String> {
        let table = CSVTable(
            try FolderContents.text(of: bench.path("laporan/terbaru/rincian.csv"))
        )
        return Set(table.records(where: ["blth": month]).compactMap { $0["upah_dasar"] })
    }

    private func states(_ bench: Bench) throws -> [String] {
        try bench.delivered().map { "\($0.id) \($0.state.rawValue)" }
    }

    @Test("files of one night add up, even if they name the same workers")
    func filesOfOneNightAddUp() throws {
        let bench = try Bench()
        try bench.drop(Company.batik.payroll(["2026-10"], workers: 3), as: "gaji.csv")
        try bench.drop(
            Company.batik.payroll(["2026-10"], workers: 3, wage: 1_000_000),
            as: "tunjangan.csv"
        )
        try bench.night("2026-11-20")
        #expect(try wages(bench, "2026-10") == ["6000000.00"])
    }

    @Test("a later delivery replaces a payroll for its months, and only for these")
    func aLaterDeliveryReplaces() throws {
        let bench = try bench()
        try bench.drop(
            Company.batik.payroll(["2026-10"], workers: 20, wage: 6_000_000),
            as: "gaji-baru.csv"
        )
        try bench.night("2026-11-21")
        #expect(try wages(bench, "2026-09") == ["5000000.00"])
        #expect(try wages(bench, "2026-10") == ["6000000.00"])
        #expect(try column(bench, "kode", of: "temuan.csv").contains("digantikan"))
    }

    @Test("the old version delivered again is the newest version")
    func theOldVersionAgain() throws {
        let bench = try bench()
        let changed = Company.batik.payroll(Self.months, workers: 20, wage: 6_000_000)
        try bench.drop(changed, as: "gaji-baru.csv")
        try bench.night("2026-11-21")
        #expect(try wages(bench, "2026-10") == ["6000000.00"])
        try bench.drop(Company.batik.payroll(Self.months, workers: 20), as: "gaji.csv")
        try bench.night("2026-11-22")
        #expect(try wages(bench, "2026-10") == ["5000000.00"])
        #expect(try states(bench).allSatisfy { $0.hasSuffix("diterima") })
        #expect(try bench.names("arsip").filter { $0.count > 60 }.count == 5, "bytes kept twice")
    }

    @Test("the same bytes again change nothing but the record of the delivery")
    func theSameBytesAgain() throws {
        let bench = try bench()
        let before = try wages(bench, "2026-10")
        let rows = try column(bench, "kpj", of: "rincian.csv")
        try bench.drop(Company.batik.payroll(Self.months, workers: 20), as: "gaji.csv")
        try bench.night("2026-11-21")
        #expect(try wages(bench, "2026-10") == before)
        #expect(try column(bench, "kpj", of: "rincian.csv") == rows)
        #expect(try states(bench) == ["1/1 diterima", "1/2 diterima", "2/1 diterima"])
    }

    @Test(
        "a payroll that would lose more than a tenth waits; accept lets it count, undo takes it back"
    )
    func aLossWaits() throws {
        let bench = try bench()
        let smaller = Company.batik.payroll(["2026-10"], workers: 17)
        try bench.drop(smaller, as: "gaji-kurang.csv")
        let run = try bench.night("2026-11-21")
        #expect(try states(bench).last == "2/1 menunggu", "\(run)")
        #expect(try column(bench, "kpj", of: "status.csv").count == 20)
        let text = try FolderContents.text(of: bench.path("karantina/2/keterangan.txt"))
        #expect(text.contains("gaji-kurang.csv") && text.contains("3 dari 20"), "\(text)")
        #expect(text.contains("iuran accept 2/1"), "\(text)")
        #expect(try FolderContents.text(of: bench.path("karantina/2/1.csv")) == smaller)

        // It waits however many nights pass.
        try bench.night("2026-11-22")
        #expect(try wages(bench, "2026-10") == ["5000000.00"])
        try bench.expect("accept", "2/1", "--why", "outlet tutup", "--who", "Sari (HRD)")
        try bench.night("2026-11-23")
        #expect(try states(bench).last == "2/1 diterima")
        #expect(try bench.names("karantina").isEmpty)
        let record = CSVTable(
            try FolderContents.text(of: bench.path("laporan/terbaru/rincian.csv"))
        )
        let october = record.records(where: ["blth": "2026-10"])
        #expect(october.count { $0["status_iuran"] != "tidak_di_payroll" } == 17)

        try bench.expect("undo", "2", "--why", "ternyata salah")
        try bench.night("2026-11-24")
        #expect(try states(bench).last == "2/1 dibatalkan")
        #expect(try wages(bench, "2026-10") == ["5000000.00"])
        let digest = try bench.delivered().last?.digest ?? "?"
        let kept = bench.path("arsip/\(digest.prefix(2))/\(digest)")
        #expect(try FolderContents.text(of: kept) == smaller, "undo keeps the bytes")
        let decisions = try RunStore(bench.path("iuran.sqlite")).decisions(on: 2).map(\.decision)
        #expect(decisions.map(\.action) == [.accept, .undo])
        #expect(decisions.map(\.why) == ["outlet tutup", "ternyata salah"])
        #expect(decisions.first?.who == "Sari (HRD)")
    }

    @Test(
        "exactly a tenth is no loss, and the limit is a setting",
        arguments: [(18, 10), (17, 15)]
    )
    func exactlyATenth(_ workers: Int, _ limit: Int) throws {
        let bench = try bench(settings: "batas_kehilangan_pekerja: \(limit)")
        try bench.drop(Company.batik.payroll(["2026-10"], workers: workers), as: "gaji.csv")
        try bench.night("2026-11-21")
        #expect(try states(bench).last == "2/1 diterima")
    }

    @Test("a second copy of a payroll that waits waits too")
    func aSecondCopyWaits() throws {
        let bench = try bench()
        let smaller = Company.batik.payroll(["2026-10"], workers: 10)
        for name in ["a.csv", "b.csv"] { try bench.drop(smaller, as: name) }
        try bench.night("2026-11-21")
        #expect(try states(bench).suffix(2) == ["2/1 menunggu", "2/2 menunggu"])
        #expect(try wages(bench, "2026-10") == ["5000000.00"])
        try bench.drop(smaller, as: "c.csv")
        try bench.night("2026-11-22")
        #expect(try states(bench).last == "3/1 menunggu")
        #expect(try column(bench, "kpj", of: "status.csv").count == 20)
    }

    @Test("what cannot be decided is refused with a sentence")
    func whatCannotBeDecided() throws {
        let bench = try bench()
        for (command, status) in [
            (["accept", "1", "--why", "ya"], 64), (["accept", "9", "--why", "ya"], 66),
            (["undo", "1/7", "--why", "ya"], 66), (["undo", "1", "--why", " "], 64),
            (["undo", "x", "--why", "ya"], 64), (["undo", "1"], 64),
        ] as [([String], Int32)] {
            let run = try bench.iuran(command)
            #expect(run.status == status, "\(run)")
            #expect(!run.stderr.isEmpty)
        }
        try bench.expect("undo", "1/2", "--why", "salah")
        #expect(try bench.iuran(["undo", "1/2", "--why", "salah"]).status == 64)
    }

    @Test("a later register replaces the older one of the same NPP, and of no other")
    func aLaterRegisterReplaces() throws {
        let bench = try bench(workers: 3)
        try bench.drop(Company.batik.register(workers: 3), as: "register-batik.csv")
        try bench.drop(Company.roti.register(workers: 2), as: "register-roti.csv")
        try bench.night("2026-11-21")
        #expect(
            try column(bench, "status_bpjs", of: "status.csv").filter { $0 == "aktif" }.count == 5
        )
        try bench.drop(
            Company.batik.register(workers: 2, status: "nonaktif"),
            as: "register-batik.csv"
        )
        try bench.night("2026-11-22")
        let table = CSVTable(
            try FolderContents.text(of: bench.path("laporan/terbaru/status.csv"))
        )
        let batik = table.records(where: ["npp": Company.batik.npp])
        #expect(batik.map { $0["status_bpjs"] } == ["nonaktif", "nonaktif", ""])
        let roti = table.records(where: ["npp": Company.roti.npp])
        #expect(roti.map { $0["status_bpjs"] } == ["aktif", "aktif"])
    }

    @Test("a ledger says nothing of what was due after the night in which it came")
    func theLedgersEnd() throws {
        let bench = try Bench()
        let months = ["2026-08", "2026-09", "2026-10"]
        for company in [Company.batik, .roti] {
            try bench.drop(company.payroll(months, workers: 2), as: "gaji-\(company.npp).csv")
        }
        // Both are paid to September; the bakery's comes a month later, still without October.
        let paid = [("2026-08", "2026-09-10"), ("2026-09", "2026-10-10")]
        try bench.drop(Company.batik.ledger(paid, workers: 2), as: "iuran-batik.csv")
        try bench.night("2026-10-20")
        try bench.drop(Company.roti.ledger(paid, workers: 2), as: "iuran-roti.csv")
        try bench.night("2026-11-20")
        let table = CSVTable(
            try FolderContents.text(of: bench.path("laporan/terbaru/rincian.csv"))
        )
        func statuses(_ company: Company) -> [String?] {
            table.records(where: ["npp": company.npp, "blth": "2026-10"]).map { $0["status_iuran"] }
        }
        #expect(statuses(.batik) == ["belum_ada_data", "belum_ada_data"])
        #expect(statuses(.roti) == ["belum_dibayar", "belum_dibayar"])
    }

    @Test("the window of months ends with the month of the night")
    func theWindow() throws {
        let bench = try Bench(settings: "jendela_bulan: 2")
        try bench.drop(
            Company.batik.payroll(["2026-08", "2026-09", "2026-10", "2026-11"], workers: 2),
            as: "gaji.csv"
        )
        try bench.night("2026-10-20")
        try bench.night("2026-11-20")
        #expect(try Set(column(bench, "blth", of: "rincian.csv")) == ["2026-10", "2026-11"])
    }

    @Test("what was expected and has not come is the finding kiriman-tidak-ada")
    func whatHasNotCome() throws {
        let bench = try bench(workers: 2)
        func missing() throws -> Int {
            try column(bench, "kode", of: "temuan.csv").count { $0 == "kiriman-tidak-ada" }
        }
        try bench.night("2026-12-05")
        let before = try missing()
        try bench.night("2026-12-25")
        // By then the payroll of November was expected.
        #expect(try missing() > before)
        try bench.folder.write(
            "kiriman_diharapkan:\n  payroll: 0\n  ledger: 0\n",
            to: "w/iuran.yaml"
        )
        try bench.night("2026-12-25")
        #expect(try missing() == 0)
    }
}
