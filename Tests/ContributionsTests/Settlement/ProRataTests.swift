internal import TestSupport
internal import Testing

@testable internal import Contributions

@Suite("Sharing out in proportion")
struct ProRataTests {
    @Test(
        "gives by the largest remainder, and of equal ones to the first",
        arguments: [
            // Amount and weights in sen, and the parts.
            (0, [3, 5], [0, 0]), (8, [3, 5], [3, 5]), (4, [3, 5], [2, 2]), (5, [3, 5], [2, 3]),
            (1, [1, 1, 1], [1, 0, 0]), (2, [1, 1, 1], [1, 1, 0]),
            (100, [100, 100, 100], [34, 33, 33]),
            (7, [0, 10, 0], [0, 7, 0]), (1, [1, 99], [0, 1]), (50, [1, 99], [1, 49]),
            // 0.5 and 0.5: the first; 1.2, 2.4, 2.4: the sen of the larger remainders.
            (6, [2, 4, 4], [1, 3, 2]),
        ] as [(Int64, [Int64], [Int64])]
    )
    func largestRemainder(_ amount: Int64, _ weights: [Int64], _ parts: [Int64]) {
        let shared = ProRata.parts(of: Rupiah(sen: amount), by: weights.map(Rupiah.init(sen:)))
        #expect(shared.map(\.sen) == parts)
    }

    @Test(
        "keeps every sen, gives nobody more than is open, and is fair to a sen",
        arguments: 1...50
    )
    func keepsEverySen(_ seed: Int) {
        var random = SeededRandom(seed: seed)
        let weights = (0..<random.number(1..<40)).map { _ in
            Rupiah(sen: Int64(random.number(0..<9_000_000_000)))
        }
        let total = weights.reduce(.zero, +)
        guard total > .zero else { return }
        let amount = Rupiah(sen: Int64(random.number(0..<Int(total.sen) + 1)))
        let parts = ProRata.parts(of: amount, by: weights)
        #expect(parts.reduce(.zero, +) == amount)
        for (part, weight) in zip(parts, weights) {
            #expect(part >= .zero && part <= weight)
            // Within one sen of the exact part.
            let exact = Int128(amount.sen) * Int128(weight.sen)
            let given = Int128(part.sen) * Int128(total.sen)
            #expect(max(exact - given, given - exact) < Int128(total.sen))
        }
    }
}
