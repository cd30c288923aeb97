/// The findings about employers, files and pairs of workers, made when all workers are settled.
struct RunFindings {
    let context: SettlementContext
    let book: RuleBook

    func all(
        _ batches: [SettledBatch],
        _ versions: PayrollVersionsFound
    ) -> [Finding] {
        var findings: [Finding] = []
        for employer in context.records.employers.indices {
            findings += employerFindings(UInt32(employer))
        }
        findings += replacementFindings(batches, versions.replacements)
        findings += versions.overlaps.map(finding)
        findings += identityFindings()
        findings += PairFindings(context: context).all()
        findings += SharedKPJFindings(context: context).all()
        findings += nearMissFindings(batches)
        return findings
    }
}

// MARK: - Employers

extension RunFindings {
    private func employerFindings(_ employer: UInt32) -> [Finding] {
        let facts = context.employerMonths.facts[Int(employer)]
        var findings: [Finding] = []
        func add(
            _ code: FindingCode,
            _ month: ContributionMonth? = nil,
            _ source: SourceLine? = nil,
            _ column: String = "",
            _ detail: FindingDetail = .none
        ) {
            findings.append(
                Finding(
                    code,
                    employer: employer,
                    month: month,
                    source: source,
                    column: column,
                    detail: detail
                )
            )
        }
        let history = context.employerMonths.histories[Int(employer)]
        if history.isEmpty {
            add(.employerUnknown, nil, context.source(ofEmployer: employer), "npp")
        }
        let npp = context.records.employers[Int(employer)].text
        if npp.digitCount != 8 {
            let source = context.source(ofEmployer: employer)
            add(.unusualIdentifier, nil, source, "npp", .identifier(npp))
        }
        if facts.payrollReach != nil, !facts.statesPayments { add(.paymentsNotStated) }
        if let expected = context.policy.expectedDeliveries {
            findings += MissingDeliveries(context: context, expected: expected).findings(employer)
        }
        for (older, newer) in zip(history, history.dropFirst())
        where older.from == newer.from && !older.saysTheSame(as: newer) {
            add(
                .employerContradicts,
                newer.from,
                older.source,
                "berlaku_dari",
                .sameAs(newer.source)
            )
        }
        var previous: EmployerRow?
        for row in history {
            defer { previous = row }
            if let previous, previous.saysTheSame(as: row), previous.from == row.from { continue }
            let (programmes, areAssumed) = EmployerTerms.programmes(of: row, in: book)
            if areAssumed { add(.programmesAssumed, row.from, row.source, "program") }
            let compulsory = book.sizes.first { $0.size == row.size }?.programmes ?? []
            let missing = compulsory.subtracting(programmes)
            if !missing.isEmpty {
                add(
                    .programmesTooFew,
                    row.from,
                    row.source,
                    "program",
                    .text(
                        value: programmes.text,
                        message: "kurang \(missing.text) untuk skala \(row.size?.rawValue ?? "")"
                    )
                )
            }
        }
        findings += ruleFindings(employer)
        return findings
    }

    /// Months for which the tables hold no rates, no cap or no calendar.
    private func ruleFindings(_ employer: UInt32) -> [Finding] {
        let history = context.employerMonths.histories[Int(employer)]
        var findings: [Finding] = []
        func add(
            _ code: FindingCode,
            _ month: ContributionMonth,
            _ value: String,
            _ message: String,
            _ source: SourceLine? = nil,
            _ column: String = ""
        ) {
            findings.append(
                Finding(
                    code,
                    employer: employer,
                    month: month,
                    source: source,
                    column: column,
                    detail: .text(value: value, message: message)
                )
            )
        }
        for month in context.employerMonths.months(of: employer)
        where context.employerMonths.cell(employer, month).hasPayroll {
            let rules = context.employerMonths.rules(month)
            if !rules.hasRates {
                add(.rulesOutOfReach, month, "tarif", "tidak ada tarif; terutang tidak dihitung")
            } else if rules.pensionCap == nil {
                add(
                    .rulesOutOfReach,
                    month,
                    "batas upah JP",
                    "batas upah JP belum diketahui; JP tidak dihitung"
                )
            }
            if rules.dueIsAssumed {
                add(
                    .rulesOutOfReach,
                    month,
                    rules.due.description,
                    "jatuh tempo diasumsikan tanpa kalender hari libur"
                )
            }
            if let first = history.first?.from, month < first {
                add(
                    .employerNotYetListed,
                    month,
                    first.description,
                    "untuk \(month) dipakai keterangan yang berlaku dari \(first)",
                    history.first?.source,
                    "berlaku_dari"
                )
            }
        }
        return findings
    }
}

