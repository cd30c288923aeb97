/// The file and line a record was read from; 8 bytes, ordered by file and line.
package struct SourceLine: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The file's place in the run's inputs (24 bits) and the line from 1 (40 bits).
    package let raw: UInt64

    @inlinable
    package init(file: Int, line: Int) {
        raw = UInt64(file) << 40 | UInt64(line)
    }

    /// The place of the file among the run's inputs, from 0.
    @inlinable
    package var file: Int {
        Int(raw >> 40)
    }

    /// The line, from 1.
    @inlinable
    package var line: Int {
        Int(raw & (1 << 40 - 1))
    }

    @inlinable
    package static func < (left: SourceLine, right: SourceLine) -> Bool { left.raw < right.raw }
}
