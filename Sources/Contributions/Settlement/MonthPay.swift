/// The payroll rows of a worker-month, added up.
struct MonthPay {
    var base = Rupiah.zero
    var cut = Rupiah.zero
    var marks = PayrollMarks.none
    var programmes = ProgrammeSet.none
    var hasRowWithinService = false
    var counted: [UInt32] = []

    mutating func removeAll() {
        base = .zero
        cut = .zero
        marks = .none
        programmes = .none
        hasRowWithinService = false
        counted.removeAll(keepingCapacity: true)
    }
}
