/// Writes a labelled sample: the four inputs, and the truth about them.
struct LabelledSample {
    private let people: [LabelledPerson]
    private let companies: [Company]
    private let seed: UInt64
    private let month: Month = "2026-10"

    init(people: [LabelledPerson], seed: UInt64) {
        self.people = people
        self.seed = seed
        companies = (0..<Population.employerCount(of: people.count)).map { index in
            Company(
                npp: Identities.text(UInt64(20_000_000 + index * 7), digits: 8),
                name: "PT \(Names.families[index % Names.families.count]) Karya \(index + 1)",
                jkkClass: JKKClass.allCases[index % 5],
                size: .besar
            )
        }
    }

    /// Writes all files.
    ///
    /// - Throws: ``OutputFailure`` when the file system refuses one.
    func write(to folder: OutputFolder) throws(OutputFailure) {
        let payroll = shuffled(people.filter(\.presence.hasPayroll), 1)
        let ledger = shuffled(people.filter(\.presence.hasLedger), 2)
        let register = shuffled(people.filter(\.presence.hasRegister), 3)
        try folder.write(CSVTable(rows: companies.flatMap(\.history)).text, to: "employers.csv")
        try folder.write(CSVTable(rows: payroll.map(payrollRow)).text, to: "payroll.csv")
        try folder.write(CSVTable(rows: ledger.map(ledgerRow)).text, to: "ledger.csv")
        try folder.write(CSVTable(rows: register.map(registerRow)).text, to: "register.csv")
        var lines = [Int?](repeating: nil, count: people.count)
        for (place, person) in payroll.enumerated() { lines[person.number] = place + 2 }
        let truth = truth(.ledger, ledger, lines) + truth(.register, register, lines)
        try folder.write(CSVTable(rows: truth).text, to: "kebenaran.csv")
    }

    private func shuffled(_ people: [LabelledPerson], _ salt: UInt64) -> [LabelledPerson] {
        let order = Shuffle(count: people.count, seed: SplitMix64.mix(seed &+ salt))
        return people.indices.map { people[order[$0]] }
    }
}

// MARK: - Rows

extension LabelledSample {
    private func payrollRow(_ person: LabelledPerson) -> PayrollRow {
        let cells = person.cells(in: .payroll, seed: seed)
        return job(of: person, companies[person.employer]).payroll(month).with {
            ($0.kpj, $0.nik, $0.name, $0.born) = (cells.kpj, cells.nik, cells.name, cells.born)
        }
    }

    private func ledgerRow(_ person: LabelledPerson) -> LedgerRow {
        let cells = person.cells(in: .ledger, seed: seed)
        return job(of: person, company(atBPJS: person)).receipt(month, on: month.next.day(10)).with
        {
            ($0.kpj, $0.nik, $0.name, $0.born) = (cells.kpj, cells.nik, cells.name, cells.born)
        }
    }

    private func registerRow(_ person: LabelledPerson) -> RegisterRow {
        let cells = person.cells(in: .register, seed: seed)
        let until: Day? = person.presence == .registerOnly ? "2026-06-30" : nil
        let job = job(of: person, company(atBPJS: person))
        return job.register(since: "2024-01-01", until: until).with {
            ($0.kpj, $0.nik, $0.name, $0.born) = (cells.kpj, cells.nik, cells.name, cells.born)
        }
    }

    /// The company under which BPJS has him.
    private func company(atBPJS person: LabelledPerson) -> Company {
        companies[person.formerEmployer ?? person.employer]
    }

    private func job(of person: LabelledPerson, _ company: Company) -> Job {
        var bearer = Person("", born: person.identity.born, isWoman: false, region: 0, kpj: "")
        bearer.name = person.identity.name.text
        return Job(bearer, at: company, wage: person.wage)
    }

    private func truth(
        _ table: LabelledTable,
        _ people: [LabelledPerson],
        _ payrollLines: [Int?]
    ) -> [TruthRow] {
        people.enumerated().map { place, person in
            TruthRow(
                table: table,
                line: place + 2,
                npp: company(atBPJS: person).npp,
                person: person,
                payrollLine: payrollLines[person.number],
                payrollNPP: payrollLines[person.number].map { _ in companies[person.employer].npp }
            )
        }
    }
}
