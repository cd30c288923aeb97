internal import Contributions

/// An index over a column of numbers, made from numbers that are sorted already.
///
/// `CREATE INDEX` reads the table again and sorts records of its own making, which takes as long as
/// writing the table did; sorting the packed numbers takes a tenth of that. SQLite keeps an index
/// and a table without rowid the same way, a tree of records in order (sqlite.org/fileformat.html,
/// 2.4 to 2.6), so the sorted numbers are inserted into such a table, and the schema then calls it
/// what it has become. `FeedTests` has SQLite check each entry against the table.
struct SortedIndex {
    private let table: String
    private let column: String
    private let workers: RowTable<Worker>
    private let number: @Sendable (Worker) -> PackedText
    /// The rows in the order of their numbers, which are looked up again: that takes a quarter of
    /// the memory until the index is written.
    private let rows: [UInt32]
    private let pool: IdentifierPool

    /// - Parameters:
    ///   - table: The table, with a row for each worker, numbered from 1.
    ///   - column: Its column with the numbers as text.
    ///   - workers: The workers in the order of the rows.
    ///   - pool: The texts of numbers that are not packed.
    ///   - number: The number of a worker; an absent one is NULL in the table and left out of the
    ///     index.
    init(
        table: String,
        column: String,
        workers: RowTable<Worker>,
        pool: IdentifierPool,
        number: @escaping @Sendable (Worker) -> PackedText
    ) {
        self.table = table
        self.column = column
        self.workers = workers
        self.pool = pool
        self.number = number
        rows = Self.sorted(workers, pool, number)
    }

    /// The rows in the order of their numbers' texts, equal ones in their own order.
    ///
    /// Packed digits sort like their text, and nearly all numbers are digits.
    private static func sorted(
        _ workers: RowTable<Worker>,
        _ pool: IdentifierPool,
        _ number: (Worker) -> PackedText
    ) -> [UInt32] {
        var digits: [SortEntry] = []
        var others: [SortEntry] = []
        digits.reserveCapacity(workers.count)
        for row in 0..<UInt32(workers.count) {
            let number = number(workers[Int(row)])
            guard !number.isAbsent else { continue }
            let entry = SortEntry(key: number.raw, employer: 0, index: row)
            if number.kind == .digits { digits.append(entry) } else { others.append(entry) }
        }
        radixSort(&digits)
        guard !others.isEmpty else { return digits.map(\.index) }
        others.sort { left, right in
            left.key == right.key
                ? left.index < right.index : pool.isOrderedBefore(left.number, right.number)
        }
        return merged(digits, others, pool)
    }

    private static func merged(
        _ left: [SortEntry],
        _ right: [SortEntry],
        _ pool: IdentifierPool
    ) -> [UInt32] {
        var rows: [UInt32] = []
        rows.reserveCapacity(left.count + right.count)
        var next = right.startIndex
        for entry in left {
            while next < right.endIndex, pool.isOrderedBefore(right[next].number, entry.number) {
                rows.append(right[next].index)
                next += 1
            }
            rows.append(entry.index)
        }
        return rows + right[next...].map(\.index)
    }

    /// Writes the index.
    func write(to file: SQLiteFile) throws(FeedTrouble) {
        let name = "\(table)_\(column)"
        try file.run(
            """
            CREATE TABLE \(name) (nomor TEXT, id INTEGER, PRIMARY KEY (nomor, id)) WITHOUT ROWID
            """
        )
        var next = 0
        let source = RowSource("baris_\(name)", columns: ["nomor", "id"]) { block in
            let end = min(rows.count, next + RowBlock.capacity)
            let part = rows[next..<end]
            // They are scattered over the workers; asked for together they come together.
            for worker in part { workers.prefetch(Int(worker)) }
            for worker in part {
                let row = block.add()
                row.set(0, number(workers[Int(worker)]), pool)
                row.set(1, Int64(worker) + 1)
            }
            next = end
        }
        try file.insert(into: name, source)
        let index = "CREATE INDEX \(name) ON \(table)(\(column)) WHERE \(column) IS NOT NULL"
        try file.run("PRAGMA writable_schema = ON")
        try file.run(
            "UPDATE sqlite_schema SET type = 'index', tbl_name = ?, sql = ? WHERE name = ?",
            [.text(table), .text(index), .text(name)]
        )
        // Reads the schema anew as well.
        try file.run("PRAGMA writable_schema = RESET")
    }
}

extension SortEntry {
    /// The number that is sorted.
    fileprivate var number: PackedText { PackedText(raw: key) }
}
