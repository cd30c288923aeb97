/// Which wage and which age the pension programme (JP) looks at.
enum PensionRules {
    /// The wage cap of a contribution month; it changes with BLTH March.
    static func wageCap(in month: Month) -> Rupiah {
        guard let cap = wageCaps.last(where: { $0.from <= month }) else {
            preconditionFailure("No JP wage cap is known for \(month)")
        }
        return cap.wage
    }

    /// Whether a worker owes JP, from his age in full years on the first day of the month.
    static func isLiable(born birth: Day, in month: Month, elected: Bool) -> Bool {
        let age = fullYears(from: birth, to: month.firstDay)
        let pensionAge = pensionAge(in: month)
        return age < pensionAge || (elected && age < pensionAge + 3)
    }

    private static func fullYears(from birth: Day, to day: Day) -> Int {
        let born = birth.civil
        let now = day.civil
        let hadBirthday = (now.month, now.day) >= (born.month, born.day)
        return now.year - born.year - (hadBirthday ? 0 : 1)
    }

    /// 56 from 2015-07, 57 from 2019, 58 from 2022, 59 from 2025 and so on up to 65.
    private static func pensionAge(in month: Month) -> Int {
        guard month.year >= 2019 else { return 56 }
        return min(57 + (month.year - 2019) / 3, 65)
    }

    private static let wageCaps: [(from: Month, wage: Rupiah)] = [
        ("2015-07", 7_000_000), ("2016-03", 7_335_300), ("2017-03", 7_703_500),
        ("2018-03", 8_094_000), ("2019-03", 8_512_400), ("2020-03", 8_939_700),
        ("2021-03", 8_754_600), ("2022-03", 9_077_600), ("2023-03", 9_559_600),
        ("2024-03", 10_042_300), ("2025-03", 10_547_400), ("2026-03", 11_086_300),
    ]
}
