import TestSupport
import Testing

/// The same inputs give the same bytes.
@Suite("Repeatability")
struct RepeatabilityTests {
    @Test(
        "the same run twice gives the same bytes in every file",
        arguments: ["tiga-perusahaan", "baris-rusak"]
    )
    func theSameRunTwice(_ name: String) throws {
        let scenario = try Scenario(name)
        let first = try scenario.run()
        let second = try scenario.run()
        #expect(first.keys.sorted() == second.keys.sorted())
        for file in first.keys.sorted() {
            #expect(FirstDifference.between(second[file], first[file]) == nil, "\(file)")
        }
    }

    @Test("the place of the inputs, the environment and --replace change nothing")
    func thePlaceChangesNothing() throws {
        let first = try SmallCompany.folder()
        #expect(try SmallCompany.reconcile(first).status == 0)
        let second = try SmallCompany.folder()
        for _ in 1...2 {
            let run = try BuiltTool.run(
                ["reconcile", second.path(of: "masuk"), "--as-of", SmallCompany.asOf]
                    + ["--output", second.path(of: "laporan"), "--replace"],
                environment: ["TZ": "America/New_York", "LANG": "id_ID.UTF-8", "NO_COLOR": "1"]
            )
            #expect(run.status == 0, "\(run)")
        }
        let expected = try FolderContents.read(first.path(of: "laporan"))
        let actual = try FolderContents.read(second.path(of: "laporan"))
        #expect(actual == expected)
    }
}
