internal import Contributions
internal import Intake
internal import TestSupport
internal import Testing

/// The situations of domain 9 that the columns can express, each under its sentence.
@Suite("Situations that real files hold")
struct SituationsTests {
    private static let full = OneWorker.full
    private static let header = OneWorker.ledgerHeader

    @Test("Unpaid leave (wage 0): nothing due.")
    func unpaidLeave() throws {
        let bench = try OneMember.bench("+++00+", ledgerUntil: "2026-07-20")
        #expect(bench.status("2026-04") == "tidak_terutang")
        #expect(bench.places("upah-nol").map { $0.prefix(7) } == ["2026-04", "2026-05"])
        #expect(bench.worker()?.status == .active)
        #expect(bench.worker()?.arrears == .zero)
    }

    @Test(
        "New hire before his KPJ is issued: joined by NIK, not accused before a month is past due."
    )
    func newHire() throws {
        func bench(asOf: String) throws -> Workbench {
            try Workbench(
                asOf: asOf,
                [
                    "payroll.csv": """
                    npp,blth,kpj,nik,nama,upah
                    12004518,2026-05,15080023456,,Budi,1000000
                    12004518,2026-06,15080023456,,Budi,1000000
                    12004518,2026-06,,3273015204900001,Sari,1000000
                    12004518,2026-06,,3578101702790001,Agus,1000000
                    """,
                    "ledger.csv": """
                    npp,blth,kpj,nik,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                    jp_tenaga_kerja,tanggal_bayar
                    12004518,2026-05,15080023456,,\(Self.full),2026-06-10
                    12004518,2026-06,19040012345,3273015204900001,\(Self.full),2026-07-10
                    """,
                ]
            )
        }
        let before = try bench(asOf: "2026-07-15")
        #expect(before.status("2026-06", "19040012345") == "lunas")
        #expect(before.month("2026-06", "19040012345")?.matchKey == .nik)
        #expect(before.worker("3578101702790001")?.status == .unknown)
        #expect(try bench(asOf: "2026-07-16").worker("3578101702790001")?.status == .unregistered)
    }

