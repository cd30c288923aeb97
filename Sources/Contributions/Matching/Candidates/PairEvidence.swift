/// What two workers of an employer have in common, and in what they differ.
package struct PairEvidence: Hashable, Sendable {
    package var kpj: NumberAgreement
    package var nik: NumberAgreement
    package var name: NameAgreement
    package var birth: BirthAgreement
}

/// How far two numbers agree.
package enum NumberAgreement: Hashable, Sendable {
    /// One of them is not known.
    case absent
    /// It is another number.
    case differs
    /// A spreadsheet destroyed one of them, and what it left agrees (`3,17401E+15`).
    case remains
    /// Leading zeros are lost: one of several, or all of them.
    case zerosLost(count: Int)
    /// One slip of the fingers lies between them.
    case slip(TypingError)
    /// It is the same; several workers own it, or it would have joined them.
    case same
}

/// How far two birth dates agree.
package enum BirthAgreement: Hashable, Sendable {
    /// One of them is not known.
    case absent
    case differs
    /// One digit differs.
    case oneDigit
    /// Day and month have changed places.
    case swapped
    case same
}

// MARK: - Single values

extension NumberAgreement {
    /// Whether it is the same number but for one error.
    var isClose: Bool {
        switch self {
        case .absent, .differs, .remains: false
        case .zerosLost, .slip, .same: true
        }
    }

    /// How much it says, beside other pairs of the same worker.
    fileprivate var weight: Int {
        switch self {
        case .absent: 0
        case .differs: -2
        case .remains: 2
        case .zerosLost, .slip: 4
        case .same: 5
        }
    }
}

extension BirthAgreement {
    init(_ left: Day, _ right: Day) {
        guard let left = left.ifPresent?.civil, let right = right.ifPresent?.civil else {
            self = .absent
            return
        }
        if left == right {
            self = .same
        } else if left.year == right.year, left.month == right.day, left.day == right.month {
            self = .swapped
        } else {
            let differing = zip(Self.digits(left), Self.digits(right)).count { $0 != $1 }
            self = differing == 1 ? .oneDigit : .differs
        }
    }

    /// The eight digits of a day.
    static func digits(_ civil: (year: Int, month: Int, day: Int)) -> [Int] {
        let number = civil.year * 10_000 + civil.month * 100 + civil.day
        return [10_000_000, 1_000_000, 100_000, 10_000, 1000, 100, 10, 1].map { number / $0 % 10 }
    }

    /// Whether it is not the same day, but would be without one error.
    var isClose: Bool { self == .swapped || self == .oneDigit }

    fileprivate var weight: Int {
        switch self {
        case .absent: 0
        case .differs: -2
        case .oneDigit, .swapped: 2
        case .same: 3
        }
    }
}

extension NameAgreement {
    /// Whether a person would read one name in both.
    var isOneName: Bool { self >= .abbreviated }

    fileprivate var weight: Int {
        switch self {
        case .differs: -3
        case .absent: 0
        case .sharesWord: 1
        case .abbreviated: 3
        case .same: 4
        }
    }
}

// MARK: - Together

extension PairEvidence {
    /// Whether a person should look at the two: a suggestion, never a match.
    ///
    /// One value never suffices, but for the lost zero of a KPJ. The contract's own pairs come
    /// first; the others are in `Documentation/Decisions/0013-candidates.md`.
    var isSuggestion: Bool {
        isOfContract || isByNIK || isByKPJ || isByRemains || isByNameAndBirth
    }

    /// What the contract names: one slip in the NIK with the birth date or name, or a KPJ's lost
    /// leading zero.
    var isOfContract: Bool {
        if case .slip = nik { return birth == .same || name == .same }
        return hasLostZero
    }

    /// Whether one KPJ is the other one with one leading zero.
    private var hasLostZero: Bool { kpj == .zerosLost(count: 1) }

    private var isByNIK: Bool {
        guard nik.isClose else { return false }
        return birth == .same || name.isOneName || kpj.isClose
            || name == .sharesWord && birth.isClose
    }

    private var isByKPJ: Bool {
        guard kpj.isClose else { return false }
        if name.isOneName { return birth != .differs || nik != .differs }
        if birth == .same { return name != .differs || nik != .differs }
        return name == .sharesWord && birth.isClose && nik != .differs
    }

    /// By the district that a spreadsheet left of a NIK.
    private var isByRemains: Bool {
        guard nik == .remains else { return false }
        return name.isOneName && birth != .differs || birth == .same && name != .differs
    }

    /// By who he is, where the numbers are others, or where there is none to compare.
    private var isByNameAndBirth: Bool {
        if name.isOneName, birth == .same { return true }
        guard kpj == .absent || kpj == .remains, nik == .absent || nik == .remains else {
            return false
        }
        return name.isOneName && birth.isClose || name == .sharesWord && birth == .same
    }

    /// How well the pair stands beside others of the same ledger or register rows.
    var weight: Int { kpj.weight + nik.weight + name.weight + birth.weight }
}
