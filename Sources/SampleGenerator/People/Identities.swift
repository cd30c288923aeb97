/// Numbers that look like those of a person and belong to none.
enum Identities {
    /// Kemendagri codes of regencies and cities where NIK were issued.
    static let regions = [
        110_101, 127_101, 127_502, 137_101, 147_108, 157_103, 167_107, 177_102, 187_105, 217_105,
        310_101, 317_102, 317_304, 317_405, 320_104, 320_313, 321_506, 321_603, 327_301, 327_502,
        327_605, 330_201, 331_307, 332_205, 337_203, 337_409, 340_411, 347_108, 350_715, 351_512,
        352_501, 357_315, 357_810, 360_303, 367_101, 510_303, 517_102, 527_103, 637_103, 737_109,
    ]

    /// The least serial number in use here.
    ///
    /// A civil registry does not come to 9001 births of one day in one district, so no invented NIK
    /// is a living person's.
    static let firstSerial = 9_001

    /// A population number from its parts; women have 40 added to the day.
    static func nik(region: Int, born birth: Day, isWoman: Bool, serial: Int) -> UInt64 {
        let (year, month, day) = birth.civil
        var number = UInt64(region)
        number = number * 100 + UInt64(isWoman ? day + 40 : day)
        number = number * 100 + UInt64(month)
        number = number * 100 + UInt64(year % 100)
        return number * 10_000 + UInt64(serial)
    }

    /// A membership number of 11 digits: the month of registration and a running number.
    static func kpj(registered: Month, serial: Int) -> UInt64 {
        let prefix = UInt64(registered.year % 100 * 100 + registered.ordinal)
        return prefix * 10_000_000 + UInt64(serial)
    }

    /// A mobile number under 0890, a prefix that no operator has.
    static func mobile(_ random: UInt64) -> String {
        "0890\(10_000_000 + scaled(random, below: 90_000_000))"
    }

    /// Writes a number with leading zeros.
    static func text(_ number: UInt64, digits: Int) -> String {
        let bare = String(number)
        return String(repeating: "0", count: max(0, digits - bare.count)) + bare
    }
}
