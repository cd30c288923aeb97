private import Dispatch
private import Synchronization

/// The pieces of work that nobody has begun; a class because threads share it.
final class SharedCount: Sendable {
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
final class SharedLoop: @unchecked Sendable {
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
