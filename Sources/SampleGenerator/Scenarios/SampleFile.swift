/// A file of a scenario.
struct SampleFile: Sendable {
    let name: String
    let text: String
}

extension SampleFile {
    static func payroll(_ rows: [PayrollRow], name: String = "payroll.csv") -> SampleFile {
        SampleFile(name: name, text: CSVTable(rows: rows).text)
    }

    static func ledger(_ rows: [LedgerRow], name: String = "ledger.csv") -> SampleFile {
        SampleFile(name: name, text: CSVTable(rows: rows).text)
    }

    static func payments(_ rows: [PaymentRow]) -> SampleFile {
        SampleFile(name: "payments.csv", text: CSVTable(rows: rows).text)
    }

    static func register(_ rows: [RegisterRow], name: String = "register.csv") -> SampleFile {
        SampleFile(name: name, text: CSVTable(rows: rows).text)
    }

    static func pairs(_ rows: [PairRow]) -> SampleFile {
        SampleFile(name: "pasangan.csv", text: CSVTable(rows: rows).text)
    }

    static func employers(_ companies: Company...) -> SampleFile {
        SampleFile(
            name: "employers.csv",
            text: CSVTable(rows: companies.flatMap(\.history)).text
        )
    }
}
