/// PT Lintas Samudra Kargo: 90 workers, and no money any more for two of its depots.
enum FreightCarrier {
    static func roster() -> Roster {
        var roster = Roster(company: .carrier, dossiers: dossiers())
        tellOfDepots(in: &roster)
        tellOfHeadOffice(in: &roster)
        return roster
    }

    private static let headOffice = "Kantor Pusat"
    private static let largeDepot = "Depo Cikarang"
    private static let smallDepot = "Depo Merak"

    private static let unlucky = ["LK0041", "LK0042", "LK0043"]

    private static func dossiers() -> [Dossier] {
        var workforce = Workforce(
            prefix: "LK",
            regions: [317_102, 321_603, 327_502, 360_303, 367_101],
            firstSerial: 2_200_000,
            seed: 21_019_930
        )
        let employees =
            workforce.hire(40, unit: headOffice, thousands: 4_800...18_000)
            + workforce.hire(28, unit: largeDepot, thousands: 4_900...7_500)
            + workforce.hire(22, unit: smallDepot, thousands: 4_700...7_000)
        var contacts = SplitMix64(seed: 890)
        return employees.map { employee in
            var dossier = Dossier(employee, at: .carrier, months: ThreeCompanies.months) {
                $0.next.day(13)
            }
            dossier.addContact(
                email: "\(employee.number.lowercased())@kargo.example",
                mobile: Identities.mobile(contacts.next())
            )
            return dossier
        }
    }

    private static func tellOfDepots(in roster: inout Roster) {
        roster.tell(
            "cut from the pay and billed since August, never paid (`dipotong-tidak-disetor`, `nonaktif`)",
            unit: largeDepot
        ) {
            $0.leaveUnpaid("2026-08"..."2026-10")
        }
        roster.tell("October not paid yet (`menunggak`)", unit: smallDepot) {
            $0.leaveUnpaid("2026-10"..."2026-10")
        }
        roster.tell(
            "May paid in two instalments, the second late (`lunas_terlambat`)",
            unit: headOffice
        ) {
            dossier in
            dossier.ledger = dossier.ledger.flatMap { row in
                guard row.blth == "2026-05" else { return [row] }
                let (first, rest) = row.amounts.split(percent: 50)
                return [
                    row.with { $0.amounts = first },
                    row.with {
                        $0.amounts = rest
                        $0.paid = "2026-07-02"
                    },
                ]
            }
        }
    }

    private static func tellOfHeadOffice(in roster: inout Roster) {
        roster.tell("November paid ahead, its payroll not delivered (`belum_ada_payroll`)", 12) {
            dossier in
            let october = dossier.ledger.filter { $0.blth == "2026-10" }
            dossier.ledger += october.map { row in
                row.with {
                    $0.blth = "2026-11"
                    $0.billingCode = Company.carrier.billingCode("2026-11")
                }
            }
        }
        roster.tell("interns since August: JKK and JKM only", 2) { dossier in
            let employee = dossier.employee
            dossier.join(on: "2026-08-03")
            dossier.changePayroll(ThreeCompanies.months) {
                $0.programmes = [.jkk, .jkm]
                $0.jhtCut = 0
                $0.jpCut = 0
            }
            dossier.rebill(ThreeCompanies.months) { month in
                Job(
                    employee.person,
                    at: .carrier,
                    wage: employee.wage(in: month),
                    programmes: [.jkk, .jkm]
                )
            }
        }
        roster.tell("JP missing from the bills of December and January (`kurang_bayar`)", 3) {
            $0.changeLedger("2025-12"..."2026-01") {
                $0.amounts.jpEmployer = 0
                $0.amounts.jpWorker = 0
            }
        }
        roster.tell("ended in the register by mistake, while everything is paid", 1) {
            $0.changeRegister { $0.until = "2026-08-31" }
        }
        roster.tell("another mobile number in the register than in payroll", 2) {
            $0.changeRegister { $0.mobile = String($0.mobile.dropLast(2)) + "00" }
        }
        roster.tell(
            "unpaid since August, and without an online account: two causes",
            about: unlucky
        ) {
            $0.changeRegister { $0.hasAccount = false }
        }
        roster.tell("registered, but without an online account (`akun_belum_terdaftar`)", 6) {
            $0.changeRegister { $0.hasAccount = false }
        }
    }
}
