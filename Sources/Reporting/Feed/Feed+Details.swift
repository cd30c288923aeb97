internal import Contributions

/// The tables `bulan`, `temuan` and `nomor_lain`: what is told of the workers who have something to
/// tell.
extension Feed {
    /// Writes the months that are not settled.
    func writeMonths(to file: SQLiteFile) throws(FeedTrouble) {
        var place = WorkerPlace()
        // Where a worker has more open months than a block has room for.
        var monthsDone = 0
        let columns = [
            "pekerja", "blth", "status", "jatuh_tempo", "terutang", "ditagih", "diterima", "kurang",
            "bukti_payroll", "bukti_iuran",
        ]
        let source = RowSource("baris_bulan", columns: columns) { block in
            while block.count == 0, place.goOn(in: outcome.batches) {
                let batch = outcome.batches[place.batch]
                while place.worker < batch.workers.count, !block.isFull {
                    let worker = batch.workers[place.worker]
                    let places = worker.monthPlaces
                    var next = places.lowerBound + monthsDone
                    while next < places.upperBound, !block.isFull {
                        let status = batch.months.state(at: next).status
                        if status.isOpen(inArrears: worker.unpaidRun > 0) {
                            fill(block.add(), batch.months[next], batch)
                        }
                        next += 1
                    }
                    let isDone = next == places.upperBound
                    monthsDone = isDone ? 0 : next - places.lowerBound
                    if isDone { place.worker += 1 }
                }
            }
        }
        try file.insert(into: "bulan", source)
    }

    private func fill(_ row: RowBlock.Row, _ month: MonthOutcome, _ batch: SettledBatch) {
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
        if let line = batch.ledgerSource(of: month) { row.set(9, FeedNumber.line(line)) }
    }

    /// Writes the findings about workers, and the other numbers that they name.
    ///
    /// - Parameters:
    ///   - order: What ``findingsByWorker()`` made.
    ///   - file: The feed.
    /// - Throws: What SQLite says when it cannot.
    func writeFindings(_ order: [ListPlace], to file: SQLiteFile) throws(FeedTrouble) {
        let lists = findingLists
        let texts = FindingTexts(outcome)
        let words = ReportBuffer(capacity: 1 << 12)
        var next = 0
        var numberInWorker = 0
        let columns = ["pekerja", "nomor", "kode", "blth", "bukti", "kolom", "nilai"]
        let source = RowSource("baris_temuan", columns: columns) { block in
            while next < order.count, !block.isFull {
                let finding = lists[order[next]]
                let isSame = next > 0 && lists[order[next - 1]].worker == finding.worker
                numberInWorker = isSame ? numberInWorker + 1 : 1
                fill(block.add(), finding, numberInWorker, texts, words)
                next += 1
            }
        }
        try file.insert(into: "temuan", source)
        try writeOtherNumbers(order, lists, to: file)
    }

    /// All findings but those made while reading, which are about no worker.
    private var findingLists: [[Finding]] {
        outcome.batches.map(\.findings) + [outcome.runFindings]
    }

    /// The findings about one worker, by worker; of a worker those of his batch, and then those of
    /// the run in the order of `temuan.csv`.
    func findingsByWorker() -> [ListPlace] {
        let lists = findingLists
        let ofRun = FindingOrder([outcome.runFindings], FindingTexts(outcome))
        var places: [ListPlace] = []
        for list in outcome.batches.indices {
            places += lists[list].indices.map { ListPlace(list: list, index: $0) }
        }
        places += ofRun.places.map { ListPlace(list: lists.count - 1, index: $0.index) }
        var order: [SortEntry] = []
        for (number, place) in places.enumerated() {
            guard let worker = lists[place].worker else { continue }
            order.append(SortEntry(key: UInt64(worker), employer: 0, index: UInt32(number)))
        }
        // The sort keeps the order of equals.
        radixSort(&order)
        return order.map { places[Int($0.index)] }
    }

    private func fill(
        _ row: RowBlock.Row,
        _ finding: Finding,
        _ number: Int,
        _ texts: FindingTexts,
        _ words: ReportBuffer
    ) {
        row.set(0, Int64(finding.worker ?? 0) + 1)
        row.set(1, number)
        row.set(2, FeedCodes.number(finding.code))
        if let month = finding.month { row.set(3, FeedNumber.month(month)) }
        if let source = finding.source { row.set(4, FeedNumber.line(source)) }
        row.set(5, copyOf: finding.column.utf8)
        if finding.hasImpersonalValue {
            words.clear()
            texts.writeValue(of: finding, to: words)
            words.withBytes { row.set(6, copyOf: $0) }
        }
    }

    private func writeOtherNumbers(
        _ order: [ListPlace],
        _ lists: [[Finding]],
        to file: SQLiteFile
    ) throws(FeedTrouble) {
        let insert = try SQLiteStatement(
            file,
            "INSERT OR IGNORE INTO nomor_lain VALUES (?, ?, ?)"
        )
        for place in order {
            let finding = lists[place]
            guard let worker = finding.worker, let (kind, number) = finding.otherNumber else {
                continue
            }
            let text = outcome.records.identifiers.string(of: number)
            var ways: [(String, String)] = []
            if fields.contains(kind == .kpj ? .kpj : .nik) { ways.append((kind.rawValue, text)) }
            if let tokens { ways.append(("token", Hexadecimal.text(tokens.make(kind, text)))) }
            for (way, text) in ways {
                try insert.bind([.text(way), .text(text), .number(Int64(worker) + 1)])
                _ = try insert.step()
            }
        }
    }
}

extension MonthStatus {
    /// Whether the feed lists a month; what is due next only of those in arrears.
    fileprivate func isOpen(inArrears: Bool) -> Bool {
        switch self {
        case .unpaid, .short, .noData: true
        case .notYetDue: inArrears
        case .noPayroll, .notInPayroll, .nothingDue, .overpaid, .paid, .paidLate: false
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
