// MARK: - Who is to be registered, and whose wage is to be reported

extension MutationSearch {
    /// A worker whom the employer must register.
    func newWorker(_ member: Member) -> Mutation? {
        guard member.worker.hasPayroll, let reason = reasonToRegister(member) else { return nil }
        var mutation = member.mutation(.newWorker, reason)
        mutation.firstMonth = member.firstOwed
        mutation.event = joined(member)
        if let first = member.firstOwed { mutation.remarks.append(.owedSince(first)) }
        if let end = member.worker.registerEnd.ifPresent {
            mutation.remarks.append(.membershipEnded(end))
        }
        report(member.newestWage(without: []), of: member, in: &mutation)
        return mutation
    }

    private func reasonToRegister(_ member: Member) -> MutationReason? {
        if member.worker.status == .unregistered { return .finding(.workersUnregistered) }
        if member.signal.contains(.notBilled) {
            return isMember(member) ? nil : .finding(.notBilled)
        }
        let isThere = member.newestPayroll?.month == member.employer.payrollReach?.upperBound
        guard member.employer.hasRegister, isThere, member.leftOn == nil else { return nil }
        return isMissingFromRegister(member) ? .notInRegister : nil
    }

    /// Whether SIPP has him as far as the files tell: by the register or, where there is none, by
    /// an earlier bill.
    private func isMember(_ member: Member) -> Bool {
        member.worker.registerWord == .active
            || !member.employer.hasRegister && member.worker.hasLedger
    }

    /// Whether the register lacks him, or has only a membership that ended before he came again;
    /// who is billed is registered, and the register older than he.
    private func isMissingFromRegister(_ member: Member) -> Bool {
        switch member.worker.registerWord {
        case .active: return false
        case .unstated: return !member.worker.hasLedger
        case .inactive:
            guard let end = member.worker.registerEnd.ifPresent else { return false }
            let endMonth = end.month
            return joined(member) > end
                && !member.months.contains { $0.hasLedger && $0.month > endMonth }
        }
    }

    /// The newest day on which payroll says that he came.
    private func joined(_ member: Member) -> Day {
        context.directory.payroll[member.person.group].reduce(Day.absent) { newest, row in
            max(newest, context.records.payroll[Int(row)].joined)
        }
    }

    /// A worker whose wage in SIPP is lower than in payroll, or missing.
    ///
    /// - Parameters:
    ///   - member: The worker.
    ///   - findings: What was found of the wages of his months.
    /// - Returns: The wage to report; nil where the one in SIPP is right.
    func wage(_ member: Member, _ findings: [Finding]) -> Mutation? {
        if member.signal.contains(.notBilled), isMember(member) {
            var mutation = member.mutation(.wage, .finding(.notBilled))
            mutation.remarks = [.notBilled]
            report(member.newestWage(without: []), of: member, in: &mutation)
            return mutation
        }
        guard member.worker.hasWageGap else { return nil }
        func months(_ code: FindingCode) -> Set<ContributionMonth> {
            Set(findings.filter { $0.code == code }.compactMap(\.month))
        }
        // What was paid beside the wage is no wage, and back pay makes up for earlier months.
        let jumps = months(.wageJump)
        let low = months(.wageUnderreported).subtracting(months(.backPayCovers))
        let stated = member.months.last {
            $0.hasPayroll && $0.reportedWage > .zero && !jumps.contains($0.month)
        }
        guard let stated else { return nil }
        let isLowNow = stated.reportedWage < stated.base - context.policy.tolerance.general
        guard isLowNow || !low.isEmpty else { return nil }
        var mutation = member.mutation(
            .wage,
            low.isEmpty ? .lowBill : .finding(.wageUnderreported)
        )
        if let missing = missingWages(member, low) { mutation.remarks.append(missing) }
        if isLowNow {
            report(member.newestWage(without: jumps), of: member, in: &mutation)
            mutation.correction = correction(stated.reportedWage, mutation)
        } else if let past = member.months.last(where: { low.contains($0.month) }) {
            mutation.remarks.insert(.onlyPastMonths, at: 0)
            report(past, of: member, in: &mutation)
            mutation.correction = correction(past.reportedWage, mutation)
            mutation.isUploaded = false
        }
        return mutation
    }

    private func correction(_ found: Rupiah, _ mutation: Mutation) -> Correction {
        let expected = mutation.wage.map { Correction.Value.amount($0 + mutation.rapel) } ?? .none
        return Correction(column: "upah", found: .amount(found), expected: expected)
    }

    /// By how much the wages of some months were reported too low.
    private func missingWages(_ member: Member, _ low: Set<ContributionMonth>) -> MutationRemark? {
        guard let first = low.min(), let last = low.max() else { return nil }
        let missing = member.months.reduce(Rupiah.zero) { sum, month in
            low.contains(month.month) ? sum + month.base - month.reportedWage : sum
        }
        return .missingWages(from: first, through: last, missing)
    }
}

// MARK: - The wage to report

extension Member {
    /// The newest month with pay that owes, without some months.
    fileprivate func newestWage(without left: Set<ContributionMonth>) -> MonthOutcome? {
        months.last { $0.hasPayroll && $0.base > .zero && !left.contains($0.month) }
    }
}

extension MutationSearch {
    /// Takes the wage of a month into a mutation, and says whether it can be uploaded.
    private func report(_ month: MonthOutcome?, of member: Member, in mutation: inout Mutation) {
        let month = month ?? member.newestPayroll
        mutation.month = month?.month
        mutation.source = month?.payrollSources.first.map { member.batch.sources[$0] }
        if let month, month.base > .zero {
            mutation.rapel = rapel(of: month, member)
            mutation.wage = month.base - mutation.rapel
        }
        if let left = member.leftOn { mutation.remarks.append(.hasLeft(left)) }
        let lacking = lacking(in: mutation, member.person)
        if !lacking.isEmpty { mutation.remarks.append(.lacks(lacking)) }
        mutation.isUploaded = lacking.isEmpty && member.leftOn == nil
    }

    /// The back pay among what payroll has for him in a month.
    private func rapel(of month: MonthOutcome, _ member: Member) -> Rupiah {
        let sources = member.batch.sources[month.payrollSources]
        // Few rows state any, and his rows are scattered over the table.
        guard sources.contains(where: { context.records.rapel(of: $0) != .zero }) else {
            return .zero
        }
        var sum = Rupiah.zero
        for index in context.directory.payroll[member.person.group] {
            let row = context.records.payroll[Int(index)]
            guard row.month == month.month, row.isWithinService, sources.contains(row.source)
            else { continue }
            sum += context.records.rapel(of: row.source)
        }
        return sum
    }

    /// The columns of `data_upah` that would be empty or wrong.
    private func lacking(in mutation: Mutation, _ person: Worker) -> [String] {
        var columns: [String] = []
        let isPassport = person.person.contains(.passport)
        if !person.nik.isUsable
            || !isPassport && person.nik.fault(birth: person.birth, person: person.person) != nil
        {
            columns.append("NIK")
        }
        if mutation.kind == .wage, !person.kpj.isUsable { columns.append("KPJ") }
        if person.name.isAbsent { columns.append("NAMA_LENGKAP") }
        if person.birth.isAbsent { columns.append("TGL_LAHIR") }
        if (mutation.wage ?? .zero) <= .zero { columns.append("UPAH") }
        return columns
    }
}
