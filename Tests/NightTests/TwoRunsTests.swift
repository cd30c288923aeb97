import Foundation
import Synchronization
import TestSupport
import Testing

/// One run at a time; who comes second is told who came first.
@Suite("Two runs at once", .timeLimit(.minutes(5)))
struct TwoRunsTests {
    /// A workspace in which a run has stopped in the middle.
    private func busy() throws -> (bench: Bench, run: RunningTool) {
        let bench = try Bench()
        try bench.deliverFirst()
        return (bench, try bench.stopped(["run", "--as-of", "2026-11-20"], after: 60))
    }

    @Test("the second ends with 75 and names the first, which then ends well")
    func theSecondEnds() throws {
        let (bench, first) = try busy()
        let second = try bench.iuran(["run", "--as-of", "2026-11-20"])
        #expect(second.status == 75, "\(second)")
        #expect(second.stderr.contains("process \(first.identifier) on "), "\(second)")
        #expect(second.stderr.contains("iuran run, since 20"), "\(second)")
        first.goOn()
        let end = try first.end()
        #expect(end.status == 0, "\(end)")
        #expect(try bench.brokenReports().isEmpty)
        #expect(try bench.nights() == ["2026-11-20"])
        #expect(try bench.iuran(["run", "--as-of", "2026-11-20"]).status == 0)
    }

    @Test(
        "nothing else that writes gets in",
        arguments: [
            ["run", "--dry-run"], ["accept", "1", "--why", "ya"], ["undo", "1", "--why", "ya"],
            ["purge"], ["purge", "--dry-run"],
        ]
    )
    func nothingElseGetsIn(_ command: [String]) throws {
        let (bench, first) = try busy()
        let second = try bench.iuran(command)
        #expect(second.status == 75, "\(second)")
        #expect(second.stderr.contains("process \(first.identifier) on "), "\(second)")
        first.goOn()
        #expect(try first.end().status == 0)
    }

    @Test("status looks on")
    func statusLooksOn() throws {
        let (bench, first) = try busy()
        let status = try bench.iuran(["status", "--format", "json"])
        #expect(status.status == 0, "\(status)")
        first.goOn()
        #expect(try first.end().status == 0)
    }

    @Test("the lock of a run that was killed is free")
    func theLockOfAKilledRunIsFree() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        let killed = try bench.iuran(["run", "--as-of", "2026-11-20"], Fault(.killAfter, at: 60))
        #expect(killed.status == 9, "\(killed)")
        try bench.night("2026-11-20")
    }

    @Test("to one output of reconcile: the second ends with 75")
    func toOneOutput() throws {
        let bench = try Bench()
        let files = try SmallCompany.folder()
        let command = ["reconcile", files.path(of: "masuk"), "--output", files.path(of: "laporan")]
        let first = try bench.stopped(command, after: 20)
        let second = try bench.iuran(command)
        #expect(second.status == 75, "\(second)")
        #expect(second.stderr.contains("another run is writing"), "\(second)")
        first.goOn()
        let end = try first.end()
        #expect(end.status == 0, "\(end)")
        #expect(files.holds("laporan/manifest.json"))
    }

    @Test("looks at the status never make a run fail")
    func looksNeverFail() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night("2026-11-20")
        let looks = Mutex(false)
        let reader = Thread {
            while !looks.withLock({ $0 }) {
                let status = try? bench.iuran(["status"])
                if status?.status != 0 { Issue.record("\(String(describing: status))") }
            }
        }
        reader.start()
        defer { looks.withLock { $0 = true } }
        for day in 21...26 {
            try bench.drop(
                Company.roti.payroll(["2026-10"], workers: 2, wage: 5_000_000 + day),
                as: "payroll-\(day).csv"
            )
            let run = try bench.iuran(["run", "--as-of", "2026-11-\(day)"])
            #expect(run.status == 0, "\(run)")
        }
    }
}
