/// What went wrong with a person's values, and in which files.
///
/// A value is damaged on one side at most, so that the truth can say how two rows differ.
struct Damage: Hashable, Sendable {
    var kpj = Damaged(error: NumberError.none, place: .payroll)
    var nik = Damaged(error: NumberError.none, place: .payroll)
    var name = Damaged(error: NameError.none, place: .payroll)
    var birth = Damaged(error: BirthError.none, place: .payroll)
}

/// An error and the files that have it.
struct Damaged<Kind: Hashable & Sendable>: Hashable, Sendable {
    var error: Kind
    var place: DamagedPlace
}

/// The files in which a value is damaged.
enum DamagedPlace: Hashable, Sendable {
    case payroll
    /// What BPJS has; its ledger and its register come from one data base.
    case ledgerAndRegister
    case ledger
    case register

    /// Whether the error stands in a file of BPJS.
    func includes(_ table: LabelledTable) -> Bool {
        switch self {
        case .payroll: table == .payroll
        case .ledgerAndRegister: table != .payroll
        case .ledger: table == .ledger
        case .register: table == .register
        }
    }

    /// Whether the error stands between a payroll row and one of `table`.
    func liesBetween(payrollAnd table: LabelledTable) -> Bool {
        self == .payroll || includes(table)
    }

    static func chosen(with random: inout SplitMix64) -> DamagedPlace {
        switch random.below(10) {
        case 0..<4: .payroll
        case 4..<8: .ledgerAndRegister
        case 8: .ledger
        default: .register
        }
    }
}

/// A file of a labelled sample that names persons.
enum LabelledTable: String, Sendable {
    case payroll
    case ledger
    case register
}

/// What went wrong with a KPJ or a NIK.
enum NumberError: String, Sendable {
    case none = "sama"
    case otherDigit = "salah_angka"
    case swapped = "tertukar"
    case dropped = "angka_hilang"
    case doubled = "angka_dobel"
    case leadingZeros = "nol_hilang"
    case excel
    case missing = "kosong"
    case otherNumber = "nomor_lain"

    static let typing: [NumberError] = [.otherDigit, .otherDigit, .swapped, .dropped, .doubled]

    var isTyping: Bool { Self.typing.contains(self) }
}

/// How a name is written otherwise.
enum NameError: String, Sendable {
    case none = "sama"
    case title = "gelar"
    case muhammad
    case order = "urutan"
    case letterCase = "huruf"
    case initial = "singkatan"
    case marriage = "nikah"
    case missing = "kosong"

    static let variants: [NameError] = [.title, .muhammad, .order, .letterCase, .initial]
}

/// What went wrong with a birth date.
enum BirthError: String, Sendable {
    case none = "sama"
    case swapped = "tertukar"
    case otherDigit = "salah_angka"
    case missing = "kosong"
}

// MARK: - Chance

extension Damage {
    /// Draws what went wrong with a person; `Documentation/Accuracy.md` lists the rates.
    init(of identity: LabelledIdentity, with random: inout SplitMix64) {
        drawNumbers(of: identity, with: &random)
        drawName(of: identity, with: &random)
        drawBirth(of: identity, with: &random)
    }

    /// Per thousand: 110 have one number damaged, 95 both.
    private mutating func drawNumbers(
        of identity: LabelledIdentity,
        with random: inout SplitMix64
    ) {
        let place = DamagedPlace.chosen(with: &random)
        let other = random.below(2) == 0 ? place : DamagedPlace.chosen(with: &random)
        let slip = random.pick(NumberError.typing)
        let secondSlip = random.pick(NumberError.typing)
        switch random.below(1_000) {
        case 0..<30: nik = Damaged(error: slip, place: place)
        case 30..<60: kpj = Damaged(error: slip, place: place)
        case 60..<75: nik = Damaged(error: .missing, place: place)
        case 75..<90: kpj = Damaged(error: .missing, place: place)
        case 90..<100: nik = Damaged(error: .excel, place: place)
        case 100..<110: kpj = Damaged(error: .leadingZeros, place: place)
        case 110..<130: set(slip, .missing, place, other)
        case 130..<150: set(.missing, slip, place, other)
        case 150..<165: set(slip, .excel, place, other)
        case 165..<180: set(slip, secondSlip, place, other)
        case 180..<190: set(.leadingZeros, .missing, place, other)
        case 190..<200:
            set(.missing, .missing, .payroll, .ledgerAndRegister)
            if random.below(2) == 0 { swap(&kpj.place, &nik.place) }
        case 200..<205: set(.otherNumber, .otherNumber, place, place)
        default: break
        }
        // A KPJ without a leading zero cannot lose one.
        if kpj.error == .leadingZeros, !identity.kpj.hasPrefix("0") { kpj.error = slip }
    }

    private mutating func set(
        _ kpj: NumberError,
        _ nik: NumberError,
        _ kpjPlace: DamagedPlace,
        _ nikPlace: DamagedPlace
    ) {
        self.kpj = Damaged(error: kpj, place: kpjPlace)
        self.nik = Damaged(error: nik, place: nikPlace)
    }

    /// Per thousand: 200 are written otherwise, 20 women of thousand persons have married, and 20
    /// names are missing.
    private mutating func drawName(of identity: LabelledIdentity, with random: inout SplitMix64) {
        let place = DamagedPlace.chosen(with: &random)
        let variant = random.pick(NameError.variants)
        switch random.below(1_000) {
        case 0..<200: name = Damaged(error: variant, place: place)
        case 200..<240 where identity.isWoman: name = Damaged(error: .marriage, place: place)
        // Payroll requires a name.
        case 240..<260: name = Damaged(error: .missing, place: .ledgerAndRegister)
        default: break
        }
        let isPossible =
            switch name.error {
            case .muhammad: identity.name.words[0] == "Muhammad"
            case .order, .initial: identity.name.words.count > 1
            default: true
            }
        if !isPossible { name.error = .letterCase }
    }

    /// Per thousand: 20 have day and month swapped, 20 a wrong digit, 40 no date.
    private mutating func drawBirth(of identity: LabelledIdentity, with random: inout SplitMix64) {
        let place = DamagedPlace.chosen(with: &random)
        switch random.below(1_000) {
        case 0..<20: birth = Damaged(error: .swapped, place: place)
        case 20..<40: birth = Damaged(error: .otherDigit, place: place)
        case 40..<80: birth = Damaged(error: .missing, place: place)
        default: break
        }
        let (_, month, day) = identity.born.civil
        if birth.error == .swapped, day > 12 || day == month { birth.error = .otherDigit }
    }
}
