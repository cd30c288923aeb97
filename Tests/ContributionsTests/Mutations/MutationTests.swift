internal import Contributions
internal import TestSupport
internal import Testing

/// As-of is 2026-07-20: BLTH 2026-06 is past due, the next due date is 2026-08-18.
///
/// Budi is a colleague who is registered, billed and paid.
@Suite("What HR must enter in SIPP")
struct MutationTests {
    private static let payroll =
        "npp,blth,kpj,nik,nama,tanggal_lahir,upah,rapel,tanggal_masuk,tanggal_keluar,sebab_keluar"
    private static let ledger =
        "npp,blth,kpj,nik,nama,tanggal_lahir,upah,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,"
        + "jp_pemberi_kerja,jp_tenaga_kerja,tanggal_bayar"
    private static let register = "npp,kpj,nik,nama,tanggal_lahir,tanggal_nonaktif,status"
    private static let sari = "19040012345,3273015204900001,Sari,1990-04-12"
    private static let active = "\(sari),,aktif"

    /// A reconciliation of Sari's rows: `blth` and what follows her personal cells.
    private func bench(
        payroll: [String],
        ledger: [String] = [],
        register: [String]? = nil,
        policy: Policy = Policy()
    ) throws -> Workbench {
        let colleague = "15080023456,3174052308850001,Budi,1985-08-23"
        var files = (payroll: Self.payroll, ledger: Self.ledger)
        for month in 5...6 {
            files.payroll += "\n12004518,2026-0\(month),\(colleague),1000000,,,,"
            files.ledger +=
                "\n12004518,2026-0\(month),\(colleague),1000000,\(OneWorker.full),"
                + "2026-0\(month + 1)-10"
        }
        files.payroll += payroll.map { "\n12004518,\($0)" }.joined()
        files.ledger += ledger.map { "\n12004518,\($0)" }.joined()
        let rows = register.map { ["\(colleague),,aktif"] + $0 } ?? []
        return try Workbench(
            asOf: "2026-07-20",
            ledgerUntil: "2026-07-20",
            policy: policy,
            [
                "payroll.csv": files.payroll, "ledger.csv": files.ledger,
                "register.csv": Self.register + rows.map { "\n12004518,\($0)" }.joined(),
            ]
        )
    }

    private func pay(_ month: String, _ cells: String = "1000000,,,,") -> String {
        "\(month),\(Self.sari),\(cells)"
    }

    private func paid(
        _ month: String,
        on day: String,
        wage: String = "1000000",
        _ shares: String = OneWorker.full
    ) -> String {
        "\(month),\(Self.sari),\(wage),\(shares),\(day)"
    }

    private func mutation(_ bench: Workbench) throws -> Mutation {
        #expect(bench.outcome.mutations.count == 1, "\(bench.outcome.mutations)")
        return try #require(bench.outcome.mutations.first)
    }

    @Test("nothing where everybody is registered, billed by his wage and at work")
    func nothing() throws {
        let bench = try bench(
            payroll: [pay("2026-05"), pay("2026-06")],
            ledger: [paid("2026-05", on: "2026-06-10"), paid("2026-06", on: "2026-07-10")],
            register: [Self.active]
        )
        #expect(bench.outcome.mutations.isEmpty)
    }

    @Test("a worker who is not registered, with the wage and the back pay of his newest month")
    func newWorker() throws {
        let mutation = try mutation(
            bench(
                payroll: [pay("2026-05"), pay("2026-06", "1200000,50000,2026-05-04,,")],
                register: []
            )
        )
        #expect(mutation.kind == .newWorker)
        #expect(mutation.reason.code == "pds-tenaga-kerja")
        #expect(mutation.month == blth("2026-06"))
        #expect(mutation.wage?.sen == 1_200_000_00)
        #expect(mutation.rapel.sen == 50_000_00)
        #expect(mutation.event == day("2026-05-04"))
        #expect(mutation.deadline == day("2026-08-18"))
        #expect(mutation.isUploaded)
    }

    @Test(
        "who is in the newest payroll and neither in the register nor the ledger",
        arguments: [
            ([], "belum_di_register"), ([sari + ",2025-12-31,nonaktif"], "belum_di_register"),
            ([active], nil),
        ] as [([String], String?)]
    )
    func newHire(_ register: [String], _ reason: String?) throws {
        let bench = try bench(
            payroll: [pay("2026-07", "1000000,,2026-07-01,,")],
            register: register
        )
        #expect(bench.outcome.mutations.first?.reason.code == reason)
        #expect(bench.outcome.mutations.count == (reason == nil ? 0 : 1))
    }

    @Test("who is in no bill while colleagues are: a wage for a member, else a registration")
    func notBilled() throws {
        let months = [pay("2026-05"), pay("2026-06")]
        let billed = [paid("2026-05", on: "2026-06-10")]
        let member = try mutation(bench(payroll: months, ledger: billed, register: [Self.active]))
        #expect(member.kind == .wage)
        #expect(member.reason.code == "tidak-ditagih")
        let stranger = try mutation(bench(payroll: months, ledger: billed, register: []))
        #expect(stranger.kind == .newWorker)
        #expect(stranger.reason.code == "tidak-ditagih")
    }

    @Test("a leaver who is still a member, with the day and the reason of payroll")
    func leaver() throws {
        let mutation = try mutation(
            bench(
                payroll: [pay("2026-05", "1000000,,,2026-05-29,habis kontrak")],
                ledger: [paid("2026-05", on: "2026-06-10")],
                register: [Self.active]
            )
        )
        #expect(mutation.kind == .leaver)
        #expect(mutation.reason.code == "belum_dilaporkan_keluar")
        #expect(mutation.event == day("2026-05-29"))
        #expect(mutation.isUploaded)
    }

