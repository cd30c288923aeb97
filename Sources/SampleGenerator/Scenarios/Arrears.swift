/// Scenarios about money that did not come, or did not come to the worker.
enum Arrears {
    static let scenarios = [
        threeMonths, neverRegistered, notBilled, wrongEmployer, billsOnly, cutAndKept,
    ]

    private static let sari = Job(Cast.sari)
    private static let budi = Job(Cast.budi)
    private static let dewi = Job(Cast.dewi)
    private static let agus = Job(Cast.agus)

    private static let threeMonths = Scenario(
        "tiga-bulan-menunggak",
        shows:
            "unpaid months of different length: Budi's last three, Dewi's last two, and Agus's "
            + "three in the middle, after which the money came again.",
        lookAt:
            "`status.csv`: Sari `aktif`, Budi `nonaktif` since the day after the third due "
            + "date, Dewi `menunggak` with `akan_nonaktif_pada`, Agus `aktif` with "
            + "`iuran_tidak_lengkap`.",
        files: [
            .employers(.batik),
            .payroll([sari, budi, dewi, agus].flatMap { $0.payroll("2026-05"..."2026-10") }),
            .ledger(
                sari.receipts("2026-05"..."2026-10")
                    + budi.receipts("2026-05"..."2026-07") + budi.bills("2026-08"..."2026-10")
                    + dewi.receipts("2026-05"..."2026-08") + dewi.bills("2026-09"..."2026-10")
                    + agus.receipts("2026-05"..."2026-05") + agus.bills("2026-06"..."2026-08")
                    + agus.receipts("2026-09"..."2026-10")
            ),
            .register([
                sari.register(since: "2019-04-01"), budi.register(since: "2015-08-03"),
                dewi.register(since: "2020-01-06"), agus.register(since: "2015-07-01"),
            ]),
        ]
    )

    private static let neverRegistered = Scenario(
        "belum-didaftarkan",
        shows:
            "Fitri and Yusuf are in the payroll, in no ledger and not in the register; Fitri "
            + "has been there for three months, Yusuf's only month is not due yet.",
        lookAt:
            "`status.csv`: Fitri `belum_terdaftar`, cause `belum_didaftarkan`; Yusuf "
            + "`tidak_diketahui`, for nobody is accused before a month is past due.",
        files: [
            .employers(.batik),
            .payroll(
                sari.payroll("2026-08"..."2026-11") + newcomer(Cast.fitri, from: "2026-08")
                    + newcomer(Cast.yusuf, from: "2026-11")
            ),
            .ledger(sari.receipts("2026-08"..."2026-10")),
            .register([sari.register(since: "2019-04-01")]),
        ]
    )

    /// The payroll of a worker who has no KPJ yet.
    private static func newcomer(_ person: Person, from month: Month) -> [PayrollRow] {
        Job(person.with { $0.kpj = "" }).payroll(month..."2026-11")
    }

    private static let notBilled = Scenario(
        "tidak-ditagih",
        shows:
            "Budi is in the payroll, but since August HR has left him out of the bill, while "
            + "Sari is billed and paid.",
        lookAt:
            "`status.csv`: Budi `nonaktif`, cause `tidak_lagi_didaftarkan`, not "
            + "`iuran_belum_dibayarkan`; `temuan.csv` has `tidak-ditagih`.",
        files: [
            .employers(.batik),
            .payroll([sari, budi].flatMap { $0.payroll("2026-06"..."2026-10") }),
            .ledger(sari.receipts("2026-06"..."2026-10") + budi.receipts("2026-06"..."2026-07")),
        ]
    )

    private static let wrongEmployer = Scenario(
        "salah-npp",
        shows:
            "Budi works for Batik, but since September his contributions are paid under the "
            + "number of its sister company Benang.",
        lookAt:
            "`status.csv`: Budi at 12004518 is `menunggak`, cause `data_belum_sinkron`; "
            + "`temuan.csv` has `npp-lain` with the rows of the sister's ledger.",
        files: [
            .employers(.batik, .benang),
            .payroll(
                [sari, budi].flatMap { $0.payroll("2026-07"..."2026-10") }
                    + weaver.payroll("2026-07"..."2026-10")
            ),
            .ledger(
                sari.receipts("2026-07"..."2026-10") + budi.receipts("2026-07"..."2026-08"),
                name: "ledger-batik.csv"
            ),
            .ledger(
                weaver.receipts("2026-07"..."2026-10")
                    + Job(Cast.budi, at: .benang).receipts("2026-09"..."2026-10"),
                name: "ledger-benang.csv"
            ),
        ]
    )

    private static let weaver = Job(Cast.nurul, at: .benang)

    private static let billsOnly = Scenario(
        "tagihan-saja",
        shows:
            "a ledger printed from SIPP without a single payment day: a bill is no proof of "
            + "payment, and its absence no proof of arrears.",
        lookAt:
            "In `rincian.csv` every month is `belum_ada_data`; `status.csv` accuses nobody: "
            + "Sari is `aktif` by the register, Budi `tidak_diketahui` with "
            + "`bukti_tidak_lengkap`.",
        files: [
            .employers(.batik),
            .payroll([sari, budi].flatMap { $0.payroll("2026-08"..."2026-10") }),
            .ledger([sari, budi].flatMap { $0.bills("2026-08"..."2026-10") }),
            .register([sari.register(since: "2019-04-01")]),
        ]
    )

    private static let cutAndKept = Scenario(
        "dipotong-tidak-disetor",
        shows:
            "the worker's share is cut from Budi's pay every month, but since August no money "
            + "has arrived.",
        lookAt:
            "`temuan.csv`: `dipotong-tidak-disetor` for August and September; October is not "
            + "30 days past due yet. Always an indication, never a verdict.",
        files: [
            .employers(.batik),
            .payroll(
                [sari, budi].flatMap { job in
                    job.payroll("2026-07"..."2026-10").map { row in
                        row.with {
                            $0.jhtCut = 100_000
                            $0.jpCut = 50_000
                        }
                    }
                }
            ),
            .ledger(
                sari.receipts("2026-07"..."2026-10") + budi.receipts("2026-07"..."2026-07")
                    + budi.bills("2026-08"..."2026-10")
            ),
        ]
    )
}
