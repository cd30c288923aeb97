internal import Contributions
internal import TestSupport
internal import Testing

/// As-of is 2026-07-20, BLTH 2026-06 the newest past due.
@Suite("The four signs")
struct SignTests {
    @Test(
        "of contributions: riwayat_iuran and saldo_jht of the newest month that tells",
        arguments: [
            ("++++++", "ya", "ya"), ("+++++-", "tidak", "tidak"), ("-----+", "ya", "ya"),
            // Without JP there is JHT all the same.
            ("+++++/", "ya", "ya"),
            // The month without wage tells nothing.
            ("++++-0", "tidak", "tidak"), ("++++00", "ya", "ya"),
            ("000000", "tidak_diketahui", "tidak_diketahui"),
            // The month that is not due yet tells nothing.
            ("+++++++", "ya", "ya"), ("-      ", "tidak", "tidak"),
        ]
    )
    func ofContributions(_ months: String, _ history: String, _ balance: String) throws {
        let signs = try #require(
            try OneMember.bench(months, ledgerUntil: "2026-07-20").worker()?.signs
        )
        #expect(signs.history.code == history)
        #expect(signs.balance.code == balance)
    }

    @Test("do not know where there is no data")
    func noData() throws {
        let signs = try #require(try OneMember.bench("---").worker()?.signs)
        #expect(signs.history == .unknown)
        #expect(signs.balance == .unknown)
    }

    @Test(
        "saldo_jht is about JHT only",
        arguments: [
            // program, ledger cells, riwayat_iuran, saldo_jht
            ("JKK;JKM;JHT", "2400,3000,37000,0,0,0", "ya", "ya"),
            ("JKK;JKM;JHT", "2400,3000,0,0,0,0", "ya", "tidak"),
            ("JKK;JKM", "2400,3000,0,0,0,0", "ya", "tidak_diketahui"),
            ("JKK;JKM", "2400,3000,37000,0,0,0", "ya", "tidak_diketahui"),
        ]
    )
    func balance(_ programmes: String, _ ledger: String, _ history: String, _ balance: String)
        throws
    {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,program
                12004518,2026-05,19040012345,Sari,1000000,\(programmes)
                """,
                // June is in the ledger only: it takes the programmes of his newest payroll month.
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004518,2026-06,19040012345,\(ledger),,A,2026-07-10,
                """,
            ]
        )
        #expect(bench.worker()?.signs.history.code == history)
        #expect(bench.worker()?.signs.balance.code == balance)
    }

    @Test(
        "of the register: kartu_digital and perusahaan_terakhir",
        arguments: [
            // Register rows as `npp,kpj,nik,status,tanggal_nonaktif`.
            ([], "tidak_diketahui", "tidak_diketahui"),
            (["12004518,19040012345,,aktif,"], "ya", "ya"),
            (["12004518,19040012345,,,"], "ya", "ya"),
            (["12004518,19040012345,,nonaktif,"], "tidak", "tidak"),
            (["12004518,19040012345,,,2026-07-20"], "tidak", "tidak"),
            (["12004518,19040012345,,,2026-07-21"], "ya", "ya"),
            (["12004518,,3273015204900001,aktif,"], "ya", "ya"),
            // A register of the NPP without him.
            (["12004518,15080023456,,aktif,"], "tidak", "tidak"),
            // Active at another employer: the card is the person's.
            (["14011730,19040012345,,aktif,"], "ya", "tidak_diketahui"),
            (["14011730,,3273015204900001,aktif,"], "ya", "tidak_diketahui"),
            (["14011730,19040012345,,nonaktif,"], "tidak_diketahui", "tidak_diketahui"),
            (
                [
                    "12004518,19040012345,,nonaktif,",
                    "14011730,18050078901,3273015204900001,aktif,",
                ],
                "ya", "tidak"
            ),
        ] as [([String], String, String)]
    )
    func ofTheRegister(_ register: [String], _ card: String, _ employer: String) throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nik,nama,upah
                12004518,2026-06,19040012345,3273015204900001,Sari,1000000
                """,
                "register.csv": "npp,kpj,nik,status,tanggal_nonaktif"
                    + register.map { "\n\($0)" }.joined(),
            ]
        )
        let worker = try #require(bench.worker(OneMember.kpj, at: "12004518"))
        #expect(worker.signs.card.code == card)
        #expect(worker.signs.employer.code == employer)
    }
}
