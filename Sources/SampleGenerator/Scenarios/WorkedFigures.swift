/// The worked figures of the regulations and of public calculators, paid to the sen.
enum WorkedFigures {
    static let scenario = Scenario(
        "angka-domain-7",
        shows:
            "nine worked figures from public sources: wage, class and month, with the amounts "
            + "that each must give, typed in and not computed.",
        lookAt:
            "In `rincian.csv` every row is `lunas` with `selisih` 0.00, and the `terutang_` "
            + "columns are the amounts of `ledger.csv`.",
        files: [
            .employers(.batik, .benang, .mesin, labourIntensive, deferring),
            .payroll(figures.map { $0.job.payroll($0.month) }),
            .ledger(figures.map(\.row)),
        ]
    )

    private struct Figure: Sendable {
        let job: Job
        let month: Month
        let amounts: Contributions

        init(_ job: Job, _ month: Month, _ amounts: Contributions) {
            precondition(job.owed(month) == amounts, "The generator's rules do not give \(amounts)")
            self.job = job
            self.month = month
            self.amounts = amounts
        }

        var row: LedgerRow {
            job.receipt(month, on: month.next.day(10)).with { $0.amounts = amounts }
        }
    }

    private static let figures = [
        Figure(
            Job(Cast.agus, at: .mesin, wage: 15_000_000),
            "2026-02",
            amounts(133_500, 45_000, 555_000, 300_000, 210_948, 105_474)
        ),
        Figure(
            Job(Cast.agus, at: .mesin, wage: 15_000_000),
            "2026-03",
            amounts(133_500, 45_000, 555_000, 300_000, 221_726, 110_863)
        ),
        Figure(
            Job(Cast.sari),
            "2026-03",
            amounts(12_000, 15_000, 185_000, 100_000, 100_000, 50_000)
        ),
        Figure(
            Job(Cast.rina, at: labourIntensive),
            "2025-08",
            amounts(6_000, 15_000, 185_000, 100_000, 100_000, 50_000)
        ),
        Figure(
            Job(Cast.gede, at: deferring),
            "2020-10",
            amounts(120, 150, 185_000, 100_000, 1_000, 500)
        ),
        Figure(
            Job(Cast.dewi, wage: 4_900_000),
            "2024-06",
            amounts(11_760, 14_700, 181_300, 98_000, 98_000, 49_000)
        ),
        Figure(
            Job(Cast.budi, wage: 50_000_000),
            "2024-06",
            amounts(120_000, 150_000, 1_850_000, 1_000_000, 200_846, 100_423)
        ),
        Figure(
            Job(Cast.maya, wage: 2_773_184),
            "2026-08",
            Contributions(
                jkk: Rupiah(sen: 6_655_64),
                jkm: Rupiah(sen: 8_319_55),
                jhtEmployer: Rupiah(sen: 102_607_81),
                jhtWorker: Rupiah(sen: 55_463_68),
                jpEmployer: Rupiah(sen: 55_463_68),
                jpWorker: Rupiah(sen: 27_731_84)
            )
        ),
        Figure(
            Job(Cast.nurul, at: .benang, wage: 5_938_885),
            "2026-08",
            Contributions(
                jkk: Rupiah(sen: 32_069_98),
                jkm: Rupiah(sen: 17_816_66),
                jhtEmployer: Rupiah(sen: 219_738_75),
                jhtWorker: Rupiah(sen: 118_777_70),
                jpEmployer: Rupiah(sen: 118_777_70),
                jpWorker: Rupiah(sen: 59_388_85)
            )
        ),
    ]

    private static func amounts(
        _ jkk: Rupiah,
        _ jkm: Rupiah,
        _ jhtEmployer: Rupiah,
        _ jhtWorker: Rupiah,
        _ jpEmployer: Rupiah,
        _ jpWorker: Rupiah
    ) -> Contributions {
        Contributions(
            jkk: jkk,
            jkm: jkm,
            jhtEmployer: jhtEmployer,
            jhtWorker: jhtWorker,
            jpEmployer: jpEmployer,
            jpWorker: jpWorker
        )
    }

    private static let labourIntensive = Company(
        npp: "17033403",
        name: "PT Anyaman Rotan Jaya",
        jkkClass: .i,
        size: .besar,
        isLabourIntensive: true
    )

    private static let deferring = Company(
        npp: "16020912",
        name: "PT Penginapan Pelangi",
        jkkClass: .i,
        size: .menengah,
        defersPension: true
    )
}
