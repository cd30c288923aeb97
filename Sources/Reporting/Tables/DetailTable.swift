package import Contributions

/// `rincian.csv`: one row per employer, month and worker.
package struct DetailTable: ReportTable {
    package let fileName = "rincian.csv"
    private let outcome: Outcome
    private let cells: WorkerCells
    private let sources: SourceCells
    private let order: [ListPlace]
    private let employerMonths: EmployerMonths
    private let pointers: [WorkerMonth: [FindingCode]]
    private let statusWords = WordTable(MonthStatus.allCases.map(\.code))
    private let keyWords = WordTable(MatchKey.allCases.map(\.code))

    package init(_ outcome: Outcome) {
        self.outcome = outcome
        cells = WorkerCells(outcome)
        sources = SourceCells(outcome.records.files)
        order = outcome.monthsInOrder()
        employerMonths = outcome.employerMonths
        pointers = outcome.patternPointers
    }

    package var columns: [String] {
        let shares = ["terutang", "ditagih", "diterima"].flatMap { what in
            Share.allCases.map { "\(what)_\($0.column)" }
        }
        return [
            "npp", "blth", "kpj", "nik", "nama", "no_pegawai", "unit", "status_iuran",
            "jatuh_tempo", "tanggal_lunas", "hari_terlambat", "upah_dasar", "upah_jp",
            "upah_dilaporkan", "terutang", "ditagih", "diterima", "selisih", "kurang_lapor",
            "kurang_setor", "denda_estimasi",
        ] + shares + [
            "kunci_cocok", "sumber_payroll", "sumber_iuran", "sumber_setoran", "temuan_perusahaan",
        ]
    }

    package var partCount: Int {
        (order.count + PartSize.rows - 1) / PartSize.rows
    }

    package func writePart(_ index: Int, to buffer: ReportBuffer) {
        let start = index * PartSize.rows
        let places = order[start..<min(start + PartSize.rows, order.count)]
        // One look at the batch for all rows from it: copying it counts references.
        var rest = places
        while let first = rest.first {
            let batch = outcome.batches[first.list]
            let run = rest.prefix { $0.list == first.list }
            batch.sources.withUnsafeBufferPointer { sources in
                for place in run { write(batch.months[place.index], sources, to: buffer) }
            }
            rest = rest[run.endIndex...]
        }
    }

    private func write(
        _ month: MonthOutcome,
        _ batchSources: UnsafeBufferPointer<SourceLine>,
        to buffer: ReportBuffer
    ) {
        buffer.reserve(2048)
        cells.writeNPP(month.employer, to: buffer)
        buffer.month(month.month)
        buffer.comma()
        cells.write(month.worker, to: buffer)
        statusWords.write(month.status.rawValue, to: buffer)
        buffer.comma()
        buffer.day(employerMonths.rules(month.month).due)
        buffer.comma()
        buffer.day(month.settledOn)
        buffer.comma()
        buffer.number(Int(month.daysLate))
        buffer.comma()
        // The totals are added up once; what follows from them is as in ``MonthOutcome``.
        let (due, billed, received) = (
            month.due.total, month.billed.total, month.received.total
        )
        let amounts: InlineArray<10, Rupiah> = [
            month.base, month.pensionBase, month.reportedWage, due, billed, received,
            received - due, max(.zero, due - billed), max(.zero, billed - received),
            month.lateFee,
        ]
        for index in amounts.indices {
            buffer.amount(amounts[index])
            buffer.comma()
        }
        buffer.amounts(month.due)
        buffer.amounts(month.billed)
        buffer.amounts(month.received)
        keyWords.write(month.matchKey.rawValue, to: buffer)
        buffer.comma()
        sources.write(batchSources[month.payrollSources], to: buffer)
        buffer.comma()
        sources.write(batchSources[month.ledgerSources], to: buffer)
        buffer.comma()
        if month.paymentSourceCount > 0 {
            sources.write(batchSources[month.paymentSources], to: buffer)
        }
        buffer.comma()
        if !pointers.isEmpty {
            let codes = pointers[WorkerMonth(worker: month.worker, month: month.month)] ?? []
            buffer.word(codes.map(\.code).joined(separator: ";"))
        }
        buffer.endRow()
    }
}

extension Outcome {
    /// All worker-months by employer, month and worker.
    func monthsInOrder() -> [ListPlace] {
        var places: [ListPlace] = []
        places.reserveCapacity(batches.reduce(0) { $0 + $1.months.count })
        var isInOrder = true
        var last: (employer: UInt32, month: ContributionMonth)?
        for (batch, settled) in batches.enumerated() {
            for index in settled.months.indices {
                places.append(ListPlace(list: batch, index: index))
                let month = settled.months.state(at: index)
                let next = (month.employer, month.month)
                if let last, last > next { isInOrder = false }
                last = next
            }
        }
        return isInOrder ? places : sorted(places)
    }

    /// A stable sort by counting: workers are already in order, and so are employers.
    private func sorted(_ places: [ListPlace]) -> [ListPlace] {
        var next: [[Int]] = []
        let firstMonth = totals.map(\.month).min() ?? ContributionMonth(number: 0)
        let lastMonth = totals.map(\.month).max() ?? firstMonth
        let width = lastMonth.months(since: firstMonth) + 1
        next = [[Int]](repeating: [], count: records.employers.count)
        func slot(_ place: ListPlace) -> (Int, Int) {
            let month = batches[place.list].months.state(at: place.index)
            return (Int(month.employer), month.month.months(since: firstMonth))
        }
        for place in places {
            let (employer, month) = slot(place)
            if next[employer].isEmpty { next[employer] = [Int](repeating: 0, count: width) }
            next[employer][month] += 1
        }
        var position = 0
        for employer in next.indices {
            for month in next[employer].indices {
                let count = next[employer][month]
                next[employer][month] = position
                position += count
            }
        }
        var ordered = places
        for place in places {
            let (employer, month) = slot(place)
            ordered[next[employer][month]] = place
            next[employer][month] += 1
        }
        return ordered
    }
}

/// Writes where rows come from: `file:line`, several joined by `+`.
struct SourceCells: Sendable {
    private let files: [[UInt8]]
    private let words: WordTable
    /// Whether no file name needs quoting or neutralising.
    private let arePlain: Bool

    init(_ files: [String]) {
        self.files = files.map { Array($0.utf8) }
        words = WordTable(files.map { "\($0):" })
        arePlain = files.allSatisfy { name in
            !"=+-@\t\r".contains(name.first ?? " ") && !name.contains { ",\"\r\n".contains($0) }
                && name.utf8.count < 512
        }
    }

    func write(_ sources: Slice<UnsafeBufferPointer<SourceLine>>, to buffer: ReportBuffer) {
        guard arePlain else {
            let texts = sources.map { source in
                String(decoding: files[source.file], as: UTF8.self) + ":\(source.line)"
            }
            buffer.text(texts.joined(separator: "+"))
            return
        }
        var isFirst = true
        for source in sources {
            buffer.reserve(2048)
            if !isFirst { buffer.byte(UInt8(ascii: "+")) }
            isFirst = false
            words.write(source.file, to: buffer)
            buffer.number(source.line)
        }
        buffer.reserve(1024)
    }
}
