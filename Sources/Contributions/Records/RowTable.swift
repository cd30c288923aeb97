#if canImport(Glibc)
private import Glibc
#endif

/// The rows of a table, read-only and shared by all threads.
///
/// Reading a row through an array that several threads share counts references, and the count's
/// cache line then travels between the cores for every row. A table is a plain pointer into memory
/// that ``RowStorage`` owns, so reading it costs the load and nothing else. It is valid as long as
/// its storage; the storages of a run live in ``Records`` and in what is made from it.
public struct RowTable<Row: Sendable>: @unchecked Sendable {
    @usableFromInline let rows: UnsafeBufferPointer<Row>

    @usableFromInline
    init(_ rows: UnsafeBufferPointer<Row>) {
        self.rows = rows
    }
}

extension RowTable: RandomAccessCollection {
    /// The place of the first row.
    @inlinable public var startIndex: Int { 0 }
    /// The place behind the last row.
    @inlinable public var endIndex: Int { rows.count }

    /// A row by its place.
    @inlinable
    public subscript(index: Int) -> Row {
        rows[index]
    }

    /// The memory of some rows.
    @inlinable
    public func rows(_ start: Int, _ end: Int) -> UnsafeBufferPointer<Row> {
        UnsafeBufferPointer(rebasing: rows[start..<end])
    }
}

/// Owns the rows of a ``RowTable``; a class because memory has one owner.
package final class RowStorage<Row: Sendable>: @unchecked Sendable {
    /// The rows; valid as long as this object.
    package let table: RowTable<Row>
    private let memory: RowMemory<Row>

    /// Takes over rows.
    package init(_ rows: some Collection<Row>) {
        memory = RowMemory(reserving: rows.count)
        _ = memory.rows.initialize(fromContentsOf: rows)
        table = RowTable(UnsafeBufferPointer(memory.rows))
    }

    /// Takes over memory of which the first rows are initialized.
    init(taking memory: RowMemory<Row>, count: Int) {
        self.memory = memory
        table = RowTable(UnsafeBufferPointer(rebasing: memory.rows[..<count]))
    }

    /// Changes rows in place, before anybody else reads them.
    package func amend(_ body: (inout Row) -> Void) {
        let rows = UnsafeMutableBufferPointer(mutating: table.rows)
        for index in rows.indices { body(&rows[index]) }
    }

    deinit {
        UnsafeMutableBufferPointer(mutating: table.rows).deinitialize()
        memory.release()
    }
}

/// Room for rows, of which only what is written takes memory.
///
/// Room is made for every line of a file, and a file may have many more lines than rows. The system
/// refuses an allocation that it could never satisfy, so large room is reserved without that claim.
struct RowMemory<Row: Sendable>: @unchecked Sendable {
    let rows: UnsafeMutableBufferPointer<Row>
    /// The size of a reservation; 0 where the rows were allocated.
    private let reservedBytes: Int

    init(reserving capacity: Int) {
        let byteCount = capacity * MemoryLayout<Row>.stride
        #if canImport(Glibc)
        if byteCount >= 1 << 24,
            let address = mmap(
                nil,
                byteCount,
                PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                -1,
                0
            ), address != MAP_FAILED
        {
            let base = address.bindMemory(to: Row.self, capacity: capacity)
            rows = UnsafeMutableBufferPointer(start: base, count: capacity)
            reservedBytes = byteCount
            return
        }
        #endif
        rows = .allocate(capacity: capacity)
        reservedBytes = 0
    }

    func release() {
        #if canImport(Glibc)
        if reservedBytes > 0 {
            // Giving back hundreds of megabytes takes a hundredth of a run; then unmapping them
            // costs nothing.
            nonisolated(unsafe) let memory = UnsafeMutableRawBufferPointer(rows)
            let parts = Parallel.ranges(count: reservedBytes, size: 1 << 24)
            // Each part is given back by one thread, and all have ended when the map returns.
            _ = Parallel.map(count: parts.count) { part in
                let start = memory.baseAddress.map { $0 + parts[part].lowerBound }
                return madvise(start, parts[part].count, MADV_DONTNEED)
            }
            munmap(rows.baseAddress, reservedBytes)
            return
        }
        #endif
        rows.deallocate()
    }
}
