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
    /// The receipts under each code.
    var receipts: [PackedText: ReceiptSum] = [:]
    /// The receipts without code, by day and by month: the next best way to know money again.
    var receiptsByDay: [Day: ReceiptSum] = [:]
    var receiptsByMonth: [ContributionMonth: ReceiptSum] = [:]
    /// The codes that any ledger row carries.
    var codes: Set<PackedText> = []

    /// Receipts added up.
    struct ReceiptSum: Sendable {
        var amount = Rupiah.zero
        var months: Set<ContributionMonth> = []

        mutating func add(_ amount: Rupiah, _ month: ContributionMonth) {
            self.amount += amount
            months.insert(month)
        }

        mutating func add(_ other: ReceiptSum) {
            amount += other.amount
            months.formUnion(other.months)
        }
    }
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
        if !code.code.isAbsent { book.codes.insert(code.code) }
        guard !code.receipts.isEmpty else { return }
        if code.code.isAbsent {
            for receipt in code.receipts {
                book.receiptsByDay[receipt.day, default: .init()].add(receipt.amount, month)
                book.receiptsByMonth[month, default: .init()].add(receipt.amount, month)
            }
        } else {
            book.receipts[code.code, default: .init()].add(code.received.total, month)
        }
    }

    /// Adds what was read of later workers.
    mutating func add(_ other: BillPages) {
        parts.merge(other.parts) { $0 + $1 }
        book.codes.formUnion(other.book.codes)
        for (code, sum) in other.book.receipts { book.receipts[code, default: .init()].add(sum) }
        for (day, sum) in other.book.receiptsByDay {
            book.receiptsByDay[day, default: .init()].add(sum)
        }
        for (month, sum) in other.book.receiptsByMonth {
            book.receiptsByMonth[month, default: .init()].add(sum)
        }
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
