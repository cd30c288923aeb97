/// What keeps a worker from his account with BPJS, or from making one; a bit for each
/// ``AccountProblem``.
package struct AccountProblems: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package init(_ problem: AccountProblem) {
        rawValue = 1 << problem.rawValue
    }

    /// The register has another e-mail address than payroll, or none (`email-berbeda`).
    package static let emailDiffers = AccountProblems(.email)
    /// The register has another telephone number than payroll, or none (`no-hp-berbeda`).
    package static let phoneDiffers = AccountProblems(.phone)
    /// The register says that he has no account in JMO.
    package static let noAccount = AccountProblems(.noAccount)
    /// The ledger or the register has another NIK than payroll (`nik-berbeda`).
    package static let nikDiffers = AccountProblems(.nik)
}

extension ContactKind {
    var problem: AccountProblems {
        switch self {
        case .email: .emailDiffers
        case .phone: .phoneDiffers
        }
    }

    /// What a finding says of it.
    var code: FindingCode {
        switch self {
        case .email: .emailDiffers
        case .phone: .phoneDiffers
        }
    }

    /// The column of payroll and register.
    var column: String {
        switch self {
        case .email: "email"
        case .phone: "no_hp"
        }
    }
}

// MARK: - The register against payroll

/// That the register cannot reach a worker where payroll does.
struct ContactDifference {
    /// The register row that states another, else the one that states none.
    var register: SourceLine
    var payroll: SourceLine
    /// Whether the register states any.
    var registerStates: Bool
}

extension SettlementContext {
    /// Compares how a worker can be reached by his newest payroll month that says it with all his
    /// register rows at the employer.
    ///
    /// - Returns: nil where one of them agrees, or where one side says nothing, or nothing clear.
    func contactDifference(_ worker: Worker, _ kind: ContactKind) -> ContactDifference? {
        let payroll = directory.payroll[worker.group].lazy.map { [records] in
            records.payroll[Int($0)]
        }
        guard let newest = payroll.last(where: { $0.contacts[kind].isStated }) else { return nil }
        let print = newest.contacts[kind]
        // Two units may state two in one month; then both are his.
        var others: Set<ContactPrint> = []
        for row in payroll.reversed() where row.contacts[kind].isStated {
            guard row.month == newest.month else { break }
            if row.contacts[kind] != print { others.insert(row.contacts[kind]) }
        }
        func isHis(_ found: ContactPrint) -> Bool { found == print || others.contains(found) }
        guard !isHis(.unclear) else { return nil }
        var other: SourceLine?
        var empty: SourceLine?
        for index in directory.register[worker.group] {
            let row = records.register[Int(index)]
            let found = row.contacts[kind]
            if found == .unclear || isHis(found) { return nil }
            if found.isStated {
                other = other ?? row.source
            } else if found == .empty {
                empty = empty ?? row.source
            }
        }
        guard let register = other ?? empty else { return nil }
        return ContactDifference(
            register: register,
            payroll: newest.source,
            registerStates: other != nil
        )
    }
}
