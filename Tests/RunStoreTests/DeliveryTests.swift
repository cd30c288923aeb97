import Contributions
import Foundation
import GRDB
import TestSupport
import Testing

@testable import RunStore

/// What the store remembers of deliveries, decisions and runs.
@Suite("Deliveries, decisions and runs")
struct DeliveryTests {
    private let folder: WorkFolder
    private let store: RunStore

    init() throws {
        folder = try WorkFolder()
        store = try RunStore(folder.path(of: "iuran.sqlite"))
    }

    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    /// A file of a delivery, with bytes of its own.
    private func file(
        _ delivery: Int,
        _ place: Int,
        _ night: String,
        _ state: DeliveredFile.State = .accepted,
        digest: String? = nil
    ) throws -> DeliveredFile {
        let number = "\(delivery)\(place)"
        var file = DeliveredFile(
            id: DeliveredFileID(delivery: delivery, place: place),
            night: try day(night),
            name: "gaji \(number).csv",
            sender: "hr",
            digest: digest ?? String(repeating: "0", count: 64 - number.count) + number,
            size: 10,
            state: state
        )
        if state == .accepted { file.effectiveFrom = try day(night) }
        return file
    }

    private func record(_ files: [DeliveredFile]) throws {
        let first = try #require(files.first)
        try store.record(
            delivery: first.id.delivery,
            night: first.night,
            receivedAt: "2026-11-20T01:00:00+07:00",
            files: files
        )
    }

    @Test("everything of a file comes back")
    func everythingComesBack() throws {
        var file = try file(1, 1, "2026-11-20")
        file.kind = "payroll"
        file.profile = "gadjian"
        file.accepted = 7
        file.rejected = 2
        file.inboxMark = "12:34.5:6"
        file.reason = "baris \"3\"\n"
        file.coverage = [
            Coverage(npp: "12004518", month: nil, rowCount: 1, total: .zero),
            Coverage(
                npp: "12004518",
                month: ContributionMonth(iso: "2026-10"),
                rowCount: 6,
                total: Rupiah(sen: -5)
            ),
        ]
        try record([file])
        let read = try #require(try store.allFiles().first)
        #expect(read.id.description == "1/1" && read.night == file.night && read.name == file.name)
        #expect(read.sender == "hr" && read.digest == file.digest && read.size == 10)
        #expect(read.kind == "payroll" && read.profile == "gadjian" && read.reason == file.reason)
        #expect(read.accepted == 7 && read.rejected == 2 && read.inboxMark == file.inboxMark)
        #expect(read.coverage.map(\.npp) == ["12004518", "12004518"])
        #expect(read.coverage.map(\.month?.description) == [nil, "2026-10"])
        #expect(read.coverage.map(\.total.sen) == [0, -5])
        #expect(!read.isDestroyed)
    }

    @Test("a delivery is recorded as a whole or not at all")
    func asAWholeOrNotAtAll() throws {
        // The second file has no digest that could be one.
        let files = [try file(1, 1, "2026-11-20"), try file(1, 2, "2026-11-20", digest: "pendek")]
        #expect(throws: StoreTrouble.self) { try record(files) }
        #expect(try store.allFiles().isEmpty)
        #expect(try store.nextDelivery() == 1)
        #expect(try store.keptDigests().isEmpty)
    }

    @Test("a night counts what was accepted until then, in the order in which it came")
    func whatCounts() throws {
        try record([try file(1, 1, "2026-11-20"), try file(1, 2, "2026-11-20", .refused)])
        try record([try file(2, 1, "2026-11-21", .waiting), try file(2, 2, "2026-11-21")])
        func counting(_ night: String) throws -> [String] {
            try store.files(countingOn: try day(night)).map(\.id.description)
        }
        #expect(try counting("2026-11-19") == [])
        #expect(try counting("2026-11-20") == ["1/1"])
        #expect(try counting("2026-11-21") == ["1/1", "2/2"])
        #expect(try store.filesInQuarantine().map(\.id.description) == ["1/2", "2/1"])

        let waiting = DeliveredFileID(delivery: 2, place: 1)
        let yes = Decision(.accept, who: "Sari", why: "benar", at: "2026-11-22T08:00:00+07:00")
        try store.decide(yes, on: [waiting])
        #expect(try counting("2026-11-22") == ["1/1", "2/2"])
        #expect(try store.confirmedFiles().map(\.id) == [waiting])
        #expect(try store.filesInQuarantine().map(\.id.description) == ["1/2", "2/1"])
        try store.takeIn([waiting], from: try day("2026-11-23"))
        #expect(try counting("2026-11-22") == ["1/1", "2/2"])
        #expect(try counting("2026-11-23") == ["1/1", "2/1", "2/2"])

        let no = Decision(.undo, who: "Sari", why: "keliru", at: "2026-11-24T08:00:00+07:00")
        try store.decide(no, on: [DeliveredFileID(delivery: 1, place: 1)])
        #expect(try counting("2026-11-23") == ["2/1", "2/2"])
        #expect(try store.decisions(on: 2).map(\.decision.why) == ["benar"])
        #expect(try store.decisions(on: 1).map(\.decision.who) == ["Sari"])
    }

