internal import Contributions
private import Dispatch
internal import Reporting
private import Synchronization

/// Makes the files of a report on all cores.
///
/// Documents are begun first, because the longest of them takes as long as many parts. Where the
/// disk may get full, those that make sure of their space come last and alone. Tables are made in
/// parts, which are appended to their files in order: whoever finishes the part that is
/// next in line appends it, and all that follow it and are ready, while the others go on making
/// parts. A limit on parts in the making bounds the memory.
final class ReportWriter: @unchecked Sendable {
    private struct Part {
        var table: Int
        var index: Int
    }

    fileprivate struct State {
        var nextDocument = 0
        var nextToMake = 0
        /// Buffers that were appended and can be filled again.
        var idle: [ReportBuffer] = []
        /// What the manifest says of each document.
        var summaries: [OutputSummary?]
        /// Documents that are written and parts that are appended.
        var doneCount = 0
        var trouble: Failure?
    }

    private let tables: [any ReportTable]
    private let files: [OutputFile]
    private let parts: [Part]
    private let documents: [ReportDocument]
    private let folder: String
    /// Whether the disk certainly holds all files.
    private let isRoomy: Bool
    private let state: Mutex<State>
    /// The parts that are made, until they are appended.
    private let readyParts = InOrder<ReportBuffer>()
    private let permits: DispatchSemaphore

    init(
        _ tables: [any ReportTable],
        _ documents: [ReportDocument],
        folder: String,
        isRoomy: Bool
    ) throws(Failure) {
        self.tables = tables
        self.documents = documents
        self.folder = folder
        self.isRoomy = isRoomy
        var files: [OutputFile] = []
        for table in tables { files.append(try OutputFile(folder, table.fileName)) }
        self.files = files
        parts = tables.indices.flatMap { table in
            [Part(table: table, index: -1)]
                + (0..<tables[table].partCount).map { Part(table: table, index: $0) }
        }
        state = Mutex(State(summaries: Array(repeating: nil, count: documents.count)))
        permits = DispatchSemaphore(value: Parallel.coreCount * 3)
    }

    /// Makes all files.
    ///
    /// - Parameters:
    ///   - feed: The feed, whose thread takes a core until it ends; nil where there is none.
    ///   - progress: Told how many documents and parts are done, and of how many.
    /// - Returns: What the manifest says of the tables and then of the documents.
    /// - Throws: A failure (exit 73) when a file cannot be made or written.
    func run(
        beside feed: FeedInProgress?,
        _ progress: @Sendable (Int, Int) -> Void
    ) throws(Failure) -> [OutputSummary] {
        nonisolated(unsafe) let feed = feed
        let threadCount = max(Parallel.coreCount, feed == nil ? 1 : 2)
        // The feed is one long piece of work. Shared with as many threads as there are cores, its
        // core would have it end long after all others.
        DispatchQueue.concurrentPerform(iterations: threadCount) { thread in
            if thread == threadCount - 1 { feed?.wait() }
            while let document = state.withLock({ $0.takeDocument() }) {
                if !comesLast(document) { write(document, progress) }
            }
            while let part = takePart() { make(part, progress) }
        }
        for document in documents.indices where comesLast(document) {
            guard state.withLock({ $0.trouble == nil }) else { break }
            write(document, progress)
        }
        let (trouble, summaries) = state.withLock { ($0.trouble, $0.summaries) }
        if let trouble { throw trouble }
        return files.map { $0.finish() } + summaries.compactMap(\.self)
    }
}

// MARK: - Documents

extension ReportWriter.State {
    /// The next document that nobody has begun.
    fileprivate mutating func takeDocument() -> Int? {
        guard nextDocument < summaries.count, trouble == nil else { return nil }
        nextDocument += 1
        return nextDocument - 1
    }
}

extension ReportWriter {
    private func comesLast(_ document: Int) -> Bool {
        !isRoomy && documents[document].makesSureOfSpace
    }

    private func write(_ document: Int, _ progress: @Sendable (Int, Int) -> Void) {
        do throws(Failure) {
            let summary = try documents[document].write(into: folder)
            state.withLock { $0.summaries[document] = summary }
            advance(progress)
        } catch {
            let failure = error
            state.withLock { $0.trouble = failure }
        }
    }

    private func advance(_ progress: @Sendable (Int, Int) -> Void) {
        let done = state.withLock { state in
            state.doneCount += 1
            return state.doneCount
        }
        progress(done, parts.count + documents.count)
    }
}

// MARK: - Tables

extension ReportWriter {
    /// The next part that nobody has begun, with memory to make it in.
    private func takePart() -> (place: Int, buffer: ReportBuffer)? {
        permits.wait()
        let next = state.withLock { state -> (Int, ReportBuffer)? in
            guard state.nextToMake < parts.count, state.trouble == nil else { return nil }
            state.nextToMake += 1
            let buffer = state.idle.popLast() ?? ReportBuffer(capacity: 1 << 20)
            return (state.nextToMake - 1, buffer)
        }
        if next == nil { permits.signal() }
        return next
    }

    private func make(
        _ next: (place: Int, buffer: ReportBuffer),
        _ progress: @Sendable (Int, Int) -> Void
    ) {
        let part = parts[next.place]
        let table = tables[part.table]
        next.buffer.clear()
        if part.index < 0 {
            table.writeHeader(to: next.buffer)
        } else {
            table.writePart(part.index, to: next.buffer)
        }
        readyParts.add(next.buffer, at: next.place) { buffer, place in
            append(buffer, at: place)
            state.withLock { $0.idle.append(buffer) }
            permits.signal()
            advance(progress)
        }
    }

    private func append(_ buffer: ReportBuffer, at place: Int) {
        guard state.withLock({ $0.trouble == nil }) else { return }
        do throws(FileTrouble) {
            try buffer.withBytes { bytes throws(FileTrouble) in
                try files[parts[place].table].append(bytes)
            }
        } catch {
            let failure = Failure(.cannotWrite, "cannot write the report: \(error)")
            state.withLock { $0.trouble = failure }
        }
    }
}
