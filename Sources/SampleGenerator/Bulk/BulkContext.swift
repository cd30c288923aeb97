/// What every table of a bulk sample draws on.
struct BulkContext: Sendable {
    let plan: BulkPlan
    let employers: [BulkEmployer]
    let texts = BulkTexts()

    init(plan: BulkPlan) {
        self.plan = plan
        employers = (0..<plan.employerCount).map { BulkEmployer(index: $0, plan: plan) }
    }
}

/// A kind of file whose rows are computed one by one, in any order.
protocol BulkTable {
    static var kind: String { get }
    static var header: String { get }
    static var order: BulkPlan.Question { get }

    /// How many indices there are, each with at most one row.
    var indexCount: Int { get }

    /// Appends the row of an index; `false` when it has none.
    func appendRow(_ index: Int, to line: inout ByteBuffer) -> Bool
}
