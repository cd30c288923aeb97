internal import Contributions
internal import TestSupport
internal import Testing

/// An end date counts when it is not after as-of and no later month has something due or received.
@Suite("The end of a membership")
struct EndDateTests {
    @Test(
        "counts",
        arguments: [
            // months, tanggal_keluar, tanggal_nonaktif with its status, extra ledger month, status
            ("++++++", "2026-06-30", "", "", "berakhir"),
            ("++++++", "2026-07-20", "", "", "berakhir"),
            ("++++++", "2026-07-21", "", "", "aktif"),
            ("++++++", "", "2026-06-30,nonaktif", "", "berakhir"),
            ("++++++", "", "2026-07-21,nonaktif", "", "aktif"),
            // Something was due and paid after its month: a rehire.
            ("++++++", "", "2026-05-31,nonaktif", "", "aktif"),
            // Nothing due after its month, but money.
            ("++++++", "2026-06-01", "", "2026-07", "aktif"),
            // The pay of June owes nothing, but money came for it.
            ("++++++", "2026-05-31", "", "", "aktif"),
            // A tanggal_nonaktif that has passed is stronger than the word aktif beside it.
            ("++++++", "", "2026-06-30,aktif", "", "berakhir"),
        ]
    )
    func counts(
        _ months: String,
        _ left: String,
        _ register: String,
        _ extraMonth: String,
        _ status: String
    ) throws {
        let extra =
            extraMonth.isEmpty
            ? [] : ["12004518,\(extraMonth),19040012345,\(OneWorker.full),,B,2026-07-19,"]
        let bench = try OneMember.bench(
            months,
            left: left,
            register: register.isEmpty ? nil : [",Sari,,\(register),"],
            extraLedger: extra
        )
        #expect(bench.worker()?.status.code == status)
    }

    @Test("of an old contract does not count beside an active row of the register")
    func oldContract() throws {
        let rows = [",Sari,,2026-01-31,nonaktif,", ",Sari,,,aktif,"]
        let bench = try OneMember.bench("++++++", register: rows)
        #expect(bench.worker()?.status == .active)
        #expect(bench.worker()?.registerWord == .active)
    }

    @Test("leaves a later payroll row of his own owing nothing")
    func finalSettlement() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            ledgerUntil: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,tanggal_masuk,tanggal_keluar
                12004518,2026-01,19040012345,Sari,500000,2026-02-10,
                12004518,2026-02,19040012345,Sari,1000000,2026-02-10,
                12004518,2026-03,19040012345,Sari,1000000,2026-02-10,2026-03-02
                12004518,2026-04,19040012345,Sari,700000,2026-02-10,2026-03-02
                """,
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004518,2026-02,19040012345,\(OneWorker.full),,,2026-03-10,
                12004518,2026-03,19040012345,\(OneWorker.full),,,2026-04-10,
                """,
            ]
        )
        #expect(
            bench.months.map { $0.replacing("19040012345 ", with: "") } == [
                "2026-01 tidak_terutang", "2026-02 lunas", "2026-03 lunas",
                "2026-04 tidak_terutang",
            ]
        )
        #expect(
            bench.places("upah-di-luar-masa-kerja")
                == ["2026-01 19040012345 payroll.csv:2", "2026-04 19040012345 payroll.csv:5"]
        )
        // Paid outside his service is not a wage of 0.
        #expect(!bench.finds("upah-nol"))
        #expect(bench.worker()?.status == .ended)
    }

    @Test("is a finding where he just vanished, and in no payroll month that is not past due")
    func vanished() throws {
        let gone = try OneMember.bench("+++", hasColleague: true)
        #expect(gone.places("keluar-tanpa-laporan") == ["19040012345 payroll.csv:4"])
        let dated = try OneMember.bench("+++", left: "2026-03-31", hasColleague: true)
        #expect(!dated.finds("keluar-tanpa-laporan"))
        // In the ledger of the newest past-due payroll month he is still there.
        let billed = try OneMember.bench(
            "+++",
            hasColleague: true,
            extraLedger: ["12004518,2026-06,19040012345,0,0,0,0,0,0,,,,"]
        )
        #expect(!billed.finds("keluar-tanpa-laporan"))
        #expect(billed.worker(OneMember.kpj)?.status == .active)
        // As of the due date of June, May is the newest past due.
        let may = try OneMember.bench("+++++", hasColleague: true, asOf: "2026-07-15")
        #expect(may.worker(OneMember.kpj)?.status == .active)
        let june = try OneMember.bench("+++++", hasColleague: true, asOf: "2026-07-16")
        #expect(june.worker(OneMember.kpj)?.status == .ended)
    }
}