    @Test("a leaver without a day is listed, and not uploaded")
    func vanished() throws {
        let bench = try bench(
            payroll: [pay("2026-05")],
            ledger: [paid("2026-05", on: "2026-06-10")],
            register: [Self.active]
        )
        let mutation = try mutation(bench)
        #expect(mutation.kind == .leaver)
        #expect(mutation.event.isAbsent)
        #expect(!mutation.isUploaded)
    }

    @Test("who left and is billed on, and who is only billed")
    func stillBilled() throws {
        let ledger = [paid("2026-05", on: "2026-06-10"), paid("2026-06", on: "2026-07-10")]
        let left = [pay("2026-05", "1000000,,,2026-05-29,")]
        let billed = try mutation(bench(payroll: left, ledger: ledger, register: [Self.active]))
        #expect(billed.reason.code == "masih_ditagih")
        #expect(try mutation(bench(payroll: left, ledger: ledger)).reason.code == "masih_ditagih")
        let silent = try mutation(
            bench(payroll: [pay("2026-05")], ledger: ledger, register: [Self.active])
        )
        #expect(silent.reason.code == "tidak-di-payroll")
        #expect(!silent.isUploaded)
    }

    @Test("a wage that is reported too low, and what is missing so far")
    func wage() throws {
        let half = "1200,1500,18500,10000,10000,5000"
        let mutation = try mutation(
            bench(
                payroll: [pay("2026-05"), pay("2026-06", "1000000,100000,,,"), pay("2026-07")],
                ledger: [
                    paid("2026-05", on: "2026-06-10", wage: "500000", half),
                    paid("2026-06", on: "2026-07-10", wage: "500000", half),
                ],
                register: [Self.active]
            )
        )
        #expect(mutation.kind == .wage)
        #expect(mutation.reason.code == "pds-upah")
        #expect(mutation.month == blth("2026-07"))
        #expect(mutation.wage?.sen == 1_000_000_00)
        #expect(mutation.rapel == .zero)
        #expect(mutation.isUploaded)
        guard
            case .missingWages(blth("2026-05"), blth("2026-06"), let missing)? =
                mutation.remarks.first
        else {
            Issue.record("\(mutation)")
            return
        }
        #expect(missing.sen == 1_100_000_00)
    }

    @Test("a bill with too low a wage that nobody paid yet; a right one later is the end of it")
    func lowBill() throws {
        let half = "1200,1500,18500,10000,10000,5000"
        let months = [pay("2026-05"), pay("2026-06"), pay("2026-07")]
        let low = try mutation(
            bench(
                payroll: months,
                ledger: [
                    paid("2026-05", on: "2026-06-10"), paid("2026-06", on: "2026-07-10"),
                    paid("2026-07", on: "", wage: "500000", half),
                ],
                register: [Self.active]
            )
        )
        #expect(low.reason.code == "upah_tagihan_rendah")
        let past = try mutation(
            bench(
                payroll: months,
                ledger: [
                    paid("2026-05", on: "2026-06-10", wage: "500000", half),
                    paid("2026-06", on: "2026-07-10"),
                ],
                register: [Self.active]
            )
        )
        #expect(past.reason.code == "pds-upah")
        #expect(past.month == blth("2026-05"))
        #expect(!past.isUploaded)
    }

    @Test(
        "personal data that differ, and where they are corrected",
        arguments: [
            // The register's nik, nama, tanggal_lahir; alasan, tempat.
            ("3273015204900002,Sari,1990-04-12", "nik-berbeda", "kantor_cabang"),
            ("3273015204900001,Dewi,1990-04-12", "nama-berbeda", "sipp"),
            ("3273015204900001,Sari,1990-12-04", "tanggal-lahir-berbeda", "sipp"),
        ]
    )
    func correction(_ person: String, _ reason: String, _ place: String) throws {
        let mutation = try mutation(
            bench(
                payroll: [pay("2026-05"), pay("2026-06")],
                ledger: [paid("2026-05", on: "2026-06-10"), paid("2026-06", on: "2026-07-10")],
                register: ["19040012345,\(person),,aktif"]
            )
        )
        #expect(mutation.kind == .correction)
        #expect(mutation.reason.code == reason)
        #expect(mutation.place.code == place)
        #expect(mutation.deadline == day("2026-08-18"))
    }

    @Test("a NIK of payroll that cannot be right is corrected there, after the one BPJS has")
    func payrollIsWrong() throws {
        let wrong = "19040012345,3273015204900000,Sari,1990-04-12"
        let bench = try bench(
            payroll: ["2026-05,\(wrong),1000000,,,,", "2026-06,\(wrong),1000000,,,,"],
            ledger: [paid("2026-05", on: "2026-06-10"), paid("2026-06", on: "2026-07-10")],
            register: [Self.active]
        )
        let mutation = try mutation(bench)
        #expect(mutation.place == .payroll)
        guard case .identifier(let expected)? = mutation.correction?.expected else {
            Issue.record("\(mutation)")
            return
        }
        #expect(bench.outcome.records.identifiers.string(of: expected) == "3273015204900001")
    }

    @Test(
        "the deadline may count from what happened, and stay in the past",
        arguments: [(7, "2026-06-05"), (60, "2026-07-28")]
    )
    func deadline(_ days: Int, _ deadline: String) throws {
        var policy = Policy()
        policy.mutationDeadline = .daysAfterEvent(days)
        let mutation = try mutation(
            bench(
                payroll: [pay("2026-05", "1000000,,,2026-05-29,")],
                ledger: [paid("2026-05", on: "2026-06-10")],
                register: [Self.active],
                policy: policy
            )
        )
        #expect(mutation.deadline == day(deadline))
    }
}
