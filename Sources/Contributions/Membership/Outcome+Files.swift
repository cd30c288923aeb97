extension Outcome {
    /// The files that name a worker.
    package func files(of worker: WorkerOutcome) -> Set<Int> {
        let group = workers[Int(worker.worker)].group
        let directory = context.directory
        var files: Set<Int> = []
        for row in directory.payroll[group] {
            files.insert(records.payroll[Int(row)].source.file)
        }
        for row in directory.ledger[group] { files.insert(records.ledger[Int(row)].source.file) }
        for row in directory.register[group] {
            files.insert(records.register[Int(row)].source.file)
        }
        return files
    }

    /// The employers that each of some files names.
    package func employers(in files: Set<Int>) -> [Int: Set<UInt32>] {
        guard !files.isEmpty else { return [:] }
        var employers: [Int: Set<UInt32>] = [:]
        func note(_ source: SourceLine, _ employer: UInt32) {
            guard files.contains(source.file) else { return }
            employers[source.file, default: []].insert(employer)
        }
        for row in records.payroll { note(row.source, row.employer) }
        for row in records.ledger { note(row.source, row.employer) }
        for row in records.register { note(row.source, row.employer) }
        for row in records.payments { note(row.source, row.employer) }
        for row in records.employerRows { note(row.source, row.employer) }
        for row in records.pairs { note(row.source, row.employer) }
        return employers
    }
}
