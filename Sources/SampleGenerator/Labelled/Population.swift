/// Makes up the persons of a labelled sample, employer by employer.
///
/// Of a hundred persons 90 stand in payroll, ledger and register, 3 in payroll only, 4 in ledger
/// and register only, and 3 in the register only. One in a hundred is a twin, two bear a
/// colleague's name (a quarter of those also his birth date), and one has moved.
struct Population {
    private var random: SplitMix64
    private let hasHiringBatches: Bool
    private var niks: Set<UInt64> = []
    private var kpjs: Set<UInt64> = []
    private var batch = HiringBatch(month: "2015-07", serial: 0, rest: 0)

    /// Colleagues who were registered together, with numbers in sequence.
    private struct HiringBatch {
        var month: Month
        var serial: Int
        var rest: Int
    }

    init(seed: UInt64, hasHiringBatches: Bool) {
        random = SplitMix64(seed: seed)
        self.hasHiringBatches = hasHiringBatches
    }

    /// How many persons an employer has, on average.
    static let personsPerEmployer = 400

    /// How many employers a sample has.
    static func employerCount(of personCount: Int) -> Int {
        max(2, personCount / personsPerEmployer)
    }

    mutating func people(count: Int) -> [LabelledPerson] {
        let employerCount = Self.employerCount(of: count)
        var people: [LabelledPerson] = []
        for employer in 0..<employerCount {
            // Cubes make many small employers and a few large ones.
            let share = (employer + 1) * (employer + 1) * (employer + 1)
            let end = count * share / (employerCount * employerCount * employerCount)
            let first = people.count
            let districts = (0..<3).map { _ in random.pick(Identities.regions) }
            while people.count < end {
                let colleagues = people[first...]
                people.append(
                    person(people.count, at: employer, of: employerCount, districts, colleagues)
                )
            }
        }
        return people
    }

    private mutating func person(
        _ number: Int,
        at employer: Int,
        of employerCount: Int,
        _ districts: [Int],
        _ colleagues: ArraySlice<LabelledPerson>
    ) -> LabelledPerson {
        let (identity, circumstance) = identity(districts, colleagues)
        let presence = presence()
        var person = LabelledPerson(
            number: number,
            identity: identity,
            employer: employer,
            circumstance: circumstance,
            presence: presence,
            damage: Damage(of: identity, with: &random),
            wage: Rupiah(sen: Int64(2_200_000 + random.below(12_000) * 1_000) * 100)
        )
        if circumstance == .ordinary, presence == .everywhere, random.below(100) == 0 {
            person.formerEmployer = (employer + 1 + random.below(employerCount - 1)) % employerCount
            person.circumstance = .moved
        }
        return person
    }

    private mutating func presence() -> Presence {
        switch random.below(100) {
        case 0..<3: .payrollOnly
        case 3..<7: .ledgerAndRegister
        case 7..<10: .registerOnly
        default: .everywhere
        }
    }
}

// MARK: - Identities

extension Population {
    private mutating func identity(
        _ districts: [Int],
        _ colleagues: ArraySlice<LabelledPerson>
    ) -> (LabelledIdentity, Circumstance) {
        let chance = random.below(1_000)
        if chance < 10, let sibling = colleagues.last, sibling.circumstance == .ordinary {
            return (twin(of: sibling.identity), .twin)
        }
        var identity = ordinary(districts)
        guard chance >= 10, chance < 30, !colleagues.isEmpty else { return (identity, .ordinary) }
        let colleague = colleagues[colleagues.startIndex + random.below(colleagues.count)].identity
        let isSameAge = chance < 15
        identity.name = colleague.name
        identity.isWoman = colleague.isWoman
        if isSameAge { identity.born = colleague.born }
        identity.nik = nik(random.pick(districts), identity.born, identity.isWoman, after: 0)
        return (identity, isSameAge ? .namesakeOfSameAge : .namesake)
    }

    private mutating func ordinary(_ districts: [Int]) -> LabelledIdentity {
        let isWoman = random.below(2) == 0
        let born = Day("1966-01-01").advanced(by: random.below(40 * 365))
        // Most workers come from where the employer is.
        let district =
            random.below(5) == 0 ? random.pick(Identities.regions) : random.pick(districts)
        return LabelledIdentity(
            kpj: kpj(),
            nik: nik(district, born, isWoman, after: 0),
            name: name(isWoman: isWoman),
            born: born,
            isWoman: isWoman
        )
    }

    /// A sibling of the same sex with the next serial number and the same last name.
    private mutating func twin(of sibling: LabelledIdentity) -> LabelledIdentity {
        var twin = sibling
        repeat {
            twin.name = name(isWoman: sibling.isWoman)
            if let last = sibling.name.words.last { twin.name.words.append(last) }
        } while twin.name.words.first == sibling.name.words.first
        let serial = Int(sibling.nik.suffix(4)) ?? 0
        let district = Int(sibling.nik.prefix(6)) ?? 0
        twin.nik = nik(district, sibling.born, sibling.isWoman, after: serial - 9_000)
        twin.kpj = kpj()
        return twin
    }

    /// The next free NIK of a district and birth date; the first births of a day are the commonest.
    private mutating func nik(
        _ district: Int,
        _ born: Day,
        _ isWoman: Bool,
        after used: Int
    ) -> String {
        var serial = Identities.firstSerial + used
        if used == 0 { serial += min(random.below(8), random.below(8)) }
        while true {
            let number = Identities.nik(
                region: district,
                born: born,
                isWoman: isWoman,
                serial: serial
            )
            if niks.insert(number).inserted { return Identities.text(number, digits: 16) }
            serial += 1
        }
    }

    private mutating func kpj() -> String {
        while true {
            if !hasHiringBatches || batch.rest == 0 {
                let month = Month("2003-01") + random.below(283)
                let size = 5 + random.below(20)
                batch = HiringBatch(month: month, serial: random.below(9_000_000), rest: size)
            }
            batch.rest -= 1
            batch.serial += 1
            let number = Identities.kpj(registered: batch.month, serial: batch.serial)
            if kpjs.insert(number).inserted { return Identities.text(number, digits: 11) }
        }
    }

    /// A name of one to four words.
    private mutating func name(isWoman: Bool) -> PersonName {
        let given = isWoman ? Names.women : Names.men.filter { !$0.hasPrefix("M. ") }
        var words = random.pick(given).split(separator: " ").map(String.init)
        if !isWoman, random.below(4) == 0 { words.insert("Muhammad", at: 0) }
        let length = random.below(10)
        if length < 3 { words.append(random.pick(given)) }
        if length > 0 { words.append(random.pick(Names.families)) }
        return PersonName(words: words)
    }
}
