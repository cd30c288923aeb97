/// A part of a table that is being filled: rows are written straight to where they stay.
///
/// A file's line count bounds its rows, so a table gets its memory before a row is read, and the
/// segments of a file fill their parts of it side by side. Nothing is copied or held twice.
public struct RowRegion<Row: BitwiseCopyable & Sendable>: @unchecked Sendable {
    @usableFromInline let base: UnsafeMutablePointer<Row>?
    /// How many rows there is room for.
    public let capacity: Int
    /// How many rows were written.
    @usableFromInline package var count = 0
    /// Whether the rows are not in the table yet, but where an earlier run kept them.
    @usableFromInline let isElsewhere: Bool

    init(base: UnsafeMutablePointer<Row>?, capacity: Int) {
        self.base = base
        self.capacity = capacity
        isElsewhere = false
    }

    /// Rows that an earlier run kept; they come into the table when it is finished.
    package init(kept rows: UnsafeBufferPointer<Row>) {
        base = UnsafeMutablePointer(mutating: rows.baseAddress)
        capacity = rows.count
        count = rows.count
        isElsewhere = true
    }

    /// The rows that were written.
    package var rows: UnsafeBufferPointer<Row> {
        UnsafeBufferPointer(start: base, count: count)
    }

    /// A region without room.
    package static var none: RowRegion { RowRegion(base: nil, capacity: 0) }

    /// Writes the next row.
    @inlinable
    public mutating func append(_ row: Row) {
        guard let base, count < capacity, !isElsewhere else {
            preconditionFailure("more rows than lines")
        }
        (base + count).initialize(to: row)
        count += 1
    }
}

/// A table that is being filled.
package final class RowTableBuilder<Row: BitwiseCopyable & Sendable>: @unchecked Sendable {
    private let memory: RowMemory<Row>

    /// - Parameter capacity: The most rows the table can get; memory is used only for rows written.
    package init(capacity: Int) {
        memory = RowMemory(reserving: capacity)
    }

    /// The part of the table from a row on.
    package func region(from start: Int, capacity: Int) -> RowRegion<Row> {
        RowRegion(base: memory.rows.baseAddress.map { $0 + start }, capacity: capacity)
    }

    /// Closes the gaps between the regions and hands the rows over; the builder must not be used
    /// any more.
    ///
    /// - Parameters:
    ///   - regions: All regions, in the order of the table.
    ///   - amend: Called with the rows of every region, in their table, and its place.
    /// - Returns: The rows of all regions, one behind the other.
    package func finish(
        _ regions: [RowRegion<Row>],
        _ amend: @Sendable (UnsafeMutableBufferPointer<Row>, Int) -> Void
    ) -> RowStorage<Row> {
        var end = 0
        var starts: [Int] = []
        for region in regions {
            starts.append(end)
            if !region.isElsewhere, let source = region.base, let base = memory.rows.baseAddress,
                source != base + end
            {
                (base + end).update(from: source, count: region.count)
            }
            end += region.count
        }
        nonisolated(unsafe) let base = memory.rows.baseAddress
        let firsts = starts
        // Each region is amended by one thread, and all have ended when the map returns.
        _ = Parallel.map(count: regions.count) { place in
            let region = regions[place]
            guard region.count > 0, let first = base.map({ $0 + firsts[place] }) else { return }
            if region.isElsewhere, let source = region.base {
                first.update(from: source, count: region.count)
            }
            amend(UnsafeMutableBufferPointer(start: first, count: region.count), place)
        }
        return RowStorage(taking: memory, count: end)
    }
}
