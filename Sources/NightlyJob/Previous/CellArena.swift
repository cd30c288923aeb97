internal import DelimitedText

/// Some columns of a CSV file of ours, in one piece of memory.
struct CellArena: Sendable {
    private var bytes: [UInt8] = []
    /// Where each cell ends; a cell begins where the one before it ends.
    private var ends: [Int] = []
    private let columnCount: Int

    /// Reads a file; none of its rows where it lacks a column.
    ///
    /// The apostrophe that reports put before formulas is taken off.
    init(_ csv: [UInt8], _ columns: [String]) {
        columnCount = columns.count
        bytes.reserveCapacity(csv.count / 2)
        csv.withUnsafeBufferPointer { buffer in
            var reader = RowReader(buffer, delimiter: UInt8(ascii: ","), isEndOfFile: true)
            var places: [Int]?
            while case let event = reader.next(), event != .end {
                guard event == .row else { continue }
                let row = reader.row
                guard let places else {
                    let header = (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
                    places = columns.compactMap { header.firstIndex(of: $0) }
                    continue
                }
                guard places.count == columnCount, row.count > places.max() ?? 0 else { continue }
                for place in places { append(row[place]) }
            }
        }
    }

    private mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
        let isNeutralised =
            cell.count > 1 && cell[0] == UInt8(ascii: "'") && "=+-@\t\r".utf8.contains(cell[1])
        bytes.append(contentsOf: isNeutralised ? cell[1...] : cell[...])
        ends.append(bytes.count)
    }

    var rowCount: Int { columnCount == 0 ? 0 : ends.count / columnCount }

    /// A cell of a row.
    subscript(row: Int, column: Int) -> ArraySlice<UInt8> {
        let cell = row * columnCount + column
        return bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]]
    }

    func text(_ row: Int, _ column: Int) -> String {
        String(decoding: self[row, column], as: UTF8.self)
    }

    func array(_ row: Int, _ column: Int) -> [UInt8] { Array(self[row, column]) }
}

/// Finds rows of a ``CellArena`` by some of their cells.
struct CellIndex: Sendable {
    private let columns: [Int]
    /// A row's number plus 1; 0 is a free slot.
    private var slots: [UInt32]

    /// - Parameters:
    ///   - arena: The rows; of several with the same cells the last is found.
    ///   - columns: The columns that identify a row.
    ///   - isIndexed: Whether a row can be found at all.
    init(_ arena: CellArena, _ columns: [Int], where isIndexed: (Int) -> Bool = { _ in true }) {
        self.columns = columns
        var size = 16
        while size < arena.rowCount * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        for row in 0..<arena.rowCount where isIndexed(row) {
            var hash = Self.start
            for column in columns { Self.add(arena[row, column], to: &hash) }
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while slots[slot] != 0, !areSame(arena, Int(slots[slot]) - 1, row) {
                slot = (slot + 1) & (size - 1)
            }
            slots[slot] = UInt32(row) + 1
        }
    }

    /// The row with some cells, in the order of the columns.
    func row(_ cells: [some Collection<UInt8>], in arena: CellArena) -> Int? {
        var hash = Self.start
        for cell in cells { Self.add(cell, to: &hash) }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let row = Int(slots[slot]) - 1
            if zip(columns, cells).allSatisfy({ arena[row, $0].elementsEqual($1) }) { return row }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func areSame(_ arena: CellArena, _ left: Int, _ right: Int) -> Bool {
        columns.allSatisfy { arena[left, $0] == arena[right, $0] }
    }

    // FNV-1a, with a mark between cells; the rows themselves are compared, so it need not be more.
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    private static func add(_ cell: some Collection<UInt8>, to hash: inout UInt64) {
        for byte in cell { hash = (hash ^ UInt64(byte)) &* prime }
        hash = (hash ^ 0xFF) &* prime
        hash ^= hash >> 29
    }
}
