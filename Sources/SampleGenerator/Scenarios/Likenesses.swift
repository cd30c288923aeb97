/// Scenarios about rows that look like one person's: some are, and some are not.
enum Likenesses {
    static let scenarios = [nikTypedWrong, marriageName, twins]

    private static let sari = Job(Cast.sari)
    private static let months: ClosedRange<Month> = "2026-09"..."2026-10"

    private static let nikTypedWrong = Scenario(
        "nik-salah-ketik",
        shows:
            "numbers typed wrong in the bills: Budi's NIK beside his right KPJ; the NIK of Rina, "
            + "who has no KPJ yet; and Joko's KPJ, with no NIK beside it.",
        lookAt:
            "`rincian.csv` matches Budi by KPJ, with `nik-berbeda`; Rina and Joko are matched with "
            + "nothing, and `calon-pasangan` says which values agree and which digit differs.",
        files: [
            .employers(.batik),
            .payroll([sari, Job(Cast.budi), rina, joko].flatMap { $0.payroll(months) }),
            .ledger(
                [sari, budiTypedWrong, rinaTypedWrong, jokoTypedWrong].flatMap {
                    $0.receipts(months)
                }
            ),
        ]
    )

    private static let rina = Job(Cast.rina.with { $0.kpj = "" })
    private static let joko = Job(Cast.joko)

    private static let budiTypedWrong = Job(Cast.budi.with { $0.nik = "3174052308589001" })

    private static let rinaTypedWrong = Job(
        Cast.rina.with {
            $0.kpj = ""
            $0.nik = $0.nik.replacing("3201044", with: "3201074")
        }
    )

    private static let jokoTypedWrong = Job(
        Cast.joko.with {
            $0.kpj = "17090076890"
            $0.nik = ""
        }
    )

    private static let marriageName = Scenario(
        "nama-nikah",
        shows:
            "names after marriage in the bills: Dewi under the same numbers; Nurul as the wife of "
            + "Hendra Wijaya; and Maya, whose KPJ is typed wrong, too.",
        lookAt:
            "Dewi and Nurul match by their numbers, and only Nurul's name shares no word "
            + "(`nama-berbeda`); Maya is a `calon-pasangan`: a part of the name, the birth date and "
            + "all but one digit of the KPJ agree.",
        files: [
            .employers(.batik),
            .payroll(
                [sari, Job(Cast.dewi), Job(Cast.nurul), Job(Cast.maya)].flatMap {
                    $0.payroll(months)
                }
            ),
            .ledger(
                [sari, dewiMarried, nurulMarried, mayaMarried].flatMap { $0.receipts(months) }
            ),
        ]
    )

    private static let dewiMarried = Job(Cast.dewi.with { $0.name = "Dewi Lestari Gunawan" })
    private static let nurulMarried = Job(Cast.nurul.with { $0.name = "Ny. Hendra Wijaya" })

    private static let mayaMarried = Job(
        Cast.maya.with {
            $0.name = "Maya Simanjuntak"
            $0.kpj = "18050078907"
            $0.nik = ""
        }
    )

    private static let twins = Scenario(
        "kembar",
        shows:
            "two pairs of twins, born on one day, with NIK that differ in the last digit: Galih and "
            + "Galuh both stand in the bills, of Intan and Indah only Intan does.",
        lookAt:
            "`status.csv`: Galih, Galuh and Intan are `aktif`, each by a number of his own; Indah is "
            + "`belum_terdaftar`. There is no `calon-pasangan`: the rows that look like hers are "
            + "her sister's.",
        files: [
            .employers(.batik),
            .payroll(([sari] + everyTwin).flatMap { $0.payroll(months) }),
            .ledger(([sari] + everyTwin.dropLast()).flatMap { $0.receipts(months) }),
        ]
    )

    private static let everyTwin = [
        twin("Galih Pamungkas", isWoman: false, serial: 9_001),
        twin("Galuh Pamungkas", isWoman: false, serial: 9_002),
        twin("Intan Rahayu", isWoman: true, serial: 9_003),
        twin("Indah Rahayu", isWoman: true, serial: 9_004),
    ]

    /// A worker without KPJ, known by his NIK only.
    private static func twin(_ name: String, isWoman: Bool, serial: Int) -> Job {
        Job(
            Person(
                name,
                born: isWoman ? "1999-06-08" : "1995-02-21",
                isWoman: isWoman,
                region: 340_411,
                serial: serial,
                kpj: ""
            )
        )
    }
}
