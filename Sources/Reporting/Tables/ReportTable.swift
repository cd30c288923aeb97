internal import Contributions

/// A CSV file of the report, made in parts that can be written side by side.
package protocol ReportTable: Sendable {
    /// The name of the file in the report.
    var fileName: String { get }
    var columns: [String] { get }
    var partCount: Int { get }

    /// Writes the rows of one part; parts follow each other in the file.
    func writePart(_ index: Int, to buffer: ReportBuffer)
}

extension ReportTable {
    /// Writes the header line.
    package func writeHeader(to buffer: ReportBuffer) {
        buffer.reserve(4096)
        buffer.word(columns.joined(separator: ","))
        buffer.endRow()
    }
}

/// How many rows make a part of a table.
enum PartSize {
    static let rows = 4096
}

/// What every row about a worker needs: his employer, numbers and names as the report prints them.
struct WorkerCells {
    private let workers: RowTable<Worker>
    private let employers: RowTable<NPP>
    private let nppWords: WordTable
    let pool: IdentifierPool
    let texts: TextStore

    init(_ outcome: Outcome) {
        workers = outcome.workers
        employers = outcome.records.employers
        pool = outcome.records.identifiers
        texts = outcome.records.texts
        let names = outcome.records.employers.map {
            outcome.records.identifiers.string(of: $0.text)
        }
        nppWords = WordTable(names)
    }

    func worker(_ index: UInt32) -> Worker { workers[Int(index)] }

    func npp(_ employer: UInt32) -> [UInt8] { pool.bytes(of: employers[Int(employer)].text) }

    /// Writes the cell of an employer's NPP.
    func writeNPP(_ employer: UInt32, to buffer: ReportBuffer) {
        nppWords.write(employer, to: buffer)
        buffer.comma()
    }

    /// Writes the cells of a worker: KPJ, NIK, name, employee number and unit.
    func write(_ index: UInt32, to buffer: ReportBuffer) {
        let worker = workers[Int(index)]
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
