internal import Contributions
internal import Reporting
internal import TestSupport
internal import Testing

/// Every finding code has a fixture, and `Documentation/Diagnostics.md` is made from them.
///
/// After a deliberate change run `make record` and review the difference. Recording fails the test,
/// so that it cannot pass in CI.
@Suite("The gallery of diagnostics")
struct GalleryTests {
    @Test("has a fixture for every code, which gives it", arguments: FindingCode.allCases)
    func hasAFixture(_ code: FindingCode) throws {
        let fixture = try Fixture(code.code)
        #expect(!fixture.files.isEmpty, "\(code.code) has no CSV file")
        for file in fixture.files {
            let lineCount = file.text.split(separator: "\n").count
            // A pattern takes ten workers.
            let most = code == .classDiffers || code == .programmeDiffers ? 11 : 6
            #expect((2...most).contains(lineCount), "\(code.code)/\(file.name) is to be small")
        }
        let text = try fixture.diagnostic()
        #expect(text.severity == code.severity)
        #expect(text.advice == code.advice)
    }

    @Test("has no fixture without a code")
    func hasNoOtherFixture() throws {
        let others = Set(try Fixture.names()).subtracting(FindingCode.allCases.map(\.code))
        #expect(others.isEmpty, "these are no finding codes: \(others.sorted())")
    }

    @Test("says what a run reports", arguments: FindingCode.allCases)
    func saysWhatARunReports(_ code: FindingCode) throws {
        let fixture = try Fixture(code.code)
        let folder = try WorkFolder()
        let report = try Self.report(fixture, folder)
        let reported = try folder.table("\(report)/temuan.csv").records(where: ["kode": code.code])
        let texts = try fixture.diagnostics().filter { $0.code == code.code }
        #expect(!reported.isEmpty)
        #expect(
            reported.map { "\($0["berkas"] ?? ""):\($0["baris"] ?? "")" }.sorted()
                == texts.map(Self.place).sorted()
        )
        for text in texts {
            let messages = reported.compactMap { $0["pesan"] }
            #expect(messages.contains { $0.contains(text.fact) }, "\(text.fact) in \(messages)")
        }
    }

    /// Runs the built tool over the files.
    ///
    /// - Returns: The report, below the folder.
    private static func report(_ fixture: Fixture, _ folder: WorkFolder) throws -> String {
        let run: ToolRun
        if fixture.isDelivery {
            _ = try BuiltTool.run(["init", "kerja"], in: folder.path)
            for (name, text) in fixture.files { try folder.write(text, to: "kerja/masuk/\(name)") }
            run = try BuiltTool.run(["run", "kerja"] + fixture.arguments, in: folder.path)
        } else {
            let settings = fixture.settings.map { ["--settings", $0] } ?? []
            run = try BuiltTool.run(
                ["reconcile", fixture.path] + fixture.arguments + settings
                    + ["--output", folder.path(of: "laporan")]
            )
        }
        #expect(run.status == 0, "\(run)")
        return fixture.isDelivery ? "kerja/laporan/terbaru" : "laporan"
    }

    /// Where `temuan.csv` says that a finding stands.
    private static func place(of text: DiagnosticText) -> String {
        let isAboutAFile = text.file.hasSuffix(".csv")
        return "\(isAboutAFile ? text.file : ""):\(text.line > 0 ? "\(text.line)" : "")"
    }

    @Test("is up to date")
    func isUpToDate() throws {
        let path = PackageRoot.path(of: Gallery.fileName)
        let actual = try Gallery().document
        guard !Recording.isOn else {
            try FolderContents.write(Array(actual.utf8), to: path)
            Issue.record("Recorded \(Gallery.fileName); review it and run again.")
            return
        }
        let expected = Self.sections(try FolderContents.text(of: path))
        for (name, text) in Self.sections(actual) {
            let difference = FirstDifference.between(text, expected[name] ?? "")
            #expect(
                difference == nil,
                "\(Gallery.fileName) is stale at \(name); run make record. \(difference ?? "")"
            )
        }
        let isWhole = try FolderContents.text(of: path) == actual
        #expect(isWhole, "\(Gallery.fileName) is stale; run make record")
    }

    /// The parts of the document by their code; what stands before the first is the index.
    private static func sections(_ text: String) -> [String: String] {
        var sections: [String: String] = [:]
        var name = "the index"
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("### ") { name = String(line.dropFirst(4)) }
            sections[name, default: ""] += line + "\n"
        }
        return sections
    }
}
