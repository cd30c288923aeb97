internal import Contributions

/// A CSV file of the report, made in parts that can be written side by side.
package protocol ReportTable: Sendable {
    /// The name of the file in the report.
    var fileName: String { get }
    var columns: [String] { get }
    var partCount: Int { get }

    /// The rows of one part; parts follow each other in the file.
    func part(_ index: Int) -> ReportBuffer
}

extension ReportTable {
    /// The header line.
    package var header: ReportBuffer {
        let buffer = ReportBuffer(capacity: 4096)
        buffer.word(columns.joined(separator: ","))
        buffer.endRow()
        return buffer
    }
}

/// How many rows make a part of a table.
enum PartSize {
    static let rows = 8192
}

/// What every row about a worker needs: his employer, numbers and names as the report prints them.
struct WorkerCells {
    let outcome: Outcome
    private let workers: [Worker]
    private let npps: [[UInt8]]

    init(_ outcome: Outcome) {
        self.outcome = outcome
        workers = outcome.workers
        npps = outcome.records.employers.map { outcome.records.identifiers.bytes(of: $0.text) }
    }

    func worker(_ index: UInt32) -> Worker { workers[Int(index)] }

    func npp(_ employer: UInt32) -> [UInt8] { npps[Int(employer)] }

    /// `kpj,nik,nama,no_pegawai,unit,`
    func write(_ index: UInt32, to buffer: ReportBuffer) {
        let worker = workers[Int(index)]
        let pool = outcome.records.identifiers
        let texts = outcome.records.texts
        buffer.identifier(worker.kpj.text, pool)
        buffer.comma()
        buffer.identifier(worker.nik.text, pool)
        buffer.comma()
        buffer.text(texts.bytes(of: worker.name))
        buffer.comma()
        buffer.text(texts.bytes(of: worker.employeeNumber))
        buffer.comma()
        buffer.text(texts.bytes(of: worker.unit))
        buffer.comma()
    }
}
