package import Contributions

/// A layout that SIPP takes as an upload.
package enum SIPPLayout: UInt8, CaseIterable, Sendable {
    /// Wages, of new workers too (`data_upah`).
    case wages
    /// Workers who left (`data_tk_na`).
    case leavers

    /// The columns, under SIPP's names and in its order.
    var columns: [String] {
        switch self {
        case .wages:
            [
                "NIK", "NO_PEGAWAI", "KPJ", "KODE_TK", "NAMA_LENGKAP", "TGL_LAHIR", "UPAH", "RAPEL",
                "BLTH", "NPP",
            ]
        case .leavers:
            ["KPJ", "NAMA_LENGKAP", "TGL_LAHIR", "SEBAB_NA", "TGL_KEJADIAN", "KETERANGAN"]
        }
    }

    /// Whether a mutation stands in the upload.
    func takes(_ mutation: Mutation) -> Bool {
        mutation.isUploaded && mutation.kind.layout == self
    }

    /// The name of an employer's upload in the report.
    func fileName(npp: String) -> String {
        let name =
            switch self {
            case .wages: "data_upah.csv"
            case .leavers: "data_tk_na.csv"
            }
        return "sipp/\(PathComponent.of(npp))/\(name)"
    }
}

extension MutationKind {
    /// The upload in which a mutation of the kind stands; none for what is corrected one by one.
    var layout: SIPPLayout? {
        switch self {
        case .newWorker, .wage: .wages
        case .leaver: .leavers
        case .correction: nil
        }
    }
}

/// An employer's upload for SIPP: the mutations of which payroll states all that it needs.
package struct SIPPUpload: Sendable {
    package let fileName: String
    private let layout: SIPPLayout
    /// The employer's mutations, among them those of the upload.
    private let mutations: Slice<MutationList>
    /// Owns the rows that the cells are made of.
    private let outcome: Outcome
    private let cells: WorkerCells

    /// The uploads of a run, by employer and layout; none without rows.
    package static func all(_ outcome: Outcome) -> [SIPPUpload] {
        let cells = WorkerCells(outcome)
        var uploads: [SIPPUpload] = []
        var rest = outcome.mutations[...]
        while let first = rest.first {
            let ofEmployer = rest.prefix { $0.employer == first.employer }
            rest = rest[ofEmployer.endIndex...]
            let npp = outcome.records.employers[Int(first.employer)]
            for layout in SIPPLayout.allCases {
                guard ofEmployer.contains(where: { layout.takes($0) }) else { continue }
                let name = layout.fileName(npp: outcome.records.identifiers.string(of: npp.text))
                uploads.append(
                    SIPPUpload(
                        fileName: name,
                        layout: layout,
                        mutations: ofEmployer,
                        outcome: outcome,
                        cells: cells
                    )
                )
            }
        }
        return uploads
    }

    /// The bytes of the file.
    package var bytes: [UInt8] {
        let buffer = ReportBuffer(capacity: 1 << 12)
        buffer.reserve(4096)
        buffer.word(layout.columns.joined(separator: ","))
        buffer.endRow()
        for row in mutations where layout.takes(row) {
            buffer.reserve(4096)
            switch layout {
            case .wages: writeWage(row, to: buffer)
            case .leavers: writeLeaver(row, to: buffer)
            }
            buffer.endRow()
        }
        return buffer.withBytes { Array($0) }
    }

    private func writeWage(_ mutation: Mutation, to buffer: ReportBuffer) {
        let worker = cells.worker(mutation.worker)
        buffer.identifier(worker.nik.text, cells.pool)
        buffer.comma()
        buffer.text(cells.texts.bytes(of: worker.employeeNumber))
        buffer.comma()
        buffer.identifier(worker.kpj.text, cells.pool)
        buffer.comma()
        buffer.comma()
        buffer.text(cells.texts.bytes(of: worker.name))
        buffer.comma()
        buffer.dayFirst(worker.birth)
        buffer.comma()
        buffer.shortAmount(mutation.wage ?? .zero)
        buffer.comma()
        buffer.shortAmount(mutation.rapel)
        buffer.comma()
        if let month = mutation.month { buffer.monthFirst(month) }
        buffer.comma()
        buffer.identifier(outcome.records.employers[Int(mutation.employer)].text, cells.pool)
    }

    private func writeLeaver(_ mutation: Mutation, to buffer: ReportBuffer) {
        let worker = cells.worker(mutation.worker)
        buffer.identifier(worker.kpj.text, cells.pool)
        buffer.comma()
        buffer.text(cells.texts.bytes(of: worker.name))
        buffer.comma()
        buffer.dayFirst(worker.birth)
        buffer.comma()
        buffer.text(cells.texts.bytes(of: mutation.leavingReason))
        buffer.comma()
        buffer.dayFirst(mutation.event)
        // A remark of ours would stand in SIPP as HR's own.
        buffer.comma()
    }
}
