private import Dispatch
private import Foundation
internal import Reporting
private import Synchronization

/// The feed being written by a thread of its own; a class because its end waits for that thread.
final class FeedInProgress {
    private let work = Work()

    /// What both threads share.
    private final class Work: Sendable {
        let result = Mutex<Result<OutputSummary, Failure>?>(nil)
        let group = DispatchGroup()
    }

    /// Begins to write the feed into a folder.
    ///
    /// - Parameters:
    ///   - feed: What to write.
    ///   - folder: Where an empty file is made for it, so that its mode is right.
    /// - Throws: A failure (exit 73) when the file cannot be made.
    init(_ feed: Feed, in folder: String) throws(Failure) {
        let path = folder + "/" + FeedFile.fileName
        // SQLite, which fills the file, leaves its mode alone.
        nonisolated(unsafe) let file = try OutputFile(folder, FeedFile.fileName)
        work.group.enter()
        Thread.detachNewThread { [work] in
            let result = Result { () throws(Failure) in try Self.write(feed, to: path, file) }
            work.result.withLock { $0 = result }
            work.group.leave()
        }
    }

    /// Writes the feed, and reads it again for its digest.
    private static func write(
        _ feed: Feed,
        to path: String,
        _ file: OutputFile
    ) throws(Failure) -> OutputSummary {
        do throws(FeedTrouble) {
            try feed.write(to: path)
        } catch {
            throw Failure(.cannotWrite, "cannot write \(FeedFile.fileName): \(error)")
        }
        do throws(FileTrouble) {
            return try file.summaryOfContents(path)
        } catch {
            throw Failure(.cannotWrite, "cannot read \(FeedFile.fileName) again: \(error)")
        }
    }

    /// Waits for the end of its thread.
    func wait() {
        work.group.wait()
    }

    /// Waits for the end.
    ///
    /// - Returns: What the manifest says of the file.
    /// - Throws: A failure (exit 73) when the feed could not be written.
    func summary() throws(Failure) -> OutputSummary {
        work.group.wait()
        guard let result = work.result.withLock({ $0 }) else {
            preconditionFailure("the thread leaves a result")
        }
        return try result.get()
    }

    deinit {
        // Where the report fails meanwhile, nobody removes the folder from under the thread.
        work.group.wait()
    }
}
