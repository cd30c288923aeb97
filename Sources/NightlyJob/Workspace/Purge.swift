package import Contributions
private import Foundation
internal import RunStore

/// Destroys what is kept longer than `retensi_tahun` (`iuran purge`).
///
/// UU 27/2022 (PDP) asks that personal data be destroyed when its retention has ended. The digest
/// and a record of who destroyed it stay.
package struct Purge: Sendable {
    package var folder: String
    package var isDryRun: Bool
    package var who: String?

    package init(folder: String, isDryRun: Bool, who: String?) {
        self.folder = folder
        self.isDryRun = isDryRun
        self.who = who
    }

    /// What was, or would be, destroyed.
    package struct Result: Sendable {
        /// Everything received before this day.
        package var before: Day
        /// The files, by their number.
        package var files: [String]
        /// The nights whose reports went.
        package var reports: [String]
    }

    package func run() throws(Failure) -> Result {
        let workspace = try Workspace(folder)
        let lock = try WorkspaceLock(workspace, for: "iuran purge", leavesNoTrace: isDryRun)
        defer { withExtendedLifetime(lock) {} }
        let settings = try workspace.readSettings()
        let store = isDryRun ? try workspace.openCopyOfStore() : try workspace.openStore()
        let before = Clock.today().advanced(byMonths: -12 * settings.night.retentionYears)
        let all = try store.reading { store throws(StoreTrouble) in try store.allFiles() }
        // Bytes that came again later are still within their retention.
        let recent = Set(all.filter { $0.night >= before }.map(\.digest))
        let old = all.filter {
            $0.night < before && !$0.isDestroyed && !recent.contains($0.digest)
        }
        let reports =
            ((try? FileManager.default.contentsOfDirectory(atPath: workspace.reports)) ?? [])
            .filter { name in Day(iso: name).map { $0 < before } ?? false }.sorted()
        let result = Result(before: before, files: old.map(\.id.description), reports: reports)
        guard !isDryRun else { return result }
        try destroy(old, workspace, store, "retensi \(settings.night.retentionYears) tahun")
        ReportFolder.clearLeftovers(in: workspace.reports)
        for name in reports {
            do throws(FileTrouble) {
                try ReportFolder.remove(workspace.report(name))
            } catch {
                throw Failure(.cannotWrite, "cannot remove \(workspace.report(name)): \(error)")
            }
        }
        return result
    }

    /// Records the destruction, then destroys.
    ///
    /// The record goes first: bytes that are gone while the store counts on them would be missing
    /// in a report. What a kill in between leaves, the next purge or run destroys.
    private func destroy(
        _ files: [DeliveredFile],
        _ workspace: Workspace,
        _ store: RunStore,
        _ why: String
    ) throws(Failure) {
        if !files.isEmpty {
            let decision = Decision(.purge, who: who ?? Host.user, why: why, at: Clock.now())
            try store.writing { store throws(StoreTrouble) in try store.destroy(files, decision) }
        }
        try Archive(workspace: workspace).destroyRecorded(store)
        let held = try store.reading { store throws(StoreTrouble) in
            try store.filesInQuarantine()
        }
        Quarantine(workspace: workspace).clearLeftovers(held: held)
    }
}
