/// Scenarios about when and how much was paid.
enum Payments {
    static let scenarios = [
        inTime, holidays, instalments, oneProgrammeShort, overpaid, prepaid, unallocated,
    ]

    private static let sari = Job(Cast.sari)
    private static let budi = Job(Cast.budi, wage: 7_250_000)
    private static let dewi = Job(Cast.dewi, wage: 4_375_500)

    private static let inTime = Scenario(
        "tepat-waktu",
        shows:
            "three workers, three months, every contribution paid before its due date.",
        lookAt:
            "`rincian.csv` is `lunas` throughout, `status.csv` `aktif` and `tidak_ada`, and "
            + "all four signs say `ya`.",
        files: [
            .employers(.batik),
            .payroll([sari, budi, dewi].flatMap { $0.payroll("2026-08"..."2026-10") }),
            .ledger([sari, budi, dewi].flatMap { $0.receipts("2026-08"..."2026-10") }),
            .register([
                sari.register(since: "2019-04-01").with { $0.hasAccount = true },
                budi.register(since: "2015-08-03").with { $0.hasAccount = true },
                dewi.register(since: "2020-01-06").with { $0.hasAccount = true },
            ]),
        ]
    )

    /// Due dates that a weekend, a holiday or both move; cuti bersama moves none.
    private static let movedDueDates: [(month: Month, due: Day)] = [
        ("2024-05", "2024-06-18"), ("2025-05", "2025-06-16"), ("2026-01", "2026-02-16"),
        ("2026-04", "2026-05-15"), ("2026-07", "2026-08-18"), ("2026-10", "2026-11-16"),
    ]

    private static let holidays = Scenario(
        "jatuh-tempo-libur",
        shows:
            "due dates that weekends and national holidays move, and cuti bersama does not; "
            + "Sari's money comes on the last day, Budi's one day later.",
        lookAt:
            "In `rincian.csv` Sari is `lunas` in every month, Budi `lunas_terlambat` with "
            + "`hari_terlambat` 1 and a late fee of one started month.",
        files: [
            .employers(.batik),
            .payroll(movedDueDates.flatMap { [sari.payroll($0.month), budi.payroll($0.month)] }),
            .ledger(
                movedDueDates.flatMap {
                    [
                        sari.receipt($0.month, on: $0.due),
                        budi.receipt($0.month, on: $0.due.advanced(by: 1)),
                    ]
                }
            ),
        ]
    )

    private static let instalments = Scenario(
        "cicilan",
        shows:
            "bills paid in two instalments: Sari's both in time, Budi's second late, Dewi's "
            + "second never.",
        lookAt:
            "In `rincian.csv` Sari is `lunas`, Budi `lunas_terlambat` on the day of the second "
            + "instalment, Dewi `kurang_bayar` with a `kurang_setor`; the fee is on the late "
            + "part only.",
        files: [
            .employers(.batik),
            .payroll([sari, budi, dewi].map { $0.payroll("2026-09") }),
            .ledger(
                [sari, budi, dewi].map { $0.bill("2026-09") }
                    + instalments(of: sari, on: "2026-10-05", "2026-10-12")
                    + instalments(of: budi, on: "2026-10-05", "2026-11-03")
                    + instalments(of: dewi, on: "2026-10-05", nil)
            ),
        ]
    )

    private static func instalments(of job: Job, on first: Day, _ second: Day?) -> [LedgerRow] {
        let (most, rest) = job.owed("2026-09").split(percent: 60)
        let paid = job.receipt("2026-09", on: first).with { $0.amounts = most }
        guard let second else { return [paid] }
        return [paid, job.receipt("2026-09", on: second).with { $0.amounts = rest }]
    }

