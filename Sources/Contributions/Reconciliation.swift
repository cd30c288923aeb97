/// The core of a run: from records to what became of every worker's contributions.
///
/// Read ``reconcile(_:book:policy:on:progress:)`` from top to bottom; it is the order of the
/// contract.
package enum Reconciliation {
    /// Reconciles what was expected with what was received.
    ///
    /// - Parameters:
    ///   - records: What was read.
    ///   - book: The law in figures.
    ///   - policy: What the law leaves open.
    ///   - run: The days to judge by.
    ///   - deliveries: When the files came, where that is known.
    ///   - progress: Told each step as it begins.
    /// - Returns: What became of every worker's months, with findings and totals.
    package static func reconcile(
        _ records: Records,
        book: RuleBook,
        policy: Policy,
        on run: RunDates,
        deliveries: Deliveries? = nil,
        progress: (Step) -> Void = { _ in }
    ) -> Outcome {
        progress(.matching)
        let (numbers, employerMonths) = RecordNumbers.find(in: records) {
            EmployerMonths(records, book: book, policy: policy, on: run, deliveries)
        }
        let (resolution, versions) = resolve(records, numbers, deliveries, asOf: run.asOf)
        let directory = WorkerDirectory(records, resolution)
        var payments = PaymentAllocation(records, directory, asOf: run.asOf)
        let context = SettlementContext(
            records: Records(records, texts: directory.texts),
            isReplaced: versions.isReplaced,
            directory: directory,
            employerMonths: employerMonths,
            allocated: payments.receipts,
            policy: policy,
            run: run
        )

        progress(.settling)
        var batches = settle(context)
        let totals = Totals.add(batches, context)
        progress(.judging)
        payments.settleRemainders(lateFees(in: totals))
        var elsewhere = ElsewhereSearch(context: context, batches: batches).search()
        elsewhere.unallocated = payments.unallocatedMonths
        judge(&batches, context, elsewhere)

        let patterns = EmployerPatternSearch(context: context, book: book).find(batches, totals)
        PatternFindings.remove(patterns, from: &batches)
        var findings = RunFindings(context: context, book: book).all(batches, versions)
        findings += PatternFindings(context: context, book: book).all(patterns)
        findings += payments.findings()
        findings += MisdirectedPayments(context: context, payments: payments, totals: totals).all()
        return Outcome(
            context: context,
            batches: batches,
            totals: totals,
            runFindings: findings,
            replacements: versions.replacements,
            patternPointers: PatternFindings.pointers(patterns),
            allocations: payments.inOrder(),
            payments: PaymentTotals.add(payments, records),
            twinPayments: payments.twinRows
        )
    }

    /// The steps of a reconciliation, for a progress display.
    package enum Step: Sendable {
        case matching
        case settling
        case judging
    }

    /// Who is who, and which payrolls count; without the rows of those that do not.
    private static func resolve(
        _ records: Records,
        _ numbers: RecordNumbers,
        _ deliveries: Deliveries?,
        asOf: Day
    ) -> (WorkerResolution, PayrollVersionsFound) {
        let all = WorkerResolver.resolve(numbers, pairs: records.pairs, asOf: asOf)
        let versions = PayrollVersions.find(in: records, all, deliveries)
        guard !versions.replacements.isEmpty else { return (all, versions) }
        let counted = RecordNumbers.find(in: records, without: versions.isReplaced)
        let counting = WorkerResolver.resolve(counted, pairs: records.pairs, asOf: asOf)
        return (counting, versions)
    }

    /// Workers per piece of parallel work.
    private static let batchSize = 1 << 14

    private static func settle(_ context: SettlementContext) -> [SettledBatch] {
        let ranges = Parallel.ranges(count: context.directory.workers.count, size: batchSize)
        return Parallel.map(count: ranges.count) { WorkerSettlement.settle(ranges[$0], context) }
    }

    /// The late fee estimate of each employer.
    private static func lateFees(in totals: [EmployerMonthTotals]) -> [UInt32: Rupiah] {
        totals.reduce(into: [:]) { fees, month in
            if month.lateFee != .zero { fees[month.employer, default: .zero] += month.lateFee }
        }
    }

    private static func judge(
        _ batches: inout [SettledBatch],
        _ context: SettlementContext,
        _ elsewhere: ElsewhereFacts
    ) {
        let membership = Membership(context: context, elsewhere: elsewhere)
        batches.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let batches = buffer
            // Each batch is judged in place by one thread, and all have ended when the map returns.
            _ = Parallel.map(count: batches.count) { index in
                let months = batches[index].months
                for position in batches[index].workers.indices {
                    let worker = batches[index].workers[position]
                    let findings = membership.judge(
                        &batches[index].workers[position],
                        months[worker.monthPlaces]
                    )
                    if !findings.isEmpty { batches[index].findings += findings }
                }
            }
        }
    }
}

/// Everything that a reconciliation found out.
package struct Outcome: Sendable {
    let context: SettlementContext
    package let batches: [SettledBatch]
    /// By employer and month.
    package let totals: [EmployerMonthTotals]
    /// The findings that are not about one worker.
    package let runFindings: [Finding]
    package let replacements: [PayrollReplacement]
    /// The findings about an employer as a whole that explain a worker's month.
    package let patternPointers: [WorkerMonth: [FindingCode]]
    /// What lump sums were used for, by employer and day.
    package let allocations: [Allocation]
    /// The lump sums of each employer that paid any, by employer.
    package let payments: [PaymentTotals]
    /// Payment rows that repeat another one, by file.
    package let twinPayments: [Int: Int]
    fileprivate var foundMutations: MutationList?

    /// What HR must enter in SIPP, by employer, kind and worker; after ``findMutations()``.
    package var mutations: MutationList {
        guard let foundMutations else { preconditionFailure("findMutations() comes first") }
        return foundMutations
    }

    /// Finds what HR must enter in SIPP.
    ///
    /// It is a step of its own because nothing that was found out rests on it, so that the feed can
    /// be written meanwhile.
    package mutating func findMutations() {
        foundMutations = MutationSearch(outcome: self).all()
    }

    package var records: Records { context.records }
    package var workers: RowTable<Worker> { context.directory.workers }
    package var employerMonths: EmployerMonths { context.employerMonths }
    package var policy: Policy { context.policy }
    package var run: RunDates { context.run }

    /// The bridge of the whole run.
    package var tieOut: TieOut {
        totals.reduce(into: TieOut()) { $0 += $1.tieOut }
    }

    /// Whether every bridge closes, of each employer's month as of the whole.
    package var isTied: Bool {
        totals.allSatisfy(\.tieOut.isTied) && payments.allSatisfy(\.isTied)
    }

    /// How many rows of a file were read and not counted again: twins, and rows that a later
    /// version replaced.
    package var skippedRows: [Int: Int] {
        var rows: [Int: Int] = twinPayments
        for batch in batches { rows.merge(batch.skippedRows, uniquingKeysWith: +) }
        for replacement in replacements {
            rows[replacement.file, default: 0] += replacement.rowCount
        }
        return rows
    }
}
