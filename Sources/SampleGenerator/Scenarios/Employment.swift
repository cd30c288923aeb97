/// Scenarios about how people work: who leaves, returns, works twice or not at all.
enum Employment {
    static let scenarios = [
        twoJobs, leavers, interns, unpaidLeave, rehired, dailyWages, twoUnits,
    ]

    private static let sari = Job(Cast.sari)
    private static let budi = Job(Cast.budi)
    private static let dewi = Job(Cast.dewi)

    private static let twoJobs = Scenario(
        "dua-pekerjaan",
        shows:
            "Hendra works for two employers at once: each owes its own contributions, and only "
            + "one of them pays.",
        lookAt:
            "`status.csv` has Hendra twice: `aktif` at Batik, `nonaktif` at Mesin; his "
            + "`kartu_digital` is `ya` in both.",
        files: [
            .employers(.batik, .mesin),
            .payroll(
                day.payroll("2026-08"..."2026-10") + sari.payroll("2026-08"..."2026-10"),
                name: "payroll-batik.csv"
            ),
            .payroll(
                evening.payroll("2026-08"..."2026-10") + colleague.payroll("2026-08"..."2026-10"),
                name: "payroll-mesin.csv"
            ),
            .ledger(
                day.receipts("2026-08"..."2026-10") + sari.receipts("2026-08"..."2026-10"),
                name: "ledger-batik.csv"
            ),
            .ledger(
                evening.bills("2026-08"..."2026-10") + colleague.receipts("2026-08"..."2026-10"),
                name: "ledger-mesin.csv"
            ),
            .register([
                day.register(since: "2016-02-01"), sari.register(since: "2019-04-01"),
                evening.register(since: "2026-08-03"), colleague.register(since: "2017-09-04"),
            ]),
        ]
    )

    private static let day = Job(Cast.hendra, wage: 6_500_000)
    private static let evening = Job(Cast.hendra, at: .mesin, wage: 3_200_000)
    private static let colleague = Job(Cast.joko, at: .mesin, wage: 5_800_000)

    private static let leavers = Scenario(
        "karyawan-keluar",
        shows:
            "three leavers: Budi's end was reported, Dewi's was not, so that her card is still "
            + "active, and Agus just vanished from payroll and ledger.",
        lookAt:
            "`status.csv`: all three `berakhir`; Budi `tidak_lagi_didaftarkan`, Dewi and Agus "
            + "`belum_dilaporkan_keluar`; `keluar-tanpa-laporan` stands for Agus.",
        files: [
            .employers(.batik),
            .payroll(
                sari.payroll("2026-06"..."2026-10") + leaving(budi, on: "2026-08-31")
                    + leaving(dewi, on: "2026-08-31") + agus.payroll("2026-06"..."2026-08")
            ),
            .ledger(
                sari.receipts("2026-06"..."2026-10")
                    + [budi, dewi, agus].flatMap { $0.receipts("2026-06"..."2026-08") }
            ),
            .register([
                sari.register(since: "2019-04-01"),
                budi.register(since: "2015-08-03", until: "2026-08-31"),
                dewi.register(since: "2020-01-06"),
                agus.register(since: "2015-07-01"),
            ]),
        ]
    )

    private static let agus = Job(Cast.agus)

    private static func leaving(_ job: Job, on day: Day) -> [PayrollRow] {
        job.payroll("2026-06"...day.month).map { row in
            row.with {
                guard row.blth == day.month else { return }
                $0.left = day
                $0.reasonLeft = "mengundurkan diri"
            }
        }
    }

    private static let interns = Scenario(
        "magang",
        shows:
            "interns owe JKK and JKM only, by their own `program`: Fitri's bill says so, "
            + "Yusuf's bills everything.",
        lookAt:
            "In `rincian.csv` the JHT and JP columns of both owe 0; Fitri is `lunas`, Yusuf "
            + "`lebih_bayar`; `saldo_jht` in `status.csv` is `tidak_diketahui`.",
        files: [
            .employers(.batik),
            .payroll(
                sari.payroll("2026-09"..."2026-10")
                    + intern(Cast.fitri).payroll("2026-09"..."2026-10")
                    + intern(Cast.yusuf).payroll("2026-09"..."2026-10")
            ),
            .ledger(
                sari.receipts("2026-09"..."2026-10")
                    + intern(Cast.fitri).receipts("2026-09"..."2026-10")
                    + Job(Cast.yusuf, wage: 2_500_000).receipts("2026-09"..."2026-10")
            ),
        ]
    )

