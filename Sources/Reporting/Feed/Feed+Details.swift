internal import Contributions

/// The tables `bulan`, `temuan` and `nomor_lain`: what is told of the workers who have something to
/// tell.
extension Feed {
    /// Writes the months that are not settled.
    func writeMonths(to file: SQLiteFile) throws(FeedTrouble) {
        var positions = WorkerPositions(outcome.batches)
        var open: [MonthOutcome] = []
        var current = 0
        var next = 0
        let source = RowSource("baris_bulan", columnCount: 10) { row in
            while next == open.count {
                guard let (batch, worker) = positions.next() else { return false }
                current = batch
                next = 0
                open = openMonths(of: worker, outcome.batches[batch])
            }
            fill(row, open[next], outcome.batches[current])
            next += 1
            return true
        }
        try file.insert(into: "bulan", source)
    }

    private func openMonths(of worker: WorkerOutcome, _ batch: SettledBatch) -> [MonthOutcome] {
        let isInArrears = worker.unpaidRun > 0
        var open: [MonthOutcome] = []
        for month in batch.months(of: worker) {
            switch month.status {
            case .unpaid, .short, .noData: open.append(month)
            case .notYetDue: if isInArrears { open.append(month) }
            case .noPayroll, .notInPayroll, .nothingDue, .overpaid, .paid, .paidLate: break
            }
        }
        return open
    }

    private func fill(_ row: RowSource, _ month: MonthOutcome, _ batch: SettledBatch) {
        row.set(0, Int64(month.worker) + 1)
        row.set(1, FeedNumber.month(month.month))
        row.set(2, FeedCodes.number(month.status))
        row.set(3, FeedNumber.day(outcome.employerMonths.rules(month.month).due))
        row.set(4, month.due.total.sen)
        row.set(5, month.billed.total.sen)
        row.set(6, month.received.total.sen)
        row.set(7, month.shortTotal.sen)
        if let line = batch.sources[month.payrollSources].first {
            row.set(8, FeedNumber.line(line))
        }
        if let line = batch.moneySource(of: month) { row.set(9, FeedNumber.line(line)) }
    }

    /// Writes the findings about workers, and the other numbers that they name.
    func writeFindings(to file: SQLiteFile) throws(FeedTrouble) {
        let findings = findingsByWorker()
        let texts = FindingTexts(outcome)
        var next = 0
        var numberInWorker = 0
        let source = RowSource("baris_temuan", columnCount: 7) { row in
            guard next < findings.count else { return false }
            let finding = findings[next]
            let isSame = next > 0 && findings[next - 1].worker == finding.worker
            numberInWorker = isSame ? numberInWorker + 1 : 1
            fill(row, finding, numberInWorker, texts)
            next += 1
            return true
        }
        try file.insert(into: "temuan", source)
        try writeOtherNumbers(findings, to: file)
    }

    /// The findings about one worker, by worker.
    private func findingsByWorker() -> [Finding] {
        let ofRun = outcome.runFindings.filter { $0.worker != nil }
        let all = outcome.batches.flatMap { $0.findings.filter { $0.worker != nil } } + ofRun
        return all.enumerated()
            .sorted { left, right in
                (left.element.worker ?? 0, left.offset) < (right.element.worker ?? 0, right.offset)
            }
            .map(\.element)
    }

    private func fill(
        _ row: RowSource,
        _ finding: Finding,
        _ number: Int,
        _ texts: FindingTexts
    ) {
        row.set(0, Int64(finding.worker ?? 0) + 1)
        row.set(1, number)
        row.set(2, FeedCodes.number(finding.code))
        if let month = finding.month { row.set(3, FeedNumber.month(month)) }
        if let source = finding.source { row.set(4, FeedNumber.line(source)) }
        if !finding.column.isEmpty { row.set(5, copyOf: Array(finding.column.utf8)) }
        if finding.hasImpersonalValue {
            row.set(6, copyOf: Array(texts.value(of: finding).utf8))
        }
    }

    private func writeOtherNumbers(
        _ findings: [Finding],
        to file: SQLiteFile
    ) throws(FeedTrouble) {
        let insert = try SQLiteStatement(
            file,
            "INSERT OR IGNORE INTO nomor_lain VALUES (?, ?, ?)"
        )
        for finding in findings {
            guard let worker = finding.worker, let (kind, number) = finding.otherNumber else {
                continue
            }
            guard fields.contains(kind == .kpj ? .kpj : .nik) else { continue }
            let text = outcome.records.identifiers.string(of: number)
            try insert.bind([.text(kind.rawValue), .text(text), .number(Int64(worker) + 1)])
            _ = try insert.step()
        }
    }
}

extension Finding {
    /// Whether its value says nothing of a person: another employer's NPP, the register's word.
    var hasImpersonalValue: Bool { code == .otherEmployer || code == .statusDiffers }

    /// The number that BPJS has for the worker in place of his own.
    var otherNumber: (FeedNumberKind, PackedText)? {
        guard case .identifiers(let found, _) = detail else { return nil }
        return switch code {
        case .severalKPJ: (.kpj, found)
        case .nikDiffers: (.nik, found)
        default: nil
        }
    }
}
