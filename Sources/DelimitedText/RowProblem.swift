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
    /// A cell holds a NUL byte; its index counts from 0.
    case nulByte(cellIndex: Int)
    /// A cell is not valid UTF-8; its index counts from 0.
    case notUTF8(cellIndex: Int)
}

extension RowProblem {
    /// The cell at fault, counted from 0; its record was split, and ``RowReader/row`` holds it.
    package var cellIndex: Int? {
        switch self {
        case .cellTooLong(let index, _), .nulByte(let index), .notUTF8(let index): index
        case .strayQuote, .unterminatedQuote, .strayCarriageReturn, .recordTooLong, .tooManyCells:
            nil
        }
    }
}

/// How much of one record is read before it is refused.
///
/// A limit is a promise to the next record: a file with a broken quote or a cell of 100 MB costs
/// bounded memory, is reported by line, and the records after it are read.
package enum RowLimits {
    #if FUZZING
    // Small ones, so that the short inputs of `Scripts/fuzz` reach them.
    package static let recordBytes = 1 << 10
    package static let cellBytes = 255
    package static let cells = 48
    #else
    /// The longest record that is split, in bytes.
    package static let recordBytes = 1 << 20
    /// The longest cell that is accepted, in bytes.
    package static let cellBytes = 65_535
    /// The largest number of cells in a record.
    package static let cells = 4_096
    #endif
}
