import Foundation
import TestSupport

/// Which moments of a run are disturbed: a few in every test, all with `NIGHT_ALL=1`.
enum Moments {
    static var all: Bool { ProcessInfo.processInfo.environment["NIGHT_ALL"] != nil }

    /// Calls from the first to the last, evenly, from a start that the seed decides.
    static func calls(of total: Int, _ count: Int, seed: Int) -> [Int] {
        guard !all, count < total else { return Array(1...max(1, total)) }
        var random = SeededRandom(seed: seed)
        let step = Double(total) / Double(count)
        let start = Double(random.number(0..<1000)) / 1000 * step
        return (0..<count).map { Int(start + Double($0) * step) + 1 }
    }

    /// Random moments of a run that takes some microseconds.
    static func times(upTo microseconds: Int, _ count: Int, seed: Int) -> [Int] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { _ in random.number(0..<max(1, microseconds)) }
    }
}
