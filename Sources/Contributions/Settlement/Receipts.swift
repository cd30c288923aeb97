/// Money received for a worker-month, day by day.
struct Receipts {
    /// What came in on a day, netted.
    struct OfDay {
        var day: Day
        var shares: Shares
    }

    /// In the order of the days.
    private(set) var days: [OfDay] = []
    private(set) var total = Shares.zero

    mutating func removeAll() {
        days.removeAll(keepingCapacity: true)
        total = .zero
    }

    mutating func add(_ shares: Shares, on day: Day) {
        total += shares
        var position = days.count
        while position > 0, days[position - 1].day > day { position -= 1 }
        if position > 0, days[position - 1].day == day {
            days[position - 1].shares += shares
        } else {
            days.insert(OfDay(day: day, shares: shares), at: position)
        }
    }

    /// The amounts as they are compared in the month.
    mutating func join(_ joinsJKM: Bool) {
        guard joinsJKM else { return }
        for index in days.indices {
            days[index].shares = days[index].shares.compared(joiningJKM: true)
        }
        total = total.compared(joiningJKM: true)
    }
}

// MARK: - When nothing was short any more

extension Receipts {
    /// The day of the receipt from which on nothing was short; absent where nothing ever was, or
    /// where something still is.
    func settled(_ due: Shares, _ tolerance: Shares) -> Day {
        var received = Shares.zero
        var isShort = due.exceedsAny(tolerance)
        var settledOn = Day.absent
        for receipt in days {
            received += receipt.shares
            let isStillShort = (due - received).exceedsAny(tolerance)
            if isStillShort {
                settledOn = .absent
            } else if isShort {
                settledOn = receipt.day
            }
            isShort = isStillShort
        }
        return settledOn
    }
}

// MARK: - Late fee

extension Receipts {
    /// The late fee estimate in millionths of a sen, of all shares.
    ///
    /// Per compared programme, receipts count in the order of their days, each up to what is still
    /// due; a negative one takes back the newest earlier ones first. The part that came after the
    /// due date bears the months it was late, the short rest those to `asOf`. A started month
    /// counts whole (PP 44, 45 and 46 of 2015).
    func lateFee(
        _ due: Shares,
        tolerance: Shares,
        dueDate: Day,
        asOf: Day,
        rate: Rate
    ) -> Int128 {
        var senMonths: Int128 = 0
        forEachLatePart(due, tolerance: tolerance, dueDate: dueDate, asOf: asOf) { part in
            senMonths += Int128(part.amount.sen) * Int128(part.months)
        }
        return senMonths * Int128(rate.millionths)
    }

    /// What bears a late fee, and for how many months.
    @inline(__always)
    func forEachLatePart(
        _ due: Shares,
        tolerance: Shares,
        dueDate: Day,
        asOf: Day,
        _ body: (LatePart) -> Void
    ) {
        let monthsToDate = startedMonths(from: dueDate, to: asOf)
        // The shares mostly come in on the same day.
        var last = (day: dueDate, months: 0)
        for share in Share.allCases where due[share] > .zero {
            var open = due[share]
            func count(_ amount: Rupiah, _ day: Day) {
                let counted = min(amount, open)
                open -= counted
                guard day > dueDate, counted > .zero else { return }
                if day != last.day { last = (day, startedMonths(from: dueDate, to: day)) }
                body(LatePart(share: share, amount: counted, paid: day, months: last.months))
            }
            if days.count == 1 {
                // Most months have one receipt, from which nothing can be taken back.
                count(max(.zero, days[0].shares[share]), days[0].day)
            } else {
                for (day, amount) in kept(share) { count(amount, day) }
            }
            if open > tolerance[share] {
                body(LatePart(share: share, amount: open, paid: .absent, months: monthsToDate))
            }
        }
    }

    /// The receipts of one share that were not taken back, by day.
    private func kept(_ share: Share) -> [(label: Day, amount: Rupiah)] {
        var kept = KeptAmounts<Day>()
        for receipt in days { kept.add(receipt.shares[share], receipt.day) }
        return kept.all
    }
}

/// A part of a share that came late, or has not come.
package struct LatePart: Sendable {
    package var share: Share
    package var amount: Rupiah
    /// The day it came; absent for what is still short.
    package var paid: Day
    /// The started months it was late.
    package var months: Int
}

/// The months between two days of which each that has started counts whole.
///
/// Month k ends k calendar months after the first day, at the latest on its month's last day: due
/// on the 15th, paid on the 16th is one month.
package func startedMonths(from first: Day, to last: Day) -> Int {
    guard last > first else { return 0 }
    let monthsApart = last.month.months(since: first.month)
    return last > first.advanced(byMonths: monthsApart) ? monthsApart + 1 : max(monthsApart, 1)
}
