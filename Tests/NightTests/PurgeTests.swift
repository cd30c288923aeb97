import Foundation
import RunStore
import TestSupport
import Testing

/// `iuran purge` destroys what is kept longer than the settings say, and keeps a record of it.
@Suite("Purge", .timeLimit(.minutes(5)))
struct PurgeTests {
    /// The night before some days, since the tool counts years from today.
    private func night(_ daysAgo: Int) -> String {
        JakartaDay.today().advanced(by: -daysAgo).description
    }

    /// A workspace with a delivery of four years ago and one of this week.
    private func bench(_ settings: String = "retensi_tahun: 1") throws -> Bench {
        let bench = try Bench(settings: settings)
        try bench.deliverFirst()
        try bench.night(night(4 * 365))
        try bench.drop(
            Company.batik.payroll(["2026-10"], workers: 3, wage: 6_000_000),
            as: "baru.csv"
        )
        try bench.night(night(5))
        return bench
    }

    private func bytes(_ bench: Bench, _ digest: String) -> Bool {
        FileManager.default.fileExists(
            atPath: bench.path("arsip/\(digest.prefix(2))/\(digest)")
        )
    }

    @Test("destroys bytes, names and reports; digests and who did it stay")
    func destroys() throws {
        let bench = try bench()
        let before = try bench.delivered()
        let run = try bench.expect("purge", "--who", "Arsip")
        let after = try bench.delivered()
        #expect(after.map(\.digest) == before.map(\.digest))
        for file in after {
            let isOld = file.id.delivery == 1
            #expect(file.isDestroyed == isOld, "\(file.id)")
            #expect(bytes(bench, file.digest) == !isOld, "\(file.id)")
            #expect(file.name.isEmpty == isOld && file.sender.isEmpty == isOld, "\(file.id)")
        }
        #expect(try bench.nights() == [night(5)])
        #expect(try bench.names("karantina").isEmpty)
        #expect(run.stdout.contains("report \(night(4 * 365))"), "\(run)")
        let decisions = try RunStore(bench.path("iuran.sqlite")).decisions(on: 1)
        #expect(decisions.count == before.count { $0.id.delivery == 1 })
        #expect(decisions.allSatisfy { $0.decision.who == "Arsip" && $0.decision.action == .purge })
        try bench.night(night(4))
        #expect(try bench.brokenReports().isEmpty)

        let again = try bench.expect("purge")
        #expect(again.stdout.contains("0 files, 0 reports"), "\(again)")
    }

    @Test("leaves no name of a file in the store's own bytes")
    func leavesNoName() throws {
        let bench = try bench()
        try bench.expect("purge")
        for suffix in ["", "-wal"] {
            let path = bench.path("iuran.sqlite" + suffix)
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let text = try FolderContents.text(of: path)
            #expect(!text.contains("payroll-roti.csv"), "in iuran.sqlite\(suffix)")
        }
    }

    @Test("keeps bytes that came again within their retention, and takes back destroyed ones")
    func keepsWhatCameAgain() throws {
        let bench = try bench()
        try bench.drop(Company.batik.employer, as: "lagi.csv")
        try bench.night(night(4))
        try bench.expect("purge")
        let digest = Bench.digest(Array(Company.batik.employer.utf8))
        #expect(bytes(bench, digest))

        let register = Company.batik.register(workers: 2)
        #expect(!bytes(bench, Bench.digest(Array(register.utf8))))
        try bench.drop(register, as: "register.csv")
        try bench.night(night(3))
        #expect(bytes(bench, Bench.digest(Array(register.utf8))))
        try bench.expect("purge")
        #expect(bytes(bench, Bench.digest(Array(register.utf8))))
        #expect(try bench.delivered().last?.isDestroyed == false)
    }

    @Test("shows with --dry-run what it would destroy, and writes nothing")
    func dryRun() throws {
        let bench = try bench()
        let before = try TreeState(bench.root)
        let run = try bench.expect("purge", "--dry-run")
        #expect(run.stdout.contains("Would destroy") && run.stdout.contains("file 1/1"), "\(run)")
        let trouble = try TreeState(bench.root).differences(from: before)
        #expect(trouble.isEmpty, "\(trouble.joined(separator: "\n"))")
    }

    @Test("destroys nothing within ten years where the settings say nothing")
    func tenYears() throws {
        let bench = try bench("")
        let run = try bench.expect("purge")
        #expect(run.stdout.contains("0 files, 0 reports"), "\(run)")
        #expect(try bench.nights().count == 2)
    }
}
