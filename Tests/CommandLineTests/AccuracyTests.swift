import TestSupport
import Testing

/// The goals of issue 5 on a small labelled set; `Documentation/Accuracy.md` has a large one.
@Suite("Accuracy")
struct AccuracyTests {
    @Test("no match is false, and candidates are found and are right", arguments: [7, 2_026])
    func goals(_ seed: Int) throws {
        let set = try LabelledRun(workers: 6_000, seed: seed)
        let matches = set.ledgerMatches()
        #expect(matches.right > 4_500)
        #expect(matches.wrong == [], "seed \(seed)")
        #expect(matches.missed == [], "seed \(seed)")

        let candidates = set.candidates()
        #expect(candidates.expected.count > 300)
        let found = candidates.expected.intersection(candidates.said)
        let recall = found.count * 1_000 / candidates.expected.count
        #expect(recall >= 980, "seed \(seed): \(candidates.expected.subtracting(found))")
        let wrong = candidates.said.subtracting(candidates.true)
        let precision = 1_000 - wrong.count * 1_000 / candidates.said.count
        #expect(precision >= 950, "seed \(seed): \(wrong)")
    }

    @Test("the same seed gives the same bytes, and another one others")
    func sameSeed() throws {
        let files = ["payroll.csv", "ledger.csv", "register.csv", "kebenaran.csv"]
        let first = try LabelledRun.sample(workers: 500, seed: 1)
        let second = try LabelledRun.sample(workers: 500, seed: 1)
        let other = try LabelledRun.sample(workers: 500, seed: 2)
        for file in files {
            #expect(try first.text(file) == second.text(file), "\(file)")
            #expect(try first.text(file) != other.text(file), "\(file)")
        }
    }
}

/// A labelled set, and what a run of the tool says of it.
private struct LabelledRun {
    /// Of each ledger and register row: what is true, and the numbers in it.
    private var rows: [Row] = []
    /// The payroll lines that the report joins with a ledger line.
    private var payrollOfLedger: [Int: Set<Int>] = [:]
    /// The numbers of workers in no payroll, by `npp number`.
    private var strangers: Set<String> = []
    private var findings: [[String: String]] = []

    private struct Row {
        var isLedger: Bool
        var line: Int
        var npp: String
        var person: Int
        /// The line of his payroll row under the same NPP.
        var payrollLine: Int?
        var evidence: String
        var numbers: [String]
    }

    /// A payroll line and a person that BPJS has.
    struct Pair: Hashable {
        var payrollLine: Int
        var person: Int
    }

    static func sample(workers: Int, seed: Int) throws -> WorkFolder {
        let folder = try WorkFolder()
        let tool = BuiltTool.path.dropLast("iuran".count) + "iuran-sample"
        let run = try BuiltTool.run(
            program: String(tool),
            ["labelled", "--workers", "\(workers)", "--seed", "\(seed)", "--output", folder.path]
        )
        guard run.status == 0 else { throw run }
        return folder
    }

    init(workers: Int, seed: Int) throws {
        let folder = try Self.sample(workers: workers, seed: seed)
        let inputs = ["payroll", "ledger", "register", "employers"].map {
            folder.path(of: "\($0).csv")
        }
        let run = try BuiltTool.run(
            ["reconcile"] + inputs
                + ["--as-of", "2026-11-22", "--output", folder.path(of: "laporan")]
        )
        guard run.status == 0 else { throw run }
        try readTruth(folder)
        try readReport(folder)
    }

    private mutating func readTruth(_ folder: WorkFolder) throws {
        let files = [
            "ledger.csv": try folder.table("ledger.csv").records,
            "register.csv": try folder.table("register.csv").records,
        ]
        for truth in try folder.table("kebenaran.csv").records {
            let file = truth["berkas"] ?? ""
            guard let line = Int(truth["baris"] ?? ""), let row = files[file]?[line - 2] else {
                continue
            }
            let npp = truth["npp"] ?? ""
            rows.append(
                Row(
                    isLedger: file == "ledger.csv",
                    line: line,
                    npp: npp,
                    person: Int(truth["orang"] ?? "") ?? -1,
                    payrollLine: truth["npp_payroll"] == npp
                        ? Int(truth["baris_payroll"] ?? "") : nil,
                    evidence: truth["bukti"] ?? "",
                    numbers: [row["kpj"] ?? "", row["nik"] ?? ""].filter { !$0.isEmpty }
                )
            )
        }
    }

    private mutating func readReport(_ folder: WorkFolder) throws {
        var payrollWorkers: Set<String> = []
        func key(_ row: [String: String]) -> String {
            [row["npp"], row["kpj"], row["nik"]].map { $0 ?? "" }.joined(separator: " ")
        }
        for row in try folder.table("laporan/rincian.csv").records {
            let payroll = Self.lines(row["sumber_payroll"])
            if !payroll.isEmpty { payrollWorkers.insert(key(row)) }
            for line in Self.lines(row["sumber_iuran"]) { payrollOfLedger[line] = payroll }
        }
        for row in try folder.table("laporan/status.csv").records
        where !payrollWorkers.contains(key(row)) {
            for number in [row["kpj"] ?? "", row["nik"] ?? ""] where !number.isEmpty {
                strangers.insert("\(row["npp"] ?? "") \(number)")
            }
        }
        findings = try folder.table("laporan/temuan.csv").records(where: ["kode": "calon-pasangan"])
    }

    /// The lines of `file:line` joined by `+`.
    private static func lines(_ cell: String?) -> Set<Int> {
        Set((cell ?? "").split(separator: "+").compactMap { Int($0.split(separator: ":")[1]) })
    }
}

// MARK: - Counting

extension LabelledRun {
    /// The ledger lines that are joined with their person's payroll row, with another one's, and
    /// with none although a number is the same.
    func ledgerMatches() -> (right: Int, wrong: [Int], missed: [Int]) {
        var right = 0
        var (wrong, missed): ([Int], [Int]) = ([], [])
        for row in rows where row.isLedger {
            let payroll = payrollOfLedger[row.line] ?? []
            if let line = row.payrollLine, payroll == [line] {
                right += 1
            } else if !payroll.isEmpty {
                wrong.append(row.line)
            } else if row.evidence == "nomor_sama" {
                missed.append(row.line)
            }
        }
        return (right, wrong, missed)
    }

    /// The pairs that no number joins and that a person would recognise, all that are true, and
    /// those that the report names.
    func candidates() -> (expected: Set<Pair>, true: Set<Pair>, said: Set<Pair>) {
        var (expected, all): (Set<Pair>, Set<Pair>) = ([], [])
        var people: [String: Set<Int>] = [:]
        for row in rows where isUnmatched(row) {
            for number in row.numbers {
                people["\(row.npp) \(number)", default: []].insert(row.person)
            }
            guard let line = row.payrollLine else { continue }
            all.insert(Pair(payrollLine: line, person: row.person))
            if row.evidence == "cukup" {
                expected.insert(Pair(payrollLine: line, person: row.person))
            }
        }
        var said: Set<Pair> = []
        for finding in findings {
            guard let line = Int(finding["baris"] ?? "") else { continue }
            for person in people["\(finding["npp"] ?? "") \(finding["nilai"] ?? "")"] ?? [] {
                said.insert(Pair(payrollLine: line, person: person))
            }
        }
        return (expected, all, said)
    }

    private func isUnmatched(_ row: Row) -> Bool {
        row.isLedger
            ? (payrollOfLedger[row.line] ?? []).isEmpty
            : row.numbers.first.map { strangers.contains("\(row.npp) \($0)") } ?? false
    }
}
