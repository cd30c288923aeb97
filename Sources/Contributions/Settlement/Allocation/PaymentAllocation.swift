/// What became of all lump sums: which count, whom they paid, and what is left.
///
/// Made in two steps. Bills are paid before workers are settled, because a worker's part is a
/// receipt; the late fee is paid after, because it follows from the receipts.
struct PaymentAllocation {
    /// The parts of payments that are receipts of workers.
    private(set) var receipts = AllocatedReceipts.none
    private(set) var allocations: [Allocation] = []
    /// Money that no bill needed, in the order in which it came in.
    private(set) var remainders: [PaymentAllocator.Remainder] = []
    /// Where "iuran belum rinci" stands.
    private(set) var unallocatedMonths: Set<EmployerMonth> = []
    /// Rows that repeat another one, by file.
    private(set) var twinRows: [Int: Int] = [:]
    private var differences: [PaymentDifference] = []
    private var twins: [(row: Int, first: Int)] = []
    /// The payments that take others back.
    private var takenBack: [Int] = []
    private let records: Records

    /// Pays the bills.
    ///
    /// - Parameters:
    ///   - records: What was read.
    ///   - directory: Who the workers are.
    ///   - asOf: The last day on which a payment counts.
    init(_ records: Records, _ directory: WorkerDirectory, asOf: Day) {
        self.records = records
        guard !records.payments.isEmpty else { return }
        let (counted, twins) = Self.withoutTwins(records)
        self.twins = twins
        for twin in twins { twinRows[records.payments[twin.row].source.file, default: 0] += 1 }
        let due = counted.filter { records.payments[$0].paid <= asOf }
        let kept = takeBack(due)
        var payments: [UInt32: [(place: Int, amount: Rupiah)]] = [:]
        for place in due {
            guard let amount = kept[place], amount > .zero else { continue }
            payments[records.payments[place].employer, default: []].append((place, amount))
        }
        let books = BillSearch(records: records, directory: directory, asOf: asOf)
            .books(of: Set(payments.keys))
        var parts: [AllocatedReceipt] = []
        var months: Set<EmployerMonth> = []
        for employer in payments.keys.sorted() {
            let allocator = PaymentAllocator.allocate(
                payments[employer] ?? [],
                books[employer] ?? BillBook(),
                records
            )
            allocations += allocator.allocations
            remainders += allocator.remainders
            differences += allocator.differences
            parts += allocator.receipts
            for part in allocator.receipts {
                months.insert(EmployerMonth(employer: employer, month: part.month))
            }
        }
        receipts = AllocatedReceipts(parts, months: months)
        addOthers(counted, asOf)
    }

    /// The places of the payments that count, in the order in which they came in, and of those that
    /// repeat another one.
    ///
    /// Payments of one day are ordered by what they say, so that the order of the rows cannot
    /// matter.
    private static func withoutTwins(
        _ records: Records
    ) -> (counted: [Int], twins: [(row: Int, first: Int)]) {
        let payments = records.payments
        let ordered = payments.indices.sorted {
            isBefore(payments[$0], payments[$1], records.identifiers)
        }
        var counted: [Int] = []
        var twins: [(row: Int, first: Int)] = []
        for place in ordered {
            if let last = counted.last, payments[last].isTwin(of: payments[place]) {
                twins.append((place, last))
            } else {
                counted.append(place)
            }
        }
        return (counted, twins)
    }

    /// Lets negative payments take back the newest earlier ones under the same code.
    ///
    /// - Parameter payments: In the order in which they came in.
    /// - Returns: What is left of each positive payment.
    private mutating func takeBack(_ payments: [Int]) -> [Int: Rupiah] {
        var left: [Int: Rupiah] = [:]
        for (index, place) in payments.enumerated() {
            let row = records.payments[place]
            guard row.amount < .zero else {
                left[place] = row.amount
                continue
            }
            takenBack.append(place)
            var owed = -row.amount
            for earlier in payments[..<index].reversed() where owed > .zero {
                let other = records.payments[earlier]
                // Employers stand one behind the other.
                guard other.employer == row.employer else { break }
                guard other.billingCode == row.billingCode, let amount = left[earlier],
                    amount > .zero
                else { continue }
                let taken = min(amount, owed)
                left[earlier] = amount - taken
                owed -= taken
                add(earlier, .takenBack, taken)
                add(place, .takenBack, -taken)
            }
            add(place, .notPositive, -owed)
        }
        return left
    }

