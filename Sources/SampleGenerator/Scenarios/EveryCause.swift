/// Two employers between whom every cause, sign and account problem of a report stands.
enum EveryCause {
    static let scenario = Scenario(
        "semua-sebab",
        shows:
            "sixteen people at two employers, of whom each shows another reason why a membership is "
            + "not found or not active; Batik has a register, Mesin none.",
        lookAt:
            "`status.csv` has every `penyebab` first in some row, and every value of the four signs; "
            + "who shows what, by KPJ:",
        files: [
            .employers(.batik, .mesin),
            .payroll(batik.payroll, name: "payroll-batik.csv"),
            .payroll(mesin.payroll, name: "payroll-mesin.csv"),
            .ledger(batik.ledger, name: "ledger-batik.csv"),
            .ledger(mesin.ledger, name: "ledger-mesin.csv"),
            .register(batik.register, name: "register-batik.csv"),
            .payments([payment]),
        ],
        appendix: """

            | KPJ | NPP | shows |
            |---|---|---|
            | 19040012345 | 12004518 | `tidak_ada`: all four signs `ya`; e-mail and number are only written differently |
            | none, NIK \(budi.person.nik) | 12004518 | `belum_didaftarkan`: all four signs `tidak` |
            | 20010034567 | 12004518 | `data_belum_sinkron`: October was paid under 14011730 |
            | 18080023450 | both | `tidak_ada` at 12004518; at 14011730 `data_belum_sinkron`, October is iuran belum rinci |
            | 15070045678 | 12004518 | `tidak_lagi_didaftarkan`, `menunggak`: left out of the bills since September |
            | 21030056789 | 12004518 | `tidak_lagi_didaftarkan`, `berakhir`: left in August, and reported |
            | 17090067890 | 12004518 | `iuran_belum_dibayarkan`, `menunggak`; the register has another e-mail address |
            | 18050078901 | 12004518 | `iuran_belum_dibayarkan`, `nonaktif`; the register has no number |
            | 16020089012 | 12004518 | `belum_dilaporkan_keluar`: left in August, and still active |
            | 22060090123 | 12004518 | `data_pribadi_salah`: another NIK in the register |
            | 19110001234 | 12004518 | `akun_belum_terdaftar`: no account in JMO |
            | 23040012340 | 12004518 | `iuran_tidak_lengkap`: July was never paid; the register has another number |
            | 22110061728 | 12004518 | a foreigner with a passport in place of a NIK, who owes no JP |
            | 17030051627 | 14011730 | without NIK; no register, so that two signs are `tidak_diketahui` |
            | 20090041516 | 14011730 | the same with a NIK |
            | none, NIK \(bayu.person.nik) | 14011730 | `bukti_tidak_lengkap`: his first month is not due; all signs `tidak_diketahui` |

            """
    )
}

// MARK: - The people

extension EveryCause {
    private static let sari = Job(Cast.sari, wage: 5_400_000)
    private static let budi = Job(Cast.budi.with { $0.kpj = "" }, wage: 5_150_000)
    private static let dewi = Job(Cast.dewi, wage: 6_200_000)
    private static let agus = Job(Cast.agus, wage: 7_350_000)
    private static let rina = Job(Cast.rina, wage: 5_050_000)
    private static let joko = Job(Cast.joko, wage: 5_800_000)
    private static let maya = Job(Cast.maya, wage: 6_750_000)
    private static let hendra = Job(Cast.hendra, wage: 8_100_000)
    private static let nurul = Job(Cast.nurul, wage: 5_250_000)
    private static let gede = Job(Cast.gede, wage: 6_050_000)
    private static let fitri = Job(Cast.fitri, wage: 5_000_000)
    private static let yusuf = Job(Cast.yusuf, wage: 5_600_000)
    private static let yusufsEvenings = Job(Cast.yusuf, at: .mesin, wage: 3_100_000)

    /// Foreigners owe no JP.
    private static let takumi = Job(
        Person(
            "Takumi Hayashi",
            born: "1984-06-03",
            isWoman: false,
            region: 317_102,
            kpj: "22110061728"
        )
        .with { $0.nik = "" },
        wage: 24_000_000,
        programmes: [.jkk, .jkm, .jht]
    )
    private static let passport = "TZ9900417"

    private static let wahyu = Job(
        Person(
            "Wahyu Nugroho",
            born: "1989-02-21",
            isWoman: false,
            region: 331_307,
            kpj: "17030051627"
        )
        .with { $0.nik = "" },
        at: .mesin,
        wage: 5_900_000
    )
    private static let ratna = Job(
        Person(
            "Ratna Kusumawati",
            born: "1995-12-08",
            isWoman: true,
            region: 327_502,
            kpj: "20090041516"
        ),
        at: .mesin,
        wage: 6_400_000
    )
    private static let bayu = Job(
        Person("Bayu Saputra", born: "2001-03-16", isWoman: false, region: 320_313, kpj: ""),
        at: .mesin,
        wage: 5_300_000
    )
}

