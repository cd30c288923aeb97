import Intake
import TestSupport
import Testing

@testable import Contributions
@testable import NightlyJob

/// The fast matcher, which joins sorted keys, against the naive one, which walks.
@Suite("Who is who")
struct ResolutionTests {
    private typealias RowName = NaiveResolver.RowName

    /// Inputs whose rows all are accepted.
    private func inputs(_ seed: Int) -> RandomInputs {
        RandomInputs(seed: seed, [.replacedPayroll, .reprints])
    }

    private func records(_ inputs: RandomInputs) throws -> Records {
        let folder = try WorkFolder()
        try inputs.write(to: folder)
        let candidates = inputs.tables.map {
            InputCandidate(path: folder.path(of: "masuk/\($0.name)"), kind: nil, name: $0.name)
        }
        let files = InputSurvey.survey(candidates, IntakeOptions())
        let read = try InputReading.read(files, book: RuleBook.read())
        #expect(!read.findings.contains { $0.code == .rowRejected }, "\(inputs)")
        return read.records
    }

    /// The rows of each worker as the tool groups them.
    private func groups(_ records: Records, _ isReplaced: [Bool]) -> Set<Set<RowName>> {
        let numbers = RecordNumbers.find(in: records, without: isReplaced)
        let resolution = WorkerResolver.resolve(numbers)
        var groups: Set<Set<RowName>> = []
        for worker in 0..<UInt32(resolution.count) {
            var rows: Set<RowName> = []
            for (table, list) in [
                ("payroll", resolution.payroll[worker]), ("ledger", resolution.ledger[worker]),
                ("register", resolution.register[worker]),
            ] {
                rows.formUnion(list.map { RowName(table: table, index: Int($0)) })
            }
            #expect(groups.insert(rows).inserted, "two workers with the same rows")
        }
        return groups
    }

    private func naiveGroups(_ inputs: RandomInputs, _ isReplaced: [Bool]) -> Set<Set<RowName>> {
        func rows(_ table: String) -> [NaiveResolver.Row] {
            inputs.rows(table).enumerated().map { index, row in
                NaiveResolver.Row(
                    name: RowName(table: table, index: index),
                    npp: row["npp"] ?? "",
                    kpj: row["kpj"] ?? "",
                    nik: row["nik"] ?? ""
                )
            }
        }
        return NaiveResolver.resolve(
            payroll: rows("payroll").filter { isReplaced.isEmpty || !isReplaced[$0.name.index] },
            ledger: rows("ledger"),
            register: rows("register")
        )
    }

    private func expectSame(_ inputs: RandomInputs, _ isReplaced: [Bool] = []) throws {
        let fast = try groups(records(inputs), isReplaced)
        let naive = naiveGroups(inputs, isReplaced)
        let onlyFast = fast.subtracting(naive).map { $0.sorted() }.first
        let onlyNaive = naive.subtracting(fast).map { $0.sorted() }.first
        #expect(
            fast == naive,
            """
            \(inputs): \(fast.count) workers, naively \(naive.count);
            only fast: \(String(describing: onlyFast))
            only naive: \(String(describing: onlyNaive))
            """
        )
    }

    @Test("the fast matcher equals the naive one", arguments: 1...40)
    func theFastMatcherEqualsTheNaiveOne(_ seed: Int) throws {
        try expectSame(inputs(seed))
    }

    @Test("and with payroll rows left out that a later version replaces", arguments: 41...50)
    func withReplacedRows(_ seed: Int) throws {
        let inputs = inputs(seed)
        var random = SeededRandom(seed: seed)
        try expectSame(inputs, inputs.rows("payroll").map { _ in random.chance(30) })
    }

    @Test("every row belongs to exactly one worker", arguments: 51...55)
    func everyRowBelongsToOneWorker(_ seed: Int) throws {
        let inputs = inputs(seed)
        let rows = try groups(records(inputs), []).flatMap(\.self)
        #expect(Set(rows).count == rows.count, "\(inputs)")
        let count = ["payroll", "ledger", "register"].reduce(0) { $0 + inputs.rows($1).count }
        #expect(rows.count == count, "\(inputs)")
    }
}
