internal import Contributions
internal import Crypto
private import Foundation

/// What the previous report said, for the changes since then.
struct PreviousReport: Sendable {
    /// The SHA-256 of its manifest.
    let manifestDigest: String
    /// What the report was made from.
    let manifest: WrittenManifest
    let workers: PreviousWorkers
    let findings: PreviousFindings

    /// - Throws: A failure: exit 66 when the folder holds no report, 65 when it was changed.
    init(_ folder: String) throws(Failure) {
        func contents(_ name: String) -> [UInt8]? {
            FileManager.default.contents(atPath: folder + "/" + name).map { [UInt8]($0) }
        }
        guard let bytes = WrittenManifest.bytes(in: folder), let status = contents("status.csv")
        else {
            throw Failure(
                .noInput,
                "\(folder) holds no report to compare with (manifest.json, status.csv)"
            )
        }
        guard let manifest = WrittenManifest(bytes) else {
            throw Failure(.refusedInput, "\(folder)/manifest.json is not the manifest of a report")
        }
        self.manifest = manifest
        manifestDigest = SHA256.hash(data: bytes).hexadecimal
        let tables = Self.tables.map { name in name == "status.csv" ? status : contents(name) }
        let digests = Parallel.map(count: tables.count) { index in
            SHA256.hash(data: tables[index] ?? []).hexadecimal
        }
        // A report that was changed after it was written tells nothing about what changed since.
        for output in manifest.outputs {
            guard let index = Self.tables.firstIndex(of: output.name) else { continue }
            guard digests[index] == output.digest else {
                throw Failure(
                    .refusedInput,
                    "\(folder)/\(output.name) is not what its manifest says"
                )
            }
        }
        workers = PreviousWorkers(status: status, changes: tables[1] ?? [])
        findings = PreviousFindings(open: tables[2] ?? [], resolved: tables[3] ?? [])
    }

    /// The tables that are read.
    private static let tables = [
        "status.csv", "perubahan.csv", "temuan.csv", "temuan_selesai.csv",
    ]

    /// Whether a folder holds the report with that manifest, and all files that it lists.
    ///
    /// Sizes are compared, not digests: this is asked every night, of reports of any size.
    static func isWhole(_ folder: String, _ manifestDigest: String) -> Bool {
        guard let bytes = WrittenManifest.bytes(in: folder),
            SHA256.hash(data: bytes).hexadecimal == manifestDigest,
            let manifest = WrittenManifest(bytes)
        else { return false }
        return manifest.outputs.allSatisfy { output in
            let path = folder + "/" + output.name
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            guard let size = (attributes?[.size] as? NSNumber)?.intValue else { return false }
            return size == output.size
        }
    }
}
