import Foundation
import RunStore
import Synchronization
import TestSupport
import Testing

/// Files that come while the job runs: each is taken once, as a whole, or stays for the next run.
@Suite("Files dropped while the job runs", .timeLimit(.minutes(10)))
struct DroppingTests {
    /// Drops files in every way in which HR does, until it is told to stop.
    ///
    /// A class, because a thread fills it.
    private final class Dropper: @unchecked Sendable {
        private let inbox: String
        private let stop = Mutex(false)
        private let done = DispatchSemaphore(value: 0)
        /// The digests of all files that were dropped and left to the job.
        private(set) var dropped: Set<String> = []
        /// Those of files that were replaced under their name, which the job may have taken or not.
        private(set) var replaced: Set<String> = []

        init(_ inbox: String) {
            self.inbox = inbox
            Thread.detachNewThread { [self] in
                var random = SeededRandom(seed: 41)
                var number = 0
                while !stop.withLock({ $0 }) {
                    number += 1
                    drop(number, &random)
                }
                done.signal()
            }
        }

        /// What was dropped, once it has stopped.
        func end() {
            stop.withLock { $0 = true }
            done.wait()
        }

        private func drop(_ number: Int, _ random: inout SeededRandom) {
            let text = Company.roti.payroll(["2026-10"], workers: 4, wage: 5_000_000 + number)
            let bytes = Array(text.utf8)
            let way = random.number(0..<4)
            switch way {
            case 0:
                write([bytes], to: "a-\(number).csv.part", &random)
                rename("a-\(number).csv.part", "a-\(number).csv")
            case 1:
                // Slowly, with the file open all the time.
                let cut = random.number(1..<bytes.count)
                write([Array(bytes[..<cut]), Array(bytes[cut...])], to: "b-\(number).csv", &random)
            case 2:
                // Under a name that may be there already.
                write([bytes], to: "c.part", &random)
                replaced.insert(Bench.digest(bytes))
                rename("c.part", "c.csv")
                return
            default:
                write([bytes], to: "d-\(number).csv", &random)
            }
            dropped.insert(Bench.digest(bytes))
            usleep(UInt32(random.number(0..<20_000)))
        }

        private func write(_ parts: [[UInt8]], to name: String, _ random: inout SeededRandom) {
            let path = inbox + "/" + name
            // Open for writing from the first moment: no one sees it empty and closed.
            let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
            for part in parts {
                if parts.count > 1 { usleep(UInt32(random.number(0..<60_000))) }
                _ = part.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            }
            close(descriptor)
        }

        private func rename(_ old: String, _ new: String) {
            _ = Foundation.rename(inbox + "/" + old, inbox + "/" + new)
        }
    }

    @Test("every content is delivered exactly once, and nothing is half read")
    func everyContentOnce() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night("2026-11-20")
        let before = try bench.delivered().count
        let dropper = Dropper(bench.path("masuk"))
        for _ in 0..<8 {
            let run = try bench.iuran(["run", "--as-of", "2026-11-20"])
            #expect(run.status == 0, "\(run)")
        }
        dropper.end()
        try bench.night("2026-11-20")

        #expect(try bench.names("masuk").filter { !$0.hasPrefix("batik") } == [])
        let delivered = try bench.delivered().dropFirst(before).map(\.digest)
        let counts = Dictionary(delivered.map { ($0, 1) }, uniquingKeysWith: +)
        #expect(dropper.dropped.count > 20)
        #expect(dropper.dropped.allSatisfy { counts[$0] == 1 }, "\(counts)")
        #expect(Set(delivered).subtracting(dropper.dropped).isSubset(of: dropper.replaced))
        #expect(counts.values.allSatisfy { $0 == 1 })
        for digest in Set(delivered) {
            let path = bench.path("arsip/\(digest.prefix(2))/\(digest)")
            #expect(Bench.digest(try FolderContents.bytes(of: path)) == digest)
        }
        #expect(try bench.brokenReports().isEmpty)
    }
}
