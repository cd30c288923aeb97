/// What was billed and received for a worker-month, from his ledger rows of the month.
struct Bills {
    var billed = Shares.zero
    var receipts = Receipts()
    var reportedWage = Rupiah.zero
    var statesWage = false
    /// The rows that count, in the order of the files.
    var counted: [UInt32] = []
    /// The rows that repeat another one.
    var twins: [UInt32] = []
    /// The undated rows that a later file prints again.
    var reprinted: [UInt32] = []
    /// What was billed and received under each billing code; noted only where it is asked for.
    private(set) var codes: [BilledCode] = []
    private let notesCodes: Bool

    init(notesCodes: Bool = false) {
        self.notesCodes = notesCodes
    }

    mutating func removeAll() {
        billed = .zero
        receipts.removeAll()
        reportedWage = .zero
        statesWage = false
        counted.removeAll(keepingCapacity: true)
        if !twins.isEmpty { twins.removeAll(keepingCapacity: true) }
        if !reprinted.isEmpty { reprinted.removeAll(keepingCapacity: true) }
        if notesCodes { codes.removeAll(keepingCapacity: true) }
    }

    /// Reads the rows of one worker-month.
    ///
    /// Per billing code the bill is its receipts added up or its undated rows added up, whichever
    /// total is larger. Undated rows of a code in several files are prints of one bill; the later
    /// file's count. A payment date after the as-of date counts as none.
    mutating func read(_ rows: RowList, of ledger: RowTable<LedgerRow>, asOf: Day) {
        removeAll()
        if rows.count == 1, !notesCodes, let row = rows.first {
            counted.append(row)
            noteWage(ledger[Int(row)])
            billed =
                ledger[Int(row)].isReceipt(asOf: asOf)
                ? larger(ledger[Int(row)].shares, .zero) : larger(.zero, ledger[Int(row)].shares)
            addReceipt(ledger[Int(row)], asOf)
            return
        }
        // By billing code, then receipts before bills, then the order of the files.
        let ordered = rows.sorted { left, right in
            let (a, b) = (ledger[Int(left)], ledger[Int(right)])
            let ranks = (a.isReceipt(asOf: asOf) ? 0 : 1, b.isReceipt(asOf: asOf) ? 0 : 1)
            return (a.billingCode.raw, ranks.0, a.source) < (b.billingCode.raw, ranks.1, b.source)
        }
        var start = 0
        while start < ordered.count {
            let code = ledger[Int(ordered[start])].billingCode
            var end = start
            while end < ordered.count, ledger[Int(ordered[end])].billingCode == code { end += 1 }
            readCode(ordered[start..<end], ledger, asOf)
            start = end
        }
        counted.sort { ledger[Int($0)].source < ledger[Int($1)].source }
    }

    private mutating func readCode(
        _ rows: ArraySlice<UInt32>,
        _ ledger: RowTable<LedgerRow>,
        _ asOf: Day
    ) {
        var received = Shares.zero
        var undated = Shares.zero
        var days: [BilledCode.Receipt] = []
        let lastFile = rows.last.map { ledger[Int($0)] }.flatMap { last in
            last.isReceipt(asOf: asOf) ? nil : last.source.file
        }
        var seen: [LedgerTwinKey: [UInt32]] = [:]
        var earlierPrints: [UInt32] = []
        for index in rows {
            let row = ledger[Int(index)]
            let isReceipt = row.isReceipt(asOf: asOf)
            if !isReceipt, row.source.file != lastFile {
                earlierPrints.append(index)
                continue
            }
            let key = LedgerTwinKey(row)
            noteWage(row)
            if seen[key]?.contains(where: { ledger[Int($0)].isTwin(of: row) }) ?? false {
                twins.append(index)
                continue
            }
            seen[key, default: []].append(index)
            counted.append(index)
            if isReceipt {
                received += row.shares
                addReceipt(row, asOf)
                if notesCodes { days.append((row.paid, row.shares.total)) }
            } else {
                undated += row.shares
            }
        }
        billed += larger(received, undated)
        if notesCodes {
            let code = ledger[Int(rows[rows.startIndex])].billingCode
            codes.append(
                BilledCode(
                    code: code,
                    received: received,
                    undated: undated,
                    isBilled: lastFile != nil,
                    receipts: days
                )
            )
        }
        // A print that the later file repeats to the letter is a twin; any other is replaced.
        for index in earlierPrints {
            let row = ledger[Int(index)]
            let twins = seen[LedgerTwinKey(row)] ?? []
            if twins.contains(where: { ledger[Int($0)].isTwin(of: row) }) {
                self.twins.append(index)
            } else {
                reprinted.append(index)
            }
        }
    }

    /// The largest wage counts; twins are asked too, so that it does not matter which of them
    /// stays.
    private mutating func noteWage(_ row: LedgerRow) {
        guard row.statesWage else { return }
        reportedWage = statesWage ? max(reportedWage, row.wage) : row.wage
        statesWage = true
    }

    private mutating func addReceipt(_ row: LedgerRow, _ asOf: Day) {
        guard row.isReceipt(asOf: asOf) else { return }
        receipts.add(row.shares, on: row.paid)
    }
}

/// What the ledger says of one billing code in a worker-month.
struct BilledCode {
    typealias Receipt = (day: Day, amount: Rupiah)

    var code: PackedText
    var received: Shares
    var undated: Shares
    /// Whether the code has undated rows at all.
    var isBilled: Bool
    var receipts: [Receipt]

    /// What of each share is billed and not received; in all as much as the bill exceeds the
    /// receipts, also where a share is negative.
    var open: Shares {
        let rest = undated.total - received.total
        guard isBilled, rest > .zero else { return .zero }
        var open = undated - received
        for share in Share.allCases where open[share] < .zero { open[share] = .zero }
        return open.total == rest ? open : ProRata.parts(of: rest, by: open)
    }
}

/// The receipts or the undated rows, whichever total is larger; the receipts where both are equal.
private func larger(_ receipts: Shares, _ undated: Shares) -> Shares {
    receipts.total >= undated.total ? receipts : undated
}

/// What twins certainly share; keeps looking for them linear in a month of many rows.
private struct LedgerTwinKey: Hashable {
    var kpj: KPJ
    var nik: NIK
    var paid: Day
    var shares: Shares

    init(_ row: LedgerRow) {
        kpj = row.kpj
        nik = row.nik
        paid = row.paid
        shares = row.shares
    }
}
