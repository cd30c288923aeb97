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
    /// The numbers as they are packed, with their rows.
    private let entries: [SortEntry]
    private let pool: IdentifierPool

    /// - Parameters:
    ///   - table: The table, whose rows are numbered from 1.
    ///   - column: Its column with the numbers as text.
    ///   - numbers: The numbers in the order of the rows; absent ones are NULL in the table and
    ///     left out of the index.
    ///   - pool: The texts of numbers that are not packed.
    init(table: String, column: String, numbers: [PackedText], pool: IdentifierPool) {
        self.table = table
        self.column = column
        self.pool = pool
        entries = Self.sorted(numbers, pool)
    }

    /// The numbers in the order of their texts, equal ones in that of the rows.
    ///
    /// Packed digits sort like their text, and nearly all numbers are digits.
    private static func sorted(_ numbers: [PackedText], _ pool: IdentifierPool) -> [SortEntry] {
        var digits: [SortEntry] = []
        var others: [SortEntry] = []
        digits.reserveCapacity(numbers.count)
        for (row, number) in numbers.enumerated() where !number.isAbsent {
            let entry = SortEntry(key: number.raw, employer: 0, index: UInt32(row))
            if number.kind == .digits { digits.append(entry) } else { others.append(entry) }
        }
        radixSort(&digits)
        guard !others.isEmpty else { return digits }
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
    ) -> [SortEntry] {
        var entries: [SortEntry] = []
        entries.reserveCapacity(left.count + right.count)
        var next = right.startIndex
        for entry in left {
            while next < right.endIndex, pool.isOrderedBefore(right[next].number, entry.number) {
                entries.append(right[next])
                next += 1
            }
            entries.append(entry)
        }
        return entries + right[next...]
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
            let end = min(entries.count, next + RowBlock.capacity)
            for entry in entries[next..<end] {
                let row = block.add()
                row.set(0, entry.number, pool)
                row.set(1, Int64(entry.index) + 1)
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
