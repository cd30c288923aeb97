/// Something HR must enter in SIPP, or have corrected: a row of `mutasi.csv`.
package struct Mutation: Sendable {
    package let kind: MutationKind
    /// The employer's place in ``Records/employers``.
    package let employer: UInt32
    /// The worker's place in the directory.
    package let worker: UInt32
    package let reason: MutationReason
    /// The month it is entered for: the newest that payroll tells of; nil for personal data.
    package internal(set) var month: ContributionMonth?
    /// The row that shows it.
    package internal(set) var source: SourceLine?
    /// The last day to enter it.
    package internal(set) var deadline = Day.absent
    package internal(set) var place = MutationPlace.sipp
    /// The monthly wage without back pay, in payroll; nil where none is to be reported.
    package internal(set) var wage: Rupiah?
    /// The back pay (rapel) that payroll states beside it.
    package internal(set) var rapel = Rupiah.zero
    /// The day it happened, where payroll says it: he left, or began to work.
    package internal(set) var event = Day.absent
    /// The first month in which payroll has him; nil where that does not matter.
    var firstMonth: ContributionMonth?
    /// Why he left, in payroll's words.
    package internal(set) var leavingReason = TextReference.absent
    /// Which value stands where, and what it must become.
    package internal(set) var correction: Correction?
    /// What HR must know before entering it, the first thing first.
    package internal(set) var remarks: [MutationRemark] = []
    /// Whether the row stands in a file for uploading.
    package internal(set) var isUploaded = false

    init(_ kind: MutationKind, _ worker: UInt32, of employer: UInt32, _ reason: MutationReason) {
        self.kind = kind
        self.worker = worker
        self.employer = employer
        self.reason = reason
    }
}

/// What there is to enter (`jenis`), in the order of the code.
package enum MutationKind: UInt8, CaseIterable, Sendable {
    case leaver
    case correction
    case newWorker
    case wage

    package var code: String {
        switch self {
        case .leaver: "keluar"
        case .correction: "koreksi_data"
        case .newWorker: "tenaga_kerja_baru"
        case .wage: "upah"
        }
    }
}

/// What shows that there is something to enter (`alasan`): a finding, a cause, or facts that are
/// neither.
package enum MutationReason: Sendable {
    case finding(FindingCode)
    case cause(Cause)
    /// In payroll, and neither in the register nor in the ledger of the employer.
    case notInRegister
    /// Payroll says that he left, and he is a member or billed all the same.
    case stillBilled
    /// The newest bill states a lower wage than payroll, and nobody paid it yet.
    case lowBill

    package var code: String {
        switch self {
        case .finding(let code): code.code
        case .cause(let cause): cause.code
        case .notInRegister: "belum_di_register"
        case .stillBilled: "masih_ditagih"
        case .lowBill: "upah_tagihan_rendah"
        }
    }
}

/// Where a mutation is entered (`tempat`).
package enum MutationPlace: Sendable {
    case sipp
    /// A branch office of BPJS Ketenagakerjaan, which alone corrects a NIK.
    case branch
    /// Payroll itself: what BPJS has is right as far as the numbers tell.
    case payroll

    package var code: String {
        switch self {
        case .sipp: "sipp"
        case .branch: "kantor_cabang"
        case .payroll: "payroll"
        }
    }
}

/// A value that must become another one.
package struct Correction: Sendable {
    /// The canonical name of the column.
    package let column: String
    package let found: Value
    /// What it must become; none where only the KTP tells.
    package let expected: Value

    package enum Value: Sendable {
        case none
        case identifier(PackedText)
        case day(Day)
        case text(TextReference)
        case amount(Rupiah)
    }
}

/// What HR must know before entering a mutation.
package enum MutationRemark: Sendable {
    /// The findings suggest that he is somebody whom BPJS knows under another number
    /// (`calon-pasangan`).
    case mayBeKnown
    /// Payroll has him since a month, from which contributions are due.
    case owedSince(ContributionMonth)
    /// An earlier membership here ended on a day.
    case membershipEnded(Day)
    /// He left on a day, so that he is only entered for the months before.
    case hasLeft(Day)
    /// Colleagues' bills were paid while he was in none: SIPP has no wage of his.
    case notBilled
    /// Nobody says when he left; he was last in payroll in a month.
    case leavingDayUnknown(ContributionMonth?)
    /// Neither payroll nor a report says why he left.
    case leavingReasonUnknown
    /// He may not have left: payroll may be incomplete.
    case payrollMayLackHim
    /// Wages of some months were reported too low, together by an amount.
    case missingWages(from: ContributionMonth, through: ContributionMonth, Rupiah)
    /// Only wages of the past are wrong; the newest one is right.
    case onlyPastMonths
    /// The KTP decides which value is right.
    case checkIDCard
    case nikFault(NIKFault)
    /// BPJS has a number without fault where payroll has one with.
    case payrollIsWrong
    /// What an upload needs and payroll does not state as it should, by the columns of the upload.
    case lacks([String])
}

/// Until when a mutation must be entered (`tenggat_mutasi`).
///
/// No public source establishes one day for all. The bill of a month is made from what SIPP holds
/// when it is drawn up, so the next due date is the last day on which a mutation still helps.
package enum MutationDeadline: Hashable, Sendable {
    /// The next due date on the as-of day or after it.
    case nextDueDate
    /// Some days after it happened; without a day that it happened on, the next due date.
    case daysAfterEvent(Int)

    /// The value of the setting.
    package var code: String {
        switch self {
        case .nextDueDate: "jatuh_tempo"
        case .daysAfterEvent(let days): "\(days)"
        }
    }
}
