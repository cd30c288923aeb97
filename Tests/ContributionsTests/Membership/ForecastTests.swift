internal import Contributions
internal import TestSupport
internal import Testing

/// As-of is 2026-07-20 and N is 3: the next due date is that of BLTH 2026-07, 2026-08-18.
///
/// A month owes 92,400.
@Suite("Who turns inactive next, and what prevents it")
struct ForecastTests {
    private func forecast(_ bench: Workbench) throws -> InactivityForecast? {
        let batch = try #require(bench.outcome.batches.first { !$0.workers.isEmpty })
        let worker = try #require(bench.worker(OneMember.kpj))
        return bench.outcome.forecast(of: worker, batch.months(of: worker))
    }

    @Test(
        "is the oldest month of the run in full, and all arrears with what falls due by then",
        arguments: [
            // months, batas_bayar, jumlah_pencegah, iuran_berjalan, jumlah_lunas in rupiah
            // The payroll of BLTH 2026-07 has not come.
            ("++++--", "2026-08-18", 92_400, nil, 184_800),
            // It has: its contribution must come by the same day.
            ("++++---", "2026-08-18", 92_400, 92_400, 277_200),
            // Older gaps and short months belong to what settles all, not to what prevents it.
            ("-/++---", "2026-08-18", 92_400, 92_400, 277_200 + 92_400 + 30_000),
            // One month: two more must pass.
            ("+++++-", "2026-09-15", 92_400, nil, 92_400),
            ("+++++--", "2026-09-15", 92_400, nil, 92_400),
        ] as [(String, String, Int64, Int64?, Int64)]
    )
    func amounts(
        _ months: String,
        _ payBy: String,
        _ preventing: Int64,
        _ current: Int64?,
        _ whole: Int64
    ) throws {
        let bench = try OneMember.bench(months, ledgerUntil: "2026-07-20")
        let forecast = try #require(try forecast(bench))
        #expect(forecast.payBy == day(payBy))
        #expect(forecast.preventing.sen == preventing * 100)
        #expect(forecast.current?.sen == current.map { $0 * 100 })
        #expect(forecast.whole.sen == whole * 100)
        #expect(forecast.exemption == nil)
    }

    @Test("is worth nothing where the run does not grow")
    func exemptions() throws {
        // BLTH 2026-07 is paid before its due date.
        let paid = "12004518,2026-07,\(OneMember.kpj),\(OneWorker.full),,A,2026-07-19,"
        let early = try #require(
            try forecast(
                OneMember.bench("++++---", extraLedger: [paid], ledgerUntil: "2026-07-20")
            )
        )
        guard case .paidAlready(blth("2026-07")) = early.exemption else {
            Issue.record("\(early)")
            return
        }
        #expect(early.preventing == .zero)
        #expect(early.whole.sen == 184_800_00)

        let unpaidLeave = try forecast(OneMember.bench("++++--0", ledgerUntil: "2026-07-20"))
        guard case .nothingDue(blth("2026-07")) = unpaidLeave?.exemption else {
            Issue.record("\(unpaidLeave as Any)")
            return
        }
        let left = try forecast(
            OneMember.bench("++++--", left: "2026-06-30", ledgerUntil: "2026-07-20")
        )
        guard case .hasLeft(day("2026-06-30")) = left?.exemption else {
            Issue.record("\(left as Any)")
            return
        }
        #expect(left?.preventing == .zero)
    }

    @Test("knows no other workers", arguments: ["++++++", "+++---", "+"])
    func others(_ months: String) throws {
        #expect(try forecast(OneMember.bench(months, ledgerUntil: "2026-07-20")) == nil)
    }

    @Test("follows the threshold")
    func threshold() throws {
        var policy = Policy()
        policy.inactiveAfterMonths = 2
        let bench = try OneMember.bench("+++++-", ledgerUntil: "2026-07-20", policy: policy)
        #expect(try forecast(bench)?.payBy == day("2026-08-18"))
    }

    @Test(
        "counts the due date itself as the next one",
        arguments: [
            ("2026-07-15", "2026-06"), ("2026-07-16", "2026-07"), ("2026-08-01", "2026-07"),
            ("2026-08-18", "2026-07"), ("2026-08-19", "2026-08"),
        ]
    )
    func nextDue(_ asOf: String, _ month: String) throws {
        let bench = try OneMember.bench("++++++", asOf: asOf)
        #expect(bench.outcome.nextDue.month == blth(month))
    }
}
