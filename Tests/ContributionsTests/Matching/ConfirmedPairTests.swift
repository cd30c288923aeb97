internal import Contributions
internal import TestSupport
internal import Testing

/// The pairing file: what a human confirmed goes before rules (4) and (5); decision record 0014.
@Suite("A confirmed pair")
struct ConfirmedPairTests {
    private static let pairHeader =
        "npp,kpj,nik,kpj_lain,nik_lain,alasan,oleh,berlaku_sampai"

    /// Payroll, ledger and register rows stand as `kpj,nik`, pairs as
    /// `kpj,nik,kpj_lain,nik_lain` with the last day behind them.
    private static func bench(
        payroll: [String],
        ledger: [String],
        register: [String] = [],
        pairs: [String]
    ) throws -> Workbench {
        let rows = NumberedRows(payroll: payroll, ledger: ledger, register: register)
        let confirmed = pairs.map { pair in
            let cells = pair.split(separator: ",", omittingEmptySubsequences: false)
            let last = cells.count > 4 ? cells[4] : ""
            let numbers = cells.prefix(4).joined(separator: ",")
            return "\n12004518,\(numbers),kartu lama,Ratna,\(last)"
        }
        return try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": rows.payroll, "ledger.csv": rows.ledger,
                "register.csv": rows.register,
                "pasangan.csv": pairHeader + confirmed.joined(),
            ]
        )
    }

    /// The workers as `number key`, `r` where the register shows them, and what became of pairs.
    private static func outcome(_ bench: Workbench) -> [String] {
        let workers = bench.outcome.batches.flatMap { batch in
            batch.workers.map { worker in
                let months = batch.months(of: worker)
                let key = months.first?.matchKey.code ?? ""
                let money = months.contains(where: \.hasMoney) ? "+" : "-"
                return "\(bench.number(of: worker.worker))\(money)\(key)"
                    + (worker.registerWord == .active ? " r" : "")
            }
        }
        let codes: [FindingCode] = [.pairUsed, .pairExpired, .pairVoid]
        let fates = codes.flatMap { code in
            bench.findings.filter { $0.code == code }.map { "\($0.source?.line ?? 0) \(code.code)" }
        }
        return workers + fates
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var payroll: [String]
        var ledger: [String]
        var register: [String] = []
        var pairs: [String]
        var expected: [String]
    }

    @Test(
        "decides whose rows are",
        arguments: [
            Case(
                testDescription: "a KPJ that payroll lacks",
                payroll: ["K1,N1"],
                ledger: ["K9,N9"],
                pairs: ["K1,,K9,"],
                expected: ["K1+pasangan", "2 pasangan-dipakai"]
            ),
            Case(
                testDescription: "a NIK in rows without KPJ, of ledger and register",
                payroll: ["K1,N1"],
                ledger: [",N9"],
                register: [",N9"],
                pairs: ["K1,,,N9"],
                expected: ["K1+pasangan r", "2 pasangan-dipakai"]
            ),
            Case(
                testDescription: "a NIK in rows with a KPJ that payroll lacks moves all of them",
                payroll: ["K1,N1"],
                ledger: ["K9,N9"],
                register: ["K9,"],
                pairs: ["K1,,,N9"],
                expected: ["K1+pasangan r", "2 pasangan-dipakai"]
            ),
            Case(
                testDescription: "of a worker whom payroll names by NIK alone",
                payroll: [",N1"],
                ledger: ["K9,N9"],
                pairs: [",N1,K9,"],
                // The reports take his KPJ from the ledger.
                expected: ["K9+pasangan", "2 pasangan-dipakai"]
            ),
            Case(
                testDescription: "against a NIK that another worker owns",
                payroll: ["K1,N1", "K2,N2"],
                ledger: ["K9,N2"],
                pairs: ["K1,,K9,"],
                expected: ["K1+pasangan", "K2-", "2 pasangan-dipakai"]
            ),
            Case(
                testDescription: "on its last day",
                payroll: ["K1,N1"],
                ledger: ["K9,N9"],
                pairs: ["K1,,K9,,2026-07-20"],
                expected: ["K1+pasangan", "2 pasangan-dipakai"]
            ),
            Case(
                testDescription: "and no more on the day after",
                payroll: ["K1,N1"],
                ledger: ["K9,N9"],
                pairs: ["K1,,K9,,2026-07-19"],
                expected: ["K1-", "K9+", "2 pasangan-kedaluwarsa"]
            ),
            Case(
                testDescription: "and is weaker than what the other rows of the month match by",
                payroll: ["K1,N1"],
                ledger: ["K1,N1", "K9,N1"],
                pairs: ["K1,,K9,"],
                expected: ["K1+pasangan", "2 pasangan-dipakai"]
            ),
        ]
    )
    func decides(_ one: Case) throws {
        let bench = try Self.bench(
            payroll: one.payroll,
            ledger: one.ledger,
            register: one.register,
            pairs: one.pairs
        )
        #expect(Self.outcome(bench) == one.expected)
    }

    @Test(
        "is void",
        arguments: [
            Case(
                testDescription: "where payroll has no such KPJ",
                payroll: ["K1,N1"],
                ledger: ["K9,N9"],
                pairs: ["K2,,K9,"],
                expected: ["K1-", "K9+", "2 pasangan-tidak-berlaku"]
            ),
            Case(
                testDescription: "where two workers own the NIK",
                payroll: ["K1,N1", "K2,N1"],
                ledger: ["K9,N9"],
                pairs: [",N1,K9,"],
                expected: ["K1-", "K2-", "K9+", "2 pasangan-tidak-berlaku"]
            ),
            Case(
                testDescription: "where KPJ and NIK are two workers'",
                payroll: ["K1,N1", "K2,N2"],
                ledger: ["K9,N9"],
                pairs: ["K1,N2,K9,"],
                expected: ["K1-", "K2-", "K9+", "2 pasangan-tidak-berlaku"]
            ),
            Case(
                testDescription: "where the other KPJ is another worker's in payroll",
                payroll: ["K1,N1", "K2,N2"],
                ledger: ["K2,N9"],
                pairs: ["K1,,K2,"],
                expected: ["K1-", "K2+kpj", "2 pasangan-tidak-berlaku"]
            ),
            Case(
                testDescription: "where the other NIK is another worker's in payroll",
                payroll: ["K1,N1", "K2,N2"],
                ledger: [",N2"],
                pairs: ["K1,,,N2"],
                expected: ["K1-", "K2+nik", "2 pasangan-tidak-berlaku"]
            ),
            Case(
                testDescription: "where the other number is his own",
                payroll: ["K1,N1"],
                ledger: ["K1,N1"],
                pairs: ["K1,,K1,"],
                expected: ["K1+kpj", "2 pasangan-tidak-berlaku"]
            ),
            Case(
                testDescription: "where no row has the other number",
                payroll: ["K1,N1"],
                ledger: ["K1,N1"],
                pairs: ["K1,,K8,"],
                expected: ["K1+kpj", "2 pasangan-tidak-berlaku"]
            ),
            Case(
                testDescription: "where only rows of a KPJ in payroll have the other NIK",
                payroll: ["K1,N1", "K2,N2"],
                ledger: ["K2,N9"],
                pairs: ["K1,,,N9"],
                expected: ["K1-", "K2+kpj", "2 pasangan-tidak-berlaku"]
            ),
            Case(
                testDescription: "with the one that gives the number to another, and so is that",
                payroll: ["K1,N1", "K2,N2"],
                ledger: ["K9,N9"],
                pairs: ["K1,,K9,", "K2,,K9,"],
                expected: [
                    "K1-", "K2-", "K9+", "2 pasangan-tidak-berlaku", "3 pasangan-tidak-berlaku",
                ]
            ),
            Case(
                testDescription: "with the one that claims the same rows by their NIK",
                payroll: ["K1,N1", "K2,N2"],
                ledger: ["K9,N9"],
                pairs: ["K1,,K9,", "K2,,,N9"],
                expected: [
                    "K1-", "K2-", "K9+", "2 pasangan-tidak-berlaku", "3 pasangan-tidak-berlaku",
                ]
            ),
            Case(
                testDescription: "but not because of one that is expired",
                payroll: ["K1,N1", "K2,N2"],
                ledger: ["K9,N9"],
                pairs: ["K1,,K9,", "K2,,K9,,2026-01-31"],
                expected: ["K1+pasangan", "K2-", "2 pasangan-dipakai", "3 pasangan-kedaluwarsa"]
            ),
        ]
    )
    func isVoid(_ one: Case) throws {
        let bench = try Self.bench(
            payroll: one.payroll,
            ledger: one.ledger,
            register: one.register,
            pairs: one.pairs
        )
        #expect(Self.outcome(bench) == one.expected)
    }

    @Test("names who decided, why and until when, and leaves what is wrong to be mended")
    func words() throws {
        let bench = try Self.bench(
            payroll: ["K1,N1"],
            ledger: ["K9,N9"],
            pairs: ["K1,,K9,,2026-12-31"]
        )
        let finding = try #require(bench.findings.first { $0.code == .pairUsed })
        guard case .text(let value, let message) = finding.detail else {
            Issue.record("\(finding.detail)")
            return
        }
        #expect(value == "K9")
        #expect(
            message
                == "KPJ K9 milik pekerja ini menurut Ratna (kartu lama), berlaku sampai 2026-12-31"
        )
        #expect(finding.worker.map(bench.number) == "K1")
        #expect(bench.finds("kpj-ganda") && bench.finds("nik-berbeda"))
        #expect(!bench.finds("calon-pasangan"))
    }

    @Test("gives the same whatever the order of the pairs", arguments: [false, true])
    func order(_ isReversed: Bool) throws {
        let pairs = ["K1,,K9,", "K2,,,N8", "K3,,K7,", "K3,,K7,"]
        let bench = try Self.bench(
            payroll: ["K1,N1", "K2,N2", "K3,N3"],
            ledger: ["K9,N9", "K8,N8", "K7,N7"],
            pairs: isReversed ? pairs.reversed() : pairs
        )
        #expect(bench.months.map { $0.split(separator: " ")[1] } == ["K1", "K2", "K3"])
        #expect(bench.findings.count { $0.code == .pairUsed } == 4)
    }

    @Test("at another employer decides nothing")
    func otherEmployer() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-02,K1,Sari,1000000
                27014563,2026-02,K1,Sari,1000000
                """,
                "ledger.csv": """
                npp,blth,kpj,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                jp_tenaga_kerja
                12004518,2026-02,K9,0,0,0,0,0,0
                27014563,2026-02,K9,0,0,0,0,0,0
                """,
                "pasangan.csv": """
                \(Self.pairHeader)
                27014563,K1,,K9,,kartu lama,Ratna,
                """,
            ]
        )
        #expect(bench.month("2026-02", "K1", at: "12004518")?.matchKey.code == "")
        #expect(bench.month("2026-02", "K1", at: "27014563")?.matchKey.code == "pasangan")
    }
}
