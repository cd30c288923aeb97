extension KnitwearFactory {
    /// Whose numbers, names and dates do not agree.
    static func tellOfIdentities(in roster: inout Roster) {
        var serial = 5_550_001
        roster.tell("billed until March under an older KPJ (`kpj-ganda`)", 2) { dossier in
            dossier.changeLedger("2025-11"..."2026-03") { $0.kpj = "1604\(serial)" }
            serial += 1
        }
        roster.tell("another NIK in the ledger (`nik-berbeda`)", 2) {
            $0.changeLedger(ThreeCompanies.months) { $0.nik = "327502" + $0.nik.dropFirst(6) }
        }
        roster.tell("a NIK with a 13th month, everywhere (`nik-tidak-sah`)") {
            $0.changeNIK { $0.prefix(8) + "13" + $0.dropFirst(10) }
        }
        roster.tell("a NIK that lacks a digit, in payroll (`nik-tidak-sah`)") {
            $0.changePayroll(ThreeCompanies.months) { $0.nik = String($0.nik.dropLast()) }
        }
        roster.tell("a NIK that Excel made a number of, in October (`nik-rusak-excel`)", 2) {
            $0.changePayroll("2026-10"..."2026-10") {
                $0.nik = "\($0.nik.prefix(1)),\($0.nik.dropFirst().prefix(5))E+15"
            }
        }
        roster.tell("another name in the ledger (`nama-berbeda`)", 2) {
            $0.changeLedger(ThreeCompanies.months) { $0.name = "Kembang Kantil" }
        }
        roster.tell("another birth date in the register (`tanggal-lahir-berbeda`)", 2) {
            $0.changeRegister { $0.born = $0.born?.advanced(by: 31) }
        }
        roster.tell("registered, but without an online account (`akun_belum_terdaftar`)", 40) {
            $0.changeRegister { $0.hasAccount = false }
        }
    }
}
