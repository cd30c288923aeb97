/// Scenarios about the months in which a rule changes.
enum Seams {
    static let scenarios = [
        pensionCap, pensionAge, pandemicRelief, labourIntensive, separateJKP,
    ]

    // MARK: - The JP wage cap

    private static let pensionCap = Scenario(
        "bergeser-maret",
        shows:
            "the JP wage cap that rises with BLTH March 2026: Sari is right, Budi's March "
            + "still has the old cap, Agus's February already the new one, Dewi earns less than "
            + "either.",
        lookAt:
            "In `rincian.csv` compare `upah_jp` and the JP columns: Budi's March is "
            + "`kurang_bayar`, Agus's February `lebih_bayar`, the others `lunas`.",
        asOf: "2026-04-30",
        files: [
            .employers(.mesin),
            .payroll(capped.flatMap { $0.payroll("2026-02"..."2026-03") }),
            .ledger([
                capped[0].receipt("2026-02", on: "2026-03-10"),
                capped[0].receipt("2026-03", on: "2026-04-10"),
                capped[1].receipt("2026-02", on: "2026-03-10"),
                capped[1].receipt("2026-03", on: "2026-04-10").with {
                    usePension(of: "2026-02", in: &$0)
                },
                capped[2].receipt("2026-02", on: "2026-03-10"),
                capped[2].receipt("2026-03", on: "2026-04-10"),
                capped[3].receipt("2026-02", on: "2026-03-10").with {
                    usePension(of: "2026-03", in: &$0)
                },
                capped[3].receipt("2026-03", on: "2026-04-10"),
            ]),
        ]
    )

    private static let capped = [
        Job(Cast.sari, at: .mesin, wage: 15_000_000),
        Job(Cast.budi, at: .mesin, wage: 15_000_000),
        Job(Cast.dewi, at: .mesin, wage: 9_000_000),
        Job(Cast.agus, at: .mesin, wage: 15_000_000),
    ]

    /// Bills JP as if the cap of another month held.
    private static func usePension(of month: Month, in row: inout LedgerRow) {
        let cap = PensionRules.wageCap(in: month)
        row.amounts.jpEmployer = cap.share(Rate(basisPoints: 200))
        row.amounts.jpWorker = cap.share(Rate(basisPoints: 100))
    }

    // MARK: - The JP age

    private static let pensionAge = Scenario(
        "batas-usia-jp",
        shows:
            "the end of JP at 59: who had his birthday on the first of the month at the latest "
            + "owes none, unless he elected to go on (`jp_lanjut`), and at 62 that ends too.",
        lookAt:
            "In `rincian.csv` look at `upah_jp`, October: 0 for Slamet, Tuti and Made, whole "
            + "for Endang, who elected; Sugeng's JP was paid all the same: `lebih_bayar`.",
        files: [
            .employers(.batik),
            .payroll((retiring + [overlooked]).flatMap { $0.payroll("2026-09"..."2026-10") }),
            .ledger(
                retiring.flatMap { $0.receipts("2026-09"..."2026-10") } + [
                    overlooked.receipt("2026-09", on: "2026-10-10"),
                    overlooked.receipt("2026-10", on: "2026-11-10").with {
                        $0.amounts = overlooked.owed("2026-09")
                    },
                ]
            ),
        ]
    )

    private static let retiring = [
        // 59 within September, 59 on the first of October, 59 with election, 62 with election.
        Job(
            Person(
                "Slamet Riyadi",
                born: "1967-09-20",
                isWoman: false,
                region: 331_307,
                kpj: "15070034101"
            )
        ),
        Job(
            Person(
                "Tuti Rahayu",
                born: "1967-10-01",
                isWoman: true,
                region: 327_301,
                kpj: "15070034102"
            )
        ),
        Job(
            Person(
                "Endang Mulyani",
                born: "1967-09-20",
                isWoman: true,
                region: 317_405,
                kpj: "15070034103"
            ),
            electsPension: true
        ),
        Job(
            Person(
                "Made Atmaja",
                born: "1964-09-15",
                isWoman: false,
                region: 517_102,
                kpj: "15070034104"
            ),
            electsPension: true
        ),
    ]

    private static let overlooked = Job(
        Person(
            "Sugeng Winarno",
            born: "1967-09-05",
            isWoman: false,
            region: 350_715,
            kpj: "15070034105"
        )
    )

    // MARK: - PP 49/2020

