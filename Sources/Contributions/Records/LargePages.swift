#if canImport(Glibc)
private import Glibc
#endif

/// Memory in pages of 2 MiB, for arrays of numbers that are looked into at random.
///
/// The system gives fresh memory in pages of 4 KiB, each when it is first touched, and looks up
/// where a page is at every access that is far from the last one. Tables that are written from one
/// end to the other gain nothing: what is cleared at once has left the cache when it is written.
enum LargePages {
    /// Below this a table could hold hardly any large page.
    static let leastByteCount = 1 << 22

    /// Asks for large pages for memory that is not written yet; without them nothing changes.
    static func ask(for memory: UnsafeMutableRawBufferPointer) {
        #if canImport(Glibc)
        guard memory.count >= leastByteCount, let base = memory.baseAddress else { return }
        let pageSize = 4096
        let start = base.alignedUp(toMultipleOf: pageSize)
        let end = (base + memory.count).alignedDown(toMultipleOf: pageSize)
        madvise(start, end - start, MADV_HUGEPAGE)
        #endif
    }
}

extension Array where Element: BitwiseCopyable {
    /// An array of elements that are not written yet.
    init(unwritten count: Int) {
        self.init(unsafeUninitializedCapacity: count) { buffer, initializedCount in
            LargePages.ask(for: UnsafeMutableRawBufferPointer(buffer))
            initializedCount = count
        }
    }

    /// An array of many elements, all of them the same.
    init(filledWith element: Element, count: Int) {
        self.init(unsafeUninitializedCapacity: count) { buffer, initializedCount in
            LargePages.ask(for: UnsafeMutableRawBufferPointer(buffer))
            buffer[..<count].initialize(repeating: element)
            initializedCount = count
        }
    }

    /// An empty array with room for many elements; only what is written takes memory.
    init(roomFor count: Int) {
        self.init(unsafeUninitializedCapacity: count) { buffer, _ in
            LargePages.ask(for: UnsafeMutableRawBufferPointer(buffer))
        }
    }
}
