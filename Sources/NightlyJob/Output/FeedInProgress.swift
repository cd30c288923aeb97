private import Dispatch
private import Foundation
internal import Reporting
private import Synchronization

/// The feed being written by a thread of its own; a class because its end waits for that thread.
final class FeedInProgress {
    let file: OutputFile
    let path: String
    private let work = Work()

    /// What both threads share.
    private final class Work: Sendable {
        let trouble = Mutex<FeedTrouble?>(nil)
        let group = DispatchGroup()
    }

    init(_ feed: Feed, file: OutputFile, path: String) {
        self.file = file
        self.path = path
        work.group.enter()
        Thread.detachNewThread { [work] in
            do throws(FeedTrouble) {
                try feed.write(to: path)
            } catch {
                let found = error
                work.trouble.withLock { $0 = found }
            }
            work.group.leave()
        }
    }

    func wait() throws(FeedTrouble) {
        work.group.wait()
        if let trouble = work.trouble.withLock({ $0 }) { throw trouble }
    }

    deinit {
        // Where the report fails meanwhile, nobody removes the folder from under the thread.
        work.group.wait()
    }
}
