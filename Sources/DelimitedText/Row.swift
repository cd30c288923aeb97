/// The cells of one record, as bytes, valid until the reader moves on.
package struct Row {
    @usableFromInline let bytes: UnsafePointer<UInt8>
    @usableFromInline let ends: UnsafePointer<Int32>
    /// The number of cells.
    package let count: Int

    /// - Parameters:
    ///   - bytes: The cells, one behind the other.
    ///   - ends: Where each cell ends in `bytes`.
    ///   - count: The number of cells.
    @usableFromInline
    package init(bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int32>, count: Int) {
        self.bytes = bytes
        self.ends = ends
        self.count = count
    }

    /// The bytes of a cell, counted from 0, with the quotation marks taken off.
    @inlinable
    package subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return UnsafeBufferPointer(start: bytes + start, count: Int(ends[index]) - start)
    }

    /// Whether every cell is empty.
    package var isEmpty: Bool {
        count == 0 || ends[count - 1] == 0
    }
}
