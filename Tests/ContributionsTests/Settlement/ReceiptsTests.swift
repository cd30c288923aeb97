internal import TestSupport
internal import Testing

@testable internal import Contributions

@Suite("Receipts")
struct ReceiptsTests {
    @Test("bear the same late fee with a day on which nothing came", arguments: 1...40)
    func emptyDayChangesNothing(_ seed: Int) throws {
        var random = SeededRandom(seed: seed)
        func amount(_ range: ClosedRange<Int64>) -> Rupiah {
            Rupiah(sen: .random(in: range, using: &random))
        }
        let dueDate = try #require(Day(year: 2026, month: 3, day: 16))
        let due = Shares(jkk: amount(0...900), jhtWorker: amount(1...900), jpWorker: amount(0...9))
        // Too little, too much, and taken back.
        let paid = Shares(
            jkk: amount(-900...900),
            jhtWorker: amount(-900...1_800),
            jpWorker: amount(-9...18)
        )
        let day = dueDate.advanced(by: .random(in: -40...200, using: &random))
        let tolerance = Shares(jkk: Rupiah(sen: 1), jhtWorker: Rupiah(sen: 50))
        func fee(_ receipts: Receipts) -> Int128 {
            receipts.lateFee(
                due,
                tolerance: tolerance,
                dueDate: dueDate,
                asOf: dueDate.advanced(by: 300),
                rate: Rate(millionths: 20_000)
            )
        }
        var one = Receipts()
        one.add(paid, on: day)
        var two = one
        two.add(.zero, on: day.advanced(by: -1))
        #expect(two.days.count == 2)
        #expect(fee(one) == fee(two))
    }
}
