import TestSupport
import Testing

/// Exit status 64: the command itself is wrong.
@Suite("Wrong use ends with 64")
struct UsageStatusTests {
    @Test(
        "what the command line does not understand",
        arguments: [
            (["--bogus"], "Unknown option '--bogus'"),
            (["reconsile"], "reconsile"),
            (["reconcile"], "Give at least one file or folder."),
            (["reconcile", "masuk"], "Give --output DIR, or --dry-run."),
            (["reconcile", "masuk", "--output", "o", "--bogus"], "Unknown option '--bogus'"),
            (["reconcile", "masuk", "--output"], "--output"),
            (["reconcile", "masuk", "--output", "o", "--as-of", "2026-02-30"], "2026-02-30"),
            (["reconcile", "masuk", "--output", "o", "--as-of", "22/11/2026"], "22/11/2026"),
            (["reconcile", "masuk", "--output", "o", "--ledger-until", "x"], "--ledger-until"),
            (["reconcile", "masuk", "--output", "o", "--fail-on", "luck"], "--fail-on"),
            (["reconcile", "masuk", "--output", "o", "--format", "xml"], "--format"),
            (["rules", "--on", "2026-13"], "2026-13"),
            (["rules", "--on", "maret"], "maret"),
        ]
    )
    func whatIsNotUnderstood(_ arguments: [String], _ words: String) throws {
        let folder = try SmallCompany.folder()
        let run = try BuiltTool.run(arguments, in: folder.path)
        #expect(run.status == 64, "\(run)")
        #expect(run.stdout.isEmpty, "\(run)")
        #expect(run.stderr.contains(words), "\(run)")
        #expect(!folder.holds("o"))
    }

    @Test(
        "an output inside the inputs, by whatever path",
        arguments: ["masuk/o", "./masuk/x/../o"]
    )
    func anOutputInsideTheInputs(_ output: String) throws {
        let folder = try SmallCompany.folder()
        let run = try BuiltTool.run(["reconcile", "masuk", "--output", output], in: folder.path)
        #expect(run.status == 64, "\(run)")
        #expect(run.stderr.contains("lies inside the input"), "\(run)")
        #expect(!folder.holds("masuk/o"))
    }

    @Test("an input inside the output")
    func anInputInsideTheOutput() throws {
        let folder = try SmallCompany.folder()
        let run = try BuiltTool.run(
            ["reconcile", "masuk/payroll.csv", "--output", "masuk", "--replace"],
            in: folder.path
        )
        #expect(run.status == 64, "\(run)")
        #expect(folder.holds("masuk/payroll.csv"))
    }

    @Test("a folder where a file is expected")
    func aFolderWhereAFileIsExpected() throws {
        let folder = try SmallCompany.folder()
        let run = try BuiltTool.run(
            ["reconcile", "--payroll", "masuk", "--output", "o"],
            in: folder.path
        )
        #expect(run.status == 64, "\(run)")
        #expect(run.stderr.contains("masuk is a folder; --payroll takes a file"), "\(run)")
    }
}
