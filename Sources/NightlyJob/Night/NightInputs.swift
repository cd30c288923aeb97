internal import Contributions
internal import Crypto
private import Foundation
internal import Intake
internal import RunStore

/// What the report of a night is made from.
///
/// The same inputs give the same report, so their digest tells whether a night is done already.
struct NightInputs {
    let night: Day
    let files: [InputPath]
    /// The first month of the window.
    let firstMonth: ContributionMonth
    /// The nights before that have a report, newest first, for what changed.
    let earlier: [CompletedRun]
    /// The SHA-256 of all that decides what the report says.
    let digest: String

    /// Gathers what counts on a night.
    ///
    /// - Parameters:
    ///   - night: The as-of day.
    ///   - workspace: Where the files lie.
    ///   - store: Which of them count.
    ///   - settings: The settings of the workspace.
    ///   - lists: The digests of the operator's lists; empty ones are read where they are.
    ///   - waiting: Files that are not taken in yet (a dry run).
    /// - Throws: A failure (exit 73) when the store cannot be read.
    init(
        _ night: Day,
        _ workspace: Workspace,
        _ store: RunStore,
        _ settings: Settings,
        lists: OperatorLists,
        waiting: [InputPath] = []
    ) throws(Failure) {
        self.night = night
        let first = night.month.advanced(by: 1 - settings.night.windowMonths)
        firstMonth = first
        let archive = Archive(workspace: workspace)
        let counting = try store.reading { store throws(StoreTrouble) in
            try store.files(countingOn: night)
        }
        var files: [InputPath] = []
        for file in counting where file.reaches(first) {
            var input = InputPath(path: archive.path(file.digest), knownDigest: file.digest)
            input.delivered = DeliveredInput(file)
            files.append(input)
        }
        files += waiting
        // The operator's lists come last: where lists contradict each other, the last one decides.
        self.files = files + Self.files(of: lists, workspace, night)
        let earlier = try store.reading { store throws(StoreTrouble) in
            try store.runs(before: night)
        }
        self.earlier = earlier

        var lines = [
            Product.version, night.description, "\(settings.night.windowMonths)",
            earlier.first?.manifest ?? "", lists.employers, lists.pairs ?? "",
        ]
        lines += counting.filter { $0.reaches(first) }.map { file in
            "\(file.id) \(file.digest) \(file.effectiveFrom?.description ?? "") \(file.name)"
        }
        // Where the workspace lies does not matter.
        lines += settings.sources.sorted { $0.key < $1.key }.map(\.value)
        digest = SHA256.hash(data: Array(lines.joined(separator: "\n").utf8)).hexadecimal
    }

    /// The operator's lists as inputs: from the archive, or where they lie.
    private static func files(
        of lists: OperatorLists,
        _ workspace: Workspace,
        _ night: Day
    ) -> [InputPath] {
        var all = [(kind: InputKind.employers, path: workspace.employers, digest: lists.employers)]
        if let pairs = lists.pairs { all.append((.pairs, workspace.pairs, pairs)) }
        return all.map { list in
            var input = InputPath(
                path: list.digest.isEmpty
                    ? list.path : Archive(workspace: workspace).path(list.digest),
                kind: list.kind,
                knownDigest: list.digest.isEmpty ? nil : list.digest
            )
            let name = workspace.name(of: list.path)
            input.delivered = DeliveredInput(
                name: name,
                nameBelowInbox: name,
                delivery: 0,
                night: night
            )
            return input
        }
    }
}

extension DeliveredFile {
    /// Whether a report from a month on needs the file.
    fileprivate func reaches(_ first: ContributionMonth) -> Bool {
        guard kind == "payroll" || kind == "ledger" else { return true }
        // A twin has no months of its own.
        let months = coverage.compactMap(\.month)
        return months.isEmpty || months.contains { $0 >= first }
    }
}
