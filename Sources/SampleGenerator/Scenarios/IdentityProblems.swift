/// Scenarios about numbers and names that do not agree.
enum IdentityProblems {
    static let scenarios = [twoNumbers, damagedByExcel, personalData, nearMiss]

    private static let sari = Job(Cast.sari)
    private static let budi = Job(Cast.budi)
    private static let dewi = Job(Cast.dewi)

    private static let twoNumbers = Scenario(
        "kpj-ganda",
        shows:
            "Budi has two membership numbers: payroll uses the new one, the bills of August "
            + "and September still the old one, under the same NIK.",
        lookAt:
            "`status.csv` has him once and `aktif`; in `rincian.csv` `kunci_cocok` of those "
            + "months is `nik_kpj_berbeda`, and `temuan.csv` has `kpj-ganda`.",
        files: [
            .employers(.batik),
            .payroll([sari, budi].flatMap { $0.payroll("2026-08"..."2026-10") }),
            .ledger(
                sari.receipts("2026-08"..."2026-10")
                    + Job(Cast.budi.with { $0.kpj = "11030099887" }).receipts("2026-08"..."2026-09")
                    + budi.receipts("2026-10"..."2026-10")
            ),
        ]
    )

    private static let damagedByExcel = Scenario(
        "nik-rusak",
        shows:
            "NIK that Excel has turned into numbers: Sari's in scientific notation beside her "
            + "KPJ, Rina's without a KPJ, Dewi's with its last digits lost.",
        lookAt:
            "`temuan.csv`: `nik-rusak-excel` for Sari, who still matches by KPJ, and for Rina, "
            + "whose row is rejected; `nik-tidak-sah` and `nik-berbeda` for Dewi, whose serial "
            + "is 0000.",
        files: [
            .employers(.batik),
            .payroll([
                sari.payroll("2026-10").with { $0.nik = "3,27301E+15" },
                budi.payroll("2026-10"),
                dewi.payroll("2026-10").with { $0.nik = String($0.nik.dropLast(4)) + "0000" },
                Job(Cast.rina).payroll("2026-10").with {
                    $0.kpj = ""
                    $0.nik = "3.20104E+15"
                },
            ]),
            .ledger(
                [sari, budi, dewi, Job(Cast.rina)].map { $0.receipt("2026-10", on: "2026-11-10") }
            ),
        ]
    )

    private static let personalData = Scenario(
        "data-pribadi",
        shows:
            "four workers whose personal data differ between payroll and ledger: Budi's NIK, "
            + "Dewi's name, Agus's birth date; and Rina's NIK contradicts her birth date.",
        lookAt:
            "`status.csv`: all four `aktif`, cause `data_pribadi_salah`; `temuan.csv` has "
            + "`nik-berbeda`, `nama-berbeda`, `tanggal-lahir-berbeda` and `nik-tidak-sah`.",
        files: [
            .employers(.batik),
            .payroll([
                sari.payroll("2026-10"), budi.payroll("2026-10"), dewi.payroll("2026-10"),
                agus.payroll("2026-10"),
                rina.payroll("2026-10").with { $0.born = "1998-05-07" },
            ]),
            .ledger([
                sari.receipt("2026-10", on: "2026-11-10"),
                budi.receipt("2026-10", on: "2026-11-10").with { $0.nik = "3174051203859001" },
                dewi.receipt("2026-10", on: "2026-11-10").with { $0.name = "Tari Wijayanti" },
                agus.receipt("2026-10", on: "2026-11-10").with { $0.born = "1979-12-17" },
                rina.receipt("2026-10", on: "2026-11-10").with { $0.born = "1998-05-07" },
            ]),
        ]
    )

    private static let agus = Job(Cast.agus)
    private static let rina = Job(Cast.rina)

    private static let nearMiss = Scenario(
        "calon-pasangan",
        shows:
            "Fitri has no KPJ yet, and in the ledger two digits of her NIK are swapped; "
            + "Yusuf's KPJ has lost its leading zero there.",
        lookAt:
            "`temuan.csv`: `calon-pasangan` suggests both pairs, and `rincian.csv` matches "
            + "neither: a near miss is never money.",
        files: [
            .employers(.batik),
            .payroll([
                sari.payroll("2026-10"),
                Job(Cast.fitri.with { $0.kpj = "" }).payroll("2026-10"),
                Job(yusuf).payroll("2026-10"),
            ]),
            .ledger([
                sari.receipt("2026-10", on: "2026-11-10"),
                Job(fitriMistyped).receipt("2026-10", on: "2026-11-10"),
                Job(yusufShortened).receipt("2026-10", on: "2026-11-10"),
            ]),
        ]
    )

    private static let yusuf = Cast.yusuf.with { $0.kpj = "09060023451" }

    private static let yusufShortened = yusuf.with {
        $0.kpj = "9060023451"
        $0.nik = ""
    }

    /// Fitri with the first two digits of her district swapped.
    private static let fitriMistyped = Cast.fitri.with {
        $0.kpj = ""
        $0.nik = "3570" + $0.nik.dropFirst(4)
    }
}
