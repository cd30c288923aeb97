/// Money that fits a shortage elsewhere: suggested with its next step, never moved.
///
/// One payment for a whole group, or under the wrong code or month, is an excess here that equals a
/// shortage there: of another month of the employer, or of another employer of its `grup`.
struct MisdirectedPayments {
    private let context: SettlementContext
    private let payments: PaymentAllocation
    private let totals: [EmployerMonthTotals]
    /// The places in `totals` of months that are short, by employer.
    private var shortages: [UInt32: [Int]] = [:]
    /// The employers of each group, by its name.
    private var groups: [String: [UInt32]] = [:]

    init(
        context: SettlementContext,
        payments: PaymentAllocation,
        totals: [EmployerMonthTotals]
    ) {
        self.context = context
        self.payments = payments
        self.totals = totals
        for (place, month) in totals.enumerated() where Self.lack(of: month) != .zero {
            shortages[month.employer, default: []].append(place)
        }
        guard !shortages.isEmpty else { return }
        for employer in context.records.employers.indices {
            guard let group = group(of: UInt32(employer)) else { continue }
            groups[group, default: []].append(UInt32(employer))
        }
    }

    /// What a month lacks, also where no file says whether it was paid.
    private static func lack(of month: EmployerMonthTotals) -> Rupiah {
        month.tieOut.outstanding.total + month.tieOut.noData.total
    }

    func all() -> [Finding] {
        guard !shortages.isEmpty else { return [] }
        // What went to the late fee is used.
        let left = Set(payments.allocations.filter { $0.rule == .unallocated }.map(\.payment))
        return payments.remainders.filter { left.contains($0.payment) }.flatMap(findings)
            + totals.flatMap(findings)
    }

    /// An excess of a payment.
    private func findings(_ remainder: PaymentAllocator.Remainder) -> [Finding] {
        let row = context.records.payments[remainder.payment]
        let shortages = fitting(remainder.amount, row.employer)
        // Money that says it is for the month that lacks it is not misdirected.
        let isForOne = shortages.contains { shortage in
            shortage.employer == row.employer && remainder.months.contains(shortage.month)
        }
        guard !isForOne else { return [] }
        return shortages.map { shortage in
            Finding(
                .misdirectedPayment,
                employer: row.employer,
                month: row.month,
                source: row.source,
                column: "jumlah",
                detail: detail(remainder.amount, shortage)
            )
        }
    }

    /// What is too much in a month of the ledger, where another month got nothing.
    ///
    /// Its money went to the wrong one; smaller amounts that happen to be equal prove nothing.
    private func findings(_ month: EmployerMonthTotals) -> [Finding] {
        let excess = month.tieOut.overpaid.total
        guard excess > context.policy.tolerance.general else { return [] }
        return fitting(excess, month.employer).filter { $0.received.total <= .zero }.map {
            shortage in
            Finding(
                .misdirectedPayment,
                employer: month.employer,
                month: month.month,
                source: context.source(ofEmployer: month.employer),
                detail: detail(excess, shortage)
            )
        }
    }

    /// The months that are short by an amount, of the employer or its group.
    private func fitting(_ amount: Rupiah, _ employer: UInt32) -> [EmployerMonthTotals] {
        let employers = group(of: employer).flatMap { groups[$0] } ?? [employer]
        let tolerance = context.policy.tolerance.general
        return employers.flatMap { shortages[$0] ?? [] }.map { totals[$0] }.filter { month in
            let difference = Self.lack(of: month) - amount
            return difference <= tolerance && -difference <= tolerance
        }
    }

    private func group(of employer: UInt32) -> String? {
        let name = context.employerMonths.histories[Int(employer)].last?.group ?? ""
        return name.isEmpty ? nil : name
    }

    private func detail(_ amount: Rupiah, _ shortage: EmployerMonthTotals) -> FindingDetail {
        let npp = context.records.identifiers.string(
            of: context.records.employers[Int(shortage.employer)].text
        )
        return .text(
            value: amount.decimalText,
            message: "sama dengan kekurangan NPP \(npp) untuk BLTH \(shortage.month)"
        )
    }
}
