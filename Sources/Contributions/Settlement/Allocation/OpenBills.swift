/// A bill that is not received in full: the undated ledger rows of a month under one code.
struct OpenBill: Sendable {
    /// A worker on the bill.
    struct Part: Sendable {
        /// The worker's place in the directory.
        var worker: UInt32
        /// What is open of each share.
        var open: Shares
    }

    let month: ContributionMonth
    let code: PackedText
    /// In the order of the directory.
    var parts: [Part]
    /// What is open of all parts.
    private(set) var open: Rupiah

    init(month: ContributionMonth, code: PackedText, parts: [Part]) {
        self.month = month
        self.code = code
        self.parts = parts
        open = parts.reduce(.zero) { $0 + $1.open.total }
    }

    /// Shares money out over the workers of the bill, in proportion to what is open of each.
    ///
    /// - Returns: The parts that got money, with it.
    mutating func pay(_ amount: Rupiah) -> [(worker: UInt32, shares: Shares)] {
        let amounts = ProRata.parts(of: amount, by: parts.map(\.open.total))
        open -= amount
        var paid: [(worker: UInt32, shares: Shares)] = []
        for (place, amount) in amounts.enumerated() where amount > .zero {
            let shares = ProRata.parts(of: amount, by: parts[place].open)
            parts[place].open -= shares
            paid.append((parts[place].worker, shares))
        }
        return paid
    }
}

/// What the ledger of an employer bills and what it says was received, apart from any payroll.
struct BillBook: Sendable {
    /// By month and code.
    var bills: [OpenBill] = []
    /// The receipts of each day, month and code.
    var receipts: [ReceiptCell: Rupiah] = [:]
    /// The months of the ledger rows that carry a code.
    var months: [PackedText: Set<ContributionMonth>] = [:]
}

/// Where a receipt of the ledger stands.
struct ReceiptCell: Hashable, Sendable {
    var day: Day
    var month: ContributionMonth
    var code: PackedText
}

// MARK: - Finding bills

/// Reads the ledger rows of the employers who paid lump sums, before anybody is settled.
struct BillSearch {
    let records: Records
    let directory: WorkerDirectory
    let asOf: Day

    /// The bills of some employers.
    func books(of employers: Set<UInt32>) -> [UInt32: BillBook] {
        let ranges = Parallel.ranges(count: directory.workers.count, size: 1 << 14)
        let parts = Parallel.map(count: ranges.count) { read(ranges[$0], employers) }
        var pages: [UInt32: BillPages] = [:]
        for part in parts {
            for (employer, page) in part { pages[employer, default: BillPages()].add(page) }
        }
        return pages.mapValues { $0.book(records.identifiers) }
    }

    private func read(_ workers: Range<Int>, _ employers: Set<UInt32>) -> [UInt32: BillPages] {
        var pages: [UInt32: BillPages] = [:]
        var bills = Bills(notesCodes: true)
        for index in workers {
            let worker = directory.workers[index]
            guard employers.contains(worker.employer) else { continue }
            var rows = directory.ledger[worker.group]
            while let first = rows.first {
                let month = records.ledger[Int(first)].month
                let ofMonth = rows.prefix { records.ledger[Int($0)].month == month }
                bills.read(ofMonth, of: records.ledger, asOf: asOf)
                for code in bills.codes {
                    pages[worker.employer, default: BillPages()].add(code, month, UInt32(index))
                }
                rows = rows[ofMonth.endIndex...]
            }
        }
        return pages
    }
}

/// A book that is being written.
private struct BillPages {
    struct Key: Hashable {
        var month: ContributionMonth
        var code: PackedText
    }

    var parts: [Key: [OpenBill.Part]] = [:]
    var book = BillBook()

    mutating func add(_ code: BilledCode, _ month: ContributionMonth, _ worker: UInt32) {
        let open = code.open
        if open != .zero {
            parts[Key(month: month, code: code.code), default: []].append(
                OpenBill.Part(worker: worker, open: open)
            )
        }
        if !code.code.isAbsent { book.months[code.code, default: []].insert(month) }
        for receipt in code.receipts {
            let cell = ReceiptCell(day: receipt.day, month: month, code: code.code)
            book.receipts[cell, default: .zero] += receipt.amount
        }
    }

    /// Adds what was read of later workers.
    mutating func add(_ other: BillPages) {
        parts.merge(other.parts) { $0 + $1 }
        book.months.merge(other.book.months) { $0.union($1) }
        book.receipts.merge(other.book.receipts, uniquingKeysWith: +)
    }

    func book(_ pool: IdentifierPool) -> BillBook {
        var book = book
        book.bills = parts.map { OpenBill(month: $0.month, code: $0.code, parts: $1) }
        book.bills.sort { left, right in
            if left.month != right.month { return left.month < right.month }
            return pool.isOrderedBefore(left.code, right.code)
        }
        return book
    }
}
