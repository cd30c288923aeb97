import Foundation
import TestSupport
import Testing

/// The report of a night depends on what was delivered until then, and on nothing else.
@Suite("Nights that are repeated, replayed and missed", .timeLimit(.minutes(10)))
struct TenNightsTests {
    private static let nights = (11...20).map { "2026-11-\($0)" }

    /// What comes on a night: files by their name, from a seed.
    private func delivery(_ night: Int, seed: Int) -> [(name: String, text: String)] {
        var random = SeededRandom(seed: seed * 100 + night)
        let months = ["2026-08", "2026-09", "2026-10"]
        if night == 0 {
            return [
                ("perusahaan.csv", Company.batik.employer),
                ("payroll-batik.csv", Company.batik.payroll(months, workers: 12)),
                ("payroll-roti.csv", Company.roti.payroll(months, workers: 4)),
            ]
        }
        var files: [(name: String, text: String)] = []
        for number in 0..<random.number(0..<4) {
            let company = random.pick([Company.batik, .roti])
            let workers = company.npp == Company.batik.npp ? random.pick([11, 12, 9]) : 4
            let month = random.pick(months)
            let text =
                switch random.number(0..<5) {
                case 0:
                    company.payroll(
                        [month],
                        workers: workers,
                        wage: 5_000_000 + 1000 * random.number(0..<50)
                    )
                case 1: company.ledger([(month, "2026-11-0\(random.number(1..<9))")], workers: 4)
                case 2: company.register(workers: random.number(1..<4))
                case 3: "tidak,dikenal\n\(night),\(number)\n"
                default: company.payroll(months, workers: 4)
                }
            files.append(("unit-\(random.number(0..<3))/kiriman-\(number).csv", text))
        }
        return files
    }

    /// Ten nights in a workspace of its own.
    private func live(seed: Int) throws -> Bench {
        let bench = try Bench()
        for (index, night) in Self.nights.enumerated() {
            for file in delivery(index, seed: seed) { try bench.drop(file.text, as: file.name) }
            try bench.night(night)
        }
        return bench
    }

    @Test("ten nights replayed equal ten nights lived, byte for byte", arguments: [1, 2])
    func tenNightsReplayed(_ seed: Int) throws {
        let lived = try live(seed: seed)
        let replayed = try live(seed: seed)
        #expect(try lived.nights() == Self.nights)
        #expect(try lived.brokenReports().isEmpty)
        let trouble = differences(try replayed.snapshot(), try lived.snapshot())
        #expect(trouble.isEmpty, "seed \(seed): \(trouble.joined(separator: "\n"))")
    }

    @Test("an older night again is done already, and a lost one comes back as it was")
    func anOlderNightAgain() throws {
        let bench = try live(seed: 3)
        let before = try bench.snapshot()
        let again = try bench.night(Self.nights[4])
        #expect(again.stdout.contains("sudah selesai"), "\(again)")
        #expect(differences(try bench.snapshot(), before).isEmpty)

        try FileManager.default.removeItem(atPath: bench.path("laporan/\(Self.nights[4])"))
        try bench.night(Self.nights[4])
        let trouble = differences(try bench.snapshot(), before)
        #expect(trouble.isEmpty, "\(trouble.joined(separator: "\n"))")
    }

