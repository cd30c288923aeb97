internal import Contributions
internal import Crypto
internal import DelimitedText
private import Foundation
internal import Reporting

/// What the previous report said, for the changes since then.
struct PreviousReport: Sendable {
    /// The SHA-256 of its manifest.
    let manifestDigest: String
    private let workers: [Entry]
    private let byKPJ: [Key: Int]
    private let byNIK: [Key: Int]
    /// Who was gone in the previous report already.
    private let goneBefore: [Entry]
    private let goneKeys: Set<Key>
    private let firstSeen: [String: Day]

    private struct Entry {
        var npp: [UInt8]
        var kpj: [UInt8]
        var nik: [UInt8]
        var name: [UInt8]
        var status: String
    }

    private struct Key: Hashable {
        var npp: [UInt8]
        var number: [UInt8]
    }

    /// - Throws: A failure (exit 66) when the folder holds no report.
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
        manifestDigest = SHA256.hash(data: manifest).hexadecimal
        try Self.requireWhole(folder, manifest, contents)
        workers = Self.rows(status, ["npp", "kpj", "nik", "nama", "status"]).map { cells in
            Entry(
                npp: cells[0],
                kpj: cells[1],
                nik: cells[2],
                name: cells[3],
                status: String(decoding: cells[4], as: UTF8.self)
            )
        }
        var byKPJ: [Key: Int] = [:]
        var byNIK: [Key: Int] = [:]
        for (index, worker) in workers.enumerated() {
            if !worker.kpj.isEmpty { byKPJ[Key(npp: worker.npp, number: worker.kpj)] = index }
            if !worker.nik.isEmpty { byNIK[Key(npp: worker.npp, number: worker.nik)] = index }
        }
        self.byKPJ = byKPJ
        self.byNIK = byNIK
        let changes = contents("perubahan.csv") ?? []
        goneBefore = Self.rows(
            changes,
            ["npp", "kpj", "nik", "nama", "status_lama", "status_baru"]
        )
        .filter { $0[5].elementsEqual("hilang".utf8) }
        .map { cells in
            Entry(
                npp: cells[0],
                kpj: cells[1],
                nik: cells[2],
                name: cells[3],
                status: String(decoding: cells[4], as: UTF8.self)
            )
        }
        goneKeys = Set(goneBefore.flatMap(Self.keys))
        let keyColumns = ["kode", "npp", "blth", "kpj", "nik", "nilai", "pertama_terlihat"]
        var firstSeen: [String: Day] = [:]
        for cells in Self.rows(contents("temuan.csv") ?? [], keyColumns) {
            let key = cells.prefix(6).map { String(decoding: $0, as: UTF8.self) }
            firstSeen[key.joined(separator: "|")] = Day(
                iso: String(decoding: cells[6], as: UTF8.self)
            )
        }
        self.firstSeen = firstSeen
    }

    /// Whether a folder holds the report with that manifest, and its tables are what it says.
    static func isWhole(_ folder: String, _ manifestDigest: String) -> Bool {
        guard let data = FileManager.default.contents(atPath: folder + "/manifest.json") else {
            return false
        }
        return SHA256.hash(data: data).hexadecimal == manifestDigest
    }

    private static func keys(_ entry: Entry) -> [Key] {
        [entry.kpj, entry.nik].filter { !$0.isEmpty }.map { Key(npp: entry.npp, number: $0) }
    }

    /// A report that was changed after it was written tells nothing about what changed since.
    private static func requireWhole(
        _ folder: String,
        _ manifest: [UInt8],
        _ contents: (String) -> [UInt8]?
    ) throws(Failure) {
        struct Listed: Decodable {
            struct Output: Decodable {
                var berkas: String
                var sha256: String
            }
            var keluaran: [Output]
        }
        guard let listed = try? JSONDecoder().decode(Listed.self, from: Data(manifest)) else {
            throw Failure(.refusedInput, "\(folder)/manifest.json is not the manifest of a report")
        }
        for name in ["status.csv", "temuan.csv", "perubahan.csv"] {
            guard let output = listed.keluaran.first(where: { $0.berkas == name }) else { continue }
            let bytes = contents(name) ?? []
            guard SHA256.hash(data: bytes).hexadecimal == output.sha256 else {
                throw Failure(.refusedInput, "\(folder)/\(name) is not what its manifest says")
            }
        }
    }

    /// The first night of a finding: that of the previous report, or this one.
    func firstSeen(_ key: FindingKey, asOf: Day) -> Day {
        firstSeen[key.text] ?? asOf
    }

    /// Some columns of a CSV file of ours, with the apostrophe before formulas taken off.
    private static func rows(_ bytes: [UInt8], _ columns: [String]) -> [[[UInt8]]] {
        var result: [[[UInt8]]] = []
        bytes.withUnsafeBufferPointer { buffer in
            var reader = RowReader(buffer, delimiter: UInt8(ascii: ","), isEndOfFile: true)
            var places: [Int]?
            while case let event = reader.next(), event != .end {
                guard event == .row else { continue }
                let row = reader.row
                guard let places else {
                    let header = (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
                    places = columns.compactMap { header.firstIndex(of: $0) }
                    continue
                }
                guard places.count == columns.count, row.count > places.max() ?? 0 else { continue }
                result.append(places.map { withoutApostrophe(row[$0]) })
            }
        }
        return result
    }

    private static func withoutApostrophe(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard cell.count > 1, cell[0] == UInt8(ascii: "'"), "=+-@\t\r".utf8.contains(cell[1]) else {
            return Array(cell)
        }
        return Array(cell.dropFirst())
    }
}