    @Test("a decision without a reason is none")
    func aDecisionNeedsAReason() throws {
        try record([try file(1, 1, "2026-11-20")])
        let decision = Decision(.undo, who: "Sari", why: "", at: "2026-11-22T08:00:00+07:00")
        #expect(throws: StoreTrouble.self) {
            try store.decide(decision, on: [DeliveredFileID(delivery: 1, place: 1)])
        }
        #expect(try store.allFiles().map(\.state) == [.accepted])
    }

    @Test("destroyed bytes keep their digest, lose their names, and can come again")
    func destroyedBytes() throws {
        let file = try file(1, 1, "2026-11-20")
        try record([file])
        let purge = Decision(.purge, who: "Arsip", why: "retensi", at: "2036-11-22T08:00:00+07:00")
        try store.destroy([file], purge)
        let read = try #require(try store.allFiles().first)
        #expect(read.isDestroyed && read.digest == file.digest)
        #expect(read.name.isEmpty && read.sender.isEmpty)
        #expect(try store.files(countingOn: try day("2036-11-22")).isEmpty)
        #expect(try store.destroyedDigests() == [file.digest])
        #expect(try store.keptDigests().isEmpty)

        try record([try self.file(2, 1, "2036-11-23", digest: file.digest)])
        #expect(try store.destroyedDigests().isEmpty)
        #expect(try store.keptDigests() == [file.digest])
    }

    @Test("files leave the inbox one by one")
    func filesLeaveTheInbox() throws {
        var files = [try file(1, 1, "2026-11-20"), try file(1, 2, "2026-11-20")]
        for index in files.indices { files[index].inboxMark = "\(index)" }
        try record(files)
        try store.forgetInbox([files[0].id])
        #expect(try store.filesInInbox().map(\.id) == [files[1].id])
    }

    @Test("of several runs for a night the last made the report, whatever order they came in")
    func theLastRunOfANight() throws {
        func run(_ night: String, _ manifest: String) throws -> CompletedRun {
            CompletedRun(
                asOf: try day(night),
                startedAt: "2026-11-20T01:00:00+07:00",
                finishedAt: "2026-11-20T01:00:01+07:00",
                version: "1",
                inputs: "digest",
                manifest: manifest,
                workers: 3,
                arrears: Rupiah(sen: 12)
            )
        }
        for (night, manifest) in [
            ("2026-11-20", "a"), ("2026-11-22", "b"), ("2026-11-21", "c"), ("2026-11-20", "d"),
        ] {
            try store.record(try run(night, manifest))
        }
        #expect(try store.newestRun()?.manifest == "b")
        #expect(try store.run(of: try day("2026-11-20"))?.manifest == "d")
        #expect(try store.run(of: try day("2026-11-19")) == nil)
        #expect(try store.runs(before: try day("2026-11-22")).map(\.manifest) == ["c", "d"])
        #expect(try store.newestRun()?.arrears == Rupiah(sen: 12))
    }

    @Test("two processes wait for each other instead of failing")
    func twoWaitForEachOther() throws {
        let other = try RunStore(folder.path(of: "iuran.sqlite"))
        let stores = [store, other]
        let night = try day("2026-11-20")
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            for round in 0..<20 {
                let number = 1 + index + 2 * round
                try? stores[index].record(
                    delivery: number,
                    night: night,
                    receivedAt: "2026-11-20T01:00:00+07:00",
                    files: []
                )
            }
        }
        let count = try store.database.read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM delivery")
        }
        #expect(count == 40)
    }
}
