internal import Reporting

/// The feed being written by a thread of its own; a class because its end waits for that thread.
final class FeedInProgress {
    private let work: Background<Result<OutputSummary, Failure>>

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
        work = Background {
            Result { () throws(Failure) in try Self.write(feed, to: path, file) }
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

    /// Waits for the end.
    func wait() {
        work.wait()
    }

    /// What the manifest says of the file; waits for the end.
    ///
    /// - Throws: A failure (exit 73) when the feed could not be written.
    func summary() throws(Failure) -> OutputSummary {
        try work.value.get()
    }
}
