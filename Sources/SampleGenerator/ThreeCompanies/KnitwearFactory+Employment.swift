extension KnitwearFactory {
    /// Who came, who left, and who is on leave.
    static func tellOfEmployment(in roster: inout Roster) {
        tellOfLeavers(in: &roster)
        tellOfNewcomers(in: &roster)
        roster.tell("left in March and came back in June", 2) {
            $0.removePayroll("2026-04"..."2026-05")
            $0.removeLedger("2026-04"..."2026-05")
            $0.changePayroll("2026-03"..."2026-03") { $0.left = "2026-03-31" }
            $0.changePayroll("2026-06"..."2026-10") { $0.joined = "2026-06-02" }
        }
        roster.tell("two months of unpaid leave: wage 0 (`upah-nol`)", 3) {
            $0.changePayroll("2026-04"..."2026-05") {
                $0.wage = 0
                $0.jhtCut = 0
                $0.jpCut = 0
            }
            $0.removeLedger("2026-04"..."2026-05")
        }
    }

    private static func tellOfLeavers(in roster: inout Roster) {
        var day: Day = "2026-02-28"
        roster.tell("left, and HR reported it", 6) { dossier in
            dossier.leave(on: day)
            dossier.changeRegister { $0.until = day }
            day = day.advanced(by: 29)
        }
        roster.tell(
            "left, but not reported: the card is still active (`belum_dilaporkan_keluar`)",
            3
        ) {
            $0.leave(on: "2026-06-30")
        }
        roster.tell("vanished from payroll and ledger (`keluar-tanpa-laporan`)") {
            $0.end("2026-07-31")
        }
        roster.tell("billed and paid for one month too many (`tidak_di_payroll`)", 2) { dossier in
            let surplus = dossier.ledger.filter { $0.blth == "2026-06" }
            dossier.leave(on: "2026-05-30")
            dossier.ledger += surplus
            dossier.changeRegister { $0.until = "2026-06-30" }
        }
        roster.tell("final settlement after the last month (`upah-di-luar-masa-kerja`)", 2) {
            dossier in
            let settlement = dossier.payroll.filter { $0.blth == "2026-09" }
            dossier.leave(on: "2026-08-31")
            dossier.payroll += settlement.map { row in
                row.with {
                    $0.left = "2026-08-31"
                    $0.jhtCut = 0
                    $0.jpCut = 0
                }
            }
            dossier.changeRegister { $0.until = "2026-08-31" }
        }
    }

    private static func tellOfNewcomers(in roster: inout Roster) {
        var day: Day = "2026-01-05"
        roster.tell("joined during the year", 8) { dossier in
            dossier.join(on: day)
            day = day.advanced(by: 28)
        }
        roster.tell("joined in September, without a KPJ in the first payroll (matched by NIK)", 2) {
            $0.join(on: "2026-09-01")
            $0.usePayrollKPJ("", in: "2026-09"..."2026-09")
        }
        roster.tell("joined in July and was never registered (`belum_terdaftar`)", 4) {
            $0.join(on: "2026-07-06")
            $0.usePayrollKPJ("", in: ThreeCompanies.months)
            $0.ledger = []
            $0.register = []
        }
        roster.tell(
            "joined in October; two digits of the NIK are swapped in the bill (`calon-pasangan`)"
        ) {
            $0.join(on: "2026-10-05")
            $0.usePayrollKPJ("", in: ThreeCompanies.months)
            $0.register = []
            $0.changeLedger(ThreeCompanies.months) {
                $0.kpj = ""
                $0.nik = swappingEarlyDigits(of: $0.nik)
            }
        }
    }

    /// The NIK with the first two neighbours swapped that differ.
    private static func swappingEarlyDigits(of nik: String) -> String {
        var digits = Array(nik)
        let index = digits.indices.dropLast().first { digits[$0] != digits[$0 + 1] } ?? 0
        digits.swapAt(index, index + 1)
        return String(digits)
    }
}
