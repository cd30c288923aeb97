/// The lump sums of an employer, and where they went; every sen of them.
package struct PaymentTotals: Sendable {
    package let employer: UInt32
    /// All payments and stated late fees, without repeated rows.
    package private(set) var paid = Rupiah.zero
    package private(set) var byRule = [Rupiah](
        repeating: .zero,
        count: AllocationRule.allCases.count
    )
    /// The parts that came to workers, added up worker by worker.
    package private(set) var received = Rupiah.zero

    /// What came to bills.
    package var toBills: Rupiah {
        AllocationRule.allCases.filter(\.paysBills).reduce(.zero) { $0 + self[$1] }
    }

    /// What went where by a rule.
    package subscript(rule: AllocationRule) -> Rupiah { byRule[Int(rule.rawValue)] }

    /// What the allocations leave unexplained; must be 0.
    package var unexplained: Rupiah { paid - byRule.reduce(.zero, +) }

    /// Whether every sen went somewhere, and what came to bills came to their workers.
    package var isTied: Bool { unexplained == .zero && toBills == received }
}

extension PaymentTotals {
    /// Adds up the payments, the allocations and the workers' parts, each by itself.
    static func add(_ allocation: PaymentAllocation, _ records: Records) -> [PaymentTotals] {
        var totals: [UInt32: PaymentTotals] = [:]
        let repeated = Set(allocation.allocations.filter { $0.rule == .repeated }.map(\.payment))
        for (place, row) in records.payments.enumerated() where !repeated.contains(place) {
            totals[row.employer, default: PaymentTotals(employer: row.employer)].paid +=
                row.amount + row.lateFee
        }
        for one in allocation.allocations {
            let employer = records.payments[one.payment].employer
            totals[employer, default: PaymentTotals(employer: employer)]
                .byRule[Int(one.rule.rawValue)] += one.amount
        }
        for part in allocation.receipts {
            totals[records.payments[part.payment].employer]?.received += part.shares.total
        }
        return totals.values.sorted { $0.employer < $1.employer }
    }

    private init(employer: UInt32) {
        self.employer = employer
    }
}
