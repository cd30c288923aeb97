// MARK: - Rules 1 and 2

extension WorkerResolver {
    /// Makes a worker of each KPJ in payroll, numbered by its place there, and completes what is
    /// known of their NIKs by the ledger and then the register.
    mutating func joinByPayrollKPJ() {
        result.employers = payroll.rows.numbers.map(\.employer)
        noteNIKs(beside: ledger.rows)
        noteNIKs(beside: register.rows)
    }

    /// Looks at the NIKs that a table has beside KPJs of payroll.
    ///
    /// Workers who own none yet come to own them; those of others tell that a KPJ may be of two.
    private mutating func noteNIKs(beside rows: RowNumbers) {
        var rest = rows.besidePayroll[...]
        while let worker = rest.first?.employer {
            let entries = rest.prefix { $0.employer == worker }
            rest = rest[entries.endIndex...]
            let number = payroll.rows.numbers[Int(worker)]
            if shared.niks[Int(worker)] == .absent {
                for entry in entries {
                    owners.add(
                        SortEntry(key: entry.key, employer: number.employer, index: worker)
                    )
                }
            }
            // In order, so that the smallest comes first.
            shared.note(entries.map { NIK(PackedText(raw: $0.key)) }, worker, number)
        }
    }

    /// Tells of which NIKs rules 3 to 5 and the pairs will ask, and gathers their owners.
    mutating func findOwners(_ pairs: [PairRow]) {
        for table in [payroll, ledger, register] {
            for entry in table.rows.byNIK { owners.expect(entry.key, at: entry.employer) }
        }
        for table in [ledger, register] {
            table.forEachStranger { number, niks in
                for nik in niks { owners.expect(nik.text.raw, at: number.employer) }
            }
        }
        for pair in pairs {
            for nik in [pair.nik, pair.otherNIK] where nik.isUsable {
                owners.expect(nik.text.raw, at: pair.employer)
            }
        }
        owners.gather(payroll.rows)
    }
}
