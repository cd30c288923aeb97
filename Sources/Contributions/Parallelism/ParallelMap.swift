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

    /// The results of two pieces of work that are done side by side.
    package static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () -> First,
        _ second: @Sendable () -> Second
    ) -> (First, Second) {
        let results = map(count: 2) { index -> (First?, Second?) in
            index == 0 ? (first(), nil) : (nil, second())
        }
        guard let first = results[0].0, let second = results[1].1 else {
            preconditionFailure("both pieces of work have ended")
        }
        return (first, second)
    }

    /// Splits 0..<count into ranges of about `size`, in order.
    package static func ranges(count: Int, size: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: max(1, size)).map { $0..<min($0 + max(1, size), count) }
    }
}
