private import Dispatch
private import Foundation
internal import Reporting
private import Synchronization

/// Makes the parts of tables on all cores and appends them to their files in order.
///
/// Whoever finishes the part that is next in line appends it, and all that follow it and are ready,
/// while the others go on making parts. A limit on parts in the making bounds the memory.
final class OrderedWriter: @unchecked Sendable {
    private struct Part {
        var table: Int
        var index: Int
    }

    private struct State {
        var nextToMake = 0
        var nextToAppend = 0
        var ready: [Int: ReportBuffer] = [:]
        /// Buffers that were appended and can be filled again.
        var idle: [ReportBuffer] = []
        var isAppending = false
        var trouble: FileTrouble?
    }

    private let tables: [any ReportTable]
    private let files: [OutputFile]
    private let parts: [Part]
    private let state = Mutex(State())
    private let permits: DispatchSemaphore
    private let threadCount = max(1, ProcessInfo.processInfo.activeProcessorCount)

    init(_ tables: [any ReportTable], folder: String) throws(Failure) {
        self.tables = tables
        var files: [OutputFile] = []
        for table in tables { files.append(try OutputFile(folder, table.fileName)) }
        self.files = files
        parts = tables.indices.flatMap { table in
            [Part(table: table, index: -1)]
                + (0..<tables[table].partCount).map { Part(table: table, index: $0) }
        }
        permits = DispatchSemaphore(value: threadCount * 3)
    }

    var trouble: FileTrouble? { state.withLock(\.trouble) }

    var summaries: [OutputSummary] { files.map { $0.finish() } }

    func run(_ progress: @Sendable (Int, Int) -> Void) {
        DispatchQueue.concurrentPerform(iterations: threadCount) { _ in
            while true {
                permits.wait()
                let next = state.withLock { state -> (Int, ReportBuffer)? in
                    guard state.nextToMake < parts.count, state.trouble == nil else { return nil }
                    state.nextToMake += 1
                    let buffer = state.idle.popLast() ?? ReportBuffer(capacity: 1 << 20)
                    return (state.nextToMake - 1, buffer)
                }
                guard let (next, buffer) = next else {
                    permits.signal()
                    return
                }
                let part = parts[next]
                let table = tables[part.table]
                buffer.clear()
                if part.index < 0 {
                    table.writeHeader(to: buffer)
                } else {
                    table.writePart(part.index, to: buffer)
                }
                deposit(buffer, at: next, progress)
            }
        }
    }

    private func deposit(
        _ buffer: ReportBuffer,
        at place: Int,
        _ progress: @Sendable (Int, Int) -> Void
    ) {
        var isMine = state.withLock { state in
            state.ready[place] = buffer
            guard !state.isAppending, place == state.nextToAppend else { return false }
            state.isAppending = true
            return true
        }
        while isMine {
            let next = state.withLock { state -> (Int, ReportBuffer)? in
                guard let buffer = state.ready.removeValue(forKey: state.nextToAppend) else {
                    state.isAppending = false
                    return nil
                }
                return (state.nextToAppend, buffer)
            }
            guard let (place, buffer) = next else { return }
            append(buffer, at: place)
            state.withLock { state in
                state.nextToAppend += 1
                state.idle.append(buffer)
            }
            permits.signal()
            progress(place + 1, parts.count)
            isMine = true
        }
    }

    private func append(_ buffer: ReportBuffer, at place: Int) {
        guard trouble == nil else { return }
        do throws(FileTrouble) {
            try buffer.withBytes { bytes throws(FileTrouble) in
                try files[parts[place].table].append(bytes)
            }
        } catch {
            let found = error
            state.withLock { $0.trouble = found }
        }
    }
}
