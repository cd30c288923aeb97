extension WorkerDirectory {
    /// What a worker's rows say of him beside names and numbers.
    ///
    /// Nationality and sex are those of his newest payroll row that states them, else ledger, else
    /// register; at a tie the smaller mark. His number is a passport's where a row that has it says
    /// so.
    static func person(
        _ worker: Worker,
        _ records: Records,
        _ resolution: WorkerResolution
    ) -> PersonMarks {
        let payroll = resolution.payroll[worker.group].lazy.map { records.payroll[Int($0)] }
        let ledger = resolution.ledger[worker.group].lazy.map { records.ledger[Int($0)] }
        let register = resolution.register[worker.group].lazy.map { records.register[Int($0)] }
        var person = PersonMarks.none
        for kind in [PersonMarks.anyNationality, .anySex] {
            guard !resolution.person.isDisjoint(with: kind) else { continue }
            let stated =
                newestPerson(payroll, kind, \.month) ?? newestPerson(ledger, kind, \.month)
                ?? newestPerson(register, kind) { _ in ContributionMonth(number: 0) }
            if let stated { person.formUnion(stated) }
        }
        let isPassport =
            resolution.person.contains(.passport)
            && (payroll.contains { $0.person.contains(.passport) && $0.nik == worker.nik }
                || ledger.contains { $0.person.contains(.passport) && $0.nik == worker.nik }
                || register.contains { $0.person.contains(.passport) && $0.nik == worker.nik })
        if isPassport { person.insert(.passport) }
        return person
    }

    /// The smallest mark of a kind in the newest row that has one.
    private static func newestPerson<Row: PersonRow>(
        _ rows: some Sequence<Row>,
        _ kind: PersonMarks,
        _ month: (Row) -> ContributionMonth
    ) -> PersonMarks? {
        var newest: (mark: PersonMarks, month: ContributionMonth)?
        for row in rows {
            let mark = row.person.intersection(kind)
            guard mark != .none else { continue }
            let rowMonth = month(row)
            if let known = newest, rowMonth < known.month { continue }
            if let known = newest, rowMonth == known.month, mark.rawValue >= known.mark.rawValue {
                continue
            }
            newest = (mark, rowMonth)
        }
        return newest?.mark
    }
}
