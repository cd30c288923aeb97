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
    private let numbers: @Sendable (UInt32) -> PackedText
    /// The rows in the order of their numbers, which are looked up again: that takes a quarter of
    /// the memory until the index is written.
    private let rows: [UInt32]
    private let pool: IdentifierPool

    /// - Parameters:
    ///   - table: The table, whose rows are numbered from 1.
    ///   - column: Its column with the numbers as text.
    ///   - rowCount: The number of rows.
    ///   - pool: The texts of numbers that are not packed.
    ///   - numbers: The number of a row, counted from 0; absent ones are NULL in the table and left
    ///     out of the index.
    init(
        table: String,
        column: String,
        rowCount: Int,
        pool: IdentifierPool,
        numbers: @escaping @Sendable (UInt32) -> PackedText
    ) {
        self.table = table
        self.column = column
        self.pool = pool
        self.numbers = numbers
        rows = Self.sorted(rowCount, pool, numbers)
    }

    /// The rows in the order of their numbers' texts, equal ones in their own order.
    ///
    /// Packed digits sort like their text, and nearly all numbers are digits.
    private static func sorted(
        _ rowCount: Int,
        _ pool: IdentifierPool,
        _ numbers: (UInt32) -> PackedText
    ) -> [UInt32] {
        var digits: [SortEntry] = []
        var others: [SortEntry] = []
        digits.reserveCapacity(rowCount)
        for row in 0..<UInt32(rowCount) {
            let number = numbers(row)
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
            for number in rows[next..<end] {
                let row = block.add()
                row.set(0, numbers(number), pool)
                row.set(1, Int64(number) + 1)
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
