/// Why a record cannot be split into cells, or must not be used although it can.
package enum RowProblem: Hashable, Sendable {
    /// A quotation mark stands where RFC 4180 allows none, for example `PT "Maju"` without outer
    /// quotes.
    case strayQuote
    /// A quoted cell is still open at the end of the file, or after ``RowLimits/recordBytes``.
    case unterminatedQuote
    /// A carriage return stands alone inside a line that ends in a line feed.
    case strayCarriageReturn
    /// The record is longer than ``RowLimits/recordBytes``.
    case recordTooLong(byteCount: Int)
    /// A cell is longer than ``RowLimits/cellBytes``; its index counts from 0.
    case cellTooLong(cellIndex: Int, byteCount: Int)
    /// The record has more cells than ``RowLimits/cells``.
    case tooManyCells(count: Int)
    /// The record holds a NUL byte.
    case nulByte
    /// The record is not valid UTF-8.
    case notUTF8
}

/// How much of one record is read before it is refused.
///
/// A limit is a promise to the next record: a file with a broken quote or a cell of 100 MB costs
/// bounded memory, is reported by line, and the records after it are read.
package enum RowLimits {
    /// The longest record that is split, in bytes.
    package static let recordBytes = 1 << 20
    /// The longest cell that is accepted, in bytes.
    package static let cellBytes = 65_535
    /// The largest number of cells in a record.
    package static let cells = 4_096
}
