// MARK: - What only all months of a worker together tell

/// A ledger row of a worker's month that states back pay.
struct RapelRow {
    var month: ContributionMonth
    var billingCode: PackedText
    var amount: Rupiah
    var source: SourceLine
}

extension WorkerSettlement {
    /// Notes a row with back pay; the receipt of a bill repeats it.
    mutating func noteBackPay(_ row: LedgerRow) {
        let amount = context.records.rapel(of: row.source)
        let isKnown = rapelRows.contains {
            $0.month == row.month && $0.billingCode == row.billingCode && $0.amount == amount
        }
        guard !isKnown else { return }
        rapelRows.append(
            RapelRow(
                month: row.month,
                billingCode: row.billingCode,
                amount: amount,
                source: row.source
            )
        )
    }

    /// Says what the wages of all his months tell of one of them.
    ///
    /// - Parameters:
    ///   - outcome: The worker, whose months stand at the end of the batch.
    ///   - firstFinding: Where the findings of his months begin.
    mutating func remarkOnWages(_ outcome: WorkerOutcome, from firstFinding: Int) {
        remarkOnJumps(outcome, from: firstFinding)
        if !rapelRows.isEmpty { remarkOnBackPay(outcome) }
    }

    /// `lonjakan-upah`: a wage far above his usual one, which is the one that was reported.
    ///
    /// It stands in place of pds-upah: what was paid beside the wage is no wage that was hidden.
    private mutating func remarkOnJumps(_ outcome: WorkerOutcome, from firstFinding: Int) {
        let range = outcome.monthPlaces
        guard range.count > Self.fewestOtherMonths else { return }
        let months = range.map { batch.months[$0] }
        let tolerance = context.policy.tolerance.general
        for month in months where month.hasPayroll && month.reportedWage > .zero {
            guard month.reportedWage < month.base - tolerance,
                let median = doubledMedian(of: months, without: month.month),
                // More than 1.5 times, and the median is doubled.
                Int128(month.base.sen) * 4 > Int128(median) * 3,
                (Rupiah(sen: month.reportedWage.sen * 2 - median))
                    .isBeyond(Rupiah(sen: tolerance.sen * 2)) == false
            else { continue }
            for place in (firstFinding..<batch.findings.count).reversed()
            where batch.findings[place].code == .wageUnderreported
                && batch.findings[place].month == month.month
            {
                batch.findings.remove(at: place)
            }
            let usual = Rupiah(sen: median / 2).decimalText
            batch.findings.append(
                Finding(
                    .wageJump,
                    employer: month.employer,
                    month: month.month,
                    worker: month.worker,
                    source: month.payrollSources.first.map { batch.sources[$0] },
                    column: "upah",
                    detail: .text(
                        value: month.base.decimalText,
                        message: "upah \(month.base.decimalText), biasanya \(usual), dilaporkan "
                            + "\(month.reportedWage.decimalText)"
                    )
                )
            )
        }
    }

    /// How many other months a median takes.
    private static var fewestOtherMonths: Int { 3 }

    /// Twice the median of his wages in other months, in sen; nil where there are too few.
    private func doubledMedian(
        of months: [MonthOutcome],
        without month: ContributionMonth
    ) -> Int64? {
        let wages = months.filter { $0.hasPayroll && $0.base > .zero && $0.month != month }
            .map(\.base.sen).sorted()
        guard wages.count >= Self.fewestOtherMonths else { return nil }
        return wages[(wages.count - 1) / 2] + wages[wages.count / 2]
    }

    /// `rapel-menutup`: back pay in a later bill that is the wage missing in earlier months.
    ///
    /// From each row with back pay it goes back over the short months, the nearest first, until
    /// what is missing adds up to the back pay.
    private mutating func remarkOnBackPay(_ outcome: WorkerOutcome) {
        let range = outcome.monthPlaces
        var short = range.map { batch.months[$0] }.filter { month in
            month.status == .short && month.reportedWage > .zero
                && month.base - month.reportedWage > context.policy.tolerance.general
        }
        rapelRows.sort {
            ($0.month, $0.amount, $0.billingCode.raw) < ($1.month, $1.amount, $1.billingCode.raw)
        }
        for rapel in rapelRows {
            guard let covered = months(coveredBy: rapel, of: short) else { continue }
            for month in short[covered] {
                let missing = (month.base - month.reportedWage).decimalText
                batch.findings.append(
                    Finding(
                        .backPayCovers,
                        employer: month.employer,
                        month: month.month,
                        worker: month.worker,
                        source: rapel.source,
                        column: "rapel",
                        detail: .text(
                            value: missing,
                            message: "kurang upah \(missing) pada \(month.month) tercakup rapel "
                                + "\(rapel.amount.decimalText) pada \(rapel.month)"
                        )
                    )
                )
            }
            short.removeSubrange(covered)
        }
    }

    /// The run of short months before a row with back pay whose missing wages add up to it.
    private func months(coveredBy rapel: RapelRow, of short: [MonthOutcome]) -> Range<Int>? {
        let end = short.firstIndex { $0.month >= rapel.month } ?? short.count
        var start = end
        var missing = Rupiah.zero
        let tolerance = context.policy.tolerance.general
        while start > 0, missing < rapel.amount - tolerance {
            start -= 1
            missing += short[start].base - short[start].reportedWage
        }
        return start < end && !(missing - rapel.amount).isBeyond(tolerance) ? start..<end : nil
    }
}
