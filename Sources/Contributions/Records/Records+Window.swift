extension Records {
    /// The records that a nightly report looks at.
    ///
    /// - Parameters:
    ///   - first: The first month of the window; payroll and ledger rows of older months are left
    ///     out.
    ///   - deliveries: When the files came; rows of a register that a later one replaces are left
    ///     out.
    /// - Returns: The records, and how many rows of each file were left out.
    package func window(
        from first: ContributionMonth,
        _ deliveries: Deliveries
    ) -> (records: Records, leftOut: [Int: Int]) {
        let replaced = RegisterVersions.replacedRows(in: self, deliveries)
        let payments = payments(from: first)
        var leftOut: [Int: Int] = [:]
        for row in payroll where row.month < first { leftOut[row.source.file, default: 0] += 1 }
        for row in ledger where row.month < first { leftOut[row.source.file, default: 0] += 1 }
        for (index, isReplaced) in replaced.enumerated() where isReplaced {
            leftOut[register[index].source.file, default: 0] += 1
        }
        for row in self.payments { leftOut[row.source.file, default: 0] += 1 }
        for row in payments { leftOut[row.source.file, default: 0] -= 1 }
        leftOut = leftOut.filter { $0.value > 0 }
        guard !leftOut.isEmpty else { return (self, [:]) }
        let records = Records(
            employers: Array(employers),
            payroll: RowStorage(payroll.filter { $0.month >= first }),
            ledger: RowStorage(ledger.filter { $0.month >= first }),
            register: RowStorage(
                replaced.isEmpty
                    ? Array(register)
                    : zip(register, replaced).filter { !$1 }.map { $0.0 }
            ),
            payments: payments,
            employerRows: employerRows,
            pairs: pairs,
            rapels: rapels,
            leavingReasons: leavingReasons,
            files: files,
            texts: texts,
            identifiers: identifiers
        )
        return (records, leftOut)
    }

    /// The payments that may have paid bills of the window.
    ///
    /// Those of older bills would look like money that belongs to nobody. By its kode iuran a
    /// payment goes with the bills that carry it; without one known, with the months that it states
    /// or, failing that, in which bills of the window may be paid: from the month after the first.
    private func payments(from first: ContributionMonth) -> [PaymentRow] {
        guard !payments.isEmpty else { return [] }
        struct Code: Hashable {
            var employer: UInt32
            var code: PackedText
        }
        var isInWindow: [Code: Bool] = [:]
        for row in ledger where !row.billingCode.isAbsent {
            let code = Code(employer: row.employer, code: row.billingCode)
            if isInWindow[code] != true { isInWindow[code] = row.month >= first }
        }
        return payments.filter { row in
            isInWindow[Code(employer: row.employer, code: row.billingCode)]
                ?? ((row.month ?? row.paid.month.advanced(by: -1)) >= first)
        }
    }
}
