internal import Contributions
private import Foundation
private import Glibc

/// Who looked whom up, and when: `catatan/pencarian.jsonl` of a workspace, as UU 27/2022 asks.
///
/// A line has the token of the number, never the number; whoever has the key can tell whether a
/// person was looked up.
struct LookUpLog {
    /// Whom somebody looked up, and how many were found.
    struct LookUp {
        /// The token of the number; `*` for all workers.
        var token: String
        var kind: String
        var count: Int
    }

    /// A line of the log.
    private struct Entry: Encodable {
        var waktu: String
        /// The account that ran the program.
        var akun: String
        /// Who asked, as the caller says; the account where he says nothing.
        var oleh: String
        var perintah: String
        var token: String
        var jenis: String
        /// The day of the report that was asked.
        var laporan: String
        var hasil: Int
    }

    private let path: String

    init(_ workspace: Workspace) {
        path = workspace.lookUps
    }

    /// Writes look-ups down before anything is answered.
    ///
    /// - Parameters:
    ///   - lookUps: Whom somebody looked up.
    ///   - command: The command that did it.
    ///   - who: Who asked; nil for the account that runs the program.
    ///   - report: The day of the report that was asked.
    /// - Throws: A failure (exit 73): what cannot be recorded is not answered.
    func record(
        _ lookUps: [LookUp],
        by command: String,
        for who: String?,
        report: Day
    ) throws(Failure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let now = Clock.now()
        var bytes: [UInt8] = []
        for lookUp in lookUps {
            let entry = Entry(
                waktu: now,
                akun: Host.user,
                oleh: who ?? Host.user,
                perintah: command,
                token: lookUp.token,
                jenis: lookUp.kind,
                laporan: report.description,
                hasil: lookUp.count
            )
            guard let line = try? encoder.encode(entry) else { continue }
            bytes += [UInt8](line) + [UInt8(ascii: "\n")]
        }
        do throws(FileTrouble) {
            try Folder.make(Folder.parent(of: path))
            try append(bytes)
        } catch {
            throw Failure(
                .cannotWrite,
                "cannot record the look-up in \(path), so it is not answered: \(error)"
            )
        }
    }

    private func append(_ bytes: [UInt8]) throws(FileTrouble) {
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        let descriptor = open(path, flags, 0o640)
        guard descriptor >= 0 else { throw FileTrouble(errno) }
        defer { close(descriptor) }
        var status = stat()
        // One program at a time, so that lines do not mix.
        guard fstat(descriptor, &status) == 0, flock(descriptor, LOCK_EX) == 0 else {
            throw FileTrouble(errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileTrouble(EINVAL) }
        fstat(descriptor, &status)
        do throws(FileTrouble) {
            try bytes.withUnsafeBufferPointer { buffer throws(FileTrouble) in
                try DurableFile.append(UnsafeRawBufferPointer(buffer), to: descriptor)
            }
            guard fsync(descriptor) == 0 else { throw FileTrouble(errno) }
        } catch {
            // Half a line would swallow the next one.
            ftruncate(descriptor, status.st_size)
            throw error
        }
    }
}