// MARK: - Batik

extension EveryCause {
    /// The rows of an employer.
    private struct Rows: Sendable {
        var payroll: [PayrollRow] = []
        var ledger: [LedgerRow] = []
        var register: [RegisterRow] = []
    }

    private static let months: ClosedRange<Month> = "2026-07"..."2026-10"
    private static let leaving: Day = "2026-08-31"

    private static let batik = Rows(
        payroll: [
            sari, budi, dewi, agus, joko, maya, nurul, gede, fitri, yusuf,
        ]
        .flatMap { payroll($0, months) }
            + [rina, hendra].flatMap { leaver in
                payroll(leaver, "2026-07"..."2026-08").map { row in
                    row.with { if row.blth == leaving.month { $0.left = leaving } }
                }
            }
            + payroll(takumi, months).map { row in
                row.with {
                    $0.programmes = nil
                    $0.passport = passport
                    $0.nationality = "Jepang"
                }
            },
        ledger: [sari, nurul, gede, yusuf].flatMap { $0.receipts(months) }
            + dewi.receipts("2026-07"..."2026-09") + agus.receipts("2026-07"..."2026-08")
            + [rina, hendra].flatMap { $0.receipts("2026-07"..."2026-08") }
            + joko.receipts("2026-07"..."2026-09") + [joko.bill("2026-10")]
            + maya.receipts("2026-07"..."2026-07") + maya.bills("2026-08"..."2026-10")
            + [fitri.bill("2026-07")] + fitri.receipts("2026-08"..."2026-10")
            + takumi.receipts(months).map { row in row.with { $0.passport = passport } },
        register: [
            register(sari, since: "2019-04-01").with {
                $0.email = $0.email.uppercased()
                $0.mobile = "+62 \($0.mobile.dropFirst().prefix(3))-\($0.mobile.dropFirst(4))"
            },
            register(dewi, since: "2020-01-06"),
            register(agus, since: "2015-07-01"),
            register(rina, since: "2021-03-01").with { $0.until = leaving },
            register(joko, since: "2017-09-04").with { $0.email = "joko.lama@pos.example" },
            register(maya, since: "2018-05-02").with { $0.mobile = "" },
            register(hendra, since: "2016-02-01"),
            register(nurul, since: "2022-06-01").with { $0.nik = "7371095909969002" },
            register(gede, since: "2019-11-01").with { $0.hasAccount = false },
            register(fitri, since: "2023-04-03").with { $0.mobile = "089055501234" },
            register(yusuf, since: "2018-08-01"),
            register(takumi, since: "2022-11-01"),
        ]
    )

    private static func payroll(_ job: Job, _ months: ClosedRange<Month>) -> [PayrollRow] {
        let (email, mobile) = contact(job.person)
        return job.payroll(months).map { row in
            row.with {
                $0.email = email
                $0.mobile = mobile
            }
        }
    }

    private static func register(_ job: Job, since: Day) -> RegisterRow {
        let (email, mobile) = contact(job.person)
        return job.register(since: since).with {
            $0.hasAccount = true
            $0.email = email
            $0.mobile = mobile
        }
    }

    /// An address under a domain that nobody can have, a number that no operator gives.
    private static func contact(_ person: Person) -> (email: String, mobile: String) {
        let name = person.name.lowercased().split(separator: " ").joined(separator: ".")
        let digits = person.kpj.isEmpty ? "12345678" : String(person.kpj.suffix(8))
        return ("\(name)@batik.example", "0890\(digits)")
    }
}

// MARK: - Mesin

extension EveryCause {
    private static let mesin = Rows(
        payroll: [wahyu, ratna, yusufsEvenings].flatMap { $0.payroll("2026-09"..."2026-11") }
            + [bayu.payroll("2026-11").with { $0.joined = "2026-11-02" }],
        ledger: [wahyu, ratna].flatMap { $0.receipts("2026-09"..."2026-10") }
            + yusufsEvenings.receipts("2026-09"..."2026-09")
            + [Job(Cast.dewi, at: .mesin, wage: 6_200_000).receipt("2026-10", on: "2026-11-10")]
    )

    /// October as the bank has it: with Yusuf's part, which the ledger has not posted.
    private static let payment = PaymentRow(
        npp: Company.mesin.npp,
        paid: "2026-11-10",
        amount: mesin.ledger.filter { $0.blth == "2026-10" }
            .reduce(yusufsEvenings.owed("2026-10").total) { $0 + $1.amounts.total },
        blth: "2026-10",
        billingCode: Company.mesin.billingCode("2026-10")
    )
}
