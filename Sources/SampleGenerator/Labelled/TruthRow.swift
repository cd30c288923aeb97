/// What is true of a ledger or register row: whose it is, and how it differs from his payroll row.
struct TruthRow: Record {
    var table: LabelledTable
    var line: Int
    var npp: String
    var person: LabelledPerson
    /// The line of his payroll row under the same NPP, or under another one after a move.
    var payrollLine: Int?
    var payrollNPP: String?

    static let columns: [Column] = [
        "berkas*", "baris*", "npp*", "orang*", "keadaan*", "npp_payroll*", "baris_payroll*", "kpj*",
        "nik*", "nama*", "tanggal_lahir*", "bukti*",
    ]

    var cells: [String] {
        let differences = Differences(person.damage, table)
        return [
            "\(table.rawValue).csv", "\(line)", npp, "\(person.number)",
            person.circumstance.rawValue, payrollNPP ?? "", cell(payrollLine),
            differences.kpj.rawValue, differences.nik.rawValue, differences.name.rawValue,
            differences.birth.rawValue, evidence(differences).rawValue,
        ]
    }

    private func evidence(_ differences: Differences) -> Recognisability {
        guard let payrollNPP else { return .nobody }
        return payrollNPP == npp ? differences.recognisability : .elsewhere
    }
}

/// Whether a person can tell that two rows are of one worker.
enum Recognisability: String, Sendable {
    /// The row's person is in no payroll.
    case nobody = "tanpa_payroll"
    /// His payroll stands under another NPP.
    case elsewhere = "npp_lain"
    /// A number is the same in both.
    case byNumber = "nomor_sama"
    /// No number is the same, and the rest suffices.
    case sufficient = "cukup"
    /// No number is the same, and the rest does not suffice.
    case insufficient = "kurang"
}

/// How a row of BPJS differs from the payroll row of the same person.
struct Differences: Hashable, Sendable {
    var kpj: NumberError
    var nik: NumberError
    var name: NameError
    var birth: BirthError

    init(_ damage: Damage, _ table: LabelledTable) {
        kpj = damage.kpj.place.liesBetween(payrollAnd: table) ? damage.kpj.error : .none
        nik = damage.nik.place.liesBetween(payrollAnd: table) ? damage.nik.error : .none
        name = damage.name.place.liesBetween(payrollAnd: table) ? damage.name.error : .none
        birth = damage.birth.place.liesBetween(payrollAnd: table) ? damage.birth.error : .none
    }
}

// MARK: - What a person can tell

extension Differences {
    /// What a clerk could tell from the two rows, by what went wrong and not by what they hold.
    var recognisability: Recognisability {
        if kpj == .none || nik == .none { return .byNumber }
        return suffices ? .sufficient : .insufficient
    }

    /// A number with one error needs the name or the birth date, what Excel left of a NIK and
    /// numbers that cannot be compared need nearly both, and other numbers need both.
    private var suffices: Bool {
        // A lost zero is no other number.
        if kpj == .leadingZeros { return true }
        if kpj.isTyping || nik.isTyping {
            return hasName || birth == .none || kpj.isTyping && nik.isTyping
                || name == .marriage && isNearBirth
        }
        if nik == .excel { return hasName || name == .marriage && birth == .none }
        if kpj == .missing, nik == .missing {
            return hasName && birth != .missing || name == .marriage && birth == .none
        }
        return hasName && birth == .none
    }

    /// Whether the name is the same, however it is written.
    private var hasName: Bool { name != .marriage && name != .missing }

    private var isNearBirth: Bool { birth == .swapped || birth == .otherDigit }
}