    @Test("Final settlement after leaving: nothing due.")
    func finalSettlement() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            ledgerUntil: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,tanggal_keluar
                12004518,2026-04,19040012345,Sari,1000000,2026-04-17
                12004518,2026-05,19040012345,Sari,350000,2026-04-17
                """,
                "ledger.csv": """
                \(Self.header)
                12004518,2026-04,19040012345,\(Self.full),,A,2026-05-10,
                """,
            ]
        )
        // The month of leaving is owed whole.
        #expect(bench.status("2026-04") == "lunas")
        #expect(bench.status("2026-05") == "tidak_terutang")
        #expect(bench.worker()?.status == .ended)
    }

    @Test("Rehire, gap between contracts (PKWT): an old end date does not count.")
    func rehire() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            ledgerUntil: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,tanggal_masuk,tanggal_keluar
                12004518,2026-02,19040012345,Sari,1000000,2025-03-01,2026-02-28
                12004518,2026-06,19040012345,Sari,1000000,2026-06-01,
                """,
                "ledger.csv": """
                \(Self.header)
                12004518,2026-02,19040012345,\(Self.full),,A,2026-03-10,
                12004518,2026-06,19040012345,\(Self.full),,A,2026-07-10,
                """,
            ]
        )
        #expect(bench.months.count == 2)
        #expect(bench.worker()?.status == .active)
        #expect(bench.worker()?.causes.first == Cause.none)
    }

    @Test("Two real jobs: each employer owes its own.")
    func twoJobs() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            ledgerUntil: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-06,19040012345,Sari,1000000
                14011730,2026-06,19040012345,Sari,1000000
                """,
                "ledger.csv": """
                \(Self.header)
                12004518,2026-06,19040012345,\(Self.full),,A,2026-07-10,
                """,
            ]
        )
        #expect(bench.status("2026-06", at: "12004518") == "lunas")
        #expect(bench.status("2026-06", at: "14011730") == "belum_dibayar")
        #expect(!bench.finds("npp-lain"))
        #expect(bench.worker(at: "14011730")?.causes.first == .notPaid)
    }

    @Test("Prepaid months, payroll not yet delivered: belum_ada_payroll, no ghost workers.")
    func prepaid() throws {
        let bench = try OneMember.bench(
            "++++++",
            extraLedger: ["12004518,2026-08,19040012345,\(Self.full),,B,2026-07-18,"]
        )
        #expect(bench.status("2026-08") == "belum_ada_payroll")
        #expect(bench.workers == ["19040012345 aktif"])
        #expect(!bench.finds("tidak-di-payroll"))
        #expect(bench.worker()?.newestSettled == blth("2026-06"))
    }

    @Test("Part-time interns (magang): JKK and JKM only, by the worker's own program.")
    func interns() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,program
                12004518,2026-06,19040012345,Fitri,1000000,JKK;JKM
                12004518,2026-06,15080023456,Budi,1000000,
                """,
                "ledger.csv": """
                \(Self.header)
                12004518,2026-06,19040012345,2400,3000,0,0,0,0,,A,2026-07-10,
                12004518,2026-06,15080023456,2400,3000,0,0,0,0,,A,2026-07-10,
                """,
            ]
        )
        #expect(bench.status("2026-06", "19040012345") == "lunas")
        #expect(bench.status("2026-06", "15080023456") == "kurang_bayar")
    }

    @Test("Foreigners: passport in place of NIK; JKK, JKM, JHT; JP not expected.")
    func foreigners() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,nik,nama,upah,program
                12004518,2026-06,C4J5-99 812,Li Wei,1000000,JKK;JKM;JHT
                """,
                "ledger.csv": """
                npp,blth,nik,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                jp_tenaga_kerja,tanggal_bayar
                12004518,2026-06,C4J5-99 812,2400,3000,37000,20000,0,0,2026-07-10
                """,
            ]
        )
        #expect(bench.status("2026-06") == "lunas")
        #expect(bench.month("2026-06")?.matchKey == .nik)
        #expect(bench.worker()?.status == .active)
    }

    @Test("Daily wage x 25.")
    func dailyWage() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah_harian
                12004518,2026-06,19040012345,Joko,40000
                """,
                // The 22 days he worked are not what is owed.
                "ledger.csv": """
                \(Self.header)
                12004518,2026-06,19040012345,2112,2640,32560,17600,17600,8800,,A,2026-07-10,880000
                """,
            ]
        )
        #expect(bench.month("2026-06")?.base == Rupiah(whole: 1_000_000))
        #expect(bench.status("2026-06") == "kurang_bayar")
        #expect(bench.finds("pds-upah"))
    }

    @Test("Outsourced workers stand under the vendor's NPP; unit says where they work.")
    func outsourced() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,unit
                12004518,2026-05,19040012345,Sari,1000000,Bank Utara
                12004518,2026-06,19040012345,Sari,400000,Bank Utara
                12004518,2026-06,19040012345,Sari,600000,Hotel Selatan
                """
            ]
        )
        let profile = try #require(bench.profile())
        #expect(bench.outcome.records.texts.string(of: profile.unit) == "Bank Utara")
        // Units add up before the rates and the JP cap.
        #expect(bench.month("2026-06")?.base == Rupiah(whole: 1_000_000))
    }

    @Test("THR or bonus inside the wage column: the bill fits the usual wage.")
    func bonus() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,19040012345,Sari,1000000
                12004518,2026-03,19040012345,Sari,2000000
                """,
                "ledger.csv": """
                \(Self.header)
                12004518,2026-02,19040012345,\(Self.full),,A,2026-03-10,1000000
                12004518,2026-03,19040012345,\(Self.full),,B,2026-04-10,1000000
                """,
            ]
        )
        #expect(bench.status("2026-03") == "kurang_bayar")
        #expect(bench.places("pds-upah") == ["2026-03 19040012345 payroll.csv:3"])
        #expect(bench.worker()?.causes.first == .paidIncompletely)
    }

    @Test("A cut-off like 21st to 20th spans two months: the file must say which BLTH it means.")
    func cutOff() {
        let file = """
            npp,kpj,nama,upah,tanggal_masuk
            12004518,19040012345,Sari,1000000,2026-02-21
            """
        #expect(throws: FileProblem.self) {
            try Workbench(asOf: "2026-07-20", ["payroll.csv": file])
        }
    }

    @Test("One payment under the wrong month: an excess here equals a shortage there.")
    func wrongMonth() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-05,19040012345,Sari,1000000
                12004518,2026-06,19040012345,Sari,1000000
                """,
                "ledger.csv": """
                \(Self.header)
                12004518,2026-05,19040012345,\(Self.full),,A,2026-06-10,
                12004518,2026-05,19040012345,\(Self.full),,B,2026-07-10,
                """,
            ]
        )
        let excess = try #require(bench.month("2026-05"))
        let shortage = try #require(bench.month("2026-06"))
        #expect(excess.status == .overpaid)
        #expect(shortage.status == .unpaid)
        #expect(excess.difference == -shortage.difference)
    }

    @Test("A rise reported late: one month short, then rapel.")
    func lateRise() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,rapel
                12004518,2026-05,19040012345,Sari,1000000,
                12004518,2026-06,19040012345,Sari,1500000,500000
                12004518,2026-05,15080023456,Budi,1500000,
                12004518,2026-06,15080023456,Budi,1500000,
                """,
                "ledger.csv": """
                \(Self.header)
                12004518,2026-05,19040012345,2400,3000,37000,20000,20000,10000,,A,2026-06-10,
                12004518,2026-06,19040012345,4800,6000,74000,40000,40000,20000,,A,2026-07-10,
                12004518,2026-05,15080023456,2400,3000,37000,20000,20000,10000,,A,2026-06-10,
                12004518,2026-06,15080023456,4800,6000,74000,40000,40000,20000,,A,2026-07-10,
                """,
            ]
        )
        #expect(
            bench.months == [
                "2026-05 15080023456 kurang_bayar", "2026-06 15080023456 lebih_bayar",
                "2026-05 19040012345 lunas", "2026-06 19040012345 lunas",
            ]
        )
    }

    @Test("Retired or dead: BPJS ends the membership, nothing is due after that month.")
    func retired() throws {
        let bench = try OneMember.bench(
            "++++0 ",
            left: "2026-04-30",
            register: [",Sari,,2026-04-30,nonaktif,"],
            hasColleague: true
        )
        #expect(bench.status("2026-05", OneMember.kpj) == "tidak_terutang")
        #expect(bench.worker(OneMember.kpj)?.status == .ended)
        #expect(bench.worker(OneMember.kpj)?.causes.first == .noLongerRegistered)
        #expect(!bench.finds("keluar-tanpa-laporan"))
    }

    @Test(
        "JHT may be claimed at 56 while working, so a balance that falls to 0 is no missing payment."
    )
    func claimedJHT() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,tanggal_lahir,upah
                12004518,2026-06,19040012345,Sari,1969-04-12,1000000
                """,
                "ledger.csv": """
                \(Self.header)
                12004518,2026-06,19040012345,\(Self.full),,A,2026-07-10,
                """,
                "register.csv": """
                npp,kpj,status,saldo_jht
                12004518,19040012345,aktif,0
                """,
            ]
        )
        #expect(bench.worker()?.signs.balance == .yes)
        #expect(bench.worker()?.causes.first == Cause.none)
    }
}
