import TestSupport
import Testing

/// What `iuran diagnose` prints for programs is what its JSON Schema says.
@Suite("Schema of the answers")
struct DiagnosisSchemaTests {
    private static func schema() throws -> JSONSchema {
        let run = try BuiltTool.run(["diagnose", "--schema"])
        guard run.status == 0 else { throw run }
        return try JSONSchema(run.stdout)
    }

    private static func report(_ scenario: String, _ folder: WorkFolder) throws -> Scenario {
        let scenario = try Scenario(scenario)
        let words = ["reconcile", scenario.inputs] + scenario.arguments
        let run = try BuiltTool.run(words + ["--output", folder.path(of: "laporan")])
        guard run.status == 0 else { throw run }
        return scenario
    }

    @Test(
        "holds for every worker of a scenario",
        arguments: ["semua-sebab", "tiga-perusahaan", "data-pribadi", "dua-pekerjaan"]
    )
    func holdsForEveryWorker(_ scenario: String) throws {
        let schema = try Self.schema()
        let folder = try WorkFolder()
        _ = try Self.report(scenario, folder)
        let run = try BuiltTool.run(["diagnose", "--all", "--report", folder.path(of: "laporan")])
        let lines = run.stdout.split(separator: "\n")
        #expect(!lines.isEmpty, "\(run)")
        for line in lines {
            let problems = try schema.problems(of: String(line), against: "kepesertaan")
            #expect(problems.isEmpty, "\(problems) \(line)")
        }
    }

    @Test("holds for answers, also that nobody is found")
    func holdsForAnswers() throws {
        let schema = try Self.schema()
        let folder = try WorkFolder()
        _ = try Self.report("semua-sebab", folder)
        let workers = try folder.table("laporan/status.csv").records
        let numbers = workers.compactMap { $0["kpj"] }.filter { !$0.isEmpty } + ["99999999999"]
        for number in numbers {
            let run = try BuiltTool.run(
                [
                    "diagnose", "--kpj", number, "--candidates", "--format", "json", "--report",
                    folder.path(of: "laporan"),
                ]
            )
            let problems = try schema.problems(of: run.stdout, against: "jawaban")
            #expect(problems.isEmpty, "\(problems) \(run)")
        }
    }

    @Test("a document that is not as it says is found out")
    func findsOut() throws {
        let schema = try Self.schema()
        let document = """
            {"kode": "nik-berbeda", "tingkat": "sedang", "saran": 1, "lain": true}
            """
        let problems = try schema.problems(of: document, against: "temuan")
        #expect(problems.count == 4, "\(problems)")
    }
}
