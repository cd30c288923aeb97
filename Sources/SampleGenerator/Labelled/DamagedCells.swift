/// The values of a person as one file has them.
struct DamagedCells: Hashable, Sendable {
    var kpj: String
    var nik: String
    var name: String
    var born: Day?
}

extension LabelledPerson {
    /// What a file says of the person; the same errors stand in all files that share them.
    func cells(in table: LabelledTable, seed: UInt64) -> DamagedCells {
        var random = SplitMix64(seed: seed ^ SplitMix64.mix(UInt64(number) &+ 1))
        let otherKPJ = Identities.kpj(
            registered: Month("2003-01") + random.below(150),
            serial: random.below(9_000_000)
        )
        let otherNIK = Identities.nik(
            region: random.pick(Identities.regions),
            born: identity.born,
            isWoman: identity.isWoman,
            serial: Identities.firstSerial + 20 + random.below(400)
        )
        var cells = DamagedCells(
            kpj: identity.kpj,
            nik: identity.nik,
            name: identity.name.text,
            born: identity.born
        )
        let (kpj, nik, name, born) = (
            damage.kpj.error.applied(
                to: identity.kpj,
                other: Identities.text(otherKPJ, digits: 11),
                &random
            ),
            damage.nik.error.applied(
                to: identity.nik,
                other: Identities.text(otherNIK, digits: 16),
                &random
            ),
            damage.name.error.applied(to: identity.name, isWoman: identity.isWoman, &random),
            damage.birth.error.applied(to: identity.born, &random)
        )
        if damage.kpj.place.includes(table) { cells.kpj = kpj }
        if damage.nik.place.includes(table) { cells.nik = nik }
        if damage.name.place.includes(table) { cells.name = name }
        if damage.birth.place.includes(table) { cells.born = born }
        return cells
    }
}

// MARK: - Numbers

extension NumberError {
    /// A number with the error in it.
    fileprivate func applied(
        to number: String,
        other: String,
        _ random: inout SplitMix64
    ) -> String {
        var digits = Array(number)
        let place = random.below(digits.count)
        switch self {
        case .none: break
        case .otherDigit:
            let digit = digits[place].wholeNumberValue ?? 0
            digits[place] = Character(String((digit + 1 + random.below(9)) % 10))
        case .swapped:
            let places = digits.indices.dropLast().filter { digits[$0] != digits[$0 + 1] }
            let first = random.pick(Array(places))
            digits.swapAt(first, first + 1)
        case .dropped: digits.remove(at: place)
        case .doubled: digits.insert(digits[place], at: place)
        case .leadingZeros: digits = Array(digits.drop { $0 == "0" })
        case .excel: return Self.scientific(number)
        case .missing: return ""
        case .otherNumber: return other
        }
        return String(digits)
    }

    /// What a spreadsheet with decimal commas shows of a long number: six digits, rounded.
    private static func scientific(_ number: String) -> String {
        let power = number.count - 1
        var scale = 1
        for _ in 0..<(power - 5) { scale *= 10 }
        let rounded = ((Int(number) ?? 0) + scale / 2) / scale
        let digits = String(rounded)
        return "\(digits.prefix(1)),\(digits.dropFirst())E+\(power)"
    }
}

// MARK: - Names and dates

extension NameError {
    fileprivate func applied(
        to name: PersonName,
        isWoman: Bool,
        _ random: inout SplitMix64
    ) -> String {
        var words = name.words
        switch self {
        case .none: break
        case .missing: return ""
        case .title: return Self.titled(name.text, isWoman: isWoman, &random)
        case .muhammad:
            let spelling = random.pick(Self.spellings)
            words[0] = spelling
            if spelling.isEmpty, words.count > 1 { words.removeFirst() }
        case .order: words = Array(words.dropFirst()) + words.prefix(1)
        case .letterCase:
            return random.below(4) == 0 ? name.text.lowercased() : name.text.uppercased()
        case .initial:
            let place = words.count > 2 ? 1 + random.below(words.count - 1) : words.count - 1
            words[place] = "\(words[place].prefix(1))."
        case .marriage:
            if words.count > 1, random.below(2) == 0 { words.removeLast() }
            words.append(random.pick(Names.families))
        }
        return words.joined(separator: " ")
    }

    private static let spellings = [
        "Mohamad", "Muhamad", "Mohammad", "Mochamad", "Moch.", "Moh.", "Muh.", "M.", "M.", "",
    ]

    private static func titled(
        _ name: String,
        isWoman: Bool,
        _ random: inout SplitMix64
    ) -> String {
        switch random.below(4) {
        case 0: "\(isWoman ? "Hj." : "H.") \(name)"
        case 1: "\(isWoman ? "Dra." : "Drs.") \(name)"
        case 2: "\(name), \(random.pick(["S.E.", "S.Kom.", "A.Md.", "S.Pd., M.M.", "S.T."]))"
        default: "\(name.uppercased()) \(random.pick(["SE", "SH", "ST", "SPD"]))"
        }
    }
}

extension BirthError {
    fileprivate func applied(to day: Day, _ random: inout SplitMix64) -> Day? {
        let (year, month, dayOfMonth) = day.civil
        switch self {
        case .none: return day
        case .missing: return nil
        case .swapped: return Day(year: year, month: dayOfMonth, day: month)
        case .otherDigit:
            // Another last digit of the year, or of a day that exists in every month.
            let tens = dayOfMonth - dayOfMonth % 10
            if random.below(2) == 0 || tens > 10 {
                let digit = (year + 1 + random.below(9)) % 10
                let last = month == 2 ? min(dayOfMonth, 28) : dayOfMonth
                return Day(year: year - year % 10 + digit, month: month, day: last)
            }
            let days = (max(tens, 1)..<tens + 10).filter { $0 != dayOfMonth }
            return Day(year: year, month: month, day: random.pick(days))
        }
    }
}
