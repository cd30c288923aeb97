private import Crypto
private import Foundation
private import Glibc

/// Who looked whom up, and when: `catatan/pencarian.jsonl` of a workspace, as UU 27/2022 asks.
///
/// A line has the token of the number, never the number; whoever has the key can tell whether a
/// person was looked up.
struct LookUpLog {
    /// A look-up.
    struct Entry: Encodable {
        var waktu: String
        /// The account that ran the program.
        var akun: String
        /// Who asked, as the caller says; the account where he says nothing.
        var oleh: String
        var perintah: String
        /// The token of the number; `*` for all workers.
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

    /// Writes entries down before anything is answered.
    ///
    /// - Throws: A failure (exit 73): what cannot be recorded is not answered.
    func record(_ entries: [Entry]) throws(Failure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes: [UInt8] = []
        for entry in entries {
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
