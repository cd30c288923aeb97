private import CMachine

/// Asks for memory before it is needed.
///
/// The rows of a worker are scattered over tables of a hundred megabytes, so that each would be
/// waited for. Who asks for those of a later worker first and then works on the one at hand finds
/// them in the cache when their turn comes.
enum Prefetch {
    /// How many workers, rows or keys ahead is early enough, and not so early that it is forgotten.
    static let distance = 16

    private static let lineBytes = 64

    /// Asks for the cache line of an address.
    @inline(__always)
    static func line(_ address: UnsafeRawPointer) {
        iuran_prefetch(address)
    }

    /// Asks for the lines of some bytes.
    @inline(__always)
    static func lines(_ address: UnsafeRawPointer, byteCount: Int) {
        var offset = 0
        while offset < byteCount {
            iuran_prefetch(address + offset)
            offset += lineBytes
        }
        iuran_prefetch(address + byteCount - 1)
    }
}

extension RowTable {
    /// Asks for a row.
    @inline(__always)
    package func prefetch(_ index: Int) {
        guard let base = rows.baseAddress else { return }
        Prefetch.lines(UnsafeRawPointer(base + index), byteCount: MemoryLayout<Element>.size)
    }
}

extension Array where Element: BitwiseCopyable {
    /// Asks for an element.
    @inline(__always)
    func prefetch(_ index: Int) {
        withUnsafeBufferPointer { elements in
            if let base = elements.baseAddress { Prefetch.line(base + index) }
        }
    }
}
