internal import Contributions
internal import TestSupport
internal import Testing

@Suite("Days and months")
struct CalendarTests {
    @Test("of two centuries come back from their numbers, one after the other")
    func roundTrip() throws {
        var number = day("1900-01-01").number
        for year in 1900...2100 {
            for month in 1...12 {
                for dayOfMonth in 1...Day.dayCount(year: year, month: month) {
                    let day = try #require(Day(year: year, month: month, day: dayOfMonth))
                    let civil = day.civil
                    guard day.number == number, civil == (year, month, dayOfMonth) else {
                        Issue.record("\(year)-\(month)-\(dayOfMonth) is \(day)")
                        return
                    }
                    number += 1
                }
            }
        }
        #expect(number == day("2101-01-01").number)
    }

    @Test(
        "exist only in the calendar",
        arguments: [
            (2026, 2, 29), (2100, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (2026, 1, 0),
        ]
    )
    func impossible(_ year: Int, _ month: Int, _ dayOfMonth: Int) {
        #expect(Day(year: year, month: month, day: dayOfMonth) == nil)
    }

    @Test("of leap years have a 29th of February", arguments: [2000, 2020, 2024])
    func leapYears(_ year: Int) {
        #expect(Day(year: year, month: 2, day: 29) != nil)
    }

    @Test(
        "some months later end with their month",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2026-03-15", 12, "2027-03-15"), ("2026-12-31", 2, "2027-02-28"),
            ("2026-03-31", -1, "2026-02-28"),
        ]
    )
    func advancedByMonths(_ from: String, _ months: Int, _ to: String) {
        #expect(day(from).advanced(byMonths: months) == day(to))
    }

    @Test(
        "count age in full years",
        arguments: [
            ("1967-03-01", "2026-03-01", 59), ("1967-03-02", "2026-03-01", 58),
            ("1968-02-29", "2027-02-28", 58), ("1968-02-29", "2027-03-01", 59),
            ("2026-03-01", "2026-03-01", 0),
        ]
    )
    func age(_ birth: String, _ on: String, _ years: Int) {
        #expect(day(birth).age(on: day(on)) == years)
    }

    @Test("and months are written as in the files")
    func descriptions() {
        #expect("\(day("2026-03-05"))" == "2026-03-05")
        #expect("\(blth("2026-03"))" == "2026-03")
        #expect(blth("2026-12").advanced(by: 1) == blth("2027-01"))
        #expect(blth("2027-01").months(since: blth("2025-12")) == 13)
    }
}
