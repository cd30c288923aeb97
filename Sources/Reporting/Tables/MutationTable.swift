package import Contributions

/// `mutasi.csv`: what HR must enter in SIPP, with its deadline, a row for each thing.
///
/// The first columns are ours; from `NIK` on stand those of SIPP's layouts `data_upah` and
/// `data_tk_na`, under their names and in their order.
package struct MutationTable: ReportTable {
    package let fileName = "mutasi.csv"
    package let columns = [
        "npp", "nama_perusahaan", "jenis", "tenggat", "blth", "alasan", "berkas", "baris", "tempat",
        "kolom", "dari", "menjadi", "unggahan", "NIK", "NO_PEGAWAI", "KPJ", "KODE_TK",
        "NAMA_LENGKAP", "TGL_LAHIR", "UPAH", "RAPEL", "SEBAB_NA", "TGL_KEJADIAN", "KETERANGAN",
    ]
    /// Owns the rows that the cells are made of.
    private let outcome: Outcome
    private let cells: WorkerCells
    private let names: EmployerNames
    private let texts: MutationTexts
    /// The names of the uploads of each employer, by layout.
    private let uploads: WordTable
    private let mutations: MutationList
    private let files: WordTable

    package init(_ outcome: Outcome) {
        self.outcome = outcome
        cells = WorkerCells(outcome)
        names = EmployerNames(outcome)
        texts = MutationTexts(outcome)
        mutations = outcome.mutations
        let pool = outcome.records.identifiers
        files = WordTable(cells: outcome.records.files)
        uploads = WordTable(
            outcome.records.employers.flatMap { npp in
                SIPPLayout.allCases.map { $0.fileName(npp: pool.string(of: npp.text)) }
            }
        )
    }

    package var partCount: Int { (mutations.count + PartSize.rows - 1) / PartSize.rows }

    package func writePart(_ index: Int, to buffer: ReportBuffer) {
        let start = index * PartSize.rows
        let end = min(start + PartSize.rows, mutations.count)
        for mutation in mutations[start..<end] {
            writeOurs(mutation, to: buffer)
            writeTheirs(mutation, to: buffer)
        }
    }

    private func writeOurs(_ mutation: Mutation, to buffer: ReportBuffer) {
        buffer.reserve(2048)
        cells.writeNPP(mutation.employer, to: buffer)
        names.write(mutation.employer, to: buffer)
        buffer.word(mutation.kind.code)
        buffer.comma()
        buffer.day(mutation.deadline)
        buffer.comma()
        if let month = mutation.month { buffer.month(month) }
        buffer.comma()
        buffer.word(mutation.reason.code)
        buffer.comma()
        if let source = mutation.source {
            files.writeLong(source.file, to: buffer)
            buffer.comma()
            buffer.number(source.line)
        } else {
            buffer.comma()
        }
        buffer.comma()
        buffer.word(mutation.place.code)
        buffer.comma()
        buffer.word(mutation.correction?.column ?? "")
        buffer.comma()
        write(mutation.correction?.found ?? .none, to: buffer)
        write(mutation.correction?.expected ?? .none, to: buffer)
        if mutation.isUploaded, let layout = mutation.kind.layout {
            let first = Int(mutation.employer) * SIPPLayout.allCases.count
            uploads.writeLong(first + Int(layout.rawValue), to: buffer)
        }
        buffer.comma()
    }

    private func write(_ value: Correction.Value, to buffer: ReportBuffer) {
        switch value {
        case .none: break
        case .identifier(let text): buffer.identifier(text, cells.pool)
        case .day(let day): buffer.day(day)
        case .text(let text): buffer.text(cells.texts.bytes(of: text))
        case .amount(let amount): buffer.amount(amount)
        }
        buffer.comma()
    }

    private func writeTheirs(_ mutation: Mutation, to buffer: ReportBuffer) {
        let worker = cells.worker(mutation.worker)
        buffer.identifier(worker.nik.text, cells.pool)
        buffer.comma()
        buffer.text(cells.texts.bytes(of: worker.employeeNumber))
        buffer.comma()
        buffer.identifier(worker.kpj.text, cells.pool)
        // SIPP's own code of a worker (KODE_TK) is in no file that we read.
        buffer.comma()
        buffer.comma()
        buffer.text(cells.texts.bytes(of: worker.name))
        buffer.comma()
        buffer.day(worker.birth)
        buffer.comma()
        if let wage = mutation.wage {
            buffer.amount(wage)
            buffer.comma()
            buffer.amount(mutation.rapel)
        } else {
            buffer.comma()
        }
        buffer.comma()
        buffer.text(cells.texts.bytes(of: mutation.leavingReason))
        buffer.comma()
        buffer.day(mutation.event)
        buffer.comma()
        buffer.text(texts.remarks(on: mutation, worker))
        buffer.endRow()
    }
}
