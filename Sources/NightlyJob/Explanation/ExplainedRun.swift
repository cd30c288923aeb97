internal import Contributions
private import Foundation
internal import Intake
private import RunStore

/// The run that a question is about: its day, its settings and where its inputs are.
struct ExplainedRun {
    let dates: RunDates
    let settings: Settings
    let inputs: [InputPath]
    /// The first month of the window; nil outside a workspace.
    let firstMonth: ContributionMonth?
    /// Where look-ups are recorded; nil outside a workspace.
    let log: LookUpLog?
    private let manifest: WrittenManifest?

    /// Finds the run: of the report that the user names, else of the newest one of the workspace
    /// he is in, else of the files he names.
    ///
    /// - Throws: A failure: exit 64 when neither is named, 66 when there is no report.
    init(_ request: ExplainRequest) throws(Failure) {
        guard let report = try Self.report(of: request) else {
            guard !request.inputs.isEmpty else {
                throw Failure(
                    .usage,
                    "say which report with --report DIR, or give the input files"
                )
            }
            manifest = nil
            log = nil
            settings = request.settings ?? Settings()
            dates = RunDates(asOf: request.asOf ?? Clock.today())
            inputs = request.inputs
            firstMonth = nil
            return
        }
        guard let bytes = WrittenManifest.bytes(in: report), let manifest = WrittenManifest(bytes),
            let asOf = manifest.asOf.flatMap(Self.day)
        else {
            throw Failure(.noInput, "\(report) holds no report (manifest.json)")
        }
        self.manifest = manifest
        log = try Workspace.holding(report: report).map { LookUpLog($0) }
        let day = request.asOf ?? asOf
        dates = RunDates(asOf: day, ledgerUntil: manifest.ledgerUntil.flatMap(Self.day))
        if request.inputs.isEmpty, let night = try Self.night(of: report, day) {
            settings = night.settings
            inputs = night.inputs.files.map { Self.archived($0, manifest, night.archive) }
            firstMonth = night.inputs.firstMonth
            return
        }
        settings = request.settings ?? Settings()
        firstMonth = nil
        guard request.inputs.isEmpty else {
            inputs = request.inputs
            return
        }
        let recorded = RecordedInputs(manifest.inputs, below: [report + "/..", "."])
        guard recorded.missing.isEmpty else {
            let names = recorded.missing.prefix(3).joined(separator: ", ")
            throw Failure(
                .noInput,
                "\(names), of which the report was made, is not below this folder nor beside the "
                    + "report: give the input files"
            )
        }
        inputs = recorded.found
    }

    private static func report(of request: ExplainRequest) throws(Failure) -> String? {
        if let report = request.report { return report }
        guard request.inputs.isEmpty, let workspace = try? Workspace(".") else { return nil }
        return workspace.report("terbaru")
    }

    /// What a night of a workspace counted, if the report lies in one.
    private static func night(
        of report: String,
        _ day: Day
    ) throws(Failure) -> (settings: Settings, inputs: NightInputs, archive: Archive)? {
        guard let workspace = try Workspace.holding(report: report) else { return nil }
        var settings = try workspace.readSettings()
        settings.policy.expectedDeliveries = settings.night.expectedDeliveries
        let store = try workspace.openCopyOfStore()
        let inputs = try NightInputs(day, workspace, store, settings, lists: workspace.unreadLists)
        return (settings, inputs, Archive(workspace: workspace))
    }

    /// One of the operator's lists as it was in the night of the report; other files as they are.
    private static func archived(
        _ input: InputPath,
        _ manifest: WrittenManifest,
        _ archive: Archive
    ) -> InputPath {
        guard input.knownDigest == nil, let name = input.delivered?.name,
            let digest = manifest.inputs.first(where: { $0.name == name })?.digest,
            FileManager.default.fileExists(atPath: archive.path(digest))
        else { return input }
        var input = input
        input.path = archive.path(digest)
        input.knownDigest = digest
        return input
    }

    private static func day(_ text: String) -> Day? {
        var text = text
        return text.withUTF8 { CellValue.day($0) }
    }

    /// What differs from the report's own run.
    func remarks(on files: [SurveyedFile]) -> [String] {
        guard let manifest else { return [] }
        var remarks: [String] = []
        for file in files {
            if case .refused = file.state { continue }
            if let digest = file.digest, manifest.usedInputs.contains(digest) { continue }
            remarks.append(
                "\(file.name): berkas ini berbeda dari yang dibaca laporan; angka dapat berbeda"
            )
        }
        if let written = manifest.settings, written != Manifest.SettingsEntry(settings.policy) {
            remarks.append("pengaturan berbeda dari pengaturan laporan; beri --settings yang sama")
        }
        return remarks
    }
}
