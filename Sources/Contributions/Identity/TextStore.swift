#if canImport(Glibc)
private import Glibc
#endif

/// Where a name or another free text stands in the ``TextStore`` of the run; 8 bytes.
public struct TextReference: Hashable, Sendable, BitwiseCopyable {
    /// Arena (20 bits), offset (28 bits), length (16 bits); 0 is no text.
    public let raw: UInt64

    /// No text.
    @inlinable
    public static var absent: TextReference { TextReference(raw: 0) }

    @usableFromInline
    init(raw: UInt64) {
        self.raw = raw
    }

    @inlinable
    init(arena: Int, offset: Int, length: Int) {
        raw = UInt64(arena) << 44 | UInt64(offset) << 16 | UInt64(length)
    }

    /// Whether it is no text.
    @inlinable
    public var isAbsent: Bool {
        raw & 0xFFFF == 0
    }

    /// Moves the text to an arena that holds the same bytes at the same place.
    @inlinable
    mutating func move(toArena arena: Int) {
        guard !isAbsent else { return }
        self = TextReference(arena: arena, offset: offset, length: length)
    }

    @usableFromInline var arena: Int { Int(raw >> 44) }
    @usableFromInline var offset: Int { Int(raw >> 16 & 0xFFF_FFFF) }
    @usableFromInline var length: Int { Int(raw & 0xFFFF) }
}

/// The free texts of one segment of a file, one behind the other.
///
/// It is a class because it owns memory that the run's ``TextStore`` shares; after its segment is
/// parsed nobody writes to it, which makes it safe to read from any thread.
package final class TextArena: @unchecked Sendable {
    /// The number of the arena in its run; segments are numbered before they are parsed.
    package let number: Int
    fileprivate var bytes: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity: Int
    /// Who owns the bytes where an earlier run wrote them.
    private let owner: KeptMemory?

    /// The most texts of a run are spread over this many arenas.
    package static let largestNumber = 1 << 20 - 1

    package init(number: Int, capacity: Int = 1 << 16) {
        self.number = number
        self.capacity = capacity
        bytes = .allocate(capacity: capacity)
        owner = nil
    }

    /// Takes over texts that an earlier run kept; nothing more can be kept in the arena.
    package init(number: Int, kept texts: Range<Int>, in memory: KeptMemory) {
        guard let base = memory.bytes.baseAddress, texts.upperBound <= memory.bytes.count else {
            preconditionFailure("texts outside of their memory")
        }
        self.number = number
        capacity = 0
        count = texts.count
        bytes = UnsafeMutableRawPointer(mutating: base + texts.lowerBound)
            .assumingMemoryBound(to: UInt8.self)
        owner = memory
    }

    deinit {
        if owner == nil { bytes.deallocate() }
    }

    /// All texts, one behind the other.
    package var contents: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: bytes, count: count)
    }

    /// Keeps a text and says where it stands.
    package func keep(_ text: UnsafeBufferPointer<UInt8>) -> TextReference {
        guard let source = text.baseAddress, !text.isEmpty else { return .absent }
        precondition(owner == nil, "text arena of an earlier run")
        let start = count
        let end = start + text.count
        precondition(text.count <= 0xFFFF && end < 1 << 28, "text arena is full")
        if end > capacity { grow(to: end) }
        copy(source, text.count, to: bytes + start)
        count = end
        return TextReference(arena: number, offset: start, length: text.count)
    }

    /// Copies a text; most are of 8 to 32 bytes, of which the words at both ends may overlap.
    @inline(__always)
    private func copy(
        _ source: UnsafePointer<UInt8>,
        _ length: Int,
        to target: UnsafeMutablePointer<UInt8>
    ) {
        guard length >= 8, length <= 32 else {
            target.update(from: source, count: length)
            return
        }
        func copyWord(_ offset: Int) {
            let word = UnsafeRawPointer(source + offset).loadUnaligned(as: UInt64.self)
            UnsafeMutableRawPointer(target + offset).storeBytes(of: word, as: UInt64.self)
        }
        copyWord(0)
        if length > 16 {
            copyWord(8)
            copyWord(length &- 16)
        }
        copyWord(length &- 8)
    }

    private func grow(to needed: Int) {
        capacity = max(capacity * 2, needed)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
    }
}

/// The free texts of a run: names, units and employee numbers, kept as the bytes of the files.
///
/// A class because it owns its table of pointers, which is read for every name.
package final class TextStore: @unchecked Sendable {
    private let arenas: [TextArena]
    private let bases: UnsafeMutableBufferPointer<UnsafePointer<UInt8>>

    /// Creates a store over arenas that are numbered by their place and no longer written to.
    package init(_ arenas: [TextArena] = []) {
        self.arenas = arenas
        bases = .allocate(capacity: arenas.count)
        _ = bases.initialize(fromContentsOf: arenas.map { UnsafePointer($0.bytes) })
    }

    /// Creates a store with the texts of another one and those of arenas numbered behind its own.
    convenience init(_ store: TextStore, and arenas: [TextArena]) {
        self.init(store.arenas + arenas)
    }

    deinit {
        bases.deallocate()
    }

    /// The number of arenas, and so the next one's.
    var arenaCount: Int { arenas.count }

    /// The bytes of a text; valid as long as the store.
    package func bytes(of text: TextReference) -> UnsafeBufferPointer<UInt8> {
        guard !text.isAbsent else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: bases[text.arena] + text.offset, count: text.length)
    }

    /// Asks for the beginning of a text.
    func prefetch(_ text: TextReference) {
        if !text.isAbsent { Prefetch.line(bases[text.arena] + text.offset) }
    }

    /// The text as a string, for messages and pages.
    package func string(of text: TextReference) -> String {
        String(decoding: bytes(of: text), as: UTF8.self)
    }

    /// Whether two texts are the same bytes.
    package func areEqual(_ left: TextReference, _ right: TextReference) -> Bool {
        if left == right { return true }
        guard left.length == right.length else { return false }
        guard let first = bytes(of: left).baseAddress, let second = bytes(of: right).baseAddress
        else {
            return true
        }
        return memcmp(first, second, left.length) == 0
    }

    /// Whether `left` comes before `right` in byte order.
    package func isOrderedBefore(_ left: TextReference, _ right: TextReference) -> Bool {
        bytes(of: left).lexicographicallyPrecedes(bytes(of: right))
    }
}
