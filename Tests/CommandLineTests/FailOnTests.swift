import TestSupport
import Testing

/// Exit status 1: only on request, and only for a run that is complete.
@Suite("--fail-on ends with 1")
struct FailOnTests {
    @Test(
        "on findings of weight, and on incomplete data",
        arguments: [
            // Everything paid.
            ("tepat-waktu", "findings", 0), ("tepat-waktu", "incomplete", 0),
            // Rows that were refused are errors and leave the data incomplete.
            ("baris-rusak", "findings", 1), ("baris-rusak", "incomplete", 1),
            // No file states a payment: a warning, and incomplete.
            ("tagihan-saja", "findings", 0), ("tagihan-saja", "incomplete", 1),
            // Arrears and a cut that was not paid on: complete, and grave.
            ("dipotong-tidak-disetor", "findings", 1), ("dipotong-tidak-disetor", "incomplete", 0),
            // Twins are worth a note only.
            ("baris-kembar", "findings", 0), ("baris-kembar", "incomplete", 0),
        ] as [(String, String, Int32)]
    )
    func onFindings(_ name: String, _ reason: String, _ status: Int32) throws {
        let scenario = try Scenario(name)
        let folder = try WorkFolder()
        let output = folder.path(of: "laporan")
        let words = ["reconcile", scenario.inputs] + scenario.arguments + ["--output", output]
        let run = try BuiltTool.run(words + ["--fail-on", reason])
        #expect(run.status == status, "\(run)")
        // The report is there all the same.
        #expect(folder.holds("laporan/manifest.json"))
        #expect(run.stderr.contains("--fail-on") == (status == 1), "\(run)")
        // Without the option nothing that was found changes the status.
        #expect(try BuiltTool.run(words + ["--replace"]).status == 0)
    }
}
