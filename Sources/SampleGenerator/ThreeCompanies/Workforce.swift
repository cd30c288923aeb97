/// Makes up the employees of a company, one after the other.
struct Workforce {
    /// The letters that its employee numbers begin with.
    let prefix: String

    /// Where most of its workers come from.
    let regions: [Int]

    /// The serial of its first membership number, apart from those of the other companies.
    let firstSerial: Int

    private var random: SplitMix64
    private var count = 0

    init(prefix: String, regions: [Int], firstSerial: Int, seed: UInt64) {
        self.prefix = prefix
        self.regions = regions
        self.firstSerial = firstSerial
        random = SplitMix64(seed: seed)
    }

    /// Takes on employees of a unit, with wages in thousands of rupiah and mostly near the lower
    /// end.
    mutating func hire(_ headcount: Int, unit: String, thousands wages: ClosedRange<Int>)
        -> [Employee]
    {
        (0..<headcount).map { _ in hireOne(unit: unit, thousands: wages) }
    }

    private mutating func hireOne(unit: String, thousands wages: ClosedRange<Int>) -> Employee {
        count += 1
        let isWoman = random.below(100) < 55
        let given = random.pick(isWoman ? Names.women : Names.men)
        let title = random.below(25) == 0 ? ", \(random.pick(Names.titles))" : ""
        let name = random.below(30) == 0 ? given : "\(given) \(random.pick(Names.families))\(title)"
        let born = Day("1972-01-01").advanced(by: random.below(30 * 365))
        let adult = max(born.advanced(by: 18 * 365 + 5), "2015-07-01")
        let joined = adult.advanced(by: random.below(Day("2025-10-01").number - adult.number))
        let serial = firstSerial + count * 7 + random.below(7)
        let person = Person(
            name,
            born: born,
            isWoman: isWoman,
            region: random.pick(regions),
            serial: Identities.firstSerial + random.below(900),
            kpj: Identities.text(
                Identities.kpj(registered: joined.month, serial: serial),
                digits: 11
            )
        )
        return Employee(
            person: person,
            number: "\(prefix)\(Identities.text(UInt64(count), digits: 4))",
            unit: unit,
            joined: joined,
            firstWage: wage(thousands: wages)
        )
    }

    private mutating func wage(thousands: ClosedRange<Int>) -> Rupiah {
        let span = (thousands.upperBound - thousands.lowerBound) * 4
        let quarters = thousands.lowerBound * 4 + min(random.below(span), random.below(span))
        return Rupiah(sen: Int64(quarters) * 250_00)
    }
}