// MARK: - Changes

extension PreviousReport {
    /// What changed per worker, what his status was, and who is gone.
    ///
    /// A worker is the same by NPP and KPJ, else by NPP and NIK.
    func changes(
        in outcome: Outcome
    ) -> (changes: [WorkerChange], oldStatus: [String], missing: [ChangeTable.Missing]) {
        let pool = outcome.records.identifiers
        var changes = [WorkerChange](repeating: .new, count: outcome.workers.count)
        var oldStatus = [String](repeating: "", count: outcome.workers.count)
        var returned: Set<Key> = []
        var isStillThere = [Bool](repeating: false, count: workers.count)
        for worker in outcome.batches.flatMap(\.workers) {
            let index = Int(worker.worker)
            let person = outcome.workers[index]
            let npp = pool.bytes(of: outcome.records.employers[Int(person.employer)].text)
            let kpj = Key(npp: npp, number: pool.bytes(of: person.kpj.text))
            let nik = Key(npp: npp, number: pool.bytes(of: person.nik.text))
            guard let place = byKPJ[kpj] ?? byNIK[nik] else {
                if goneKeys.contains(kpj) || goneKeys.contains(nik) {
                    changes[index] = .reappeared
                    returned.formUnion([kpj, nik])
                }
                continue
            }
            isStillThere[place] = true
            oldStatus[index] = workers[place].status
            changes[index] = workers[place].status == worker.status.code ? .unchanged : .changed
        }
        // Who was gone before and still is stays listed, so that he is known when he comes back.
        let newlyGone = workers.indices.filter { !isStillThere[$0] }.map { workers[$0] }
        let stillGone = goneBefore.filter { Self.keys($0).allSatisfy { !returned.contains($0) } }
        let missing = (newlyGone + stillGone).map { entry in
            ChangeTable.Missing(
                npp: entry.npp,
                kpj: entry.kpj,
                nik: entry.nik,
                name: entry.name,
                oldStatus: entry.status
            )
        }
        return (changes, oldStatus, missing.sorted(by: Self.isBefore))
    }

    private static func isBefore(_ left: ChangeTable.Missing, _ right: ChangeTable.Missing) -> Bool
    {
        for (a, b) in [(left.npp, right.npp), (left.kpj, right.kpj), (left.nik, right.nik)]
        where a != b {
            return a.lexicographicallyPrecedes(b)
        }
        return false
    }
}
