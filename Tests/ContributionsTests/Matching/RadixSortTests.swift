internal import TestSupport
internal import Testing

@testable internal import Contributions

@Suite("The radix sort")
struct RadixSortTests {
    @Test(
        "equals the standard sort, and keeps the order of equal keys",
        arguments: [
            // Counts on both sides of the one below which it does not count buckets.
            (0, 1, 1), (1, 1, 1), (2, 1, 1), (255, 3, 5), (256, 3, 5), (257, 1 << 60, 1),
            (5000, .max, 1 << 31),
            (5000, 40, 40), (5000, 1, 1), (3000, 1 << 22, 70_000),
            // Enough for two halves.
            (70_001, 40, 40), (70_000, .max, 3),
        ] as [(Int, UInt64, UInt32)]
    )
    func equalsTheStandardSort(_ count: Int, _ keys: UInt64, _ employers: UInt32) {
        var random = SeededRandom(seed: 42)
        var entries = (0..<count).map { index in
            SortEntry(
                key: UInt64.random(in: 0...keys, using: &random),
                employer: UInt32.random(in: 0..<employers, using: &random),
                index: UInt32(index)
            )
        }
        let expected = entries.sorted {
            ($0.employer, $0.key, $0.index) < ($1.employer, $1.key, $1.index)
        }
        radixSort(&entries)
        #expect(entries.map(\.index) == expected.map(\.index))
        #expect(entries.map(\.key) == expected.map(\.key))
        #expect(entries.map(\.employer) == expected.map(\.employer))
    }
}
