import TestSupport
import Testing

/// The tool against `Tests/IndependentCheck`: a plain recomputation in Python from the contract.
@Suite("Independent check")
struct IndependentCheckTests {
    private let scripts = PackageRoot.path(of: "Tests/IndependentCheck")

    @Test("agrees on every scenario with canonical inputs", arguments: try Scenario.all())
    func agreesOnScenarios(_ scenario: Scenario) throws {
        let folder = try WorkFolder()
        let words = ["reconcile", scenario.inputs] + scenario.arguments
        let actual = try BuiltTool.run(words + ["--output", folder.path(of: "actual")])
        #expect(actual.status == 0, "\(actual)")
        try expectNoDifference(folder, scenario.inputs, scenario.arguments)
    }

    @Test("agrees on random inputs", arguments: 1...10)
    func agreesOnRandomInputs(_ seed: Int) throws {
        let folder = try WorkFolder()
        let inputs = folder.path(of: "masuk")
        try runScript("random_inputs.py", ["--seed", "\(seed)", "--output", inputs])
        let arguments = try folder.text("masuk/args.txt").split(whereSeparator: \.isWhitespace)
            .map(String.init)
        let words = ["reconcile", inputs] + arguments
        let actual = try BuiltTool.run(words + ["--output", folder.path(of: "actual")])
        #expect(actual.status == 0, "\(actual)")
        try expectNoDifference(folder, inputs, arguments)
    }

    @Test("notices a single amount that differs")
    func noticesADifference() throws {
        let scenario = try Scenario(SmallCompany.scenario)
        let folder = try WorkFolder()
        var files = try scenario.run()
        let text = String(decoding: try #require(files["rincian.csv"]), as: UTF8.self)
        files["rincian.csv"] = Array(text.replacing("185000.00", with: "185000.01").utf8)
        try FolderContents.replace(folder.path(of: "actual"), with: files)
        try recompute(folder, scenario.inputs, scenario.arguments)
        let run = try compare(folder)
        #expect(run.status == 1, "\(run)")
        #expect(run.stdout.contains("terutang_jht_pemberi_kerja"), "\(run)")
    }

    // MARK: - Steps

    private func expectNoDifference(
        _ folder: WorkFolder,
        _ inputs: String,
        _ arguments: [String]
    ) throws {
        try recompute(folder, inputs, arguments)
        let run = try compare(folder)
        #expect(run.status == 0, "\(run)")
        #expect(run.stdout.contains("no difference"), "\(run)")
    }

    private func recompute(
        _ folder: WorkFolder,
        _ inputs: String,
        _ arguments: [String]
    ) throws {
        let output = folder.path(of: "expected")
        try runScript("recompute.py", [inputs] + arguments + ["--output", output])
    }

    private func compare(_ folder: WorkFolder) throws -> ToolRun {
        try BuiltTool.run(
            program: "python3",
            ["-B", "\(scripts)/compare.py", "expected", "actual"],
            in: folder.path
        )
    }

    private func runScript(_ name: String, _ arguments: [String]) throws {
        let run = try BuiltTool.run(program: "python3", ["-B", "\(scripts)/\(name)"] + arguments)
        guard run.status == 0 else { throw run }
    }
}
