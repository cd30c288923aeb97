#if canImport(Glibc)
private import Glibc
#endif

/// Counts line ends and quotation marks of a file, segment by segment, as its bytes go past.
///
/// The counts say for any segment on which line it begins and whether it begins inside quotes, so
/// that segments can be parsed side by side with exact line numbers. Quote parity is exact for
/// well-formed files. In others a segment ends inside a record; its reader then says
/// ``RowEvent/incomplete`` and the file is read again in one piece.
package struct FileSurvey: Sendable {
    /// The counts of one segment and of all before it.
    package struct Segment: Sendable {
        fileprivate var lineEndsBefore = 0
        fileprivate var quotesBefore = 0
        package fileprivate(set) var lineEndCount = 0
        package fileprivate(set) var quoteCount = 0

        /// A segment behind another one.
        fileprivate init(behind segment: Segment?) {
            guard let segment else { return }
            lineEndsBefore = segment.lineEndsBefore + segment.lineEndCount
            quotesBefore = segment.quotesBefore + segment.quoteCount
        }
    }

    /// The size of a segment in bytes; the last one may be shorter.
    package let segmentBytes: Int
    /// The byte that ends a line.
    package let terminator: UInt8
    package private(set) var segments: [Segment] = []
    package private(set) var byteCount = 0

    package init(segmentBytes: Int, terminator: UInt8) {
        self.segmentBytes = segmentBytes
        self.terminator = terminator
    }

    /// Takes the next bytes of the file.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty {
            if byteCount % segmentBytes == 0 { segments.append(Segment(behind: segments.last)) }
            let room = segmentBytes - byteCount % segmentBytes
            let part = rest.prefix(room)
            let bytes = UnsafeRawBufferPointer(rebasing: part)
            segments[segments.count - 1].lineEndCount += Self.count(of: terminator, in: bytes)
            segments[segments.count - 1].quoteCount += Self.count(of: UInt8(ascii: "\""), in: bytes)
            byteCount += part.count
            rest = rest.dropFirst(room)
        }
    }

    /// Takes the survey of the bytes that follow; those so far are whole segments.
    package mutating func append(_ next: FileSurvey) {
        precondition(byteCount % segmentBytes == 0 && next.segmentBytes == segmentBytes)
        for counted in next.segments {
            var segment = Segment(behind: segments.last)
            segment.lineEndCount = counted.lineEndCount
            segment.quoteCount = counted.quoteCount
            segments.append(segment)
        }
        byteCount += next.byteCount
    }

    /// The number of line ends before a segment, and whether it begins inside quotes.
    package func state(before index: Int) -> (lineEndCount: Int, isInsideQuotes: Bool) {
        let segment =
            index < segments.count ? segments[index] : Segment(behind: segments.last)
        return (segment.lineEndsBefore, segment.quotesBefore % 2 == 1)
    }

    /// How often a byte occurs; the C library searches many bytes at a time.
    private static func count(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int {
        guard var position = bytes.baseAddress else { return 0 }
        let end = position + bytes.count
        var count = 0
        while let found = memchr(position, Int32(byte), end - position) {
            count += 1
            position = UnsafeRawPointer(found) + 1
        }
        return count
    }
}

/// Finds where a record may begin.
package enum RecordBoundary {
    /// The offset just behind the first line end that is outside quotes.
    ///
    /// - Parameters:
    ///   - bytes: A part of a file.
    ///   - terminator: The byte that ends a line.
    ///   - isInsideQuotes: Whether `bytes` begins inside quotes; on return whether it ends so.
    /// - Returns: The offset, or nil when `bytes` holds no such line end.
    package static func first(
        in bytes: UnsafeRawBufferPointer,
        terminator: UInt8,
        isInsideQuotes: inout Bool
    ) -> Int? {
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\"") {
                isInsideQuotes.toggle()
            } else if byte == terminator, !isInsideQuotes {
                return index + 1
            }
        }
        return nil
    }
}
