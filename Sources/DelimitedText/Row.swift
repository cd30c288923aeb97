/// The cells of one record, as bytes, valid until the reader moves on.
public struct Row {
    @usableFromInline let bytes: UnsafePointer<UInt8>
    @usableFromInline let ends: UnsafePointer<Int32>
    /// The number of cells.
    public let count: Int
    /// How many bytes behind each cell are counted to it in `ends`, and are not of it.
    @usableFromInline let gap: Int

    /// - Parameters:
    ///   - bytes: The cells, one behind the other.
    ///   - ends: Where each cell ends in `bytes`, the gap behind it included.
    ///   - count: The number of cells.
    ///   - gap: How many bytes stand between two cells.
    package init(
        bytes: UnsafePointer<UInt8>,
        ends: UnsafePointer<Int32>,
        count: Int,
        gap: Int = 0
    ) {
        self.bytes = bytes
        self.ends = ends
        self.count = count
        self.gap = gap
    }

    /// The bytes of a cell, counted from 0, with the quotation marks taken off.
    @inlinable
    @inline(__always)
    public subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return UnsafeBufferPointer(start: bytes + start, count: Int(ends[index]) - gap - start)
    }

    /// Whether no cell has spaces around it; others may have some inside their quotation marks.
    ///
    /// libcsv takes spaces off. A line that holds its cells as they are had none.
    @inlinable public var isTrimmed: Bool { gap == 1 }

    /// Whether every cell is empty.
    @inlinable
    public var isEmpty: Bool {
        count == 0 || Int(ends[count - 1]) == count * gap
    }
}

extension Row {
    /// All cells, with the gaps between them.
    var content: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes, count: count == 0 ? 0 : Int(ends[count - 1]) - gap)
    }
}
