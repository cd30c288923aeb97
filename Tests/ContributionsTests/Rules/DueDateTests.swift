internal import Contributions
internal import Intake
internal import TestSupport
internal import Testing

@Suite("Due dates")
struct DueDateTests {
    private func rules(_ month: String, collectiveLeaveShifts: Bool = false) throws -> MonthRules {
        let book = try RuleBook.read()
        return MonthRules(
            blth(month),
            book: book,
            workingDays: book.workingDays(collectiveLeaveShifts: collectiveLeaveShifts)
        )
    }

    @Test(
        "fall on the 15th of the next month or the next working day (PP 44, 45 and 46 of 2015)",
        arguments: [
            ("2024-12", "2025-01-15"), ("2025-01", "2025-02-17"), ("2025-02", "2025-03-17"),
            ("2025-03", "2025-04-15"), ("2025-04", "2025-05-15"), ("2025-05", "2025-06-16"),
            ("2025-06", "2025-07-15"), ("2025-07", "2025-08-15"), ("2025-08", "2025-09-15"),
            ("2025-09", "2025-10-15"), ("2025-10", "2025-11-17"), ("2025-11", "2025-12-15"),
            // 2026-02-16 is cuti bersama, which shifts nothing.
            ("2025-12", "2026-01-15"), ("2026-01", "2026-02-16"), ("2026-02", "2026-03-16"),
            ("2026-03", "2026-04-15"), ("2026-04", "2026-05-15"), ("2026-05", "2026-06-15"),
            // Saturday, Sunday, and Independence Day on Monday.
            ("2026-06", "2026-07-15"), ("2026-07", "2026-08-18"), ("2026-08", "2026-09-15"),
            ("2026-09", "2026-10-15"), ("2026-10", "2026-11-16"), ("2026-11", "2026-12-15"),
        ]
    )
    func fallOnThe15th(_ month: String, _ due: String) throws {
        #expect(try rules(month).due == day(due))
        #expect(try !rules(month).dueIsAssumed)
    }

    @Test(
        "fall on the 30th or the working day before under PP 49/2020",
        arguments: [
            // The months on both sides follow the rule: 2020-08-15 is a Saturday, the 17th a
            // holiday.
            ("2020-07", "2020-08-18"), ("2020-08", "2020-09-30"), ("2020-09", "2020-10-30"),
            ("2020-10", "2020-11-30"), ("2020-11", "2020-12-30"),
            // 2021-01-30 is a Saturday.
            ("2020-12", "2021-01-29"),
            // The last day of February is a Sunday.
            ("2021-01", "2021-02-26"), ("2021-02", "2021-03-15"),
        ]
    )
    func fallOnThe30th(_ month: String, _ due: String) throws {
        #expect(try rules(month).due == day(due))
    }

    @Test("are shifted by cuti bersama only where the settings say so")
    func collectiveLeave() throws {
        #expect(try rules("2026-01").due == day("2026-02-16"))
        // The 16th is cuti bersama, the 17th Imlek.
        #expect(try rules("2026-01", collectiveLeaveShifts: true).due == day("2026-02-18"))
    }

    @Test("past the last year of the calendar are marked as assumed")
    func assumed() throws {
        #expect(try !rules("2026-11").dueIsAssumed)
        #expect(try rules("2026-12").dueIsAssumed)
        let bench = try Workbench(
            asOf: "2026-12-31",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-11,19040012345,Sari,1000000
                12004518,2026-12,19040012345,Sari,1000000
                """
            ]
        )
        #expect(bench.places("aturan-di-luar-jangkauan") == ["2026-12"])
    }
}
