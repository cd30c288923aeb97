import TestSupport
import Testing

/// Runs every scenario of `SampleData/` and compares what it writes with `Reports/`, byte for byte.
///
/// The workbook is compared by its parts, because another zlib packs the same parts otherwise; and
/// with it its own entry of the manifest, which `ManifestTests` checks against the file. The feed
/// is compared by its dump, because another SQLite keeps the same rows otherwise.
///
/// After a deliberate change, run `RECORD_REPORTS=1 swift test --filter GoldenReportTests` and
/// review the difference as you would review code. Recording fails the test, so it cannot pass in
/// CI. `Scripts/record-reports` records with a binary that is built already.
@Suite("Golden reports")
struct GoldenReportTests {
    @Test("is unchanged", arguments: try Scenario.all())
    func isUnchanged(_ scenario: Scenario) throws {
        let actual = try scenario.run()
        guard !Recording.isOn else {
            try FolderContents.replace(scenario.report, with: actual)
            Issue.record("Recorded Reports/\(scenario.name); review it and run again.")
            return
        }
        let expected = try FolderContents.read(scenario.report)
        #expect(actual.keys.sorted() == expected.keys.sorted(), "Reports/\(scenario.name)")
        for file in expected.keys.sorted() {
            let difference =
                switch file {
                case "laporan.xlsx":
                    try WorkbookCheck.difference(actual[file] ?? [], expected[file] ?? [])
                case "diagnosa.sqlite":
                    FirstDifference.between(
                        try FeedDump.text(actual[file] ?? []),
                        try FeedDump.text(expected[file] ?? [])
                    )
                case "manifest.json":
                    FirstDifference.between(
                        FeedDump.withoutDigest(WorkbookCheck.withoutDigest(actual[file] ?? [])),
                        FeedDump.withoutDigest(WorkbookCheck.withoutDigest(expected[file] ?? []))
                    )
                default: FirstDifference.between(actual[file], expected[file])
                }
            #expect(
                difference == nil,
                "Reports/\(scenario.name)/\(file) differs in \(difference ?? "")"
            )
        }
    }
}
