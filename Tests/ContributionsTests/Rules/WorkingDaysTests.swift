internal import Contributions
internal import TestSupport
internal import Testing

@Suite("Working days")
struct WorkingDaysTests {
    private let calendar = WorkingDays(
        holidays: [day("2026-01-01"), day("2026-01-02")],
        lastKnownYear: 2026
    )

    @Test(
        "leave out weekends and holidays",
        arguments: [
            ("2025-12-31", true), ("2026-01-01", false), ("2026-01-02", false),
            ("2026-01-03", false), ("2026-01-04", false), ("2026-01-05", true),
            // Before 1970, where remainders are negative: a Sunday and a Wednesday.
            ("1969-12-28", false), ("1969-12-31", true), ("1899-12-30", false),
        ]
    )
    func leaveOut(_ text: String, _ isWorkingDay: Bool) {
        #expect(calendar.isWorkingDay(day(text)) == isWorkingDay)
    }

    @Test(
        "nearest to a day off lie in the direction asked for",
        arguments: [
            ("2026-01-01", DueDateShift.after, "2026-01-05"),
            ("2026-01-04", .before, "2025-12-31"),
            ("2026-01-05", .before, "2026-01-05"), ("2025-12-31", .after, "2025-12-31"),
        ]
    )
    func nearest(_ text: String, _ direction: DueDateShift, _ expected: String) {
        #expect(calendar.nearest(to: day(text), direction) == day(expected))
    }
}
