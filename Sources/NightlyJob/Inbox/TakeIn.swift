internal import Contributions
private import Foundation
internal import Glibc
internal import Intake
internal import Reporting
internal import RunStore

/// What a night found in the inbox.
struct TakenIn: Sendable {
    /// The files of the new delivery; empty where there is none.
    var files: [DeliveredFile] = []
    /// Files that somebody confirmed and that count from this night on.
    var confirmed: [DeliveredFileID] = []
    /// How many files stay in the inbox because they may still be written.
    var incompleteCount = 0
    /// Links, pipes and the like.
    var refusedEntryCount = 0
    /// When the oldest file that stays was last written, in seconds since 1970.
    var oldestLeft: Int?

    var delivery: Int? { files.first?.id.delivery }

    func count(_ state: DeliveredFile.State) -> Int { files.count { $0.state == state } }
}

/// The first half of a night: from the inbox to a delivery.
///
/// The bytes are in the archive, and the record of the whole delivery is committed, before a file
/// leaves the inbox. A run that is killed leaves either a file in the inbox that is taken in by the
/// next run, or one that is recorded and only needs to be removed; ``finishInterrupted()`` tells
/// the two apart.
struct TakeIn {
    let workspace: Workspace
    let store: RunStore
    let settings: Settings
    let night: Day
    let log: NightLog

    private var archive: Archive { Archive(workspace: workspace) }
    private var quarantine: Quarantine { Quarantine(workspace: workspace) }

    func run() throws(Failure) -> TakenIn {
        try finishInterrupted()
        var taken = TakenIn()
        let kept = try keepComplete(&taken)
        if !kept.isEmpty {
            let delivery = try store.reading { store throws(StoreTrouble) in
                try store.nextDelivery()
            }
            let judged = try judge(kept, delivery)
            try quarantineRefused(judged, delivery)
            taken.files = judged.map(\.file)
            let files = taken.files
            try store.writing { store throws(StoreTrouble) in
                try store.record(
                    delivery: delivery,
                    night: night,
                    receivedAt: Clock.now(),
                    files: files
                )
            }
            try remove(kept, files)
            tell(files)
        }
        try takeInConfirmed(&taken)
        return taken
    }
}

// MARK: - Steps

extension TakeIn {
    /// Ends what a run that was killed had begun.
    private func finishInterrupted() throws(Failure) {
        archive.clearLeftovers()
        try archive.destroyRecorded(store)
        let (held, recorded) = try store.reading { store throws(StoreTrouble) in
            (try store.filesInQuarantine(), try store.filesInInbox())
        }
        quarantine.clearLeftovers(held: held)
        let listing = try list()
        let marks = Dictionary(
            recorded.compactMap { file in file.inboxMark.map { ($0, file.id) } },
            uniquingKeysWith: { first, _ in first }
        )
        for entry in listing.files {
            do throws(FileTrouble) {
                if marks[entry.mark] != nil {
                    try entry.remove(ifStill: entry.mark)
                } else if entry.isClaimed {
                    try entry.putBack()
                }
            } catch {
                throw Failure(
                    .cannotWrite,
                    "cannot remove a file from \(workspace.inbox): \(error)"
                )
            }
        }
        guard !recorded.isEmpty else { return }
        try store.writing { store throws(StoreTrouble) in
            try store.forgetInbox(recorded.map(\.id))
        }
        log.info("finished an interrupted delivery", ["files": recorded.count])
    }

    private func list() throws(Failure) -> InboxListing {
        do throws(FileTrouble) {
            return try InboxListing(workspace.inbox)
        } catch {
            throw Failure(.noInput, "cannot read the inbox \(workspace.inbox): \(error)")
        }
    }

