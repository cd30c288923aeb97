private import CMachine
private import Dispatch
private import Synchronization

/// Runs independent pieces of work side by side on all cores.
package enum Parallel {
    /// The cores that this process may use.
    package static let coreCount = Int(iuran_core_count())

    private static let takenCoreCount = Atomic(0)

    /// Notes that a thread of its own begins to work, for which a core is left free.
    ///
    /// As one of more threads than there are cores it would get less than a core, and end after all
    /// others.
    package static func takeCore() {
        takenCoreCount.add(1, ordering: .relaxed)
    }

    /// Notes that such a thread has ended.
    package static func giveBackCore() {
        takenCoreCount.subtract(1, ordering: .relaxed)
    }

    /// The results of `work` for 0..<count, in that order.
    package static func map<Result: Sendable>(
        count: Int,
        _ work: @Sendable (Int) -> Result
    ) -> [Result] {
        [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
            nonisolated(unsafe) let base = buffer.baseAddress
            let next = SharedCount()
            // Each element is written once, and all are when this returns.
            onAllCores(count) {
                while let index = next.take(below: count) {
                    (base.unsafelyUnwrapped + index).initialize(to: work(index))
                }
            }
            initializedCount = count
        }
    }

    /// Runs a loop over some pieces of work on as many threads as are free for it, this one among
    /// them.
    private static func onAllCores(_ pieceCount: Int, _ loop: @Sendable () -> Void) {
        let freeCoreCount = coreCount - takenCoreCount.load(ordering: .relaxed)
        guard min(pieceCount, freeCoreCount) > 1 else { return loop() }
        withoutActuallyEscaping(loop) { loop in
            let shared = SharedLoop(loop)
            for _ in 1..<min(pieceCount, freeCoreCount) {
                DispatchQueue.global().async { shared.help() }
            }
            loop()
            shared.close()
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

    /// The results of two pieces of work done side by side.
    package static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () -> First,
        _ second: @Sendable () -> Second
    ) -> (First, Second) {
        let (firsts, second) = map(count: 1, beside: second) { _ in first() }
        return (firsts[0], second)
    }

    /// Splits 0..<count into ranges of about `size`, in order.
    package static func ranges(count: Int, size: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: max(1, size)).map { $0..<min($0 + max(1, size), count) }
    }
}
