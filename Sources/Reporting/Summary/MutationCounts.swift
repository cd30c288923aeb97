package import Contributions

/// What there is to enter in SIPP, counted.
package struct MutationCounts: Sendable {
    package private(set) var kinds = Tally<MutationKind>()
    /// Those that stand in an upload.
    package private(set) var uploaded = Tally<MutationKind>()
    /// The first deadline.
    package private(set) var deadline: Day?

    package var isEmpty: Bool { kinds.total == 0 }

    mutating func add(_ mutation: Mutation) {
        kinds[mutation.kind] += 1
        if mutation.isUploaded { uploaded[mutation.kind] += 1 }
        note(mutation.deadline)
    }

    static func += (left: inout MutationCounts, right: MutationCounts) {
        left.kinds += right.kinds
        left.uploaded += right.uploaded
        if let deadline = right.deadline { left.note(deadline) }
    }

    private mutating func note(_ day: Day) {
        deadline = min(deadline ?? day, day)
    }

    /// The counts of each employer that has any.
    static func byEmployer(_ mutations: MutationList) -> [UInt32: MutationCounts] {
        var counts: [UInt32: MutationCounts] = [:]
        for mutation in mutations {
            counts[mutation.employer, default: MutationCounts()].add(mutation)
        }
        return counts
    }
}
