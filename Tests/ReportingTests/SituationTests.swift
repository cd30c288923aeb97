import Testing

@testable import Contributions
@testable import Reporting

@Suite("Situations of workers")
struct SituationTests {
    private func situation(_ number: Int) -> Situation {
        var worker = WorkerOutcome(worker: 0, monthStart: 0)
        worker.unpaidMonths = Int32(number % 7)
        worker.lastPaid = Day(number: Int32(number / 7))
        return Situation(worker, nil)
    }

    @Test("have one number each, in the order in which they came")
    func areNumbered() {
        var situations = Situations()
        let count = 3_000
        for number in 0..<count {
            #expect(situations.number(of: situation(number)) == number + 1)
        }
        for number in (0..<count).reversed() {
            #expect(situations.number(of: situation(number)) == number + 1)
        }
    }
}
