internal import Contributions
internal import TestSupport

/// One worker, Sari, and what of her months was paid.
///
/// As-of is 2026-07-20, so that BLTH 2026-06 is past due. Budi is a colleague whose months are all
/// paid where a case asks for him.
enum OneMember {
    static let kpj = "19040012345"
    static let colleague = "15080023456"

    /// A reconciliation of her months of 2026.
    ///
    /// `months` has a mark for each payroll month from January on: `+` paid, `-` unpaid, `/` paid
    /// without JP, `0` without wage, a space without payroll row. `left` is tanggal_keluar of each
    /// row. `register` has the cells behind kpj, a row each:
    /// `nik,nama,tanggal_lahir,tanggal_nonaktif,status,akun_jmo`. Budi is paid from January to
    /// June.
    static func bench(
        _ months: String,
        left: String = "",
        register: [String]? = nil,
        hasColleague: Bool = false,
        extraLedger: [String] = [],
        asOf: String = "2026-07-20",
        ledgerUntil: String? = nil,
        policy: Policy = Policy()
    ) throws -> Workbench {
        var payroll = "npp,blth,kpj,nama,upah,tanggal_keluar"
        var ledger = OneWorker.ledgerHeader
        for (index, mark) in months.enumerated() where mark != " " {
            let wage = mark == "0" ? "0" : "1000000"
            payroll += "\n12004518,2026-0\(index + 1),\(kpj),Sari,\(wage),\(left)"
            let paid = "A,2026-0\(index + 2)-10,"
            if mark == "+" {
                ledger += "\n12004518,2026-0\(index + 1),\(kpj),\(OneWorker.full),,\(paid)"
            }
            if mark == "/" {
                ledger += "\n12004518,2026-0\(index + 1),\(kpj),2400,3000,37000,20000,0,0,,\(paid)"
            }
        }
        if hasColleague {
            for month in 1...6 {
                payroll += "\n12004518,2026-0\(month),\(colleague),Budi,1000000,"
                ledger +=
                    "\n12004518,2026-0\(month),\(colleague),\(OneWorker.full),,A,2026-0\(month + 1)-10,"
            }
        }
        for row in extraLedger { ledger += "\n" + row }
        let registerRows = (register ?? []).map { "\n12004518,\(kpj),\($0)" }.joined()
        let colleagueRow = register == nil ? "" : "\n12004518,\(colleague),,Budi,,,aktif,"
        return try Workbench(
            asOf: asOf,
            ledgerUntil: ledgerUntil,
            policy: policy,
            [
                "payroll.csv": payroll,
                "ledger.csv": ledger,
                "register.csv": "npp,kpj,nik,nama,tanggal_lahir,tanggal_nonaktif,status,akun_jmo"
                    + (hasColleague ? colleagueRow : "") + registerRows,
            ]
        )
    }
}
