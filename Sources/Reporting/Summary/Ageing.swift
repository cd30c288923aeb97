package import Contributions

/// What is outstanding, by how long it has been so: the receivable classes of BPJS Ketenagakerjaan.
package struct Ageing: Sendable {
    /// The classes from the youngest to the oldest, also those that are empty.
    package private(set) var classes: [AgeingClass]
    /// The age in months of the oldest outstanding month; 0 when nothing is outstanding.
    package private(set) var oldestAge = 0

    /// Creates empty classes.
    ///
    /// - Parameter limits: The last month of each class but the oldest, which has no end.
    package init(limits: [Int]) {
        let starts = [1] + limits.map { $0 + 1 }
        classes = starts.enumerated().map { index, start in
            AgeingClass(
                kind: AgeingClass.Kind.allCases[min(index, AgeingClass.Kind.allCases.count - 1)],
                firstMonth: start,
                lastMonth: index < limits.count ? limits[index] : nil
            )
        }
    }

    /// The amounts of all classes.
    package var amount: Rupiah {
        classes.reduce(.zero) { $0 + $1.amount }
    }

    /// The worker-months of all classes.
    package var workerMonths: Int {
        classes.reduce(0) { $0 + $1.workerMonths }
    }

    /// Whether anything has been outstanding for more than three months, after which the employer
    /// itself pays the benefits of JKK and JKP first.
    package var makesEmployerPayBenefits: Bool {
        oldestAge > 3
    }

    /// Adds an employer's month to the class of its age.
    mutating func add(_ totals: EmployerMonthTotals, age: Int) {
        var workerMonths = 0
        for status in totals.byStatus where status.status == .unpaid || status.status == .short {
            workerMonths += status.workerMonths
        }
        let amount = totals.tieOut.outstanding.total
        guard workerMonths > 0 || amount > .zero else { return }
        let position = classes.firstIndex { age <= $0.lastMonth ?? .max } ?? classes.count - 1
        classes[position].amount += amount
        classes[position].workerMonths += workerMonths
        oldestAge = max(oldestAge, age)
    }

    static func += (left: inout Ageing, right: Ageing) {
        for index in left.classes.indices {
            left.classes[index].amount += right.classes[index].amount
            left.classes[index].workerMonths += right.classes[index].workerMonths
        }
        left.oldestAge = max(left.oldestAge, right.oldestAge)
    }
}

/// One class of receivables.
package struct AgeingClass: Sendable {
    /// The names of BPJS Ketenagakerjaan.
    package enum Kind: String, CaseIterable, Sendable {
        case current = "lancar"
        case substandard = "kurang_lancar"
        case doubtful = "diragukan"
        case bad = "macet"

        /// The words in reports for people.
        package var name: String {
            switch self {
            case .current: "Lancar"
            case .substandard: "Kurang lancar"
            case .doubtful: "Diragukan"
            case .bad: "Macet"
            }
        }
    }

    package let kind: Kind
    /// The ages in months that belong to the class; the oldest has no last one.
    package let firstMonth: Int
    package let lastMonth: Int?
    /// What is outstanding.
    package fileprivate(set) var amount = Rupiah.zero
    /// The unpaid and short months of workers.
    package fileprivate(set) var workerMonths = 0

    fileprivate init(kind: Kind, firstMonth: Int, lastMonth: Int?) {
        self.kind = kind
        self.firstMonth = firstMonth
        self.lastMonth = lastMonth
    }

    /// The ages in words: `1-3 bulan`, `lebih dari 12 bulan`.
    package var ageText: String {
        guard let lastMonth else { return "lebih dari \(firstMonth - 1) bulan" }
        if firstMonth == lastMonth { return "\(lastMonth) bulan" }
        return "\(firstMonth)\u{2013}\(lastMonth) bulan"
    }
}
