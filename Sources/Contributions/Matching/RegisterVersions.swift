/// Tells parts of a membership register from versions of it.
///
/// A register shows who is a member on the day it was made. Where a workspace holds several of one
/// employer, an old row that says `aktif` must not outlive the newer register that says otherwise.
/// So registers follow the rule of payrolls: of two files that share more than half of the workers
/// of the smaller one, the later delivery replaces the earlier.
package enum RegisterVersions {
    /// The rows that a later register replaces; empty for none.
    package static func replacedRows(in records: Records, _ deliveries: Deliveries) -> [Bool] {
        let employers = employersWithSeveralFiles(records, deliveries)
        guard !employers.isEmpty else { return [] }
        var members: [UInt32: [Int: Set<UInt64>]] = [:]
        for row in records.register where employers.contains(row.employer) {
            members[row.employer, default: [:]][row.source.file, default: []].insert(key(row))
        }
        var replaced: Set<FileOfEmployer> = []
        for (employer, files) in members {
            let order = files.keys.sorted()
            for (position, earlier) in order.enumerated() {
                for later in order[(position + 1)...]
                where deliveries.numbers[earlier] != deliveries.numbers[later] {
                    let (old, new) = (files[earlier] ?? [], files[later] ?? [])
                    guard old.intersection(new).count * 2 > min(old.count, new.count) else {
                        continue
                    }
                    replaced.insert(FileOfEmployer(employer: employer, file: earlier))
                }
            }
        }
        guard !replaced.isEmpty else { return [] }
        return records.register.map { row in
            replaced.contains(FileOfEmployer(employer: row.employer, file: row.source.file))
        }
    }

    private struct FileOfEmployer: Hashable {
        var employer: UInt32
        var file: Int
    }

    private static func key(_ row: RegisterRow) -> UInt64 {
        row.kpj.text.isAbsent ? row.nik.text.raw : row.kpj.text.raw
    }

    private static func employersWithSeveralFiles(
        _ records: Records,
        _ deliveries: Deliveries
    ) -> Set<UInt32> {
        var firstDelivery: [UInt32: Int] = [:]
        var several: Set<UInt32> = []
        var last: (employer: UInt32, file: Int)?
        for row in records.register {
            if let last, last == (row.employer, row.source.file) { continue }
            last = (row.employer, row.source.file)
            let delivery = deliveries.numbers[row.source.file]
            if firstDelivery[row.employer, default: delivery] != delivery {
                several.insert(row.employer)
            }
            firstDelivery[row.employer] = delivery
        }
        return several
    }
}