    private static let oneProgrammeShort = Scenario(
        "kurang-satu-program",
        shows:
            "a month whose total fits, while the worker's JHT share is 10,000 short and his JP "
            + "share 10,000 over.",
        lookAt:
            "In `rincian.csv` Sari is `kurang_bayar` although `selisih` is 0; the finding "
            + "`kurang-bayar` in `temuan.csv` names the programme.",
        files: [
            .employers(.batik),
            .payroll([sari.payroll("2026-10"), budi.payroll("2026-10")]),
            .ledger([
                sari.receipt("2026-10", on: "2026-11-10").with {
                    $0.amounts.jhtWorker = $0.amounts.jhtWorker - 10_000
                    $0.amounts.jpWorker = $0.amounts.jpWorker + 10_000
                },
                budi.receipt("2026-10", on: "2026-11-10"),
            ]),
        ]
    )

    private static let overpaid = Scenario(
        "lebih-bayar",
        shows:
            "two payments for one month: Sari's second is taken back by a correction, Budi's "
            + "is not.",
        lookAt:
            "In `rincian.csv` Sari is `lunas`, Budi `lebih_bayar` by a whole month, with the "
            + "finding `lebih-bayar`.",
        files: [
            .employers(.batik),
            .payroll([sari.payroll("2026-09"), budi.payroll("2026-09")]),
            .ledger(
                [sari, budi].flatMap { job in
                    [
                        job.receipt("2026-09", on: "2026-10-07"),
                        job.receipt("2026-09", on: "2026-10-13").with {
                            $0.billingCode = "26099004518"
                        },
                    ]
                } + [
                    sari.receipt("2026-09", on: "2026-10-20").with {
                        $0.billingCode = "26099004518"
                        $0.amounts = $0.amounts.negated
                    }
                ]
            ),
        ]
    )

    private static let prepaid = Scenario(
        "bayar-di-muka",
        shows:
            "contributions paid ahead: November before it is due, December before its payroll "
            + "is delivered.",
        lookAt:
            "In `rincian.csv` Sari's November is `lunas`, Budi's `belum_jatuh_tempo`, Sari's "
            + "December `belum_ada_payroll`; nobody is accused.",
        files: [
            .employers(.batik),
            .payroll([sari, budi].flatMap { $0.payroll("2026-10"..."2026-11") }),
            .ledger(
                ("2026-10"..."2026-12" as ClosedRange<Month>).map {
                    sari.receipt($0, on: "2026-11-11")
                } + [budi.receipt("2026-10", on: "2026-11-11")]
            ),
        ]
    )

    private static let unallocated = Scenario(
        "iuran-belum-rinci",
        shows:
            "Budi was left out of the bills of September and October; his share was paid later "
            + "under codes that no bill in the ledger has, and BPJS has not allocated it.",
        lookAt:
            "`status.csv`: Budi is `menunggak`, cause `data_belum_sinkron`: the money is "
            + "there, but not on him; `temuan.csv` has `iuran-belum-rinci` for the two payments.",
        files: [
            .employers(.batik),
            .payroll([sari, budi].flatMap { $0.payroll("2026-08"..."2026-10") }),
            .ledger(sari.receipts("2026-08"..."2026-10") + budi.receipts("2026-08"..."2026-08")),
            .payments([
                payment("2026-08", on: "2026-09-10", for: [sari, budi]),
                payment("2026-09", on: "2026-10-10", for: [sari]),
                payment("2026-10", on: "2026-11-10", for: [sari]),
                payment("2026-09", on: "2026-11-17", for: [budi]).with {
                    $0.billingCode = "26099004518"
                },
                payment("2026-10", on: "2026-11-17", for: [budi]).with {
                    $0.billingCode = "26109004518"
                },
            ]),
        ]
    )

    private static func payment(_ month: Month, on day: Day, for jobs: [Job]) -> PaymentRow {
        PaymentRow(
            npp: Company.batik.npp,
            paid: day,
            amount: jobs.reduce(0) { $0 + $1.owed(month).total },
            blth: month,
            billingCode: Company.batik.billingCode(month)
        )
    }
}
