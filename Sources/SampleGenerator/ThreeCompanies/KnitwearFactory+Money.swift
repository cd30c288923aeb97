extension KnitwearFactory {
    /// Whose money did not come, came to the wrong place, or came twice.
    static func tellOfMoney(in roster: inout Roster) {
        roster.tell("left out of the bills since August (`tidak-ditagih`, `nonaktif`)", 3) {
            $0.removeLedger("2026-08"..."2026-10")
        }
        roster.tell("left out of the bills since September (`tidak-ditagih`, `menunggak`)", 2) {
            $0.removeLedger("2026-09"..."2026-10")
        }
        roster.tell(
            "billed since September under the carrier's NPP (`npp-lain`, `data_belum_sinkron`)",
            3
        ) {
            $0.changeLedger("2026-09"..."2026-10") {
                $0.npp = Company.carrier.npp
                $0.billingCode = Company.carrier.billingCode($0.blth)
            }
        }
        roster.tell("February billed and never paid (`iuran_tidak_lengkap`)", 3) {
            $0.leaveUnpaid("2026-02"..."2026-02")
        }
        roster.tell("June paid twice, under two codes (`lebih_bayar`)", 2) { dossier in
            let twice = dossier.ledger.filter { $0.blth == "2026-06" }
            dossier.ledger += twice.map { row in
                row.with {
                    $0.billingCode = "26069007764"
                    $0.paid = "2026-07-13"
                }
            }
        }
        roster.tell("the same receipt twice in the ledger (`baris-kembar`)", 3) { dossier in
            dossier.ledger += dossier.ledger.filter { $0.blth == "2026-05" }
        }
    }

    /// Whose wage or cut is not what the bill says.
    static func tellOfWages(in roster: inout Roster) {
        roster.tell("reported at 70 % of the wage all year (`pds-upah`)", 5) { dossier in
            let employee = dossier.employee
            dossier.rebill(ThreeCompanies.months) { month in
                let reported = Rupiah(sen: employee.wage(in: month).sen * 70 / 100 / 100 * 100)
                return Job(employee.person, at: .knitwear, wage: reported)
            }
        }
        roster.tell("2 % more cut for JHT than the worker's share (`potongan-berbeda`)", 3) {
            $0.changePayroll("2026-07"..."2026-10") { row in
                guard let wage = row.wage else { return }
                row.jhtCut = wage.share(Rate(basisPoints: 400)).wholeRupiah
            }
        }
        roster.tell("paid by two units: two payroll rows a month", 2) { dossier in
            dossier.payroll = dossier.payroll.flatMap { row in
                guard let wage = row.wage else { return [row] }
                let elsewhere: Rupiah = 1_200_000
                return [
                    row.with { $0.wage = wage - elsewhere },
                    row.with {
                        $0.wage = elsewhere
                        $0.unit = "Outlet Pabrik"
                        $0.jhtCut = 0
                        $0.jpCut = 0
                    },
                ]
            }
        }
        roster.tell("a rise of August billed in September as rapel", 2) { dossier in
            let rise: Rupiah = 400_000
            let employee = dossier.employee
            dossier.changePayroll("2026-08"..."2026-10") {
                let wage = employee.wage(in: $0.blth) + rise
                $0.wage = wage
                $0.jhtCut = wage.share(Rate(basisPoints: 200)).wholeRupiah
                $0.jpCut = wage.share(Rate(basisPoints: 100)).wholeRupiah
            }
            dossier.rebill("2026-09"..."2026-10") { month in
                let backPay = month == "2026-09" ? rise : 0
                return Job(
                    employee.person,
                    at: .knitwear,
                    wage: employee.wage(in: month) + rise + backPay
                )
            }
            dossier.changeLedger("2026-09"..."2026-09") {
                $0.wage = $0.wage - rise
                $0.backPay = rise
            }
        }
    }
}
