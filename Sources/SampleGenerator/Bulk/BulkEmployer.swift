/// An employer of a bulk sample.
struct BulkEmployer: Sendable {
    let npp: UInt64
    let name: String
    let size: EmployerSize
    let tariff: Tariff

    init(index: Int, plan: BulkPlan) {
        let random = plan.chance(.employerTerms, index)
        size = Self.sizes[Int(random % 10)]
        npp = UInt64(10_000_000 + index * 7)
        name =
            "PT \(Names.families[Int(random >> 8 % UInt64(Names.families.count))]) "
            + "\(Self.trades[Int(random >> 16 % 8)]) \(index + 1)"
        tariff = Tariff(
            jkkClass: JKKClass.allCases[Int(random >> 24 % 5)],
            programmes: size.programmes,
            isLabourIntensive: size == .besar && random >> 32 % 10 == 0,
            printsJKP: size == .besar || size == .menengah
        )
    }

    /// The employer as a row of `employers.csv`.
    var row: EmployerRow {
        EmployerRow(
            npp: Identities.text(npp, digits: 8),
            name: name,
            jkkClass: tariff.jkkClass,
            size: size,
            programmes: tariff.programmes,
            isLabourIntensive: tariff.isLabourIntensive
        )
    }

    /// The billing code of a month's bill, 11 digits.
    static func billingCode(employer index: Int, month: Month) -> UInt64 {
        Identities.kpj(registered: month, serial: 1_000_000 + index)
    }

    /// The day on which an employer pays a month in time: always before the 15th.
    static func usualPayday(employer index: Int, month: Month) -> Day {
        month.next.day(4 + index % 10)
    }

    private static let sizes: [EmployerSize] = [
        .besar, .besar, .besar, .besar, .menengah, .menengah, .menengah, .menengah, .kecil, .mikro,
    ]

    private static let trades = [
        "Abadi", "Boga", "Garmindo", "Karya", "Logistik", "Medika", "Niaga", "Teknik",
    ]
}
