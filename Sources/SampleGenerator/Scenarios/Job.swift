/// A person's work at a company: the place that the rows about him come from.
struct Job: Sendable {
    var person: Person
    var company: Company
    var wage: Rupiah
    var programmes: Programmes?
    var electsPension: Bool?

    init(
        _ person: Person,
        at company: Company = .batik,
        wage: Rupiah = 5_000_000,
        programmes: Programmes? = nil,
        electsPension: Bool? = nil
    ) {
        self.person = person
        self.company = company
        self.wage = wage
        self.programmes = programmes
        self.electsPension = electsPension
    }
}

// MARK: - Rows

extension Job {
    func payroll(_ month: Month) -> PayrollRow {
        PayrollRow(
            npp: company.npp,
            blth: month,
            kpj: person.kpj,
            nik: person.nik,
            name: person.name,
            born: person.born,
            wage: wage,
            programmes: programmes,
            electsPension: electsPension
        )
    }

    /// A bill without a payment day.
    func bill(_ month: Month) -> LedgerRow {
        LedgerRow(
            npp: company.npp,
            blth: month,
            kpj: person.kpj,
            nik: person.nik,
            name: person.name,
            born: person.born,
            wage: wage,
            amounts: owed(month),
            billingCode: company.billingCode(month)
        )
    }

    /// A bill that was paid.
    func receipt(_ month: Month, on day: Day) -> LedgerRow {
        bill(month).with { $0.paid = day }
    }

    func register(since: Day, until: Day? = nil) -> RegisterRow {
        RegisterRow(
            npp: company.npp,
            kpj: person.kpj,
            nik: person.nik,
            name: person.name,
            born: person.born,
            since: since,
            until: until
        )
    }

    /// What he owes in a month by the rules.
    func owed(_ month: Month) -> Contributions {
        var tariff = company.tariff(in: month)
        tariff.programmes = programmes ?? tariff.programmes
        return tariff.contributions(
            wage: wage,
            month: month,
            owesPension: PensionRules.isLiable(
                born: person.born,
                in: month,
                elected: electsPension ?? false
            )
        )
    }
}

// MARK: - Several months

extension Job {
    func payroll(_ months: ClosedRange<Month>) -> [PayrollRow] {
        months.map(payroll)
    }

    func bills(_ months: ClosedRange<Month>) -> [LedgerRow] {
        months.map(bill)
    }

    /// Receipts of the 10th of the next month, which is always in time.
    func receipts(_ months: ClosedRange<Month>) -> [LedgerRow] {
        months.map { receipt($0, on: $0.next.day(10)) }
    }
}
