/// CV Roti Harapan Pagi: 20 workers, of whose payments HR has nothing but undated bills.
enum Bakery {
    /// The company's dossiers, with a worker of another company among them who bakes at night.
    static func roster(moonlighter: Person) -> Roster {
        var roster = Roster(company: .bakery, dossiers: dossiers(moonlighter: moonlighter))
        roster.tell("works for PT Rajut Pesisir Sejahtera as well") { _ in }
        roster.tell("left, and HR reported it") {
            $0.leave(on: "2026-05-31")
            $0.changeRegister { $0.until = "2026-05-31" }
        }
        roster.tell("not in the register (`tidak_diketahui`, `bukti_tidak_lengkap`)", 3) {
            $0.register = []
        }
        roster.tell("joined in November: not due yet, in no bill and no register", 2) {
            $0.join(on: "2026-11-02")
            $0.ledger = []
            $0.register = []
        }
        return roster
    }

    private static func dossiers(moonlighter: Person) -> [Dossier] {
        var workforce = Workforce(
            prefix: "RH",
            regions: [340_411, 347_108, 331_307],
            firstSerial: 2_300_000,
            seed: 22_005_117
        )
        var employees = workforce.hire(20, unit: "Toko dan Dapur", thousands: 2_300...3_400)
        employees[0].person = moonlighter
        return employees.map { employee in
            var dossier = Dossier(
                employee,
                at: .bakery,
                months: ThreeCompanies.months.lowerBound..."2026-11",
                payday: { _ in nil }
            )
            dossier.removeLedger("2026-11"..."2026-11")
            dossier.ledger = dossier.ledger.map { row in row.with { $0.billingCode = "" } }
            // A small employer owes no JP, so nothing is cut for it either.
            dossier.payroll = dossier.payroll.map { row in row.with { $0.jpCut = nil } }
            return dossier
        }
    }
}
