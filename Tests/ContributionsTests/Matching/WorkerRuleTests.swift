internal import Contributions
internal import TestSupport
internal import Testing

/// Which rows of an employer are one worker: rules (1) to (5) of the contract.
///
/// Payroll and ledger rows stand as `kpj,nik`, and each worker as `kpj/nik: what he has`.
@Suite("Who is a worker")
struct WorkerRuleTests {
    private static func bench(payroll: [String], ledger: [String], register: [String]) throws
        -> Workbench
    {
        let rows = NumberedRows(payroll: payroll, ledger: ledger, register: register)
        return try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": rows.payroll, "ledger.csv": rows.ledger,
                "register.csv": rows.register,
            ]
        )
    }

    /// The workers as `kpj/nik: p` for payroll, `+N` for N receipts, `r` for the register.
    private static func workers(_ bench: Workbench) -> [String] {
        bench.outcome.batches.flatMap { batch in
            batch.workers.map { worker in
                let profile = bench.outcome.workers[Int(worker.worker)]
                let pool = bench.outcome.records.identifiers
                let months = batch.months(of: worker)
                let receipts = months.reduce(0) { $0 + $1.ledgerSources.count }
                return "\(pool.string(of: profile.kpj.text))/\(pool.string(of: profile.nik.text)):"
                    + (worker.hasPayroll ? " p" : "") + (receipts > 0 ? " +\(receipts)" : "")
                    + (worker.registerWord == .active ? " r" : "")
            }
        }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var payroll: [String]
        var ledger: [String]
        var register: [String]
        var workers: [String]
        /// Numbers with a finding identitas-bertabrakan, and with kpj-ganda.
        var clashing: [String]
        var doubled: [String]

        init(
            _ description: String,
            payroll: [String] = [],
            ledger: [String] = [],
            register: [String] = [],
            _ workers: [String],
            clashing: [String] = [],
            doubled: [String] = []
        ) {
            testDescription = description
            self.payroll = payroll
            self.ledger = ledger
            self.register = register
            self.workers = workers
            self.clashing = clashing
            self.doubled = doubled
        }
    }

    @Test(
        "at an employer",
        arguments: [
            Case(
                "(1) each KPJ in payroll is a worker, even under one NIK",
                payroll: ["K1,N1", "K2,N1"],
                ["K1/N1: p", "K2/N1: p"],
                clashing: ["K1", "K2"]
            ),
            Case(
                "(1) rows of one KPJ are one worker, even under two NIK",
                payroll: ["K1,N1", "K1,N2"],
                ledger: [",N1", ",N2"],
                ["K1/N1: p +2"]
            ),
            Case(
                "(2) his NIK is that of payroll; the ledger's does not join",
                payroll: ["K1,N1"],
                ledger: ["K1,N2", ",N1", ",N2"],
                ["/N2: +1", "K1/N1: p +2"]
            ),
            Case(
                "(2) without a NIK in payroll it is that of the ledger, and not the register's",
                payroll: ["K1,"],
                ledger: ["K1,N2", ",N2", ",N3"],
                register: ["K1,N3"],
                ["/N3: +1", "K1/N2: p +2 r"]
            ),
            Case(
                "(2) else it is that of the register",
                payroll: ["K1,"],
                ledger: [",N3"],
                register: ["K1,N3"],
                ["K1/N3: p +1 r"]
            ),
            Case(
                "(3) a payroll row without KPJ joins the worker who owns its NIK",
                payroll: ["K1,N1", ",N1"],
                ["K1/N1: p"]
            ),
            Case(
                "(3) it joins by the NIK of the ledger too",
                payroll: ["K1,", ",N2"],
                ledger: ["K1,N2"],
                ["K1/N2: p +1"]
            ),
            Case(
                "(3) where nobody owns it, it is one worker per NIK",
                payroll: [",N1", ",N1", ",N2"],
                ["/N1: p", "/N2: p"]
            ),
            Case(
                "(3) where several own it, it is a worker of its own",
                payroll: ["K1,N1", "K2,N1", ",N1"],
                ledger: [",N1"],
                ["/N1: p +1", "K1/N1: p", "K2/N1: p"],
                clashing: ["N1", "K1", "K2"]
            ),
            Case(
                "(4) all rows of another KPJ move together to the one who owns a NIK of theirs",
                payroll: ["K1,N1"],
                ledger: ["K9,N1", "K9,", "K9,N7"],
                register: ["K9,"],
                ["K1/N1: p +3 r"],
                doubled: ["K1"]
            ),
            Case(
                "(4) register rows of another KPJ move by the NIK of its ledger rows",
                payroll: ["K1,N1"],
                ledger: ["K9,N1"],
                register: ["K9,N8"],
                ["K1/N1: p +1 r"],
                doubled: ["K1"]
            ),
            Case(
                "(4) a worker without KPJ gets it and has only this one",
                payroll: [",N1"],
                ledger: ["K9,N1"],
                ["K9/N1: p +1"]
            ),
            Case(
                "(4) where their NIKs are owned by two, the rows are a new worker",
                payroll: ["K1,N1", "K2,N2"],
                ledger: ["K9,N1", "K9,N2"],
                ["K1/N1: p", "K2/N2: p", "K9/N1: +2"],
                clashing: ["K1", "K2", "K9", "K9"]
            ),
            Case(
                "(4) where nobody owns them, the rows are a new worker",
                payroll: ["K1,N1"],
                ledger: ["K9,N5"],
                ["K1/N1: p", "K9/N5: +1"]
            ),
            Case(
                "(4) new workers do not own their NIK for each other, but for (5)",
                ledger: ["K8,N5", "K9,N5", ",N5"],
                ["/N5: +1", "K8/N5: +1", "K9/N5: +1"],
                clashing: ["N5", "K8", "K9"]
            ),
            Case(
                "(5) a ledger or register row without KPJ joins the owner",
                payroll: ["K1,N1"],
                ledger: [",N1", "K9,N5", ",N5"],
                register: [",N1", ",N5"],
                ["K1/N1: p +1 r", "K9/N5: +2 r"]
            ),
            Case(
                "(5) where nobody owns the NIK, its rows of both tables are one worker",
                ledger: [",N5", ",N5"],
                register: [",N5"],
                ["/N5: +1 r"]
            ),
            Case(
                "(5) where several own it, its rows are one worker apart",
                payroll: ["K1,N1", "K2,N1"],
                ledger: [",N1"],
                register: [",N1"],
                ["/N1: +1 r", "K1/N1: p", "K2/N1: p"],
                clashing: ["N1", "K1", "K2"]
            ),
            Case(
                "an invalid NIK still joins",
                payroll: ["K1,abc 12"],
                ledger: [",abc 12"],
                ["K1/abc 12: p +1"]
            ),
            Case(
                "a NIK that Excel destroyed joins nothing",
                payroll: ["K1,3.27302E+15", "K2,3.27302E+15"],
                ledger: ["K9,3.27302E+15"],
                ["K1/: p", "K2/: p", "K9/: +1"]
            ),
        ]
    )
    func atAnEmployer(_ it: Case) throws {
        let bench = try Self.bench(payroll: it.payroll, ledger: it.ledger, register: it.register)
        #expect(Self.workers(bench) == it.workers)
        func numbers(_ code: String) -> [String] {
            bench.places(code).compactMap { $0.split(separator: " ").first.map(String.init) }
        }
        #expect(numbers("identitas-bertabrakan").sorted() == it.clashing.sorted())
        #expect(numbers("kpj-ganda") == it.doubled)
        // Whatever the order of the rows, the workers are the same.
        let reversed = try Self.bench(
            payroll: it.payroll.reversed(),
            ledger: it.ledger.reversed(),
            register: it.register.reversed()
        )
        #expect(Self.workers(reversed) == it.workers)
    }

    @Test("ends at the employer: the same KPJ under two NPP is two workers")
    func atTwoEmployers() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nik,nama,upah
                12004518,2026-02,19040012345,3273015204900001,Sari,1000000
                14011730,2026-02,19040012345,3273015204900001,Sari,2000000
                """
            ]
        )
        #expect(bench.workers.count == 2)
        #expect(!bench.finds("identitas-bertabrakan"))
        #expect(bench.month("2026-02", at: "14011730")?.base == Rupiah(whole: 2_000_000))
    }

    @Test("needs a number: a row with a destroyed NIK alone is rejected")
    func destroyed() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            rejectedRows: 1,
            [
                "payroll.csv": """
                npp,blth,kpj,nik,nama,upah
                12004518,2026-02,,"3,27302E+15",Sari,1000000
                12004518,2026-02,19040012345,"3,27302E+15",Sari,1000000
                """
            ]
        )
        #expect(bench.workers.count == 1)
        #expect(bench.places("baris-ditolak") == ["2026-02 payroll.csv:2"])
        #expect(
            bench.places("nik-rusak-excel") == [
                "2026-02 payroll.csv:2", "19040012345 payroll.csv:3",
            ]
        )
    }
}
