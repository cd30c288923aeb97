/// A worker of a bulk sample, made up anew wherever a row of his is written.
struct BulkWorker: Sendable {
    let index: Int
    let employer: Int
    let kpj: UInt64
    let nik: UInt64
    let isWoman: Bool
    let givenName: Int
    let familyName: Int
    let title: Int?
    let born: Day
    let joined: Day
    let firstWage: Int64
    let unit: Int

    /// The day he left, always in the sample's last month.
    let left: Day?

    init(index: Int, plan: BulkPlan) {
        let name = plan.chance(.name, index)
        let career = plan.chance(.career, index)
        self.index = index
        isWoman = name & 1 == 0
        let givenNames = isWoman ? Names.women : Names.men
        givenName = Int(name >> 8 % UInt64(givenNames.count))
        familyName = Int(name >> 16 % UInt64(Names.families.count))
        title = name >> 32 % 50 == 0 ? Int(name >> 40 % UInt64(Names.titles.count)) : nil

        let seat = Self.seat(of: index, plan: plan)
        born = plan.firstMonth.firstDay.advanced(by: -Self.adultDays - seat.age)
        nik = Identities.nik(
            region: Identities.regions[seat.region],
            born: born,
            isWoman: isWoman,
            serial: Identities.firstSerial + seat.serial
        )

        let firstDay = plan.firstMonth.firstDay
        let adulthood = born.advanced(by: Self.adultDays)
        let served = scaled(career, below: min(firstDay.number - adulthood.number, 4_000) + 1)
        joined = firstDay.advanced(by: -served)
        kpj = Identities.kpj(registered: joined.month, serial: index)
        left = career % 100 == 0 ? plan.lastMonth.day(8 + Int(career >> 20 % 20)) : nil

        // A square of one chance makes large employers and small ones.
        let share = plan.chance(.employer, index)
        let skewed = (share >> 32) * (share & 0xFFFF_FFFF)
        employer = scaled(skewed, below: plan.employerCount)
        unit = Int(career >> 40 % 8)
        firstWage = Self.wage(plan.chance(.wage, index))
    }

    /// The wage of a month: it rises by 5 % every January.
    func wage(in month: Month, plan: BulkPlan) -> Rupiah {
        let rises = Int64(month.year - plan.firstMonth.year)
        return Rupiah(sen: (firstWage + firstWage * 5 * rises / 100) * 100)
    }

    /// About 18 years, the age at which the youngest join.
    private static let adultDays = 18 * 365 + 5

    /// Region, age and serial of a worker: no two workers share all three, so no two share a NIK.
    private static func seat(of index: Int, plan: BulkPlan) -> (region: Int, age: Int, serial: Int)
    {
        let regions = Identities.regions.count
        let ages = 40 * 365
        let seats = regions * ages * 997
        // The step is prime and greater than every factor of the count, so no seat is taken twice.
        let offset = Int(plan.chance(.identity, 0) % UInt64(seats))
        let seat = (index * 6_700_417 + offset) % seats
        return (seat % regions, seat / regions % ages, seat / regions / ages)
    }

    /// A monthly wage from 2.2 to 30 million rupiah, most of them near the lower end.
    private static func wage(_ random: UInt64) -> Int64 {
        let first = Int64(random % 1_000)
        let second = Int64(random >> 16 % 1_000)
        let third = Int64(random >> 32 % 28_000)
        return 2_200_000 + first * second * second / 1_000_000 * 28_000 + third
    }
}
