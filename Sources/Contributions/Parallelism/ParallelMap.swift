private import Dispatch
private import Synchronization

#if canImport(Glibc)
private import Glibc
#endif

/// Runs independent pieces of work side by side on all cores.
package enum Parallel {
    private static let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
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

    /// Splits 0..<count into ranges of about `size`, in order.
    package static func ranges(count: Int, size: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: max(1, size)).map { $0..<min($0 + max(1, size), count) }
    }
}

/// The pieces of work that nobody has begun; a class because threads share it.
private final class SharedCount: Sendable {
    private let next = Atomic(0)

    func take(below count: Int) -> Int? {
        let index = next.add(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }
}

/// A loop that several threads run at once; a class because those that come too late look at it
/// when it is over.
///
/// `DispatchQueue.concurrentPerform` would do, but within another one it stays on its thread where
/// the outer one has as many pieces as there are cores, also when these are done already.
private final class SharedLoop: @unchecked Sendable {
    private var loop: (@Sendable () -> Void)?
    private let helpers = Mutex((count: 0, isClosed: false))
    private let lastHasLeft = DispatchSemaphore(value: 0)

    init(_ loop: @escaping @Sendable () -> Void) {
        self.loop = loop
    }

    /// Runs the loop, unless it is over.
    func help() {
        let isOpen = helpers.withLock { helpers in
            if !helpers.isClosed { helpers.count += 1 }
            return !helpers.isClosed
        }
        guard isOpen else { return }
        run()
        let isLast = helpers.withLock { helpers in
            helpers.count -= 1
            return helpers.isClosed && helpers.count == 0
        }
        if isLast { lastHasLeft.signal() }
    }

    /// A function of its own, so that nothing holds the loop any more when it returns.
    @inline(never)
    private func run() {
        loop?()
    }

    /// Waits for those who are still at work, and lets nobody in any more.
    func close() {
        let mustWait = helpers.withLock { helpers in
            helpers.isClosed = true
            return helpers.count > 0
        }
        if mustWait { lastHasLeft.wait() }
        loop = nil
    }
}

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
