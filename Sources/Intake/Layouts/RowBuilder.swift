internal import DelimitedText

#if canImport(Glibc)
private import Glibc
#endif

/// Puts the cells of a canonical row together, one after the other, in memory of its own.
struct RowBuilder: ~Copyable {
    private let bytes: UnsafeMutablePointer<UInt8>
    private let ends: UnsafeMutablePointer<Int32>
    private var used = 0
    private var count = 0

    /// A row has no more cells than there are columns, and its cells are no longer than those of
    /// the record it is made of, plus what a profile adds.
    private static let capacity = RowLimits.recordBytes + (1 << 16)

    init() {
        bytes = .allocate(capacity: Self.capacity)
        ends = .allocate(capacity: Column.allCases.count)
    }

    deinit {
        bytes.deallocate()
        ends.deallocate()
    }

    /// The row; valid until the next ``begin()``.
    var row: Row { Row(bytes: UnsafePointer(bytes), ends: UnsafePointer(ends), count: count) }

    mutating func begin() {
        used = 0
        count = 0
    }

    /// Adds to the current cell.
    mutating func write(_ part: UnsafeBufferPointer<UInt8>) {
        guard let source = part.baseAddress, used + part.count <= Self.capacity else { return }
        memcpy(bytes + used, source, part.count)
        used += part.count
    }

    mutating func write(_ part: [UInt8]) {
        part.withUnsafeBufferPointer { write($0) }
    }

    mutating func write(_ byte: UInt8) {
        guard used < Self.capacity else { return }
        bytes[used] = byte
        used += 1
    }

    /// Adds a number that is not negative with at least so many digits, at most 19.
    mutating func write(_ number: Int64, digits: Int = 1) {
        var rest = UInt64(number)
        var length = 1
        var limit: UInt64 = 10
        while length < digits || (length < 19 && rest >= limit) {
            limit *= 10
            length += 1
        }
        guard used + length <= Self.capacity else { return }
        for place in stride(from: used + length - 1, through: used, by: -1) {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
            rest = quotient
        }
        used += length
    }

    /// Ends the current cell.
    mutating func endCell() {
        ends[count] = Int32(used)
        count += 1
    }
}
