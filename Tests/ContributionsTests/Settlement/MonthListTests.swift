internal import TestSupport
internal import Testing

@testable internal import Contributions

@Suite("The months of a batch")
struct MonthListTests {
    /// Shares that fit into half the room, or do not.
    private static func shares(_ random: inout SeededRandom, isWide: Bool) -> Shares {
        func amount() -> Rupiah { Rupiah(sen: .random(in: 0..<1 << 31, using: &random)) }
        return Shares(
            jkk: amount(),
            jhtEmployer: isWide ? Rupiah(sen: 1 << 40) : amount(),
            jpWorker: amount()
        )
    }

    private static func month(_ number: UInt32, due: Shares) -> MonthOutcome {
        MonthOutcome(
            worker: number,
            employer: number % 3,
            month: ContributionMonth(year: 2026, month: 10),
            status: .paid,
            matchKey: .none,
            hasPayroll: true,
            hasLedger: false,
            isPastDue: true,
            includesJHT: true,
            settledOn: .absent,
            daysLate: 0,
            lastPaid: .absent,
            base: Rupiah(sen: 100),
            pensionBase: Rupiah(sen: 100),
            reportedWage: Rupiah(sen: 100),
            due: due,
            billed: due,
            received: due,
            lateFee: .zero,
            shortTotal: .zero,
            sourceStart: 0,
            payrollSourceCount: 0,
            ledgerSourceCount: 0,
            paymentSourceCount: 0
        )
    }

    @Test("come out as they went in, whatever was billed and received")
    func keepMonths() {
        var random = SeededRandom(seed: 7)
        var months = MonthList()
        var expected: [MonthOutcome] = []
        for number in 0..<UInt32(400) {
            let isWide = number % 5 == 0
            var month = Self.month(number, due: Self.shares(&random, isWide: isWide))
            if number & 1 != 0 { month.billed = Self.shares(&random, isWide: number % 7 == 0) }
            month.received = month.billed
            if number & 2 != 0 { month.received = Self.shares(&random, isWide: number % 11 == 0) }
            if number & 4 != 0 { month.lateFee = Rupiah(sen: Int64(number)) }
            if number & 8 != 0 { month.shortTotal = Rupiah(sen: -Int64(number)) }
            if number & 16 != 0 { month.pensionBase = .zero }
            if number & 32 != 0 { month.reportedWage = Rupiah(sen: 7) }
            months.append(month)
            expected.append(month)
        }
        for (index, month) in expected.enumerated() {
            let kept = months[index]
            #expect(kept.worker == month.worker && kept.employer == month.employer)
            #expect(kept.due == month.due && kept.billed == month.billed)
            #expect(kept.received == month.received)
            #expect(months.received(at: index) == month.received)
            #expect(kept.lateFee == month.lateFee && kept.shortTotal == month.shortTotal)
            #expect(kept.pensionBase == month.pensionBase)
            #expect(kept.reportedWage == month.reportedWage)
        }
    }
}
