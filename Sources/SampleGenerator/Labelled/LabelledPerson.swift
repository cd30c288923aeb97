/// A person of a labelled sample: who he is, where he stands, and what went wrong.
struct LabelledPerson: Sendable {
    /// His number in the sample, by which the truth names him.
    var number: Int
    var identity: LabelledIdentity
    var employer: Int
    /// The employer under whom the ledger and the register still have him, after a move.
    var formerEmployer: Int?
    var circumstance: Circumstance
    var presence: Presence
    var damage: Damage
    var wage: Rupiah
}

/// What files say of who a person is.
struct LabelledIdentity: Hashable, Sendable {
    var kpj: String
    var nik: String
    var name: PersonName
    var born: Day
    var isWoman: Bool
}

/// What makes a person hard to tell from another one.
enum Circumstance: String, Sendable {
    case ordinary = "biasa"
    /// Same parents and birth date, NIK with serials next to each other.
    case twin = "kembar"
    /// The name of a colleague.
    case namesake = "senama"
    /// The name and the birth date of a colleague.
    case namesakeOfSameAge = "senama_seusia"
    /// Payroll of one employer, ledger and register of another one.
    case moved = "pindah"
}

/// In which files a person stands.
enum Presence: Sendable {
    case everywhere
    /// The employer has not registered him.
    case payrollOnly
    /// He left, and the ledger still has him.
    case ledgerAndRegister
    /// He left long ago.
    case registerOnly

    var hasPayroll: Bool { self == .everywhere || self == .payrollOnly }
    var hasLedger: Bool { self == .everywhere || self == .ledgerAndRegister }
    var hasRegister: Bool { self != .payrollOnly }
}

/// The words of a name, as the identity card has them.
struct PersonName: Hashable, Sendable {
    var words: [String]

    var text: String { words.joined(separator: " ") }
}
