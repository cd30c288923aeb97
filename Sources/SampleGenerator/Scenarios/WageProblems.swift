/// Scenarios about wages and programmes that were not reported in full.
enum WageProblems {
    static let scenarios = [wageTooLow, programmesMissing, backPay]

    private static let sari = Job(Cast.sari)

    private static let wageTooLow = Scenario(
        "pds-upah",
        shows:
            "Budi earns 8,000,000, but 5,000,000 was reported and paid for him.",
        lookAt:
            "In `rincian.csv` he is `kurang_bayar` with a `kurang_lapor` and no "
            + "`kurang_setor`; `temuan.csv` has `pds-upah` for each month.",
        files: [
            .employers(.batik),
            .payroll(
                sari.payroll("2026-08"..."2026-10")
                    + Job(Cast.budi, wage: 8_000_000).payroll("2026-08"..."2026-10")
            ),
            .ledger(
                sari.receipts("2026-08"..."2026-10")
                    + Job(Cast.budi, wage: 5_000_000).receipts("2026-08"..."2026-10")
            ),
        ]
    )

    private static let programmesMissing = Scenario(
        "pds-program",
        shows:
            "a large employer that is registered without JP, although its size makes JP "
            + "compulsory.",
        lookAt:
            "In `rincian.csv` JP owes 0, for the employer register wins, and both are `lunas`; "
            + "`temuan.csv` has `pds-program`.",
        files: [
            .employers(withoutPension),
            .payroll([builders[0].payroll("2026-10"), builders[1].payroll("2026-10")]),
            .ledger(builders.map { $0.receipt("2026-10", on: "2026-11-10") }),
        ]
    )

    private static let withoutPension = Company(
        npp: "18040655",
        name: "PT Griya Prima Sentosa",
        jkkClass: .iv,
        size: .besar,
        programmes: [.jkk, .jkm, .jht]
    )

    private static let builders = [
        Job(Cast.hendra, at: withoutPension), Job(Cast.nurul, at: withoutPension),
    ]

    private static let backPay = Scenario(
        "rapel",
        shows:
            "a rise of 500,000 from September on, reported to BPJS only in October, with "
            + "September's part as rapel there; payroll books it so for Sari, and at once for "
            + "Budi.",
        lookAt:
            "In `rincian.csv` Sari is `lunas` in both months, Budi `kurang_bayar` in September "
            + "and `lebih_bayar` in October: the shortage of one month is the excess of the next.",
        files: [
            .employers(.batik),
            .payroll([
                Job(Cast.sari).payroll("2026-09"),
                Job(Cast.sari, wage: 5_500_000).payroll("2026-10").with { $0.backPay = 500_000 },
                Job(Cast.budi, wage: 5_500_000).payroll("2026-09"),
                Job(Cast.budi, wage: 5_500_000).payroll("2026-10"),
            ]),
            .ledger(
                [Cast.sari, Cast.budi].flatMap { person in
                    [
                        Job(person).receipt("2026-09", on: "2026-10-10"),
                        Job(person, wage: 6_000_000).receipt("2026-10", on: "2026-11-10").with {
                            $0.wage = 5_500_000
                            $0.backPay = 500_000
                        },
                    ]
                }
            ),
        ]
    )
}
