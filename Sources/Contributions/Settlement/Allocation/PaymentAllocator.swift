/// Allocates the lump sums of one employer, day by day.
///
/// A payment that the ledger's receipts contain is theirs. Any other pays the bills of its kode
/// iuran; without a code, the oldest open BLTH first. What is too much for a bill offsets the next
/// one. What is left may pay the late fee when that is known, and else stands as "iuran belum
/// rinci", like money under a code that no bill has.
struct PaymentAllocator {
    private let records: Records
    private var book: BillBook
    private(set) var allocations: [Allocation] = []
    private(set) var receipts: [AllocatedReceipt] = []
    private(set) var remainders: [Remainder] = []
    private(set) var differences: [PaymentDifference] = []

    /// Money that no bill needed.
    struct Remainder: Sendable {
        /// The payment's place in ``Records/payments``.
        var payment: Int
        var amount: Rupiah
        /// Whether it may pay the late fee: not if it was meant for a bill nobody knows.
        var mayPayLateFee: Bool
        /// The months in which it is missing from participants.
        var months: Set<ContributionMonth>
    }

    /// Allocates payments.
    ///
    /// - Parameters:
    ///   - payments: The places of the payments that count, in the order in which they came in.
    ///   - book: What the employer's ledger bills and contains.
    ///   - records: What was read.
    /// - Returns: The allocations, and what no bill needed.
    static func allocate(_ payments: [Int], _ book: BillBook, _ records: Records) -> Self {
        var allocator = PaymentAllocator(records: records, book: book)
        for payment in allocator.takingOutContained(payments) { allocator.allocate(payment) }
        return allocator
    }

    private init(records: Records, book: BillBook) {
        self.records = records
        self.book = book
    }
}

// MARK: - Money that the ledger contains

/// Payments and receipts that should be the same money, and are not the same amount.
struct PaymentDifference: Sendable {
    /// The first of the payments.
    var payment: Int
    var paid: Rupiah
    var received: Rupiah
}

extension PaymentAllocator {
    /// By what a payment is known again among the ledger's receipts.
    private enum Contained: Hashable {
        case code(PackedText)
        /// Receipts without code, of its day or else of its month.
        case day(Day)
        case month(ContributionMonth)
    }

    /// Sets payments aside that the ledger's receipts contain.
    ///
    /// - Returns: The other payments.
    private mutating func takingOutContained(_ payments: [Int]) -> [Int] {
        var groups: [Contained: [Int]] = [:]
        var order: [Contained] = []
        var others: [Int] = []
        for payment in payments {
            guard let key = contained(records.payments[payment]) else {
                others.append(payment)
                continue
            }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(payment)
        }
        for key in order { takeOut(groups[key] ?? [], sum(of: key)) }
        return others
    }

    private func contained(_ row: PaymentRow) -> Contained? {
        if !row.billingCode.isAbsent {
            return book.receipts[row.billingCode] == nil ? nil : .code(row.billingCode)
        }
        if book.receiptsByDay[row.paid] != nil { return .day(row.paid) }
        if let month = row.month, book.receiptsByMonth[month] != nil { return .month(month) }
        return nil
    }

    private func sum(of key: Contained) -> BillBook.ReceiptSum {
        switch key {
        case .code(let code): book.receipts[code] ?? .init()
        case .day(let day): book.receiptsByDay[day] ?? .init()
        case .month(let month): book.receiptsByMonth[month] ?? .init()
        }
    }

    /// Payments that receipts contain; what they have more is on no participant.
    private mutating func takeOut(_ payments: [Int], _ received: BillBook.ReceiptSum) {
        var left = max(.zero, received.amount)
        var paid = Rupiah.zero
        for payment in payments {
            let amount = records.payments[payment].amount
            let contained = min(amount, left)
            left -= contained
            paid += amount
            if contained > .zero {
                allocations.append(
                    Allocation(
                        payment: payment,
                        rule: .inLedger,
                        amount: contained,
                        month: received.months.count == 1 ? received.months.first : nil
                    )
                )
            }
            if contained < amount {
                remainders.append(
                    Remainder(
                        payment: payment,
                        amount: amount - contained,
                        mayPayLateFee: false,
                        months: received.months
                    )
                )
            }
        }
        if paid != received.amount, let first = payments.first {
            differences.append(
                PaymentDifference(payment: first, paid: paid, received: received.amount)
            )
        }
    }
}

// MARK: - Paying bills

extension PaymentAllocator {
    private mutating func allocate(_ payment: Int) {
        let row = records.payments[payment]
        var rest = row.amount
        var isForKnownBill = true
        if !row.billingCode.isAbsent {
            isForKnownBill = book.codes.contains(row.billingCode)
            var last: Int?
            for bill in book.bills.indices where book.bills[bill].code == row.billingCode {
                pay(bill, &rest, payment, .byCode)
                last = bill
            }
            // An excess goes forward: to pay an older bill would be a guess, and is suggested.
            let next = last.map { $0 + 1 } ?? book.bills.endIndex
            for bill in next..<book.bills.endIndex { pay(bill, &rest, payment, .excess) }
        } else {
            for bill in book.bills.indices { pay(bill, &rest, payment, .oldestMonth) }
        }
        guard rest > .zero else { return }
        remainders.append(
            Remainder(
                payment: payment,
                amount: rest,
                mayPayLateFee: isForKnownBill,
                months: row.month.map { [$0] } ?? []
            )
        )
    }

    private mutating func pay(
        _ bill: Int,
        _ rest: inout Rupiah,
        _ payment: Int,
        _ rule: AllocationRule
    ) {
        let amount = min(rest, book.bills[bill].open)
        guard amount > .zero else { return }
        rest -= amount
        let (month, code) = (book.bills[bill].month, book.bills[bill].code)
        let parts = book.bills[bill].pay(amount)
        let paid = records.payments[payment].paid
        for part in parts {
            receipts.append(
                AllocatedReceipt(
                    worker: part.worker,
                    month: month,
                    payment: payment,
                    billingCode: code,
                    paid: paid,
                    shares: part.shares
                )
            )
        }
        allocations.append(
            Allocation(
                payment: payment,
                rule: rule,
                amount: amount,
                month: month,
                billingCode: code,
                workerCount: parts.count
            )
        )
    }
}
