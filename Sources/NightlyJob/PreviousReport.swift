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
    private let goneBefore: Set<Key>
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
        goneBefore = Set(
            Self.rows(changes, ["npp", "kpj", "nik", "status_baru"])
                .filter { $0[3].elementsEqual("hilang".utf8) }
                .map { Key(npp: $0[0], number: $0[1].isEmpty ? $0[2] : $0[1]) }
        )
        let keyColumns = ["kode", "npp", "blth", "kpj", "nik", "nilai", "pertama_terlihat"]
        var firstSeen: [String: Day] = [:]
        for cells in Self.rows(contents("temuan.csv") ?? [], keyColumns) {
            let key = cells.prefix(6).map { String(decoding: $0, as: UTF8.self) }
            firstSeen[key.joined(separator: "|")] = Self.day(cells[6])
        }
        self.firstSeen = firstSeen
    }

    /// The first night of a finding: that of the previous report, or this one.
    func firstSeen(_ key: FindingKey, asOf: Day) -> Day {
        firstSeen[key.text] ?? asOf
    }

    private static func day(_ cell: [UInt8]) -> Day? {
        let parts = cell.split(separator: UInt8(ascii: "-")).map {
            Int(String(decoding: $0, as: UTF8.self))
        }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
            return nil
        }
        return Day(year: year, month: month, day: day)
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
        var isStillThere = [Bool](repeating: false, count: workers.count)
        for worker in outcome.batches.flatMap(\.workers) {
            let index = Int(worker.worker)
            let person = outcome.workers[index]
            let npp = pool.bytes(of: outcome.records.employers[Int(person.employer)].text)
            let kpj = Key(npp: npp, number: pool.bytes(of: person.kpj.text))
            let nik = Key(npp: npp, number: pool.bytes(of: person.nik.text))
            guard let place = byKPJ[kpj] ?? byNIK[nik] else {
                if goneBefore.contains(kpj) || goneBefore.contains(nik) {
                    changes[index] = .reappeared
                }
                continue
            }
            isStillThere[place] = true
            oldStatus[index] = workers[place].status
            changes[index] = workers[place].status == worker.status.code ? .unchanged : .changed
        }
        let missing = workers.indices.filter { !isStillThere[$0] }.map { index in
            ChangeTable.Missing(
                npp: workers[index].npp,
                kpj: workers[index].kpj,
                nik: workers[index].nik,
                name: workers[index].name,
                oldStatus: workers[index].status
            )
        }
        return (changes, oldStatus, missing)
    }
}
