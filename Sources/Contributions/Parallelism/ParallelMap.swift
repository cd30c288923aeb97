private import Dispatch

/// Runs independent pieces of work side by side on all cores.
package enum Parallel {
    /// The results of `work` for 0..<count, in that order.
    package static func map<Result: Sendable>(
        count: Int,
        _ work: @Sendable (Int) -> Result
    ) -> [Result] {
        [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
            nonisolated(unsafe) let base = buffer.baseAddress
            // Each iteration writes its own element, and all have ended when this returns.
            DispatchQueue.concurrentPerform(iterations: count) { index in
                (base.unsafelyUnwrapped + index).initialize(to: work(index))
            }
            initializedCount = count
        }
    }

    /// The results of `work` for 0..<count, and that of another piece of work done beside them.
    package static func map<Result: Sendable, Other: Sendable>(
        count: Int,
        beside other: @Sendable () -> Other,
        _ work: @Sendable (Int) -> Result
    ) -> ([Result], Other) {
        let results = map(count: count + 1) { index -> (Result?, Other?) in
            index < count ? (work(index), nil) : (nil, other())
        }
        guard let other = results[count].1 else { preconditionFailure("all work has ended") }
        return (results.compactMap(\.0), other)
    }

    /// Splits 0..<count into ranges of about `size`, in order.
    package static func ranges(count: Int, size: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: max(1, size)).map { $0..<min($0 + max(1, size), count) }
    }
}
