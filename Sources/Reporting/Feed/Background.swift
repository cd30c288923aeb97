private import Contributions
private import Dispatch
private import Foundation
private import Synchronization

/// A piece of work that a thread of its own does meanwhile; a class because both threads share it.
///
/// It is for work that takes long and waits for nobody. Threads that GCD lends are as many as there
/// are cores, so that one which waits here for another could wait for ever.
package final class Background<Value: Sendable>: Sendable {
    private let result = Mutex<Value?>(nil)
    private let group = DispatchGroup()

    /// Begins the work.
    package init(_ work: @escaping @Sendable () -> Value) {
        group.enter()
        Parallel.takeCore()
        Thread.detachNewThread { [self] in
            let value = work()
            result.withLock { $0 = value }
            Parallel.giveBackCore()
            group.leave()
        }
    }

    /// Waits for its end.
    package func wait() {
        group.wait()
    }

    /// What it made; waits for it.
    package var value: Value {
        group.wait()
        guard let value = result.withLock({ $0 }) else {
            preconditionFailure("the thread leaves a result")
        }
        return value
    }
}
