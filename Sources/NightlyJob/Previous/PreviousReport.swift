internal import Contributions
internal import Crypto
private import Foundation

/// What the previous report said, for the changes since then.
struct PreviousReport: Sendable {
    /// The SHA-256 of its manifest.
    let manifestDigest: String
    let facts: Facts
    let workers: PreviousWorkers
    let findings: PreviousFindings

    /// What its manifest says that it was made from.
    struct Facts: Sendable {
        var asOf: Day?
        var version: String
        /// The SHA-256 of the input files that were used.
        var inputs: Set<String>
        /// Settings and rules, in a form to compare.
        var rules: String
    }

    /// - Throws: A failure: exit 66 when the folder holds no report, 65 when it was changed.
    init(_ folder: String) throws(Failure) {
        func contents(_ name: String) -> [UInt8]? {
            FileManager.default.contents(atPath: folder + "/" + name).map { [UInt8]($0) }
        }
        guard let manifest = contents("manifest.json"), let status = contents("status.csv") else {
            throw Failure(
                .noInput,
                "\(folder) holds no report to compare with (manifest.json, status.csv)"
            )
        }
        guard let facts = Facts(manifest: manifest) else {
            throw Failure(.refusedInput, "\(folder)/manifest.json is not the manifest of a report")
        }
        self.facts = facts
        manifestDigest = SHA256.hash(data: manifest).hexadecimal
        let tables = Self.tables.map { name in name == "status.csv" ? status : contents(name) }
        let digests = Parallel.map(count: tables.count) { index in
            SHA256.hash(data: tables[index] ?? []).hexadecimal
        }
        // A report that was changed after it was written tells nothing about what changed since.
        let expected = Self.digests(manifest: manifest)
        for (index, name) in Self.tables.enumerated() {
            guard let digest = expected[name] else { continue }
            guard digests[index] == digest else {
                throw Failure(.refusedInput, "\(folder)/\(name) is not what its manifest says")
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
        struct Listed: Decodable {
            struct Output: Decodable {
                var berkas: String
                var ukuran: Int
            }
            var keluaran: [Output]
        }
        guard let data = FileManager.default.contents(atPath: folder + "/manifest.json"),
            SHA256.hash(data: data).hexadecimal == manifestDigest,
            let listed = try? JSONDecoder().decode(Listed.self, from: data)
        else { return false }
        return listed.keluaran.allSatisfy { output in
            let path = folder + "/" + output.berkas
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return (attributes?[.size] as? NSNumber)?.intValue == output.ukuran
        }
    }

    private static func digests(manifest: [UInt8]) -> [String: String] {
        struct Listed: Decodable {
            struct Output: Decodable {
                var berkas: String
                var sha256: String
            }
            var keluaran: [Output]
        }
        guard let listed = try? JSONDecoder().decode(Listed.self, from: Data(manifest)) else {
            return [:]
        }
        return Dictionary(
            listed.keluaran.map { ($0.berkas, $0.sha256) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension PreviousReport.Facts {
    /// Reads a manifest; nil where it is none.
    fileprivate init?(manifest: [UInt8]) {
        guard
            let root = try? JSONSerialization.jsonObject(with: Data(manifest)) as? [String: Any],
            let format = root["format"] as? String, format.hasPrefix("iuran-laporan/"),
            root["keluaran"] is [[String: Any]]
        else { return nil }
        asOf = (root["per_tanggal"] as? String).flatMap { Day(iso: $0) }
        version = root["versi"] as? String ?? ""
        let entries = root["masukan"] as? [[String: Any]] ?? []
        inputs = Set(
            entries.filter { $0["keadaan"] as? String != "ditolak" }
                .compactMap { $0["sha256"] as? String }
        )
        rules = Self.rules(root)
    }

    /// Settings and rules of a manifest as text in which equal ones are equal.
    private static func rules(_ root: [String: Any]) -> String {
        let parts: [String: Any] = [
            "pengaturan": root["pengaturan"] ?? [:], "aturan": root["aturan"] ?? [],
        ]
        let data = try? JSONSerialization.data(withJSONObject: parts, options: [.sortedKeys])
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    /// The facts of a manifest that is about to be written.
    init?(of manifest: Manifest) {
        guard let bytes = try? manifest.encoded() else { return nil }
        self.init(manifest: bytes)
    }
}