    private static func intern(_ person: Person) -> Job {
        Job(person, wage: 2_500_000, programmes: [.jkk, .jkm])
    }

    private static let unpaidLeave = Scenario(
        "cuti-tidak-dibayar",
        shows:
            "Dewi is on unpaid leave in August and September: her wage is 0, and nothing is "
            + "due.",
        lookAt:
            "In `rincian.csv` both months are `tidak_terutang`, with the finding `upah-nol`; "
            + "`status.csv` has her `aktif`.",
        files: [
            .employers(.batik),
            .payroll(
                sari.payroll("2026-07"..."2026-10")
                    + dewi.payroll("2026-07"..."2026-10").map { row in
                        row.with {
                            guard row.blth == "2026-08" || row.blth == "2026-09" else { return }
                            $0.wage = 0
                        }
                    }
            ),
            .ledger(
                sari.receipts("2026-07"..."2026-10") + [
                    dewi.receipt("2026-07", on: "2026-08-10"),
                    dewi.receipt("2026-10", on: "2026-11-10"),
                ]
            ),
        ]
    )

    private static let rehired = Scenario(
        "rehire",
        shows:
            "Budi's contract ended in March and a new one began in July; the register still "
            + "shows the old end date beside the new membership.",
        lookAt:
            "`status.csv`: Budi is `aktif`, for an end date before later contributions does "
            + "not count; `rincian.csv` has no rows of his from April to June.",
        files: [
            .employers(.batik),
            .payroll(
                sari.payroll("2026-02"..."2026-10")
                    + budi.payroll("2026-02"..."2026-03").map { row in
                        row.with { $0.left = "2026-03-31" }
                    }
                    + budi.payroll("2026-07"..."2026-10").map { row in
                        row.with { $0.joined = "2026-07-01" }
                    }
            ),
            .ledger(
                sari.receipts("2026-02"..."2026-10") + budi.receipts("2026-02"..."2026-03")
                    + budi.receipts("2026-07"..."2026-10")
            ),
            .register([
                sari.register(since: "2019-04-01"),
                budi.register(since: "2015-08-03", until: "2026-03-31"),
                budi.register(since: "2026-07-01"),
            ]),
        ]
    )

    private static let dailyWages = Scenario(
        "upah-harian",
        shows:
            "daily wages count 25 times: Yusuf's bill does so, Joko's takes the 22 days he "
            + "worked.",
        lookAt:
            "In `rincian.csv` `upah_dasar` is 25 x `upah_harian` for both; Yusuf is `lunas`, "
            + "Joko `kurang_bayar` with the finding `pds-upah`.",
        files: [
            .employers(.batik),
            .payroll(
                [Cast.yusuf, Cast.joko].map { person in
                    Job(person).payroll("2026-10").with {
                        $0.wage = nil
                        $0.dailyWage = 180_000
                    }
                }
            ),
            .ledger([
                Job(Cast.yusuf, wage: 4_500_000).receipt("2026-10", on: "2026-11-10"),
                Job(Cast.joko, wage: 3_960_000).receipt("2026-10", on: "2026-11-10"),
            ]),
        ]
    )

    private static let twoUnits = Scenario(
        "dua-unit",
        shows:
            "Maya is paid by two units of one employer in the same month: her wages add up "
            + "before the JP cap, and one bill covers them.",
        lookAt:
            "In `rincian.csv` she has one row with `upah_dasar` 13,000,000, `upah_jp` at the "
            + "cap and both lines in `sumber_payroll`.",
        files: [
            .employers(.batik),
            .payroll([
                Job(Cast.maya, wage: 8_000_000).payroll("2026-10").with { $0.unit = "Toko Medan" },
                Job(Cast.maya, wage: 5_000_000).payroll("2026-10").with { $0.unit = "Toko Binjai" },
            ]),
            .ledger([Job(Cast.maya, wage: 13_000_000).receipt("2026-10", on: "2026-11-10")]),
        ]
    )
}