    @Test("what lies in the inbox is not taken into a night before the newest")
    func nothingIsTakenIntoAnOlderNight() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night("2026-11-18")
        try bench.night("2026-11-20")
        let before = try bench.report("2026-11-20")
        try bench.drop(Company.roti.payroll(["2026-10"], workers: 3), as: "baru.csv")
        try bench.night("2026-11-19")
        #expect(try bench.names("masuk").contains("baru.csv"))
        #expect(try bench.report("2026-11-20") == before)
        let link = try FileManager.default.destinationOfSymbolicLink(
            atPath: bench.path("laporan/terbaru")
        )
        #expect(link == "2026-11-20")
    }

    @Test("the same night again rewrites nothing")
    func theSameNightAgain() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night("2026-11-20")
        let before = try TreeState(bench.path("laporan"))
        let again = try bench.night("2026-11-20")
        #expect(again.stdout.contains("sudah selesai"), "\(again)")
        #expect(again.stderr.contains("already done"), "\(again)")
        #expect(try TreeState(bench.path("laporan")) == before)
    }

    @Test("a report of which a file is gone or cut off is written again")
    func aDamagedReport() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night("2026-11-20")
        let before = try bench.snapshot()
        let detail = bench.path("laporan/2026-11-20/rincian.csv")
        let bytes = try FolderContents.bytes(of: detail)
        try FolderContents.write(Array(bytes.dropLast(10)), to: detail)
        #expect(try bench.expect("status").stdout.contains("MISSING OR CHANGED"))
        try bench.night("2026-11-20")
        #expect(differences(try bench.snapshot(), before).isEmpty)
        try FileManager.default.removeItem(atPath: detail)
        try bench.night("2026-11-20")
        #expect(differences(try bench.snapshot(), before).isEmpty)
    }

    @Test("the list of confirmed pairs is read every night, and a workspace may have none")
    func pairsAreInputs() throws {
        let bench = try Bench()
        let header = try FolderContents.text(of: bench.path("pasangan.csv"))
        try bench.drop(Company.batik.employer, as: "perusahaan.csv")
        try bench.drop(Company.batik.payroll(["2026-10"], workers: 1), as: "payroll.csv")
        let ledger = Company.roti.ledger([("2026-10", "2026-11-10")], workers: 1)
        try bench.drop(
            ledger.replacing(Company.roti.npp, with: Company.batik.npp),
            as: "ledger.csv"
        )
        try bench.night("2026-11-20")
        let pair = "\(Company.batik.npp),19040010001,,19040010501,,kartu lama,Ratna,\n"
        try bench.folder.write(header + pair, to: "w/pasangan.csv")
        #expect(try !bench.night("2026-11-20").stdout.contains("sudah selesai"))
        #expect(try bench.night("2026-11-20").stdout.contains("sudah selesai"))
        let paired = try Self.keys(of: bench)
        #expect(paired == ["pasangan"])
        try FileManager.default.removeItem(atPath: bench.path("pasangan.csv"))
        try bench.night("2026-11-21")
        #expect(try Self.keys(of: bench) == ["", ""])
        #expect(try bench.brokenReports().isEmpty)
    }

    private static func keys(of bench: Bench) throws -> [String] {
        let detail = try FolderContents.text(of: bench.path("laporan/terbaru/rincian.csv"))
        return CSVTable(detail).column("kunci_cocok")
    }

    @Test("settings and the list of employers are inputs too")
    func settingsAreInputs() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night("2026-11-20")
        try bench.folder.write("ambang_nonaktif_bulan: 2\n", to: "w/iuran.yaml")
        #expect(try !bench.night("2026-11-20").stdout.contains("sudah selesai"))
        #expect(try bench.night("2026-11-20").stdout.contains("sudah selesai"))
        try bench.folder.write(Company.roti.employer, to: "w/perusahaan.csv")
        #expect(try !bench.night("2026-11-20").stdout.contains("sudah selesai"))
        #expect(try bench.brokenReports().isEmpty)
    }

    @Test("missed nights get their reports, as if they had been lived", arguments: [3, 1])
    func missedNights(_ count: Int) throws {
        // At midnight in Jakarta the day changes under the test; then it is done again.
        var today = JakartaDay.today()
        var (bench, run) = try missed(count, today)
        if JakartaDay.today() != today {
            today = JakartaDay.today()
            (bench, run) = try missed(count, today)
        }
        let nights = (0...count).map { today.advanced(by: $0 - count).description }
        #expect(try bench.nights() == nights, "\(run)")
        #expect(try bench.brokenReports().isEmpty)

        let lived = try Bench()
        try lived.deliverFirst()
        for night in nights { try lived.night(night) }
        let trouble = differences(try bench.snapshot(), try lived.snapshot())
        #expect(trouble.isEmpty, "\(trouble.joined(separator: "\n"))")
    }

    /// A workspace whose newest report is some days old, and then a run without a date.
    private func missed(_ count: Int, _ today: JakartaDay) throws -> (Bench, ToolRun) {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night(today.advanced(by: -count).description)
        return (bench, try bench.expect("run"))
    }

    @Test("no more nights are made up for than the settings say, and a first run makes up for none")
    func notTooManyNights() throws {
        let today = JakartaDay.today()
        let bench = try Bench(settings: "kejar_malam: 2")
        try bench.deliverFirst()
        try bench.night(today.advanced(by: -9).description)
        try bench.expect("run")
        #expect(try bench.nights().count == 4)

        let fresh = try Bench()
        try fresh.deliverFirst()
        try fresh.expect("run")
        #expect(try fresh.nights().count == 1)
    }
}
