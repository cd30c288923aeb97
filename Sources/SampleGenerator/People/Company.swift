/// An invented employer with its history of terms.
struct Company: Sendable {
    let npp: String
    let name: String
    private(set) var history: [EmployerRow]

    /// Whether its bills print a part of JKK under JKP.
    var printsJKP = false

    /// Creates an employer whose terms never change.
    init(
        npp: String,
        name: String,
        jkkClass: JKKClass,
        size: EmployerSize,
        programmes: Programmes? = .all,
        isLabourIntensive: Bool? = nil,
        defersPension: Bool? = nil
    ) {
        let row = EmployerRow(
            npp: npp,
            name: name,
            jkkClass: jkkClass,
            size: size,
            programmes: programmes,
            isLabourIntensive: isLabourIntensive,
            defersPension: defersPension
        )
        self.init(history: row)
    }

    /// Creates an employer from the rows of its history, oldest first.
    init(history first: EmployerRow, _ later: EmployerRow...) {
        npp = first.npp
        name = first.name
        history = [first] + later
    }
}

extension Company {
    /// The terms on which it pays in a month.
    func tariff(in month: Month) -> Tariff {
        let terms = history.last { ($0.from ?? month) <= month } ?? history[0]
        return Tariff(
            jkkClass: terms.jkkClass,
            programmes: terms.programmes ?? terms.size?.programmes ?? .all,
            isLabourIntensive: terms.isLabourIntensive ?? false,
            defersPension: terms.defersPension ?? false,
            printsJKP: printsJKP
        )
    }

    /// The same employer as a member of a group of companies.
    func inGroup(_ name: String) -> Company {
        var company = self
        company.history = history.map { row in row.with { $0.group = name } }
        return company
    }

    /// The code of a month's bill, 11 digits.
    func billingCode(_ month: Month) -> String {
        "\(padded(month.year % 100))\(padded(month.ordinal))\(npp.suffix(7))"
    }
}

// MARK: - The employers of the small scenarios

extension Company {
    /// A textile factory, class I, all programmes.
    static let batik = Company(
        npp: "12004518",
        name: "PT Batik Lestari Nusantara",
        jkkClass: .i,
        size: .besar
    )

    /// Its sister, class II: same owners, same HR department.
    static let benang = Company(
        npp: "12004526",
        name: "PT Benang Lestari Nusantara",
        jkkClass: .ii,
        size: .menengah
    )

    /// A builder of machines, class III.
    static let mesin = Company(
        npp: "14011730",
        name: "PT Mesin Karya Andalan",
        jkkClass: .iii,
        size: .besar
    )
}
