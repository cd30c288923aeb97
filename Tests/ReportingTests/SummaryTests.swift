import TestSupport
import Testing

/// `ringkasan.json` counts what the tables list.
@Suite("Summary")
struct SummaryTests {
    @Test("counts the workers of status.csv by status", arguments: 1...8)
    func countsTheWorkers(_ seed: Int) throws {
        let run = try RandomRun(RandomInputs(seed: seed))
        let summary = try run.summary()
        let statuses = run.table("status.csv").column("status")
        #expect(summary.pekerja == statuses.count)
        let counts = Dictionary(grouping: statuses) { $0 }.mapValues(\.count)
        #expect(summary.status.filter { $0.value > 0 } == counts, "seed \(seed)")
        #expect(summary.status.count == 6)
    }

    @Test("lists every employer of the tables, in their order", arguments: 1...3)
    func listsEveryEmployer(_ seed: Int) throws {
        let run = try RandomRun(RandomInputs(seed: seed))
        let npps = Set(run.table("status.csv").column("npp")).sorted()
        #expect(try run.summary().perusahaan.map(\.npp) == npps)
        for npp in npps { #expect(run.files["perusahaan/\(npp).html"] != nil) }
    }

    @Test("adds up what status.csv owes", arguments: 1...8)
    func addsUpArrears(_ seed: Int) throws {
        let run = try RandomRun(RandomInputs(seed: seed))
        let owed = run.table("status.csv").column("tunggakan").reduce(0) { $0 + sen($1) }
        let summary = try run.summary()
        #expect(sen(summary.tieOut.jumlah["tunggakan"] ?? "?") == owed, "seed \(seed)")
    }
}