    /// Allocates what pays no bill by itself: stated late fees, later payments, empty ones.
    private mutating func addOthers(_ counted: [Int], _ asOf: Day) {
        for place in counted {
            let row = records.payments[place]
            let isLater = row.paid > asOf
            if isLater {
                add(place, .notYet, row.amount + row.lateFee, keepsZero: true)
                continue
            }
            if row.amount == .zero, row.lateFee == .zero {
                add(place, .notPositive, .zero, keepsZero: true)
            }
            add(place, row.lateFee > .zero ? .lateFee : .notPositive, row.lateFee)
        }
        for twin in twins { add(twin.row, .repeated, .zero, keepsZero: true) }
    }

    private mutating func add(
        _ payment: Int,
        _ rule: AllocationRule,
        _ amount: Rupiah,
        month: ContributionMonth? = nil,
        keepsZero: Bool = false
    ) {
        guard amount != .zero || keepsZero else { return }
        allocations.append(
            Allocation(
                payment: payment,
                rule: rule,
                amount: amount,
                month: month ?? records.payments[payment].month
            )
        )
    }
}

// MARK: - What is left

extension PaymentAllocation {
    /// Pays late fees from what is left, in the order in which it came in; the rest is nobody's
    /// yet.
    ///
    /// - Parameter lateFees: The late fee estimate of each employer.
    mutating func settleRemainders(_ lateFees: [UInt32: Rupiah]) {
        var open = lateFees
        for allocation in allocations where allocation.rule == .lateFee {
            open[records.payments[allocation.payment].employer]? -= allocation.amount
        }
        for remainder in remainders {
            let employer = records.payments[remainder.payment].employer
            let fee =
                remainder.mayPayLateFee
                ? min(remainder.amount, max(.zero, open[employer] ?? .zero)) : .zero
            open[employer]? -= fee
            add(remainder.payment, .lateFee, fee)
            add(
                remainder.payment,
                .unallocated,
                remainder.amount - fee,
                month: remainder.months.count == 1 ? remainder.months.first : nil
            )
            guard fee < remainder.amount else { continue }
            for month in remainder.months {
                unallocatedMonths.insert(EmployerMonth(employer: employer, month: month))
            }
        }
    }

    /// The allocations in the order in which the payments came in, as `alokasi.csv` lists them.
    func inOrder() -> [Allocation] {
        let pool = records.identifiers
        return allocations.sorted { left, right in
            if left.payment != right.payment {
                let payments = records.payments
                return Self.isBefore(payments[left.payment], payments[right.payment], pool)
            }
            let places = [left, right].map { ($0.rule.rawValue, $0.month?.number ?? .min) }
            if places[0] != places[1] { return places[0] < places[1] }
            return pool.isOrderedBefore(left.billingCode, right.billingCode)
        }
    }

    /// The order of payments: by employer and day, the coded ones of a day first, and then by what
    /// they say.
    private static func isBefore(
        _ left: PaymentRow,
        _ right: PaymentRow,
        _ pool: IdentifierPool
    ) -> Bool {
        let days = [left, right].map { ($0.employer, $0.paid, $0.billingCode.isAbsent ? 1 : 0) }
        if days[0] != days[1] { return days[0] < days[1] }
        if left.billingCode != right.billingCode {
            return pool.isOrderedBefore(left.billingCode, right.billingCode)
        }
        let values = [left, right].map { row in
            (row.month?.number ?? .min, row.amount, row.lateFee, row.source)
        }
        return values[0] < values[1]
    }
}

// MARK: - Findings

extension PaymentAllocation {
    /// The findings about payments; the remainders must be settled.
    func findings() -> [Finding] {
        twins.map { twin in
            finding(twin.row, .rowTwin, .sameAs(records.payments[twin.first].source), column: "")
        }
            + allocations.filter { $0.rule == .unallocated }.map {
                finding($0.payment, .unallocatedMoney, .amount($0.amount), month: $0.month)
            }
            + takenBack.map {
                finding($0, .paymentTakenBack, .amount(records.payments[$0].amount))
            }
            + differences.map {
                finding(
                    $0.payment,
                    .paymentDiffers,
                    .amounts(found: $0.paid, expected: $0.received)
                )
            }
    }

    private func finding(
        _ payment: Int,
        _ code: FindingCode,
        _ detail: FindingDetail,
        month: ContributionMonth? = nil,
        column: String = "jumlah"
    ) -> Finding {
        let row = records.payments[payment]
        return Finding(
            code,
            employer: row.employer,
            month: month ?? row.month,
            source: row.source,
            column: column,
            detail: detail
        )
    }
}
