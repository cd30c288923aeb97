import TestSupport
import Testing

/// Scenarios and reports belong together, one to one.
@Suite("Scenarios and reports")
struct CorrespondenceTests {
    private let reports = PackageRoot.path(of: "Reports")

    @Test("every scenario has a report, and every report a scenario")
    func everyScenarioHasAReport() throws {
        let scenarios = try Scenario.all().map(\.name)
        #expect(!scenarios.isEmpty)
        #expect(try FolderContents.folders(in: reports) == scenarios)
    }

    @Test("nothing lies beside the reports but the rule that editors leave them alone")
    func nothingLiesBesideTheReports() throws {
        let loose = try FolderContents.names(in: reports).filter { !$0.contains("/") }
        #expect(loose == [".editorconfig"])
    }

    @Test("a report is what the manifest lists, and the manifest", arguments: try Scenario.all())
    func aReportIsWhatItsManifestLists(_ scenario: Scenario) throws {
        let files = try FolderContents.names(in: scenario.report)
        let manifest = try ReportManifest.read("\(scenario.report)/manifest.json")
        #expect(files == (manifest.keluaran.map(\.berkas) + ["manifest.json"]).sorted())
    }
}
