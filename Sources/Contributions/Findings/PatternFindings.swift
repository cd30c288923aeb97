/// A worker's month, as a key.
package struct WorkerMonth: Hashable, Sendable {
    /// The worker's place in the directory.
    package var worker: UInt32
    package var month: ContributionMonth

    package init(worker: UInt32, month: ContributionMonth) {
        self.worker = worker
        self.month = month
    }
}

/// One finding for an employer's month in place of equal ones about each worker.
struct PatternFindings {
    let context: SettlementContext
    let book: RuleBook

    /// The findings of patterns.
    func all(_ patterns: [EmployerPattern]) -> [Finding] {
        patterns.map { pattern in
            let row = context.employerMonths.row(pattern.employer, pattern.month)
            let column = pattern.riskClass == nil ? "program" : "kelas_jkk"
            return Finding(
                pattern.riskClass == nil ? .programmeDiffers : .classDiffers,
                employer: pattern.employer,
                month: pattern.month,
                source: row?.source ?? context.source(ofEmployer: pattern.employer),
                column: row == nil ? "" : column,
                detail: pattern.riskClass.map { classDetail(pattern, $0) }
                    ?? programmeDetail(pattern)
            )
        }
    }

    private func classDetail(_ pattern: EmployerPattern, _ billed: Int) -> FindingDetail {
        let classes = EmployerClasses(context, book, pattern)
        let own = classes.riskClass
        return .text(
            value: Self.roman(billed),
            message: "JKK \(workers(pattern)) ditagih dengan kelas \(Self.roman(billed)) "
                + "(\(classes.jkk(of: billed).percentText())), padahal kelas di berkas perusahaan "
                + "\(Self.roman(own)) (\(classes.jkk(of: own).percentText()))"
        )
    }

    private func programmeDetail(_ pattern: EmployerPattern) -> FindingDetail {
        let joins = context.employerMonths.rules(pattern.month).joinsJKM
        let name = pattern.programme == .jkk && joins ? "JKK+JKM" : pattern.programme.name
        let (billed, due) = (pattern.reference.billed, pattern.reference.due)
        guard billed != .zero else {
            return .text(
                value: pattern.programme.name,
                message: "\(name) \(workers(pattern)) tidak ditagih"
            )
        }
        let permille = (Int128(billed.sen) * 1000 + Int128(due.sen) / 2) / Int128(due.sen)
        return .text(
            value: pattern.programme.name,
            message:
                "\(name) \(workers(pattern)) ditagih sekitar \(permille / 10),\(permille % 10)% "
                + "dari yang terutang"
        )
    }

    private func workers(_ pattern: EmployerPattern) -> String {
        "\(pattern.members.count) dari \(pattern.population) pekerja"
    }

    private static func roman(_ riskClass: Int) -> String {
        let numerals = ["I", "II", "III", "IV", "V"]
        return numerals.indices.contains(riskClass - 1) ? numerals[riskClass - 1] : "\(riskClass)"
    }

    /// Takes out of the workers' findings what a pattern says once.
    ///
    /// Only what was paid as it was billed is explained by the bill.
    static func remove(_ patterns: [EmployerPattern], from batches: inout [SettledBatch]) {
        guard !patterns.isEmpty else { return }
        var explained: [WorkerMonth: ProgrammeSet] = [:]
        for pattern in patterns {
            for member in pattern.members where member.isPaidAsBilled {
                let month = WorkerMonth(worker: member.worker, month: pattern.month)
                explained[month, default: .none].insert(ProgrammeSet(pattern.programme))
            }
        }
        for index in batches.indices {
            batches[index].findings = batches[index].findings.compactMap { finding in
                rest(of: finding, explained)
            }
        }
    }

    /// Which finding about the employer as a whole explains a worker's month.
    static func pointers(_ patterns: [EmployerPattern]) -> [WorkerMonth: [FindingCode]] {
        var pointers: [WorkerMonth: [FindingCode]] = [:]
        for pattern in patterns {
            let code: FindingCode = pattern.riskClass == nil ? .programmeDiffers : .classDiffers
            for member in pattern.members {
                let month = WorkerMonth(worker: member.worker, month: pattern.month)
                if pointers[month]?.contains(code) ?? false { continue }
                pointers[month, default: []].append(code)
            }
        }
        return pointers
    }

    /// What is left of a finding; nil for nothing.
    private static func rest(
        of finding: Finding,
        _ explained: [WorkerMonth: ProgrammeSet]
    ) -> Finding? {
        guard finding.code == .underpaid || finding.code == .overpaid,
            let worker = finding.worker, let month = finding.month,
            let programmes = explained[WorkerMonth(worker: worker, month: month)],
            case .shares(var shares) = finding.detail
        else { return finding }
        for share in Share.allCases where programmes.contains(ProgrammeSet(share.programme)) {
            shares[share] = .zero
        }
        guard shares != .zero else { return nil }
        var finding = finding
        finding.detail = .shares(shares)
        return finding
    }
}
