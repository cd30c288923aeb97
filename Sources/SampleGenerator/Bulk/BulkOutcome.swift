/// What became of a worker-month.
enum BulkOutcome: Sendable {
    case paidInTime(Day)
    case paidLate(Day)
    case paidShort(Day, Shortage)
    case billedOnly
    case absent

    /// What a short bill leaves out.
    enum Shortage: Sendable {
        /// The bill is right for four fifths of the wage.
        case wage

        /// The worker's JHT share is missing.
        case workerShare
    }

    /// Of a hundred worker-months 80 are paid in time, 8 late, 4 short, 4 only billed, 4 missing.
    init(slot: Int, month: Month, employer: Int, plan: BulkPlan) {
        let random = plan.chance(.outcome, slot)
        let inTime = BulkEmployer.usualPayday(employer: employer, month: month)
        switch random % 100 {
        case 0..<80:
            self = .paidInTime(inTime)
        case 80..<88:
            // Past the 30th of the next month even the due dates of 2020 are over.
            self = .paidLate(month.next.firstDay.advanced(by: 31 + scaled(random, below: 30)))
        case 88..<92:
            self = .paidShort(inTime, random >> 32 & 1 == 0 ? .wage : .workerShare)
        case 92..<96:
            self = .billedOnly
        default:
            self = .absent
        }
    }
}
