import Foundation
import TestSupport
import Testing

/// A run that is killed at any moment leaves the last report whole, and the next run right.
///
/// Every test compares all of the workspace with one in which nothing happened: reports byte for
/// byte, deliveries, quarantine, archive and inbox. A few moments are tried each time; with
/// `NIGHT_ALL=1` each call that writes is, and 200 random moments of each night.
@Suite("A run that is killed")
struct KillTests {
    /// Tries faults one after the other.
    private func survives(
        _ nightCase: NightCase,
        _ faults: (CallCount) -> [Fault],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let undisturbed = try nightCase.undisturbed()
        #expect(undisturbed.calls.calls.count > 20, "the library counts nothing")
        #expect(undisturbed.snapshot["store damage"] == "")
        let begin = Date()
        let faults = faults(undisturbed.calls)
        var struckCount = 0
        for fault in faults {
            let (struck, trouble) = try nightCase.disturb(fault, undisturbed)
            if struck { struckCount += 1 }
            guard !trouble.isEmpty else { continue }
            let calls = undisturbed.calls.calls
            let call = fault.at >= 1 && fault.at <= calls.count ? calls[fault.at - 1] : "?"
            Issue.record(
                "\(trouble.joined(separator: "\n"))\n(undisturbed, that call is \(call))",
                sourceLocation: sourceLocation
            )
        }
        // A run makes a call more or less, and can do without some; but most kills must strike.
        let killCount = faults.count { $0.kills }
        #expect(struckCount * 2 >= killCount, "only \(struckCount) of \(killCount) struck")
        if Moments.all {
            let seconds = Int(Date().timeIntervalSince(begin).rounded())
            print(
                "\(nightCase.name): \(faults.count) moments of \(undisturbed.calls.calls.count)",
                "calls, \(seconds) s"
            )
        }
    }

    @Test("after a call that writes", arguments: NightCase.nights)
    func afterACall(_ nightCase: NightCase) throws {
        try survives(nightCase) { count in
            Moments.calls(of: count.calls.count, 14, seed: 1).map { Fault(.killAfter, at: $0) }
        }
    }

    @Test("before a call that writes", arguments: NightCase.nights)
    func beforeACall(_ nightCase: NightCase) throws {
        try survives(nightCase) { count in
            Moments.calls(of: count.calls.count, 7, seed: 2).map { Fault(.killBefore, at: $0) }
        }
    }

    @Test("at a random moment", arguments: NightCase.nights)
    func atARandomMoment(_ nightCase: NightCase) throws {
        try survives(nightCase) { count in
            Moments.times(upTo: count.microseconds, Moments.all ? 200 : 6, seed: 3)
                .map { Fault(.timer, at: $0) }
        }
    }

    @Test("during another command that writes", arguments: NightCase.decisions)
    func duringAnotherCommand(_ nightCase: NightCase) throws {
        try survives(nightCase) { count in
            Moments.calls(of: count.calls.count, 5, seed: 4).map { Fault(.killAfter, at: $0) }
                + Moments.calls(of: count.calls.count, 3, seed: 5).map {
                    Fault(.killBefore, at: $0)
                }
        }
    }

    @Test("a disk that fails at one call", arguments: NightCase.nights, [EIO, ENOSPC])
    func oneCallFails(_ nightCase: NightCase, _ code: Int32) throws {
        try survives(nightCase) { count in
            Moments.calls(of: count.calls.count, 5, seed: 6).map { Fault(.fail(code), at: $0) }
        }
    }

    @Test("a disk that is full from a call on", arguments: NightCase.nights)
    func theDiskIsFull(_ nightCase: NightCase) throws {
        try survives(nightCase) { count in
            Moments.calls(of: count.calls.count, 6, seed: 7).map { Fault(.full, at: $0) }
        }
    }

    @Test("a disk that fails during another command", arguments: NightCase.decisions)
    func anotherCommandFails(_ nightCase: NightCase) throws {
        try survives(nightCase) { count in
            Moments.calls(of: count.calls.count, 4, seed: 8).map { Fault(.fail(EIO), at: $0) }
                + Moments.calls(of: count.calls.count, 2, seed: 9).map { Fault(.full, at: $0) }
        }
    }
}
