/// Why bytes that an earlier run kept cannot be read.
package struct DamagedRows: Error {
    package init() {}
}

/// Writes numbers and texts one behind the other, for ``ByteReader`` of the same program.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: Int) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ number: UInt64) {
        write(Int(bitPattern: UInt(number)))
    }

    mutating func write(_ text: [UInt8]) {
        write(text.count)
        bytes.append(contentsOf: text)
    }

    mutating func write(_ text: String) {
        write(Array(text.utf8))
    }

    mutating func write<Element>(
        _ list: [Element],
        _ each: (Element, inout ByteWriter) -> Void
    ) {
        write(list.count)
        for element in list { each(element, &self) }
    }
}

/// Reads what a ``ByteWriter`` wrote, and trusts no length in it.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    mutating func number() throws(DamagedRows) -> Int {
        guard bytes.count - offset >= 8 else { throw DamagedRows() }
        defer { offset += 8 }
        return bytes.loadUnaligned(fromByteOffset: offset, as: Int.self)
    }

    /// A number of things of which each takes at least a byte.
    mutating func count() throws(DamagedRows) -> Int {
        let count = try number()
        guard (0...bytes.count).contains(count) else { throw DamagedRows() }
        return count
    }

    mutating func word() throws(DamagedRows) -> UInt64 {
        UInt64(UInt(bitPattern: try number()))
    }

    mutating func text() throws(DamagedRows) -> [UInt8] {
        let count = try count()
        guard bytes.count - offset >= count else { throw DamagedRows() }
        defer { offset += count }
        return [UInt8](bytes[offset..<(offset + count)])
    }

    mutating func string() throws(DamagedRows) -> String {
        String(decoding: try text(), as: UTF8.self)
    }

    mutating func list<Element>(
        _ each: (inout ByteReader) throws(DamagedRows) -> Element
    ) throws(DamagedRows) -> [Element] {
        var list: [Element] = []
        for _ in 0..<(try count()) { list.append(try each(&self)) }
        return list
    }
}
