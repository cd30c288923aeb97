internal import Contributions
private import Glibc
internal import Intake
internal import Reporting
internal import RunStore

/// What a night would take in, read where it lies.
struct Rehearsal {
    /// What would count.
    let files: [InputPath]
    /// What would go to quarantine, by its number.
    let refused: [String]

    init(
        _ workspace: Workspace,
        _ store: RunStore,
        _ settings: Settings,
        night: Day,
        _ log: NightLog
    ) throws(Failure) {
        let listing: InboxListing
        do throws(FileTrouble) {
            listing = try InboxListing(workspace.inbox)
        } catch {
            throw Failure(.noInput, "cannot read the inbox \(workspace.inbox): \(error)")
        }
        let delivery = try store.reading { store throws(StoreTrouble) in
            try store.nextDelivery()
        }
        let writers = settings.night.trustsNames ? nil : OpenWriters()
        let entries = listing.files.filter { entry in
            !entry.isHidden && !entry.isPartial && Self.isComplete(entry, writers)
        }
        let candidates = entries.map { entry in
            InputCandidate(
                path: workspace.inbox + "/" + entry.name,
                kind: nil,
                name: entry.name,
                delivered: DeliveredInput(
                    name: "kiriman-\(delivery)/\(entry.name)",
                    nameBelowInbox: entry.name,
                    delivery: delivery,
                    night: night
                )
            )
        }
        var files: [InputPath] = []
        var refused: [String] = []
        if !candidates.isEmpty {
            let check = UploadCheck(intake: settings.intake, policy: settings.night.uploadPolicy)
            let (uploads, _) = try check.review(candidates, try RuleBook.reading(settings))
            for (index, upload) in uploads.enumerated() {
                if upload.verdict == .refused {
                    refused.append("\(delivery)/\(index + 1)")
                } else {
                    var file = InputPath(path: candidates[index].path)
                    file.delivered = candidates[index].delivered
                    files.append(file)
                }
            }
        }
        self.files = files
        self.refused = refused
        log.info(
            "would take in a delivery",
            ["files": entries.count, "refused": refused.count, "accepted": files.count]
        )
    }

    /// Whether nobody writes into a file, as far as that can be seen.
    private static func isComplete(_ entry: InboxEntry, _ writers: OpenWriters?) -> Bool {
        guard let writers else { return true }
        guard let folder = try? entry.folder.open() else { return false }
        defer { close(folder) }
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let descriptor = openat(folder, entry.fileName, flags)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        switch writers.answer(descriptor) {
        case .complete: return true
        case .beingWritten, .unknown: return false
        }
    }
}
