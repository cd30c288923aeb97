// MARK: - Who left

extension MutationSearch {
    /// A worker whom the employer must report as having left.
    func leaver(_ member: Member) -> Mutation? {
        guard let reason = reasonToReportLeaving(member) else { return nil }
        var mutation = member.mutation(.leaver, reason)
        let left = member.leftOn
        mutation.month = left?.month ?? member.newestPayroll?.month
        if let left {
            mutation.event = left
            setLeavingRow(of: member, left, in: &mutation)
            if mutation.leavingReason.isAbsent { mutation.remarks.append(.leavingReasonUnknown) }
        } else {
            mutation.source = source(ofMissing: member)
            mutation.remarks = [
                .payrollMayLackHim, .leavingDayUnknown(member.newestPayroll?.month),
            ]
        }
        var lacking: [String] = []
        if !member.person.kpj.isUsable { lacking.append("KPJ") }
        if member.person.name.isAbsent { lacking.append("NAMA_LENGKAP") }
        if member.person.birth.isAbsent { lacking.append("TGL_LAHIR") }
        if left == nil { lacking.append("TGL_KEJADIAN") }
        if !lacking.isEmpty { mutation.remarks.append(.lacks(lacking)) }
        mutation.isUploaded = lacking.isEmpty
        return mutation
    }

    private func reasonToReportLeaving(_ member: Member) -> MutationReason? {
        let worker = member.worker
        if worker.causes.contains(.leavingNotReported) { return .cause(.leavingNotReported) }
        if member.signal.contains(.onlyInRegister), member.employer.newestPastDuePayroll != nil {
            return .finding(.membershipUnsupported)
        }
        if let left = worker.payrollEnd.ifPresent, isBilledAfter(left, member) {
            return .stillBilled
        }
        // Who was in payroll and is now only billed; of others payroll may simply not tell.
        if member.signal.contains(.notInPayroll), worker.hasPayroll,
            worker.registerWord != .inactive, let last = member.months.last,
            last.status == .notInPayroll,
            member.employer.newestPastDuePayroll.map({ $0 <= last.month }) ?? false
        {
            return .finding(.notInPayroll)
        }
        return nil
    }

    /// Whether he is a member after the day he left, or billed where there is no register, and
    /// payroll has nothing for him any more.
    private func isBilledAfter(_ left: Day, _ member: Member) -> Bool {
        let end = left.month
        let later = member.months.reversed().prefix { $0.month > end }
        guard !later.contains(where: { $0.due.total > .zero }) else { return false }
        if member.employer.hasRegister { return member.worker.registerWord == .active }
        return later.contains { $0.hasLedger }
    }

    /// Takes the newest payroll row that says when he left, and the reason of the newest one that
    /// has any, at a tie the smallest, into a mutation.
    private func setLeavingRow(of member: Member, _ left: Day, in mutation: inout Mutation) {
        let records = context.records
        var reasonMonth: ContributionMonth?
        for index in context.directory.payroll[member.person.group] {
            let row = records.payroll[Int(index)]
            guard row.left == left else { continue }
            mutation.source = row.source
            let reason = records.leavingReason(of: row.source)
            guard !reason.isAbsent else { continue }
            let isTied = reasonMonth == row.month
            if isTied, !records.texts.isOrderedBefore(reason, mutation.leavingReason) { continue }
            reasonMonth = row.month
            mutation.leavingReason = reason
        }
    }

    /// The row to look at for somebody who is not in payroll any more.
    private func source(ofMissing member: Member) -> SourceLine? {
        if member.signal.contains(.notInPayroll), let last = member.months.last,
            let place = last.ledgerSources.first
        {
            return member.batch.sources[place]
        }
        return context.newestSource(member.person) ?? context.registerSource(member.person)
    }
}

// MARK: - Whose data are wrong

extension MutationSearch {
    /// The corrections of a worker's personal data, from the findings on them.
    func corrections(of index: UInt32, _ findings: [Finding]) -> [Mutation] {
        let person = outcome.workers[Int(index)]
        // The number of BPJS that can be right, where payroll's cannot.
        let isFaulty = findings.contains { $0.code == .nikInvalid }
        let better = isFaulty ? findings.first { isWithoutFault($0, person) } : nil
        return findings.compactMap { finding in
            var mutation = Mutation(
                .correction,
                index,
                of: person.employer,
                .finding(finding.code)
            )
            mutation.source = finding.source
            switch (finding.code, finding.detail) {
            case (.nikDiffers, .identifiers(let found, let expected)):
                setNIK(found, expected, isFaulty: isFaulty, person, finding, in: &mutation)
            case (.nikInvalid, .nikFault(let fault)):
                // The number to take instead is told already.
                guard better == nil else { return nil }
                setInvalidNIK(fault, person, in: &mutation)
            case (.nameDiffers, .names(let found, let expected)):
                mutation.correction = Correction(
                    column: "nama",
                    found: .text(found),
                    expected: .text(expected)
                )
                mutation.remarks = [.checkIDCard]
            case (.birthDiffers, .days(let found, let expected)):
                mutation.correction = Correction(
                    column: "tanggal_lahir",
                    found: .day(found),
                    expected: .day(expected)
                )
                mutation.remarks = [.checkIDCard]
            default: return nil
            }
            return mutation
        }
    }

    /// Whether a finding names a NIK that BPJS has and that can be right.
    private func isWithoutFault(_ finding: Finding, _ person: Worker) -> Bool {
        guard finding.code == .nikDiffers, case .identifiers(let found, _) = finding.detail else {
            return false
        }
        return NIK(found).fault(birth: person.birth, person: person.person) == nil
    }

    private func setNIK(
        _ found: PackedText,
        _ expected: PackedText,
        isFaulty: Bool,
        _ person: Worker,
        _ finding: Finding,
        in mutation: inout Mutation
    ) {
        let hasBetter = isFaulty && isWithoutFault(finding, person)
        mutation.remarks = [.checkIDCard]
        if hasBetter {
            mutation.place = .payroll
            mutation.source = context.source(person) { $1 == person.nik }
            mutation.remarks.insert(.payrollIsWrong, at: 0)
        } else {
            mutation.place = .branch
        }
        mutation.correction = Correction(
            column: "nik",
            found: .identifier(hasBetter ? expected : found),
            // Payroll's number is no better when it cannot be right.
            expected: hasBetter ? .identifier(found) : isFaulty ? .none : .identifier(expected)
        )
    }

    private func setInvalidNIK(
        _ fault: NIKFault,
        _ person: Worker,
        in mutation: inout Mutation
    ) {
        mutation.place = isKnownToBPJS(person.nik, of: person) ? .branch : .payroll
        mutation.correction = Correction(
            column: "nik",
            found: .identifier(person.nik.text),
            expected: .none
        )
        mutation.remarks = [.nikFault(fault), .checkIDCard]
    }

    /// Whether a row of his in the ledger or the register has a NIK.
    private func isKnownToBPJS(_ nik: NIK, of person: Worker) -> Bool {
        let directory = context.directory
        return directory.ledger[person.group].contains {
            context.records.ledger[Int($0)].nik == nik
        }
            || directory.register[person.group].contains {
                context.records.register[Int($0)].nik == nik
            }
    }
}
