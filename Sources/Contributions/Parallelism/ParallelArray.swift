extension Array where Element: BitwiseCopyable & Sendable {
    /// How many elements one thread takes at a time.
    private static var elementsAtOnce: Int { 1 << 17 }

    /// An array of elements that are made side by side.
    @inline(__always)
    init(sideBySide count: Int, _ element: @Sendable (Int) -> Element) {
        self.init(unwritten: count)
        change { index, place in place = element(index) }
    }

    /// Changes every element, many of them side by side.
    ///
    /// - Parameter body: Called once with each place and what stands there.
    @inline(__always)
    mutating func change(_ body: @Sendable (Int, inout Element) -> Void) {
        let ranges = Parallel.ranges(count: count, size: Self.elementsAtOnce)
        withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let elements = buffer
            // Each range is changed by one thread, and all have ended when the map returns.
            _ = Parallel.map(count: ranges.count) { range in
                for index in ranges[range] { body(index, &elements[index]) }
            }
        }
    }
}
