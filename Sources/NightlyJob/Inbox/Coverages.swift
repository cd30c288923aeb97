internal import Contributions
internal import RunStore

/// The employers' months that each file of a run names.
struct Coverages {
    private struct Key: Hashable {
        var employer: UInt32
        var month: ContributionMonth?
    }

    private struct Sum {
        var rowCount = 0
        var total = Rupiah.zero
    }

    private var sums: [[Key: Sum]]
    private let records: Records
    /// The sum being made: rows of one month mostly stand together.
    private var current: (file: Int, key: Key, sum: Sum)?

    init(_ inputs: RunInputs) {
        records = inputs.records
        sums = Array(repeating: [:], count: inputs.files.count)
        for row in records.payroll { add(row.source, row.employer, row.month, row.base) }
        for row in records.ledger { add(row.source, row.employer, row.month, row.shares.total) }
        for row in records.register { add(row.source, row.employer, nil, .zero) }
        for row in records.payments {
            add(row.source, row.employer, row.month ?? row.paid.month, row.amount)
        }
        flush()
    }

    private mutating func add(
        _ source: SourceLine,
        _ employer: UInt32,
        _ month: ContributionMonth?,
        _ amount: Rupiah
    ) {
        let key = Key(employer: employer, month: month)
        if current?.file != source.file || current?.key != key {
            flush()
            current = (source.file, key, Sum())
        }
        current?.sum.rowCount += 1
        current?.sum.total.sen += amount.sen
    }

    private mutating func flush() {
        guard let current else { return }
        sums[current.file][current.key, default: Sum()].rowCount += current.sum.rowCount
        sums[current.file][current.key, default: Sum()].total.sen += current.sum.total.sen
    }

    func of(_ file: Int) -> [Coverage] {
        sums[file].map { key, sum in
            Coverage(
                npp: records.identifiers.string(of: records.employers[Int(key.employer)].text),
                month: key.month,
                rowCount: sum.rowCount,
                total: sum.total
            )
        }
        .sorted { ($0.npp, $0.month?.number ?? 0) < ($1.npp, $1.month?.number ?? 0) }
    }
}
