/// The size of a bulk sample, from which every byte of it follows.
struct BulkPlan: Sendable {
    let workerCount: Int
    let monthCount: Int
    let employerCount: Int
    let lastMonth: Month
    let seed: UInt64
    let fileCountPerKind: Int

    var firstMonth: Month {
        lastMonth - (monthCount - 1)
    }

    /// The count of payroll rows: every worker stands in every month.
    var slotCount: Int {
        workerCount * monthCount
    }
}

extension BulkPlan {
    /// A number by chance that belongs to one question about one thing.
    ///
    /// Nothing is remembered between rows: whoever asks the same question again gets the same
    /// answer.
    func chance(_ question: Question, _ index: Int) -> UInt64 {
        SplitMix64.mix(seed &+ question.rawValue &* 0xD6E8_FEB8_6659_FD93 ^ UInt64(index))
    }

    enum Question: UInt64 {
        case employerTerms = 1
        case employer
        case identity
        case name
        case wage
        case career
        case account
        case outcome
        case payrollOrder
        case ledgerOrder
        case registerOrder
    }
}