    private static let pandemicRelief = Scenario(
        "relaksasi-2020",
        shows:
            "PP 49/2020: JKK and JKM at 1 % and due on the 30th for BLTH 2020-08 to 2021-01; "
            + "JP at 1 % too where the employer deferred it. Gede's October money came late, and "
            + "Joko's employer paid the JP of December whole although it had deferred it.",
        lookAt:
            "In `rincian.csv` compare `terutang` and `jatuh_tempo` inside the relief and "
            + "outside it; Gede's `denda_estimasi` is 0.5 %, and Joko's December is not "
            + "`lebih_bayar`.",
        asOf: "2021-03-31",
        files: [
            .employers(.batik, deferring),
            .payroll([gede, maya, joko].flatMap { $0.payroll("2020-07"..."2021-02") }),
            .ledger(
                ("2020-07"..."2021-02" as ClosedRange<Month>).flatMap { month in
                    [
                        gede.receipt(month, on: month == "2020-10" ? "2020-12-04" : payday(month)),
                        maya.receipt(month, on: payday(month)),
                        joko.receipt(month, on: payday(month)).with {
                            guard month == "2020-12" else { return }
                            $0.amounts.jpEmployer = 100_000
                            $0.amounts.jpWorker = 50_000
                        },
                    ]
                }
            ),
        ]
    )

    /// The 28th inside the relief, except that no day may pass the end of February.
    private static func payday(_ month: Month) -> Day {
        switch month {
        case "2020-08"..."2020-12": month.next.day(28)
        case "2021-01": "2021-02-26"
        default: month.next.day(10)
        }
    }

    private static let deferring = Company(
        npp: "16020911",
        name: "PT Wisata Bahari Raya",
        jkkClass: .i,
        size: .menengah,
        defersPension: true
    )

    private static let gede = Job(Cast.gede)
    private static let maya = Job(Cast.maya, at: deferring)
    private static let joko = Job(Cast.joko, at: deferring)

    // MARK: - PP 7/2025

    private static let labourIntensive = Scenario(
        "padat-karya-2025",
        shows:
            "half of JKK for a labour-intensive employer in BLTH 2025-02 to 2026-01: Sari is "
            + "right, Budi's employer share was never halved, Dewi's is still halved in 2026-02.",
        lookAt:
            "In `rincian.csv` `terutang_jkk` is half in the middle months only; Budi is "
            + "`lebih_bayar` there, Dewi `kurang_bayar` in 2026-02.",
        asOf: "2026-03-31",
        files: [
            .employers(stitching),
            .payroll(stitchers.flatMap { job in seamMonths.map(job.payroll) }),
            .ledger(
                seamMonths.flatMap { month in
                    let paid = month.next.day(10)
                    return [
                        stitchers[0].receipt(month, on: paid),
                        stitchers[1].receipt(month, on: paid).with { $0.amounts.jkk = 27_000 },
                        stitchers[2].receipt(month, on: paid).with {
                            guard month == "2026-02" else { return }
                            $0.amounts.jkk = 13_500
                        },
                    ]
                }
            ),
        ]
    )

    private static let seamMonths: [Month] = ["2025-01", "2025-02", "2026-01", "2026-02"]

    private static let stitching = Company(
        npp: "17033402",
        name: "PT Jahit Makmur Bersama",
        jkkClass: .ii,
        size: .besar,
        isLabourIntensive: true
    )

    private static let stitchers = [Cast.sari, Cast.budi, Cast.dewi].map { Job($0, at: stitching) }

    // MARK: - JKP

    private static let separateJKP = Scenario(
        "jkp-dipisah",
        shows:
            "bills that print JKP: taken out of JKK (and until BLTH 2025-01 out of JKM) for "
            + "Sari, wrongly added on top for Budi.",
        lookAt:
            "In `rincian.csv` Sari is `lunas` in both months, Budi `lebih_bayar` in 2025-02 by "
            + "0.14 % of his wage.",
        asOf: "2025-04-30",
        files: [
            .employers(printing),
            .payroll(
                printers.flatMap { $0.payroll("2025-01"..."2025-02") }
            ),
            .ledger([
                printers[0].receipt("2025-01", on: "2025-02-10"),
                printers[0].receipt("2025-02", on: "2025-03-10"),
                printers[1].receipt("2025-01", on: "2025-02-10"),
                printers[1].receipt("2025-02", on: "2025-03-10").with { $0.amounts.jkk = 12_000 },
            ]),
        ]
    )

    private static let printing: Company = {
        var company = Company.batik
        company.printsJKP = true
        return company
    }()

    private static let printers = [Job(Cast.sari, at: printing), Job(Cast.budi, at: printing)]
}
