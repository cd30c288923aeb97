/// What became of the contribution of a worker-month (`status_iuran`), in order of precedence.
package enum MonthStatus: UInt8, CaseIterable, Sendable {
    /// No payroll was delivered for the employer's month.
    case noPayroll
    /// The worker is not in the payroll of the month.
    case notInPayroll
    /// Nothing is due and nothing was received.
    case nothingDue
    /// Nothing is short and something is paid too much.
    case overpaid
    /// Complete by the due date.
    case paid
    /// Complete after the due date.
    case paidLate
    /// The due date has not passed.
    case notYetDue
    /// Nothing was received, and the ledger ends before the due date.
    case noData
    /// Something was received, and something is short.
    case short
    /// Nothing was received.
    case unpaid

    /// The value in the reports.
    package var code: String {
        switch self {
        case .noPayroll: "belum_ada_payroll"
        case .notInPayroll: "tidak_di_payroll"
        case .nothingDue: "tidak_terutang"
        case .overpaid: "lebih_bayar"
        case .paid: "lunas"
        case .paidLate: "lunas_terlambat"
        case .notYetDue: "belum_jatuh_tempo"
        case .noData: "belum_ada_data"
        case .short: "kurang_bayar"
        case .unpaid: "belum_dibayar"
        }
    }

    /// Whether the month is settled: `lunas`, `lunas_terlambat` or `lebih_bayar`.
    package var isSettled: Bool {
        self == .paid || self == .paidLate || self == .overpaid
    }
}

/// The rule by which a ledger row was matched to payroll (`kunci_cocok`), strictest first.
package enum MatchKey: UInt8, CaseIterable, Comparable, Sendable {
    /// There is nothing to match: no payroll row or no ledger row.
    case none
    /// By the KPJ he has in payroll.
    case kpj
    /// By NIK: the row has no KPJ, or he has none in payroll.
    case nik
    /// By NIK, although the row has another KPJ.
    case nikOtherKPJ
    /// By a pair that a human confirmed; he answers for it, so it is the weakest.
    case pair

    package var code: String {
        switch self {
        case .none: ""
        case .kpj: "kpj"
        case .nik: "nik"
        case .nikOtherKPJ: "nik_kpj_berbeda"
        case .pair: "pasangan"
        }
    }

    package static func < (left: MatchKey, right: MatchKey) -> Bool {
        left.rawValue < right.rawValue
    }
}
