internal import Contributions
internal import TestSupport
internal import Testing

@Suite("A part of an amount")
struct RateTests {
    private static let half = Rate(millionths: 500_000)

    @Test(
        "is rounded half up to the sen, away from zero below it",
        arguments: [
            (1, 1), (3, 2), (2, 1), (0, 0), (-1, -1), (-3, -2), (-2, -1), (101, 51),
        ] as [(Int64, Int64)]
    )
    func halves(_ sen: Int64, _ expected: Int64) {
        #expect(Self.half.of(Rupiah(sen: sen), roundedTo: .sen).sen == expected)
    }

    @Test(
        "is rounded half up to the rupiah where the settings say so",
        arguments: [(99, 0), (100, 100), (299, 100), (300, 200), (-100, -100)] as [(Int64, Int64)]
    )
    func toTheRupiah(_ sen: Int64, _ expected: Int64) {
        #expect(Self.half.of(Rupiah(sen: sen), roundedTo: .rupiah).sen == expected)
    }

    @Test(
        "is rounded at the half and not before it",
        // 0.24 % of 2.08 is 0.004992, of 2.09 0.005016.
        arguments: [(208, 0), (209, 1), (625, 2), (624, 1)] as [(Int64, Int64)]
    )
    func aroundTheHalf(_ sen: Int64, _ expected: Int64) {
        #expect(Rate(millionths: 2400).of(Rupiah(sen: sen), roundedTo: .sen).sen == expected)
    }

    @Test("does not overflow on the largest cell")
    func largest() {
        let all = Rate.whole.of(.largestTotal, roundedTo: .sen)
        #expect(all == .largestTotal)
        #expect(Rate(millionths: 2400).of(.largestCell, roundedTo: .sen).sen == 2_400_000_000_000)
        #expect(Rate.whole.of(-Rupiah.largestTotal, roundedTo: .sen) == -Rupiah.largestTotal)
    }

    @Test("equals the fraction computed in 128 bits")
    func equalsWideArithmetic() {
        var random = SeededRandom(seed: 20_260_315)
        for _ in 0..<2000 {
            let sen = Int64.random(
                in: -100_000_000_000_000_000...100_000_000_000_000_000,
                using: &random
            )
            let millionths = Int64.random(in: 0...1_000_000, using: &random)
            let unit = Bool.random(using: &random) ? RoundingUnit.sen : .rupiah
            let divisor = Int128(1_000_000 * unit.sen)
            let product = Int128(sen) * Int128(millionths)
            let rounded = (abs(product) * 2 + divisor) / (divisor * 2)
            let expected = Int64(product < 0 ? -rounded : rounded) * unit.sen
            let found = Rate(millionths: millionths).of(Rupiah(sen: sen), roundedTo: unit)
            #expect(found.sen == expected, "\(millionths) of \(sen) to \(unit)")
        }
    }

    @Test(
        "is left by a relief exactly, or not at all",
        arguments: [
            (2400, 10_000, 24), (2400, 500_000, 1200), (1, 500_000, nil), (3000, 10_000, 30),
        ]
            as [(Int64, Int64, Int64?)]
    )
    func relieved(_ rate: Int64, _ part: Int64, _ expected: Int64?) {
        let relieved = Rate(millionths: rate).relieved(to: Rate(millionths: part))
        #expect(relieved?.millionths == expected)
    }
}
