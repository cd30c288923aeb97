/// Finds payments again among the ledger's receipts: money that both state is counted once.
///
/// A payment with a code is in the receipts of that code. One without is in the receipts of its
/// day, or else of the month it states, that no payment with a code has claimed. Every sen of a
/// receipt contains one sen of a payment.
struct ContainedPayments {
    private let records: Records
    /// What counts of each payment.
    private let amounts: [Int: Rupiah]
    private let pool: [ReceiptCell]
    private var left: [ReceiptCell: Rupiah]
    /// What of each payment the receipts contain, with the months of these receipts.
    private(set) var parts: [Int: Part] = [:]
    private(set) var differences: [PaymentDifference] = []

    struct Part: Sendable {
        var amount = Rupiah.zero
        var months: Set<ContributionMonth> = []
    }

    /// - Parameters:
    ///   - payments: The places of the payments in the order in which they came in, with what
    ///     counts of each.
    ///   - book: What the employer's ledger states.
    ///   - records: What was read.
    init(_ payments: [(place: Int, amount: Rupiah)], _ book: BillBook, _ records: Records) {
        self.records = records
        amounts = Dictionary(uniqueKeysWithValues: payments.map { ($0.place, $0.amount) })
        let payments = payments.map(\.place)
        left = Self.netted(book.receipts)
        pool = left.keys.sorted { left, right in
            if (left.day, left.month) != (right.day, right.month) {
                return (left.day, left.month) < (right.day, right.month)
            }
            return records.identifiers.isOrderedBefore(left.code, right.code)
        }
        let received = left
        let isCoded = { (payment: Int) in !records.payments[payment].billingCode.isAbsent }
        take(payments.filter(isCoded)) { $0.billingCode == $1.code && $0.paid == $1.day }
        take(payments.filter(isCoded)) { $0.billingCode == $1.code }
        let others = payments.filter { !isCoded($0) }
        take(others) { $0.paid == $1.day && $0.month == $1.month }
        take(others) { $0.paid == $1.day }
        take(others) { $0.month == $1.month }
        compareCodes(payments.filter(isCoded), received)
        compareDays(others, received)
    }

    /// The receipts that were not taken back: a negative one takes from the newest earlier ones of
    /// its month and code, and else from later ones.
    private static func netted(_ receipts: [ReceiptCell: Rupiah]) -> [ReceiptCell: Rupiah] {
        guard receipts.values.contains(where: { $0 < .zero }) else {
            return receipts.filter { $0.value > .zero }
        }
        struct Bill: Hashable {
            var month: ContributionMonth
            var code: PackedText
        }
        var netted: [ReceiptCell: Rupiah] = [:]
        let bills = Dictionary(grouping: receipts) { Bill(month: $0.key.month, code: $0.key.code) }
        for (_, cells) in bills {
            var kept = KeptAmounts<ReceiptCell>()
            for (cell, amount) in cells.sorted(by: { $0.key.day < $1.key.day }) {
                kept.add(amount, cell)
            }
            for (cell, amount) in kept.all { netted[cell] = amount }
        }
        return netted
    }

    private func amount(of payment: Int) -> Rupiah { amounts[payment] ?? .zero }

    /// Lets payments take what is left of the receipts that are theirs.
    private mutating func take(_ payments: [Int], from isTheirs: (PaymentRow, ReceiptCell) -> Bool)
    {
        guard !left.isEmpty else { return }
        for payment in payments {
            let row = records.payments[payment]
            for cell in pool where isTheirs(row, cell) {
                let rest = amount(of: payment) - (parts[payment]?.amount ?? .zero)
                guard rest > .zero else { break }
                guard let open = left[cell], open > .zero else { continue }
                let amount = min(rest, open)
                left[cell] = open - amount
                parts[payment, default: Part()].amount += amount
                parts[payment, default: Part()].months.insert(cell.month)
            }
        }
    }

    /// Per code, what was paid and what the ledger received should be the same.
    private mutating func compareCodes(_ payments: [Int], _ received: [ReceiptCell: Rupiah]) {
        let groups = Dictionary(grouping: payments) { records.payments[$0].billingCode }
        for payment in payments {
            let code = records.payments[payment].billingCode
            guard let same = groups[code], same.first == payment else { continue }
            let sum = received.reduce(Rupiah.zero) { $1.key.code == code ? $0 + $1.value : $0 }
            note(same, sum)
        }
    }

    /// Payments without code: those of a day with receipts without code.
    private mutating func compareDays(_ payments: [Int], _ received: [ReceiptCell: Rupiah]) {
        let groups = Dictionary(grouping: payments) { records.payments[$0].paid }
        for payment in payments {
            let day = records.payments[payment].paid
            guard let same = groups[day], same.first == payment else { continue }
            let sum = received.reduce(Rupiah.zero) { sum, cell in
                cell.key.day == day && cell.key.code.isAbsent ? sum + cell.value : sum
            }
            // Others of the day may pay what is not posted.
            let contained = same.filter { parts[$0] != nil }
            if !contained.isEmpty { note(contained, sum) }
        }
    }

    private mutating func note(_ payments: [Int], _ received: Rupiah) {
        let paid = payments.reduce(Rupiah.zero) { $0 + amount(of: $1) }
        guard received > .zero, paid != received else { return }
        differences.append(
            PaymentDifference(payment: payments[0], paid: paid, received: received)
        )
    }
}

/// Payments and receipts that should be the same money, and are not the same amount.
struct PaymentDifference: Sendable {
    /// The first of the payments.
    var payment: Int
    var paid: Rupiah
    var received: Rupiah
}
