/// A worker of the three companies.
struct Employee: Sendable {
    var person: Person
    let number: String
    let unit: String
    let joined: Day

    /// His monthly wage in 2025.
    let firstWage: Rupiah
}

extension Employee {
    /// His wage in a month: in January 2026 everybody got 5 % more, in steps of 250 rupiah.
    func wage(in month: Month) -> Rupiah {
        guard month >= "2026-01" else { return firstWage }
        return Rupiah(sen: firstWage.sen * 105 / 100 / 250_00 * 250_00)
    }
}
