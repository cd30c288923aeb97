private import CLibCSV

#if canImport(Glibc)
private import Glibc
#endif

/// The cells of one record, as libcsv's callbacks deliver them.
///
/// This is the context pointer of the callbacks. It is a plain struct behind a pointer, not a
/// class: a callback runs once per cell, and reference counting there would cost more than the
/// parsing. The callbacks only append; everything that can fail happens after libcsv has returned.
struct RowBuffer {
    /// The bytes of all cells that are kept, one after the other.
    let bytes: UnsafeMutablePointer<UInt8>
    /// Where each cell ends, in `bytes` or in the record itself.
    let ends: UnsafeMutablePointer<Int32>
    var usedBytes = 0
    /// How many cells were delivered; past `RowLimits.cells` they are counted, not kept.
    var cellCount = 0
    /// How many records ended; more than one means a carriage return inside the line.
    var recordCount = 0

    /// A record is refused before it is longer than the limit, so its cells always fit.
    static let capacity = RowLimits.recordBytes

    static func allocate() -> UnsafeMutablePointer<RowBuffer> {
        let buffer = UnsafeMutablePointer<RowBuffer>.allocate(capacity: 1)
        buffer.initialize(
            to: RowBuffer(
                bytes: .allocate(capacity: capacity),
                ends: .allocate(capacity: RowLimits.cells)
            )
        )
        return buffer
    }

    static func deallocate(_ buffer: UnsafeMutablePointer<RowBuffer>) {
        buffer.pointee.bytes.deallocate()
        buffer.pointee.ends.deallocate()
        buffer.deallocate()
    }

    mutating func clear() {
        usedBytes = 0
        cellCount = 0
        recordCount = 0
    }
}

/// libcsv's field callback: keeps the cell.
@inline(__always)
func appendCell(
    _ cell: UnsafeMutableRawPointer?,
    _ byteCount: Int,
    _ context: UnsafeMutableRawPointer?
) {
    guard let buffer = context?.assumingMemoryBound(to: RowBuffer.self) else { return }
    if buffer.pointee.recordCount == 0, buffer.pointee.cellCount < RowLimits.cells {
        let used = buffer.pointee.usedBytes
        if let cell, byteCount > 0, used + byteCount <= RowBuffer.capacity {
            memcpy(buffer.pointee.bytes + used, cell, byteCount)
            buffer.pointee.usedBytes = used + byteCount
        }
        buffer.pointee.ends[buffer.pointee.cellCount] = Int32(
            truncatingIfNeeded: buffer.pointee.usedBytes
        )
    }
    buffer.pointee.cellCount += 1
}

/// libcsv's field callback: notes where the cell ends in a record that holds it as it is, with the
/// byte behind it.
@inline(__always)
func noteCell(
    _ cell: UnsafeMutableRawPointer?,
    _ byteCount: Int,
    _ context: UnsafeMutableRawPointer?
) {
    guard let buffer = context?.assumingMemoryBound(to: RowBuffer.self) else { return }
    buffer.pointee.usedBytes &+= byteCount &+ 1
    if buffer.pointee.cellCount < RowLimits.cells {
        buffer.pointee.ends[buffer.pointee.cellCount] = Int32(
            truncatingIfNeeded: buffer.pointee.usedBytes
        )
    }
    buffer.pointee.cellCount &+= 1
}

/// libcsv's row callback: counts the record.
@inline(__always)
func endRecord(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
    guard let buffer = context?.assumingMemoryBound(to: RowBuffer.self) else { return }
    buffer.pointee.recordCount += 1
}
