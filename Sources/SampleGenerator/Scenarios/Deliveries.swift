/// Scenarios about the files themselves.
enum Deliveries {
    static let scenarios = [replaced, duplicated, damaged]

    private static let sari = Job(Cast.sari)
    private static let budi = Job(Cast.budi)
    private static let dewi = Job(Cast.dewi)

    private static let replaced = Scenario(
        "payroll-diganti",
        shows:
            "October's payroll comes twice: the second file corrects Budi's wage and replaces "
            + "the first; the directors' file beside it adds to it.",
        lookAt:
            "In `rincian.csv` everybody is `lunas` at the corrected wage; `temuan.csv` has "
            + "`digantikan` for the first file, and Agus of the directors' file is still there.",
        files: [
            .employers(.batik),
            .payroll(
                [
                    sari.payroll("2026-10"),
                    budi.payroll("2026-10").with { $0.wage = 50_000_000 },
                    dewi.payroll("2026-10"),
                ],
                name: "payroll-2026-10-a.csv"
            ),
            .payroll(
                [sari, budi, dewi].map { $0.payroll("2026-10") },
                name: "payroll-2026-10-b.csv"
            ),
            .payroll([director.payroll("2026-10")], name: "payroll-direksi.csv"),
            .ledger([sari, budi, dewi, director].map { $0.receipt("2026-10", on: "2026-11-10") }),
        ]
    )

    private static let director = Job(Cast.agus, wage: 35_000_000)

    private static let duplicated = Scenario(
        "baris-kembar",
        shows:
            "the same rows twice: Sari's payroll row, and Budi's receipt.",
        lookAt:
            "In `rincian.csv` both are `lunas` with their wage counted once; `temuan.csv` has "
            + "`baris-kembar` for either line.",
        files: [
            .employers(.batik),
            .payroll([sari, budi, sari].map { $0.payroll("2026-10") }),
            .ledger([sari, budi, budi].map { $0.receipt("2026-10", on: "2026-11-10") }),
        ]
    )

    private static let damaged = Scenario(
        "baris-rusak",
        shows:
            "rows that cannot be read: one cell too few, two too many (a wage with unquoted "
            + "commas), an amount in words, impossible dates, no employer, neither KPJ nor NIK, "
            + "a 13th month, `#N/A`.",
        lookAt:
            "`temuan.csv`: `baris-ditolak` with line and column for each; Nurul and Gede only "
            + "look unregistered in `status.csv`, because their ledger rows are among the "
            + "rejected.",
        files: [
            .employers(.batik),
            SampleFile(name: "payroll.csv", text: damagedPayroll),
            SampleFile(name: "ledger.csv", text: damagedLedger),
        ]
    )

    private static let damagedPayroll = """
        npp,blth,kpj,nik,nama,tanggal_lahir,upah
        12004518,2026-10,\(Cast.sari.kpj),\(Cast.sari.nik),Sari Wulandari,1990-04-12,5000000
        12004518,2026-10,\(Cast.budi.kpj),\(Cast.budi.nik),Budi Santoso,1985-08-23
        12004518,2026-10,\(Cast.dewi.kpj),\(Cast.dewi.nik),Dewi Lestari Pertiwi,1994-11-30,lima juta
        12004518,2026-10,\(Cast.agus.kpj),\(Cast.agus.nik),Agus Setiawan,1979-02-30,5000000
        ,2026-10,\(Cast.rina.kpj),\(Cast.rina.nik),Rina Anggraini,1998-07-05,5000000
        12004518,2026-10,,,Joko Purnama,1988-12-09,5000000
        12004518,2026-13,\(Cast.maya.kpj),\(Cast.maya.nik),Maya Siahaan,1992-03-28,5000000
        12004518,2026-10,\(Cast.hendra.kpj),\(Cast.hendra.nik),Hendra Wijaya,1983-06-14,5,000,000

        12004518,2026-10,\(Cast.nurul.kpj),\(Cast.nurul.nik),Nurul Hasanah,,5000000.00
        12004518,2026-10,\(Cast.gede.kpj),\(Cast.gede.nik),"Mahendra, Gede",1987-01-25,5000000
        12004518,2026-10,\(Cast.fitri.kpj),\(Cast.fitri.nik),Fitri Handayani,2000-05-02,5000000

        """

    private static let damagedLedger = """
        npp,blth,kpj,nik,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,jp_tenaga_kerja,\
        kode_iuran,tanggal_bayar
        12004518,2026-10,\(Cast.sari.kpj),,12000,15000,185000,100000,100000,50000,26102004518,2026-11-10
        12004518,2026-10,\(Cast.nurul.kpj),,12000,15000,185000,100000,100000,50000,26102004518,2026-11-31
        12004518,2026-10,\(Cast.gede.kpj),,12000,15000,185000,#N/A,100000,50000,26102004518,2026-11-10
        12004518,2026-10,\(Cast.fitri.kpj),,12000,15000,185000,100000,100000,50000,26102004518,2026-11-10

        """
}
