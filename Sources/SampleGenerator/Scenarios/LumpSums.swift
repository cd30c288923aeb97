/// Scenarios in which the ledger has bills and the money comes as lump sums.
enum LumpSums {
    static let scenarios = [
        byCode, instalments, short, wrongMonth, notPosted, wrongCompany,
    ]

    // Wages that do not divide evenly, so that every sen shows.
    private static let sari = Job(Cast.sari, wage: 5_938_885)
    private static let budi = Job(Cast.budi, wage: 7_250_000)
    private static let dewi = Job(Cast.dewi, wage: 2_773_184)
    private static let staff = [sari, budi, dewi]

    private static let byCode = Scenario(
        "setoran-kode-iuran",
        shows:
            "three months whose bills state no payment day; the bank's lump sums carry the kode "
            + "iuran of each bill.",
        lookAt:
            "`alokasi.csv` has one row `kode_iuran` per payment; `rincian.csv` is `lunas` on the "
            + "day of the payment, which `sumber_setoran` names.",
        files: [
            .employers(.batik),
            .payroll(staff.flatMap { $0.payroll("2026-08"..."2026-10") }),
            .ledger(staff.flatMap { $0.bills("2026-08"..."2026-10") }),
            .payments([
                payment("2026-08", on: "2026-09-10"), payment("2026-09", on: "2026-10-12"),
                payment("2026-10", on: "2026-11-13"),
            ]),
        ]
    )

    private static let instalments = Scenario(
        "setoran-dua-kali",
        shows:
            "the bill of September paid in two instalments, 60 % in time and the rest three weeks "
            + "late; of October nothing is paid.",
        lookAt:
            "In `rincian.csv` September is `lunas_terlambat` on the day of the second payment, "
            + "and the late fee is on its part only; October is `belum_dibayar`.",
        files: [
            .employers(.batik),
            .payroll(staff.flatMap { $0.payroll("2026-09"..."2026-10") }),
            .ledger(staff.flatMap { $0.bills("2026-09"..."2026-10") }),
            .payments([
                payment("2026-09", on: "2026-10-09").with { $0.amount = part(60, of: "2026-09") },
                payment("2026-09", on: "2026-11-05").with {
                    $0.amount = $0.amount - part(60, of: "2026-09")
                },
            ]),
        ]
    )

    private static let short = Scenario(
        "setoran-kurang",
        shows:
            "three months without kode iuran, paid in the order in which they came; the last "
            + "payment is 10 % short.",
        lookAt:
            "`alokasi.csv` has `blth_tertua`; in `rincian.csv` October is `kurang_bayar` for all "
            + "three, each by his part of the shortage, and the parts add up to the sen.",
        files: [
            .employers(.batik),
            .payroll(staff.flatMap { $0.payroll("2026-08"..."2026-10") }),
            .ledger(staff.flatMap { $0.bills("2026-08"..."2026-10") }),
            .payments(
                [
                    payment("2026-08", on: "2026-09-10"), payment("2026-09", on: "2026-10-12"),
                    payment("2026-10", on: "2026-11-13").with {
                        $0.amount = part(90, of: "2026-10")
                    },
                ]
                .map { payment in
                    payment.with {
                        $0.blth = nil
                        $0.billingCode = ""
                    }
                }
            ),
        ]
    )

    private static let wrongMonth = Scenario(
        "setoran-salah-bulan",
        shows:
            "the kode iuran of October used twice: the second payment was meant for September, "
            + "which stays open.",
        lookAt:
            "`temuan.csv` has `iuran-belum-rinci` for what the bill of October did not need, and "
            + "`calon-salah-setor`, which says that September lacks just that; nothing is moved.",
        files: [
            .employers(.batik),
            .payroll(staff.flatMap { $0.payroll("2026-08"..."2026-10") }),
            .ledger(staff.flatMap { $0.bills("2026-08"..."2026-10") }),
            .payments([
                payment("2026-08", on: "2026-09-10"), payment("2026-10", on: "2026-11-02"),
                payment("2026-10", on: "2026-11-12"),
            ]),
        ]
    )

    private static let notPosted = Scenario(
        "setoran-belum-diposting",
        shows:
            "October was paid whole with one code, but the ledger has posted it for two of three "
            + "workers, and Dewi is not on the bill at all.",
        lookAt:
            "`temuan.csv` has `setoran-berbeda` and `iuran-belum-rinci`; `status.csv`: Dewi is "
            + "`menunggak`, cause `data_belum_sinkron`, because her money has arrived.",
        files: [
            .employers(.batik),
            .payroll(staff.flatMap { $0.payroll("2026-09"..."2026-10") }),
            .ledger(
                staff.flatMap { $0.receipts("2026-09"..."2026-09") }
                    + [sari, budi].flatMap { $0.receipts("2026-10"..."2026-10") }
            ),
            .payments([payment("2026-09", on: "2026-10-10"), payment("2026-10", on: "2026-11-10")]),
        ]
    )

    private static let wrongCompany = Scenario(
        "setoran-salah-npp",
        shows:
            "two companies of one group; October of Batik was paid under the number of its sister "
            + "Benang.",
        lookAt:
            "`temuan.csv`: at 12004526 `iuran-belum-rinci`, and `calon-salah-setor`, which says "
            + "that 12004518 lacks the same amount for 2026-10.",
        files: [
            .employers(.batik.inGroup("Lestari"), .benang.inGroup("Lestari")),
            .payroll(
                staff.flatMap { $0.payroll("2026-09"..."2026-10") }
                    + weaver.payroll("2026-09"..."2026-10")
            ),
            .ledger(
                staff.flatMap { $0.receipts("2026-09"..."2026-09") }
                    + staff.flatMap { $0.bills("2026-10"..."2026-10") },
                name: "ledger-batik.csv"
            ),
            .ledger(weaver.bills("2026-09"..."2026-10"), name: "ledger-benang.csv"),
            .payments([
                payment("2026-09", on: "2026-10-10", for: [weaver]),
                payment("2026-10", on: "2026-11-10", for: [weaver]),
                payment("2026-10", on: "2026-11-10").with {
                    $0.npp = Company.benang.npp
                    $0.billingCode = ""
                },
            ]),
        ]
    )

    private static let weaver = Job(Cast.nurul, at: .benang)

    private static func payment(
        _ month: Month,
        on day: Day,
        for jobs: [Job] = staff
    ) -> PaymentRow {
        PaymentRow(
            npp: jobs[0].company.npp,
            paid: day,
            amount: total(month, jobs),
            blth: month,
            billingCode: jobs[0].company.billingCode(month)
        )
    }

    private static func total(_ month: Month, _ jobs: [Job] = staff) -> Rupiah {
        jobs.reduce(.zero) { $0 + $1.owed(month).total }
    }

    private static func part(_ percent: Int64, of month: Month) -> Rupiah {
        Rupiah(sen: total(month).sen * percent / 100)
    }
}
