/// How much a finding matters.
package enum Severity: UInt8, Comparable, Sendable {
    case info
    case warning
    case error
    case grave

    /// The value in `temuan.csv`.
    package var code: String {
        switch self {
        case .info: "info"
        case .warning: "peringatan"
        case .error: "kesalahan"
        case .grave: "gawat"
        }
    }

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// Every kind of finding: one severity, one trigger and one sentence of advice each.
package enum FindingCode: UInt8, CaseIterable, Sendable {
    // What was read.
    case fileRejected
    case rowRejected
    case headNotStated
    case periodUnclear
    case amountsContradict
    case datesUnclear
    case sidesUnclear
    case fileDamaged
    case cellsRepaired
    case totalDiffers
    case employeeClash
    case leaverUnknown
    case strayQuotes
    case rowTwin
    case replaced
    case partsOverlap
    case damagedNIK
    case damagedKPJ
    case unusualIdentifier
    case employerUnknown
    case employerContradicts
    case employerNotYetListed
    case programmesAssumed
    case rulesOutOfReach
    case paymentsNotStated
    case deliveryMissing
    case unallocatedMoney
    // Who is who.
    case identityClash
    case severalKPJ
    case nikDiffers
    case nikInvalid
    case nameDiffers
    case birthDiffers
    case birthMissing
    case pairCandidate
    case otherEmployer
    // What was paid.
    case noWage
    case wageOutsideService
    case underpaid
    case overpaid
    case notInPayroll
    case wageUnderreported
    case workersUnregistered
    case programmesTooFew
    case cutNotPaidOn
    case cutDiffers
    case notBilled
    // What became of the membership.
    case leftUnreported
    case membershipUnsupported
    case statusDiffers
    // What lump sums paid.
    case paymentDiffers
    case paymentTakenBack
    case misdirectedPayment
    // What a human decided.
    case pairUsed
    case pairExpired
    case pairVoid
    // Patterns over several rows.
    case kpjOfTwo
    case classDiffers
    case programmeDiffers
    case wageJump
    case backPayCovers
    // How the person of an account can be reached.
    case emailDiffers
    case phoneDiffers
}

extension FindingCode {
    /// The code in `temuan.csv`, for programs that read it.
    package var code: String { entry.code }

    package var severity: Severity { entry.severity }

    /// What makes the finding, in Bahasa Indonesia.
    package var trigger: String { entry.trigger }

    /// What to do about it, in Bahasa Indonesia.
    package var advice: String { entry.advice }

    /// What stands of a code in the table, which is kept in one file per subject.
    struct Entry {
        var code: String
        var severity: Severity
        var trigger: String
        var advice: String

        init(_ code: String, _ severity: Severity, _ trigger: String, _ advice: String) {
            self.code = code
            self.severity = severity
            self.trigger = trigger
            self.advice = advice
        }
    }

    private var entry: Entry {
        guard let entry = inputEntry ?? peopleEntry ?? moneyEntry else {
            preconditionFailure("finding code without entry")
        }
        return entry
    }
}
