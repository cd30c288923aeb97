/// Scenarios about confirmed pairs, foreigners, and what many rows tell together.
enum Patterns {
    static let scenarios = [confirmedPairs, foreigners, wrongClass, bonus]

    private static let sari = Job(Cast.sari)
    private static let budi = Job(Cast.budi)
    private static let dewi = Job(Cast.dewi)
    private static let agus = Job(Cast.agus)

    private static let confirmedPairs = Scenario(
        "pasangan",
        shows:
            "bills of Budi, Dewi and Agus stand under old KPJ with a NIK typed wrong; HR has "
            + "confirmed Budi's, Dewi's pair has expired, and in Agus's the KPJ is wrong.",
        lookAt:
            "In `rincian.csv` Budi is `lunas` with `pasangan` in `kunci_cocok`, the others are "
            + "not matched; `temuan.csv` has `pasangan-dipakai`, `pasangan-kedaluwarsa` and "
            + "`pasangan-tidak-berlaku`.",
        files: [
            .employers(.batik),
            .payroll([sari, budi, dewi, agus].map { $0.payroll("2026-10") }),
            .ledger([
                sari.receipt("2026-10", on: "2026-11-10"),
                underOldNumber(budi, "11030099887", "3174052308859010"),
                underOldNumber(dewi, "12050077665", "3374097011949010"),
                underOldNumber(agus, "09110055443", "3578101702799010"),
            ]),
            .pairs([
                pair(budi.person.kpj, "11030099887", until: "2026-12-31"),
                pair(dewi.person.kpj, "12050077665", until: "2026-09-30"),
                pair("15070045687", "09110055443"),
            ]),
        ]
    )

    private static func underOldNumber(_ job: Job, _ kpj: String, _ nik: String) -> LedgerRow {
        job.receipt("2026-10", on: "2026-11-10").with {
            $0.kpj = kpj
            $0.nik = nik
        }
    }

    private static func pair(_ kpj: String, _ other: String, until: Day? = nil) -> PairRow {
        PairRow(
            npp: Company.batik.npp,
            kpj: kpj,
            otherKPJ: other,
            reason: "kartu lama dengan NIK salah ketik",
            decider: "Ratna (HRD)",
            until: until
        )
    }

    private static let foreigners = Scenario(
        "warga-asing",
        shows:
            "Li Wei has a passport in place of a NIK, and JP is not expected of him; Kenji has a "
            + "KPJ, but JP was paid for him all the same.",
        lookAt:
            "In `rincian.csv` Li Wei's passport stands in `nik` and he is `lunas` without JP; "
            + "Kenji is `lebih_bayar`.",
        files: [
            .employers(.batik),
            .payroll([
                sari.payroll("2026-10"),
                liWei.payroll("2026-10").with { abroad(&$0, "E77123456", "Tiongkok") },
                kenji.payroll("2026-10").with { abroad(&$0, "TK1234567", "Jepang") },
            ]),
            .ledger([
                sari.receipt("2026-10", on: "2026-11-10"),
                Job(liWei.person, programmes: [.jkk, .jkm, .jht])
                    .receipt("2026-10", on: "2026-11-10").with {
                        $0.nik = ""
                        $0.passport = "E77123456"
                    },
                kenji.receipt("2026-10", on: "2026-11-10").with {
                    $0.nik = ""
                    $0.passport = "TK1234567"
                },
            ]),
        ]
    )

    private static let liWei = Job(foreigner("Li Wei", kpj: ""))
    private static let kenji = Job(foreigner("Kenji Tanaka", kpj: "24020054321"))

    private static func foreigner(_ name: String, kpj: String) -> Person {
        Person(name, born: "1986-09-03", isWoman: false, region: 317_405, kpj: kpj)
    }

    private static func abroad(_ row: inout PayrollRow, _ passport: String, _ nation: String) {
        row.nik = ""
        row.passport = passport
        row.nationality = nation
    }

    private static let wrongClass = Scenario(
        "kelas-jkk-keliru",
        shows:
            "twelve workers of a class I factory are billed as class III, one of them for JHT too "
            + "little besides.",
        lookAt:
            "`temuan.csv` has one `kelas-jkk-berbeda` for the month in place of twelve "
            + "`lebih-bayar`, and `kurang-bayar` for Budi's JHT alone.",
        files: [
            .employers(.batik),
            .payroll(factory.map { Job($0).payroll("2026-10") }),
            .ledger(
                factory.map { person in
                    Job(person, at: asClassThree).receipt("2026-10", on: "2026-11-10").with {
                        if person == Cast.budi { $0.amounts.jhtEmployer = 100_000 }
                    }
                }
            ),
        ]
    )

    private static let factory = [
        Cast.sari, Cast.budi, Cast.dewi, Cast.agus, Cast.rina, Cast.joko, Cast.maya, Cast.hendra,
        Cast.nurul, Cast.gede, Cast.fitri, Cast.yusuf,
    ]

    private static let asClassThree = Company(
        npp: Company.batik.npp,
        name: Company.batik.name,
        jkkClass: .iii,
        size: .besar
    )

    private static let bonus = Scenario(
        "lonjakan-upah",
        shows:
            "Sari's wage of October holds a bonus, while the bill is that of her usual wage; "
            + "Budi's wage rose in August and was never reported.",
        lookAt:
            "`temuan.csv` has `lonjakan-upah` for Sari's October, and `pds-upah` for Budi.",
        files: [
            .employers(.batik),
            .payroll(
                sari.payroll("2026-07"..."2026-09")
                    + Job(Cast.sari, wage: 10_000_000).payroll("2026-10"..."2026-10")
                    + budi.payroll("2026-07"..."2026-07")
                    + Job(Cast.budi, wage: 8_000_000).payroll("2026-08"..."2026-10")
            ),
            .ledger(
                sari.receipts("2026-07"..."2026-10") + budi.receipts("2026-07"..."2026-10")
            ),
        ]
    )
}
