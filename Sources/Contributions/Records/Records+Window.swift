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
        var leftOut: [Int: Int] = [:]
        for row in payroll where row.month < first { leftOut[row.source.file, default: 0] += 1 }
        for row in ledger where row.month < first { leftOut[row.source.file, default: 0] += 1 }
        for (index, isReplaced) in replaced.enumerated() where isReplaced {
            leftOut[register[index].source.file, default: 0] += 1
        }
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
            files: files,
            texts: texts,
            identifiers: identifiers
        )
        return (records, leftOut)
    }
}
