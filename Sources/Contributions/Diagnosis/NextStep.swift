/// What is to be done about a cause: by whom, where, and until when.
package struct NextStep: Sendable {
    package var actor: Actor
    package var channel: Channel
    /// The last day on which it helps in time; absent where no day decides.
    package var deadline: Day
}

/// Who must act (`pelaku`).
package enum Actor: UInt8, CaseIterable, Sendable {
    case nobody
    case employer
    case worker

    package var code: String {
        switch self {
        case .nobody: "tidak_ada"
        case .employer: "perusahaan"
        case .worker: "pekerja"
        }
    }

    /// The words in reports for people.
    package var name: String {
        switch self {
        case .nobody: "Tidak ada"
        case .employer: "Perusahaan (HRD)"
        case .worker: "Pekerja"
        }
    }
}

/// Where to go (`kanal`), as the public guide to the membership names it.
package enum Channel: UInt8, CaseIterable, Sendable {
    /// Payment and reporting.
    case humanResources
    /// Money that is not on the participant.
    case call175
    /// Identity that has to be corrected.
    case branch
    /// The online account.
    case portal
    /// A question.
    case chat

    package var code: String {
        switch self {
        case .humanResources: "hrd"
        case .call175: "175"
        case .branch: "kantor_cabang"
        case .portal: "portal_jmo"
        case .chat: "tanya_bpjamsostek"
        }
    }

    /// The words in reports for people.
    package var name: String {
        switch self {
        case .humanResources: "HRD perusahaan"
        case .call175: "Telepon 175"
        case .branch: "Kantor cabang BPJS Ketenagakerjaan"
        case .portal: "Portal SSO atau aplikasi JMO"
        case .chat: "Chat TanyaBPJAMSOSTEK"
        }
    }
}

/// A problem of the online account rather than of the membership (`masalah_akun`).
package enum AccountProblem: UInt8, CaseIterable, Sendable {
    /// The register's e-mail address is not the one that payroll has.
    case email
    /// The register's telephone number is not the one that payroll has.
    case phone
    /// No account was ever made.
    case noAccount
    /// The NIK differs, so that the account cannot be made or opened.
    case nik

    package var code: String {
        switch self {
        case .email: "email_berbeda"
        case .phone: "no_hp_berbeda"
        case .noAccount: "akun_belum_dibuat"
        case .nik: "nik_tidak_cocok"
        }
    }

    /// The words in reports for people.
    package var name: String {
        switch self {
        case .email: "Email terdaftar berbeda atau sudah tidak dipakai"
        case .phone: "Nomor HP terdaftar berbeda dari data baru"
        case .noAccount: "Akun belum pernah dibuat"
        case .nik: "NIK tidak cocok"
        }
    }

    /// Where it is mended.
    package var channel: Channel { self == .nik ? .branch : .portal }
}

extension Cause {
    /// Who must act.
    package var actor: Actor {
        switch self {
        case .notRegistered, .notSynchronised, .noLongerRegistered, .notPaid, .leavingNotReported,
            .wrongPersonalData, .evidenceIncomplete, .paidIncompletely:
            .employer
        case .accountNotRegistered: .worker
        case .none: .nobody
        }
    }

    /// Where to go: the guide sends payment and reporting to HRD, money that is not on the
    /// participant to 175, identity to the branch, the account to portal and app, questions to the
    /// chat.
    package var channel: Channel {
        switch self {
        case .notRegistered, .noLongerRegistered, .notPaid, .leavingNotReported, .paidIncompletely:
            .humanResources
        case .notSynchronised: .call175
        case .wrongPersonalData: .branch
        case .accountNotRegistered: .portal
        case .evidenceIncomplete, .none: .chat
        }
    }
}

extension Diagnosis {
    /// The next step.
    ///
    /// Paying in time helps until the day before the membership turns inactive. What the employer
    /// reports counts for the bill of the next due date, so that is its last day.
    ///
    /// - Parameter nextDueDate: The first due date on or after the day of the report.
    /// - Returns: Who must act, where, and by when.
    package func nextStep(nextDueDate: Day) -> NextStep {
        let deadline =
            if let day = inactiveOn.ifPresent {
                day.advanced(by: -1)
            } else if cause.actor == .employer, cause != .evidenceIncomplete, !isOver {
                nextDueDate
            } else {
                Day.absent
            }
        return NextStep(actor: cause.actor, channel: cause.channel, deadline: deadline)
    }

    /// Whether he has left and the register knows it, so that nothing has to be done in time.
    private var isOver: Bool { status == .ended && cause == .noLongerRegistered }
}
