/// The scenario of a year at three companies, in which everything happens that `iuran` can tell.
enum ThreeCompanies {
    static let name = "tiga-perusahaan"

    static let months: ClosedRange<Month> = "2025-11"..."2026-10"
    static let asOf: Day = "2026-11-22"

    static let scenario: Scenario = {
        let knitwear = KnitwearFactory.roster()
        let carrier = FreightCarrier.roster()
        let bakery = Bakery.roster(moonlighter: knitwear.dossiers[150].employee.person)
        let rosters = [knitwear, carrier, bakery]
        return Scenario(
            name,
            shows:
                "a year at three companies, 400 workers: a factory that pays, with some of "
                + "everything wrong; a carrier that stops paying for two depots; a bakery with "
                + "bills only.",
            lookAt:
                "`ringkasan.html` first, then `status.csv`: every status and every cause "
                + "occurs; the tables below say whom each story is about.",
            asOf: asOf,
            files: KnitwearFactory.payrollFiles(knitwear) + [
                .payroll(carrier.payroll(months), name: "payroll-kargo.csv"),
                .payroll(bakery.payroll(months.lowerBound..."2026-11"), name: "payroll-roti.csv"),
                ledger(of: .knitwear, in: rosters, name: "ledger-rajut.csv"),
                ledger(of: .carrier, in: rosters, name: "ledger-kargo.csv"),
                ledger(of: .bakery, in: rosters, name: "ledger-roti.csv"),
                .register(
                    knitwear.register + KnitwearFactory.formerMembers,
                    name: "register-rajut.csv"
                ),
                .register(carrier.register, name: "register-kargo.csv"),
                .register(bakery.register, name: "register-roti.csv"),
                .employers(.knitwear, .carrier, .bakery),
            ],
            appendix: rosters.map(\.table).joined()
        )
    }()

    /// What BPJS billed under an NPP, wherever the workers belong.
    private static func ledger(of company: Company, in rosters: [Roster], name: String)
        -> SampleFile
    {
        .ledger(rosters.flatMap(\.ledger).filter { $0.npp == company.npp }, name: name)
    }
}

extension Company {
    /// A labour-intensive knitwear factory until the relief ended with BLTH 2026-01.
    static let knitwear: Company = {
        let relieved = EmployerRow(
            npp: "21007764",
            name: "PT Rajut Pesisir Sejahtera",
            jkkClass: .ii,
            from: "2025-02",
            size: .besar,
            programmes: .all,
            isLabourIntensive: true
        )
        let ordinary = relieved.with {
            $0.from = "2026-02"
            $0.isLabourIntensive = false
        }
        var company = Company(history: relieved, ordinary)
        company.printsJKP = true
        return company
    }()

    static let carrier: Company = {
        var company = Company(
            npp: "21019930",
            name: "PT Lintas Samudra Kargo",
            jkkClass: .iii,
            size: .menengah
        )
        company.printsJKP = true
        return company
    }()

    /// A small employer, whose programmes follow from its size: no JP.
    static let bakery = Company(
        npp: "22005117",
        name: "CV Roti Harapan Pagi",
        jkkClass: .i,
        size: .kecil,
        programmes: nil
    )
}
