/// PT Rajut Pesisir Sejahtera: 290 workers, paid every month, and some of everything wrong.
enum KnitwearFactory {
    static func roster() -> Roster {
        var roster = Roster(company: .knitwear, dossiers: dossiers())
        tellOfEmployment(in: &roster)
        tellOfMoney(in: &roster)
        tellOfWages(in: &roster)
        tellOfIdentities(in: &roster)
        tellOfElders(in: &roster)
        return roster
    }

    /// Members in the register whom neither payroll nor ledger knows.
    static let formerMembers: [RegisterRow] = [
        Job(Cast.hendra, at: .knitwear).register(since: "2018-02-05", until: "2024-06-30"),
        Job(Cast.nurul, at: .knitwear).register(since: "2022-06-06"),
    ]

    private static func tellOfElders(in roster: inout Roster) {
        roster.tell("past the pension age: no JP", about: ["RP0285"]) { _ in }
        roster.tell("past it since March, but elected to go on (`jp_lanjut`)", about: ["RP0286"]) {
            dossier in
            let employee = dossier.employee
            dossier.changePayroll(ThreeCompanies.months) { row in
                let job = Job(
                    employee.person,
                    at: .knitwear,
                    wage: row.wage ?? 0,
                    electsPension: true
                )
                row.electsPension = true
                row.jpCut = job.owed(row.blth).jpWorker.wholeRupiah
            }
            dossier.rebill(ThreeCompanies.months) { month in
                let wage = employee.wage(in: month)
                return Job(employee.person, at: .knitwear, wage: wage, electsPension: true)
            }
        }
    }

    private static let retired = Person(
        "Hj. Endang Sulistyo",
        born: "1965-05-04",
        isWoman: true,
        region: 337_409,
        kpj: "15072100901"
    )

    private static let elder = Person(
        "Suparman",
        born: "1967-02-11",
        isWoman: false,
        region: 331_307,
        kpj: "15072100902"
    )

    private static func dossiers() -> [Dossier] {
        var workforce = Workforce(
            prefix: "RP",
            regions: [337_409, 331_307, 332_205, 330_201, 337_203],
            firstSerial: 2_100_000,
            seed: 21_007_764
        )
        var employees =
            workforce.hire(230, unit: "Produksi", thousands: 3_300...4_600)
            + workforce.hire(34, unit: "Gudang", thousands: 3_300...4_400)
            + workforce.hire(20, unit: "Kantor", thousands: 4_500...9_500)
            + workforce.hire(6, unit: "Direksi", thousands: 14_000...38_000)
        employees[284].person = retired
        employees[285].person = elder
        return employees.map {
            Dossier($0, at: .knitwear, months: ThreeCompanies.months, payday: payday)
        }
    }

    /// The company pays early in the month; in April 2026 the bank's limit held March's payment up.
    private static func payday(_ month: Month) -> Day? {
        month == "2026-03" ? "2026-04-20" : month.next.day(8 + month.ordinal % 5)
    }
}

// MARK: - Files

extension KnitwearFactory {
    /// A payroll per quarter, and a second June that replaces the first.
    static func payrollFiles(_ roster: Roster) -> [SampleFile] {
        let june: ClosedRange<Month> = "2026-06"..."2026-06"
        return [
            .payroll(roster.payroll("2025-11"..."2025-12"), name: "payroll-rajut-2025-kw4.csv"),
            .payroll(roster.payroll("2026-01"..."2026-03"), name: "payroll-rajut-2026-kw1.csv"),
            .payroll(
                roster.payroll("2026-04"..."2026-05") + roster.payroll(june).map(withOvertime),
                name: "payroll-rajut-2026-kw2.csv"
            ),
            .payroll(roster.payroll(june), name: "payroll-rajut-2026-kw2_revisi-juni.csv"),
            .payroll(roster.payroll("2026-07"..."2026-09"), name: "payroll-rajut-2026-kw3.csv"),
            .payroll(roster.payroll("2026-10"..."2026-10"), name: "payroll-rajut-2026-kw4.csv"),
        ]
    }

    /// June as it was first sent: overtime stood in the wage of the warehouse.
    private static func withOvertime(_ row: PayrollRow) -> PayrollRow {
        guard row.unit == "Gudang", let wage = row.wage else { return row }
        return row.with { $0.wage = wage + 612_500 }
    }
}
