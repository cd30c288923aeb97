internal import TestSupport
internal import Testing

@testable internal import Contributions

/// The search by sub-keys against one that compares everybody with everybody.
@Suite("The search for near misses")
struct NearMissSearchTests {
    @Test("finds what comparing each with each finds", arguments: 1...20)
    func findsTheSame(_ seed: Int) throws {
        var random = SeededRandom(seed: seed)
        let people = (0..<40).map { _ in Self.person(&random) }
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": "npp,blth,upah,kpj,nik,nama,tanggal_lahir\n"
                    + people.map { "12004518,2026-02,1000000,\($0.text)\n" }.joined(),
                "register.csv": "npp,kpj,nik,nama,tanggal_lahir\n"
                    + people.map { "12004518,\(Self.damaged($0, &random).text)\n" }.joined(),
            ]
        )
        let context = bench.outcome.context
        let outcomes = bench.outcome.batches.flatMap(\.workers)
        let missing = outcomes.filter {
            $0.hasPayroll && (!$0.hasLedger || $0.registerWord == .unstated)
        }
        .map { UnmatchedWorker($0.worker, context) }
        let strangers = outcomes.filter { !$0.hasPayroll }
            .map { UnmatchedWorker($0.worker, context) }
        let all = missing.flatMap { worker in
            strangers.map { stranger in
                NearMiss(
                    inPayroll: worker.index,
                    outsidePayroll: stranger.index,
                    evidence: worker.evidence(beside: stranger)
                )
            }
        }
        let expected = NearMissSearch.withoutWeaker(all.filter(\.evidence.isSuggestion))
        let found = NearMissSearch(context: context).search(bench.outcome.batches)
        #expect(found.count > 5, "seed \(seed)")
        #expect(Set(found) == Set(expected), "seed \(seed)")
        #expect(found.count == expected.count, "seed \(seed)")
    }

    private struct Values {
        var kpj: String
        var nik: String
        var name: String
        var born: String

        var text: String { "\(kpj),\(nik),\(name),\(born)" }
    }

    /// A person out of few values, so that many come near to each other.
    private static func person(_ random: inout SeededRandom) -> Values {
        let names = [
            "Sari Wulandari", "M. Rizki", "Nur Aini", "Nuraini", "A. B.", "Dewi", "Muhammad Ali",
            "Sari W", "Budi Santoso", "",
        ]
        func digits(_ prefix: String, _ count: Int) -> String {
            prefix + (0..<count).map { _ in "\(Int.random(in: 0...1, using: &random))" }.joined()
        }
        return Values(
            kpj: digits("0010000", 4),
            nik: digits("327301520490", 4),
            name: names.randomElement(using: &random).map { $0.isEmpty ? "Tono" : $0 } ?? "",
            born: ["1990-04-12", "1990-12-04", "1991-04-12", ""].randomElement(using: &random) ?? ""
        )
    }

    /// The person with other numbers, none, or numbers that are typed wrong.
    private static func damaged(_ person: Values, _ random: inout SeededRandom) -> Values {
        var other = person
        var kpj = Array(person.kpj)
        switch Int.random(in: 0...3, using: &random) {
        case 0: kpj.remove(at: Int.random(in: 0..<11, using: &random))
        case 1: kpj[Int.random(in: 2..<11, using: &random)] = "7"
        case 2: kpj = Array(String(kpj.drop { $0 == "0" }))
        default: kpj = Array("22000000000")
        }
        var nik = Array(person.nik)
        switch Int.random(in: 0...4, using: &random) {
        case 0: nik = []
        case 1: nik[Int.random(in: 6..<16, using: &random)] = "8"
        case 2: nik.swapAt(4, 5)
        case 3: nik = Array("3.27302E+15")
        default: nik = Array("3174054405910003")
        }
        other.kpj = String(kpj)
        other.nik = String(nik)
        if Int.random(in: 0...3, using: &random) == 0 { other.born = "1990-04-12" }
        return other
    }
}
