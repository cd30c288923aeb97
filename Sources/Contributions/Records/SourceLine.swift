/// The file and line a record was read from; 8 bytes, ordered by file and line.
public struct SourceLine: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The file's place in the run's inputs (24 bits) and the line from 1 (40 bits).
    public let raw: UInt64

    /// Creates the position of a line.
    @inlinable
    public init(file: Int, line: Int) {
        raw = UInt64(file) << 40 | UInt64(line)
    }

    /// No position; lines count from 1.
    package static var absent: SourceLine { SourceLine(file: 0, line: 0) }

    /// The position, or nil when it is absent.
    package var ifPresent: SourceLine? { self == .absent ? nil : self }

    /// The place of the file among the run's inputs, from 0.
    @inlinable
    public var file: Int {
        Int(raw >> 40)
    }

    /// The line, from 1.
    @inlinable
    public var line: Int {
        Int(raw & (1 << 40 - 1))
    }

    /// Whether `left` was read earlier.
    @inlinable
    public static func < (left: SourceLine, right: SourceLine) -> Bool { left.raw < right.raw }
}
