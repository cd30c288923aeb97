/// A company's dossiers, and the stories that were told in them.
struct Roster: Sendable {
    let company: Company
    var dossiers: [Dossier]
    private(set) var stories: [(title: String, numbers: [String])] = []

    /// The first dossier that no story has changed yet.
    private var nextIndex = 0

    init(company: Company, dossiers: [Dossier]) {
        self.company = company
        self.dossiers = dossiers
    }
}

extension Roster {
    /// Tells a story about the next employees who have none.
    mutating func tell(_ title: String, _ count: Int = 1, _ change: (inout Dossier) -> Void) {
        precondition(nextIndex + count <= dossiers.count, "\(title) has no employees left")
        apply(title, to: Array(nextIndex..<nextIndex + count), change)
        nextIndex += count
    }

    /// Tells a story about all employees of a unit.
    mutating func tell(_ title: String, unit: String, _ change: (inout Dossier) -> Void) {
        let indices = dossiers.indices.filter { dossiers[$0].employee.unit == unit }
        apply(title, to: indices, change)
    }

    /// Tells one more story about employees who may have others already.
    mutating func tell(_ title: String, about numbers: [String], _ change: (inout Dossier) -> Void)
    {
        let indices = dossiers.indices.filter { numbers.contains(dossiers[$0].employee.number) }
        apply(title, to: indices, change)
    }

    /// The payroll rows of some months as HR exports them: by month, then by employee.
    func payroll(_ months: ClosedRange<Month>) -> [PayrollRow] {
        months.flatMap { month in
            dossiers.flatMap { $0.payroll.filter { $0.blth == month } }
        }
    }

    /// The ledger rows by month, then by employee, under whatever NPP they were billed.
    var ledger: [LedgerRow] {
        let rows = dossiers.flatMap(\.ledger)
        let months = Set(rows.map(\.blth)).sorted()
        return months.flatMap { month in rows.filter { $0.blth == month } }
    }

    var register: [RegisterRow] {
        dossiers.flatMap(\.register)
    }

    /// The stories as rows of a table, with the employees they are about.
    var table: String {
        let rows = stories.map { "| \($0.title) | \(shortened($0.numbers)) |\n" }
        return """

            **\(company.name)** (NPP \(company.npp), \(dossiers.count) workers)

            | what happened | no_pegawai |
            |---|---|
            \(rows.joined())
            """
    }

    /// A long list, which is always a run of neighbours, by its ends.
    private func shortened(_ numbers: [String]) -> String {
        guard numbers.count > 6, let first = numbers.first, let last = numbers.last else {
            return numbers.joined(separator: ", ")
        }
        return "\(first) to \(last)"
    }

    private mutating func apply(
        _ title: String,
        to indices: [Int],
        _ change: (inout Dossier) -> Void
    ) {
        for index in indices {
            change(&dossiers[index])
        }
        stories.append((title, indices.map { dossiers[$0].employee.number }))
    }
}
