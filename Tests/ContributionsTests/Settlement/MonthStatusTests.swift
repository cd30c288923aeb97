internal import Contributions
internal import TestSupport
internal import Testing

/// `status_iuran` in order of precedence; BLTH 2026-02 is due on 2026-03-16.
@Suite("The status of a month")
struct MonthStatusTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var status: String
        var testDescription: String
        var wage = "1000000"
        var ledger: [String] = []
        var asOf = "2026-07-20"
        var ledgerUntil: String?
        var blth = "2026-02"
        var employer = "1,,"

        init(
            _ status: String,
            _ description: String,
            _ ledger: [String] = [],
            wage: String = "1000000",
            asOf: String = "2026-07-20",
            ledgerUntil: String? = nil,
            blth: String = "2026-02",
            employer: String = "1,,"
        ) {
            self.status = status
            testDescription = "\(status): \(description)"
            self.wage = wage
            self.ledger = ledger
            self.asOf = asOf
            self.ledgerUntil = ledgerUntil
            self.blth = blth
            self.employer = employer
        }
    }

    private static let full = OneWorker.full
    private static let taken = "-2400,-3000,-37000,-20000,-20000,-10000"

    @Test(
        "is the first that holds",
        arguments: [
            Case("tidak_terutang", "wage 0, nothing received", wage: "0"),
            Case(
                "tidak_terutang",
                "wage 0, only a correction",
                ["\(taken),,,2026-03-10,"],
                wage: "0"
            ),
            Case("tidak_terutang", "wage 0 and not yet due", wage: "0", asOf: "2026-03-01"),
            Case("tidak_terutang", "wage 0 and no data", wage: "0", ledgerUntil: "2026-03-01"),
            Case("lebih_bayar", "wage 0, money received", ["\(full),,,2026-03-10,"], wage: "0"),
            Case(
                "lunas",
                "wage 0, less than the tolerance received",
                ["0,0,0.50,0,0,0,,,2026-03-10,"],
                wage: "0"
            ),

            Case(
                "lebih_bayar",
                "1.01 over in one programme",
                ["2400,3000,37000,20001.01,20000,10000,,,2026-03-10,"]
            ),
            Case(
                "lunas",
                "exactly the tolerance over",
                ["2400,3000,37000,20001,20000,10000,,,2026-03-10,"]
            ),
            Case(
                "lebih_bayar",
                "over and late",
                ["\(full),,,2026-05-10,", "\(full),,,2026-05-20,"]
            ),
            Case(
                "lebih_bayar",
                "over and not yet due",
                ["2400,3000,38000,20000,20000,10000,,,2026-03-01,"],
                asOf: "2026-03-02"
            ),

            Case("lunas", "complete on the due date", ["\(full),,,2026-03-16,"]),
            Case(
                "lunas",
                "complete before the month is due",
                ["\(full),,,2026-02-20,"],
                asOf: "2026-02-25"
            ),
            Case(
                "lunas",
                "exactly the tolerance short everywhere",
                ["2399,2999,36999,19999,19999,9999,,,2026-03-10,"]
            ),
            Case(
                "lunas",
                "although the ledger ends before the due date",
                ["\(full),,,2026-03-01,"],
                ledgerUntil: "2026-03-02"
            ),
            Case("lunas_terlambat", "complete a day after the due date", ["\(full),,,2026-03-17,"]),

            Case("belum_jatuh_tempo", "nothing on the due date", asOf: "2026-03-16"),
            Case(
                "belum_jatuh_tempo",
                "a part before the due date",
                ["2400,0,0,0,0,0,,,2026-03-01,"],
                asOf: "2026-03-10"
            ),

            Case(
                "belum_ada_data",
                "the ledger ends a day before the due date",
                ledgerUntil: "2026-03-15"
            ),
            Case("belum_dibayar", "the ledger ends on the due date", ledgerUntil: "2026-03-16"),
            Case("belum_ada_data", "a bill alone, and nobody states payments", ["\(full),,,,"]),
            Case(
                "kurang_bayar",
                "a part, and the ledger ends before the due date",
                ["2400,0,0,0,0,0,,,2026-03-01,"],
                ledgerUntil: "2026-03-15"
            ),

            Case(
                "kurang_bayar",
                "1.01 short in one programme",
                ["2400,3000,37000,19998.99,20000,10000,,,2026-03-10,"]
            ),
            Case(
                "kurang_bayar",
                "short in one programme although the total fits",
                ["2400,3000,37002,19998,20000,10000,,,2026-03-10,"]
            ),
            Case(
                "kurang_bayar",
                "short in one programme, over in total",
                ["2400,3000,99000,19998,20000,10000,,,2026-03-10,"]
            ),
            Case(
                "belum_dibayar",
                "nothing on the day after the due date",
                asOf: "2026-03-17",
                ledgerUntil: "2026-03-17"
            ),
            Case(
                "belum_dibayar",
                "receipts add up to 0",
                ["\(full),,,2026-03-10,", "\(taken),,,2026-03-20,"]
            ),
            Case(
                "belum_dibayar",
                "a payment after as-of is none yet",
                ["\(full),,,2026-07-21,", "0,0,0,0,0,0,,X1,2026-07-01,"]
            ),
            Case(
                "kurang_bayar",
                "receipts above 0 in all, below 0 in one programme",
                ["2400,3000,37000,20000,20000,-10000,,,2026-03-10,"]
            ),

            // PP 49/2020 defers 99 % of JP: due is the 1 %, and up to the full JP is not over.
            Case(
                "lunas",
                "the 1 % under deferral",
                ["24,30,37000,20000,200,100,,,2020-11-10,"],
                blth: "2020-10",
                employer: "1,,Y"
            ),
            Case(
                "lunas",
                "half of JP under deferral",
                ["24,30,37000,20000,10000,5000,,,2020-11-10,"],
                blth: "2020-10",
                employer: "1,,Y"
            ),
            Case(
                "lunas",
                "the full JP under deferral",
                ["24,30,37000,20000,20001,10001,,,2020-11-10,"],
                blth: "2020-10",
                employer: "1,,Y"
            ),
            Case(
                "lebih_bayar",
                "more than the full JP under deferral",
                ["24,30,37000,20000,20000,10001.01,,,2020-11-10,"],
                blth: "2020-10",
                employer: "1,,Y"
            ),
            Case(
                "kurang_bayar",
                "less than the 1 % under deferral",
                ["24,30,37000,20000,198.99,100,,,2020-11-10,"],
                blth: "2020-10",
                employer: "1,,Y"
            ),
            Case(
                "kurang_bayar",
                "the 1 % without deferral",
                ["24,30,37000,20000,200,100,,,2020-11-10,"],
                blth: "2020-10"
            ),
            // JKK and JKM at 1 % are a relief, not a deferral.
            Case(
                "lebih_bayar",
                "full JKK under PP 49/2020",
                ["2400,30,37000,20000,20000,10000,,,2020-11-10,"],
                blth: "2020-10"
            ),

            // PP 37/2021: JKP is 0.14 of JKK and until BLTH 2025-01 also 0.10 of JKM.
            Case(
                "lunas",
                "JKP out of JKK and JKM until 2025-01",
                ["1000,2000,37000,20000,20000,10000,2400,,2025-02-10,"],
                blth: "2025-01"
            ),
            Case(
                "kurang_bayar",
                "JKP out of JKM from 2025-02",
                ["1000,2000,37000,20000,20000,10000,2400,,2025-03-10,"],
                blth: "2025-02"
            ),
            Case(
                "lunas",
                "JKP out of JKK from 2025-02 (PP 6/2025)",
                ["1000,3000,37000,20000,20000,10000,1400,,2025-03-10,"],
                blth: "2025-02"
            ),
            Case(
                "lebih_bayar",
                "JKP added on top",
                ["2400,3000,37000,20000,20000,10000,1400,,2026-03-10,"]
            ),
        ]
    )
    func isTheFirstThatHolds(_ it: Case) throws {
        let bench = try OneWorker.paying(
            it.ledger,
            for: it.blth,
            wage: it.wage,
            employer: it.employer,
            asOf: it.asOf,
            ledgerUntil: it.ledgerUntil
        )
        #expect(bench.status(it.blth) == it.status)
    }

    @Test("is about payroll first: whether any was delivered, then whether he is in it")
    func withoutPayroll() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,15080023456,Budi,0
                """,
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004518,2026-02,19040012345,\(OneWorker.full),,,2026-03-10,
                12004518,2026-03,19040012345,\(OneWorker.full),,,2026-03-10,
                12004518,2026-04,19040012345,0,0,0,0,0,0,,,,
                """,
            ]
        )
        #expect(
            bench.months == [
                "2026-02 15080023456 tidak_terutang", "2026-02 19040012345 tidak_di_payroll",
                "2026-03 19040012345 belum_ada_payroll", "2026-04 19040012345 belum_ada_payroll",
            ]
        )
    }

    @Test("takes payments as stated by a dated row, a payments file or --ledger-until")
    func statedPayments() throws {
        let payroll = """
            npp,blth,kpj,nama,upah
            12004518,2026-02,19040012345,Sari,1000000
            """
        let bill = """
            \(OneWorker.ledgerHeader)
            12004518,2026-02,19040012345,\(OneWorker.full),,,,
            """
        let dated = bill + "\n12004518,2026-01,15080023456,\(OneWorker.full),,,2026-02-10,"
        // Another employer's payments state nothing here.
        let elsewhere = bill + "\n14011730,2026-01,15080023456,\(OneWorker.full),,,2026-02-10,"
        let payments = """
            npp,tanggal_bayar,jumlah
            12004518,2026-02-10,1
            """
        #expect(try status(nil, ["p.csv": payroll, "l.csv": bill]) == "belum_ada_data")
        #expect(try status(nil, ["p.csv": payroll, "l.csv": elsewhere]) == "belum_ada_data")
        #expect(try status(nil, ["p.csv": payroll, "l.csv": dated]) == "belum_dibayar")
        #expect(try status(nil, ["p.csv": payroll, "b.csv": payments]) == "belum_dibayar")
        #expect(try status("2026-07-20", ["p.csv": payroll, "l.csv": bill]) == "belum_dibayar")
    }

    private func status(_ ledgerUntil: String?, _ files: KeyValuePairs<String, String>) throws
        -> String?
    {
        try Workbench(asOf: "2026-07-20", ledgerUntil: ledgerUntil, files)
            .status("2026-02", "19040012345")
    }

    @Test("compares with the tolerance of the settings, share by share")
    func settings() throws {
        var policy = Policy()
        policy.tolerance.perShare[.jhtWorker] = Rupiah(whole: 500)
        let shortOfJHT = ["2400,3000,37000,19500,20000,10000,,,2026-03-10,"]
        let shortOfJP = ["2400,3000,37000,20000,20000,9500,,,2026-03-10,"]
        #expect(try OneWorker.paying(shortOfJHT, policy: policy).status("2026-02") == "lunas")
        #expect(try OneWorker.paying(shortOfJP, policy: policy).status("2026-02") == "kurang_bayar")
    }
}
