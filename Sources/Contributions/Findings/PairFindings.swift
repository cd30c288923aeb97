/// What became of the rows of the pairing file.
struct PairFindings {
    let context: SettlementContext

    /// A finding for each row: who decided what, and whether it holds.
    func all() -> [Finding] {
        let verdicts = context.directory.pairs
        guard !verdicts.isEmpty else { return [] }
        let workerOfGroup = context.directory.placesByGroup()
        return verdicts.map { verdict in
            let pair = context.records.pairs[verdict.row]
            let code: FindingCode
            let message: String
            switch verdict.fate {
            case .used:
                code = .pairUsed
                message = "\(other(pair)) milik pekerja ini \(decision(pair))"
            case .expired:
                code = .pairExpired
                message = "\(other(pair)) \(decision(pair))"
            case .void(let fault):
                code = .pairVoid
                message = text(of: fault, pair)
            }
            return Finding(
                code,
                employer: pair.employer,
                worker: verdict.worker.map { workerOfGroup[Int($0)] },
                source: pair.source,
                detail: .text(value: otherNumber(pair), message: message)
            )
        }
    }

    private func decision(_ pair: PairRow) -> String {
        let end =
            pair.until.isAbsent ? "tanpa batas waktu" : "berlaku sampai \(pair.until)"
        return "menurut \(pair.decider) (\(pair.reason)), \(end)"
    }

    private func text(of fault: PairVerdict.Fault, _ pair: PairRow) -> String {
        switch fault {
        case .unknownWorker: "\(worker(pair)) tidak ada di payroll NPP ini"
        case .severalWorkers: "\(worker(pair)) menunjuk lebih dari satu pekerja payroll"
        case .ownNumber: "\(other(pair)) sudah nomor pekerja itu sendiri di payroll"
        case .othersNumber: "\(other(pair)) milik pekerja lain di payroll"
        case .unknownNumber:
            "\(other(pair)) tidak ada pada baris buku iuran atau daftar peserta NPP ini yang belum "
                + "punya pasangan"
        case .contradiction: "pasangan lain memberikan \(other(pair)) kepada pekerja lain"
        }
    }

    private func worker(_ pair: PairRow) -> String { numbers(pair.kpj, pair.nik) }

    private func other(_ pair: PairRow) -> String { numbers(pair.otherKPJ, pair.otherNIK) }

    private func otherNumber(_ pair: PairRow) -> String {
        let number = pair.otherKPJ.isUsable ? pair.otherKPJ.text : pair.otherNIK.text
        return context.records.identifiers.string(of: number)
    }

    private func numbers(_ kpj: KPJ, _ nik: NIK) -> String {
        let pool = context.records.identifiers
        var parts: [String] = []
        if kpj.isUsable { parts.append("KPJ \(pool.string(of: kpj.text))") }
        if nik.isUsable { parts.append("NIK \(pool.string(of: nik.text))") }
        return parts.joined(separator: " / ")
    }
}