    /// Copies into the archive what is complete.
    private func keepComplete(_ taken: inout TakenIn) throws(Failure) -> [Archive.Kept] {
        let listing = try list()
        for entry in listing.refused {
            taken.refusedEntryCount += 1
            log.warning("refused an entry of the inbox", ["reason": entry.reason])
        }
        let files = listing.files.filter { !$0.isHidden }
        // Where nothing at all can leave the inbox, the night must not look quiet.
        guard faccessat(AT_FDCWD, workspace.inbox, W_OK | X_OK, AT_EACCESS) == 0 else {
            let trouble = FileTrouble(errno)
            throw Failure(.cannotWrite, "cannot remove files from \(workspace.inbox): \(trouble)")
        }
        let writers = settings.night.trustsNames || files.isEmpty ? nil : OpenWriters()
        var kept: [Archive.Kept] = []
        for entry in files {
            let stay: String
            if entry.isPartial {
                stay = "its name ends with .part"
            } else {
                switch try archive.keep(entry, writers) {
                case .success(let file):
                    kept.append(file)
                    continue
                case .failure(.beingWritten): stay = "a process has it open for writing"
                case .failure(.cannotTell):
                    stay =
                        "cannot see whether it is still being written: run as the owner of the "
                        + "files, as root or with CAP_LEASE, or set berkas_terbuka: percaya-nama"
                case .failure(.notRemovable):
                    stay = "its folder does not let this account remove it (chmod g+wx)"
                case .failure(.unreadable(let trouble)): stay = "cannot be read: \(trouble)"
                }
            }
            taken.incompleteCount += 1
            taken.oldestLeft = min(taken.oldestLeft ?? entry.modified, entry.modified)
            log.warning("left a file in the inbox", ["reason": stay])
        }
        return kept
    }

    private func remove(_ kept: [Archive.Kept], _ files: [DeliveredFile]) throws(Failure) {
        for file in kept {
            do throws(FileTrouble) {
                try file.entry.remove(ifStill: file.entry.mark)
            } catch {
                throw Failure(
                    .cannotWrite,
                    "cannot remove a file from \(workspace.inbox): \(error)"
                )
            }
        }
        try store.writing { store throws(StoreTrouble) in
            try store.forgetInbox(files.map(\.id))
        }
    }

    private func takeInConfirmed(_ taken: inout TakenIn) throws(Failure) {
        let files = try store.reading { store throws(StoreTrouble) in
            try store.confirmedFiles()
        }
        guard !files.isEmpty else { return }
        taken.confirmed = files.map(\.id)
        let ids = taken.confirmed
        try store.writing { store throws(StoreTrouble) in try store.takeIn(ids, from: night) }
        for (delivery, files) in Dictionary(grouping: ids, by: \.delivery) {
            let others = try store.reading { store throws(StoreTrouble) in
                try store.files(of: delivery)
            }
            quarantine.remove(
                files,
                remaining: others.count { $0.state == .refused || $0.state == .waiting }
            )
        }
        log.info("took in confirmed files", ["files": ids.count])
    }

    private func tell(_ files: [DeliveredFile]) {
        guard let delivery = files.first?.id.delivery else { return }
        log.info(
            "took in a delivery",
            [
                "delivery": delivery, "files": files.count,
                "accepted": files.count { $0.state == .accepted },
                "refused": files.count { $0.state == .refused },
                "waiting": files.count { $0.state == .waiting },
                "rows": files.reduce(0) { $0 + $1.accepted },
            ]
        )
        for file in files where file.state != .accepted {
            log.warning(
                "a file lies in quarantine",
                ["file": file.id, "state": file.state.rawValue]
            )
        }
    }

    private func quarantineRefused(
        _ judged: [JudgedFile],
        _ delivery: Int
    ) throws(Failure) {
        let entries = judged.filter { $0.file.state != .accepted }.map { judged in
            Quarantine.Entry(
                file: judged.file,
                source: archive.path(judged.file.digest),
                annotated: judged.annotated,
                messages: judged.messages
            )
        }
        if !entries.isEmpty { try quarantine.write(entries, delivery: delivery) }
    }
}

extension RunStore {
    /// Asks the store, turning its trouble into a failure.
    func reading<Value>(
        _ body: (RunStore) throws(StoreTrouble) -> Value
    ) throws(Failure) -> Value {
        do throws(StoreTrouble) {
            return try body(self)
        } catch {
            throw Failure(.cannotWrite, "cannot read iuran.sqlite: \(error)")
        }
    }

    /// Changes the store, turning its trouble into a failure.
    func writing<Value>(
        _ body: (RunStore) throws(StoreTrouble) -> Value
    ) throws(Failure) -> Value {
        do throws(StoreTrouble) {
            return try body(self)
        } catch {
            throw Failure(.cannotWrite, "cannot write iuran.sqlite: \(error)")
        }
    }
}
