internal import Contributions
internal import TestSupport

/// What one worker of one employer owes for a month, through the whole reconciliation.
///
/// `employer` is the cells of the employers row behind npp and nama:
/// `kelas_jkk,skala_usaha,program,padat_karya,penundaan_jp`; `payroll` those of the payroll row
/// behind upah: `tanggal_lahir,jp_lanjut,program`.
func oneMonth(
    _ wage: String,
    _ blth: String,
    employer: String = "1,,,,",
    payroll: String = ",,",
    policy: Policy = Policy(),
    asOf: String = "2027-12-31"
) throws -> MonthOutcome? {
    try Workbench(
        asOf: asOf,
        policy: policy,
        [
            "employers.csv": """
            npp,nama,kelas_jkk,skala_usaha,program,padat_karya,penundaan_jp
            12004518,PT Batik,\(employer)
            """,
            "payroll.csv": """
            npp,blth,kpj,nama,upah,tanggal_lahir,jp_lanjut,program
            12004518,\(blth),19040012345,Sari,\(wage),\(payroll)
            """,
        ]
    ).month(blth)
}

extension Shares {
    /// The amounts in the order of the report's columns, in sen.
    var list: [Int64] {
        Share.allCases.map { self[$0].sen }
    }
}
