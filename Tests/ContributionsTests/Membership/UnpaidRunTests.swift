internal import Contributions
internal import TestSupport
internal import Testing

/// As-of is 2026-07-20: BLTH 2026-06, due on 2026-07-15, is the newest past due.
@Suite("The run of unpaid months")
struct UnpaidRunTests {
    @Test(
        "gives the day of inactivity, behind or ahead",
        arguments: [
            // months, bulan_berturut, bulan_tunggakan, nonaktif_sejak, akan_nonaktif_pada
            ("++++++", 0, 0, nil, nil),
            // The day after the due date of 2026-08, 2026-07 and 2026-06.
            ("+++++-", 1, 1, nil, "2026-09-16"), ("++++--", 2, 2, nil, "2026-08-19"),
            ("+++---", 3, 3, "2026-07-16", nil), ("++----", 4, 4, "2026-06-16", nil),
            ("------", 6, 6, "2026-04-16", nil),
            // Months in the middle count for the arrears only.
            ("--+++-", 1, 3, nil, "2026-09-16"),
            // Without wage: skipped, and the months go on from the last of the run.
            ("++-0-0", 2, 2, nil, "2026-07-16"), ("+-0--0", 3, 3, "2026-06-16", nil),
            // The month that would be the third is long past.
            ("-00000", 1, 1, nil, nil), ("+--000", 2, 2, nil, nil),
        ] as [(String, Int32, Int32, String?, String?)]
    )
    func gives(_ months: String, _ run: Int32, _ unpaid: Int32, _ since: String?, _ on: String?)
        throws
    {
        let asOf = months == "++-0-0" ? "2026-07-15" : "2026-07-20"
        let worker = try #require(
            try OneMember.bench(months, asOf: asOf, ledgerUntil: asOf).worker()
        )
        #expect(worker.unpaidRun == run)
        #expect(worker.unpaidMonths == unpaid)
        #expect(worker.inactiveSince.ifPresent?.description == since)
        #expect(worker.inactiveOn.ifPresent?.description == on)
    }

    @Test("has the short amounts of its unpaid and short months as arrears")
    func arrears() throws {
        // One month unpaid, one without JP; the rest paid.
        let worker = try #require(try OneMember.bench("+/+++-").worker())
        #expect(worker.arrears.sen == 92_400_00 + 30_000_00)
        #expect(worker.unpaidMonths == 1)
        #expect(worker.newestSettled == blth("2026-05"))
        #expect(worker.lastPaid == day("2026-06-10"))
    }

    @Test("leaves out months without data and months not yet due")
    func leavesOut() throws {
        let noData = try #require(
            try OneMember.bench("+---", ledgerUntil: "2026-03-16").worker()
        )
        #expect(noData.unpaidRun == 1)
        #expect(noData.unpaidMonths == 1)
        let notDue = try #require(
            try OneMember.bench("+--", asOf: "2026-04-15", ledgerUntil: "2026-04-15").worker()
        )
        #expect(notDue.unpaidRun == 1)
    }
}
