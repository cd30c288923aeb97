/// Workers that a new payroll would take away from an employer's month.
package struct PayrollLoss: Sendable {
    package var employer: UInt32
    package var month: ContributionMonth
    /// How many workers the month had.
    package var before: Int
    /// How many of them would have no row any more.
    package var lost: Int
    /// The files of the new delivery that name the month.
    package var files: Set<Int>
}

/// Compares what a new delivery of payrolls leaves with what there was.
///
/// A file that was cut off or filtered is a version like any other, and would replace the whole
/// payroll by a part of it.
package enum PayrollLosses {
    /// The employers' months that lose workers.
    ///
    /// - Parameters:
    ///   - records: The payrolls of the new delivery, and those that name the same months.
    ///   - deliveries: When the files came.
    ///   - newest: The new delivery.
    ///   - ignored: Files that do not count, because they were refused.
    /// - Returns: The months by employer and month, each with how many workers it loses.
    package static func find(
        in records: Records,
        _ deliveries: Deliveries,
        newest: Int,
        ignoring ignored: Set<Int>
    ) -> [PayrollLoss] {
        let new = Set(records.files.indices.filter { deliveries.numbers[$0] == newest })
        let workers = WorkerResolver.resolve(RecordNumbers.find(in: records))
        let later = PayrollVersions.find(in: records, workers, deliveries, ignoring: ignored)
        guard later.replacements.contains(where: { new.contains($0.successor) }) else { return [] }
        let earlier = PayrollVersions.find(
            in: records,
            workers,
            deliveries,
            ignoring: ignored.union(new)
        )
        var tallies: [EmployerMonth: PayrollLoss] = [:]
        for row in records.payroll where new.contains(row.source.file) {
            guard !ignored.contains(row.source.file) else { continue }
            let cell = EmployerMonth(employer: row.employer, month: row.month)
            tallies[
                cell,
                default: PayrollLoss(
                    employer: row.employer,
                    month: row.month,
                    before: 0,
                    lost: 0,
                    files: []
                )
            ].files.insert(row.source.file)
        }
        for worker in 0..<UInt32(workers.count) {
            var had: Set<ContributionMonth> = []
            var has: Set<ContributionMonth> = []
            for index in workers.payroll[worker] {
                let row = records.payroll[Int(index)]
                guard !ignored.contains(row.source.file) else { continue }
                let isReplaced = { (flags: [Bool]) in !flags.isEmpty && flags[Int(index)] }
                if !new.contains(row.source.file), !isReplaced(earlier.isReplaced) {
                    had.insert(row.month)
                }
                if !isReplaced(later.isReplaced) { has.insert(row.month) }
            }
            for month in had {
                let cell = EmployerMonth(
                    employer: workers.employers[Int(worker)],
                    month: month
                )
                tallies[cell]?.before += 1
                if !has.contains(month) { tallies[cell]?.lost += 1 }
            }
        }
        return tallies.values.filter { $0.lost > 0 }.sorted {
            ($0.employer, $0.month) < ($1.employer, $1.month)
        }
    }

    private struct EmployerMonth: Hashable {
        var employer: UInt32
        var month: ContributionMonth
    }
}