extension EmployerRow {
    fileprivate func saysTheSame(as other: EmployerRow) -> Bool {
        name == other.name && riskClass == other.riskClass && size == other.size
            && programmes == other.programmes && isLabourIntensive == other.isLabourIntensive
            && defersJP == other.defersJP && group == other.group
    }
}

// MARK: - Versions, identities, near misses

extension RunFindings {
    private func replacementFindings(
        _ batches: [SettledBatch],
        _ replacements: [PayrollReplacement]
    ) -> [Finding] {
        var findings = replacements.map { replacement in
            finding(
                replacement.employer,
                replacement.month,
                replacement.file,
                replacement.successor,
                replacement.rowCount,
                "baris payroll"
            )
        }
        var reprints: [SettledBatch.Reprint: Int] = [:]
        for batch in batches { reprints.merge(batch.reprints, uniquingKeysWith: +) }
        func rank(_ reprint: SettledBatch.Reprint) -> (UInt32, ContributionMonth, Int, Int) {
            (reprint.employer, reprint.month, reprint.file, reprint.successor)
        }
        for (reprint, rowCount) in reprints.sorted(by: { rank($0.key) < rank($1.key) }) {
            findings.append(
                finding(
                    reprint.employer,
                    reprint.month,
                    reprint.file,
                    reprint.successor,
                    rowCount,
                    "baris tagihan tanpa tanggal bayar"
                )
            )
        }
        return findings
    }

    private func finding(
        _ employer: UInt32,
        _ month: ContributionMonth,
        _ file: Int,
        _ successor: Int,
        _ rowCount: Int,
        _ what: String
    ) -> Finding {
        Finding(
            .replaced,
            employer: employer,
            month: month,
            source: SourceLine(file: file, line: 0),
            detail: .text(
                value: "\(rowCount)",
                message:
                    "\(rowCount) \(what) \(month) digantikan oleh \(context.records.files[successor])"
            )
        )
    }

    private func finding(_ overlap: PayrollOverlap) -> Finding {
        let names = overlap.files.map { context.records.files[$0] }
        return Finding(
            .partsOverlap,
            employer: overlap.employer,
            month: overlap.month,
            source: SourceLine(file: overlap.files[1], line: 0),
            detail: .text(
                value: "\(overlap.sharedWorkers)",
                message: "\(overlap.sharedWorkers) pekerja \(overlap.month) juga di \(names[0])"
            )
        )
    }

    private func identityFindings() -> [Finding] {
        let directory = context.directory
        guard !directory.clashes.isEmpty else { return [] }
        let workerOfGroup = directory.placesByGroup()
        return directory.clashes.map { clash in
            let worker = workerOfGroup[Int(clash.worker)]
            return Finding(
                .identityClash,
                employer: directory.workers[Int(worker)].employer,
                worker: worker,
                source: context.source(directory.workers[Int(worker)]) { $1 == clash.nik },
                column: "nik",
                detail: .identifier(clash.nik.text)
            )
        }
    }

    private func nearMissFindings(_ batches: [SettledBatch]) -> [Finding] {
        let misses = NearMissSearch(context: context).search(batches)
        return misses.map { miss in
            let worker = context.directory.workers[Int(miss.inPayroll)]
            let other = context.directory.workers[Int(miss.outsidePayroll)]
            let words = NearMissWords(miss.evidence, worker, other, context)
            return Finding(
                .pairCandidate,
                employer: worker.employer,
                worker: miss.inPayroll,
                source: context.payrollSource(worker),
                detail: .text(value: words.number, message: words.sentence)
            )
        }
    }
}
