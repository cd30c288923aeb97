internal import Contributions
internal import TestSupport
internal import Testing

@Suite("The order of rows")
struct OrderTests {
    @Test("within a file changes no outcome", arguments: 1...12)
    func changesNothing(_ seed: Int) throws {
        var random = SeededRandom(seed: seed)
        var payroll: [String] = []
        var ledger: [String] = []
        var register: [String] = []
        // Few workers, numbers and days, so that they clash in every way.
        func number(_ prefix: String) -> String {
            Bool.random(using: &random) ? "\(prefix)\(Int.random(in: 1...6, using: &random))" : ""
        }
        func identity() -> String {
            let (kpj, nik) = (number("K"), number("N"))
            return kpj.isEmpty && nik.isEmpty ? "K1,N1" : "\(kpj),\(nik)"
        }
        let npps = ["12004518", "14011730"]
        func npp() -> String { npps[Int.random(in: 0...1, using: &random)] }
        for _ in 0..<40 {
            let month = Int.random(in: 1...5, using: &random)
            payroll.append(
                "\(npp()),2026-0\(month),\(identity()),Sari,\(Int.random(in: 0...2, using: &random))00000"
            )
        }
        for _ in 0..<60 {
            let month = Int.random(in: 1...5, using: &random)
            let sign = Int.random(in: 0...4, using: &random) == 0 ? "-" : ""
            let paid =
                Bool.random(using: &random)
                ? "2026-0\(month + 1)-\(Int.random(in: 10...28, using: &random))" : ""
            let code = ["", "A", "B"][Int.random(in: 0...2, using: &random)]
            ledger.append(
                "\(npp()),2026-0\(month),\(identity()),\(sign)240,300,3700,2000,2000,1000,\(code),\(paid)"
            )
        }
        for _ in 0..<8 {
            register.append(
                "\(npp()),\(identity()),\(["aktif", "nonaktif", ""][Int.random(in: 0...2, using: &random)])"
            )
        }

        let first = try Self.summary(payroll, ledger, register)
        payroll.shuffle(using: &random)
        ledger.shuffle(using: &random)
        register.shuffle(using: &random)
        #expect(try Self.summary(payroll, ledger, register) == first, "seed \(seed)")
    }

    /// All that the reports say, without the lines.
    private static func summary(
        _ payroll: [String],
        _ ledger: [String],
        _ register: [String]
    ) throws -> [String] {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": (["npp,blth,kpj,nik,nama,upah"] + payroll).joined(separator: "\n"),
                "ledger.csv":
                    ([
                        """
                        npp,blth,kpj,nik,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                        jp_tenaga_kerja,kode_iuran,tanggal_bayar
                        """
                    ] + ledger).joined(separator: "\n"),
                "register.csv": (["npp,kpj,nik,status"] + register).joined(separator: "\n"),
            ]
        )
        var lines: [String] = []
        for batch in bench.outcome.batches {
            for worker in batch.workers {
                let causes = [worker.causes.first] + worker.causes.others
                lines.append(
                    """
                    \(bench.number(of: worker.worker)) \(worker.status) \(worker.registerWord) \
                    \(causes.map(\.code)) \(worker.unpaidRun) \(worker.unpaidMonths) \
                    \(worker.arrears.sen) \(worker.lateFee.sen) \(worker.inactiveSince.number) \
                    \(worker.inactiveOn.number) \(worker.signs)
                    """
                )
                for month in batch.months(of: worker) {
                    lines.append(
                        """
                        \(month.month) \(month.status) \(month.matchKey) \(month.settledOn.number) \
                        \(month.daysLate) \(month.base.sen) \(month.due.list) \(month.billed.list) \
                        \(month.received.list) \(month.lateFee.sen)
                        """
                    )
                }
            }
        }
        lines += bench.findings.map { finding in
            "\(finding.code) \(finding.month.map(\.description) ?? "") "
                + (finding.worker.map { "\(bench.number(of: $0))" } ?? "")
        }.sorted()
        return lines
    }

    @Test("leaves the workers sorted by NPP, KPJ and NIK, whatever their form")
    func sorted() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nik,nama,upah
                22222222,2026-02,19040012345,,A,1
                111111,2026-02,2,,B,1
                111111,2026-02,10,,C,1
                111111,2026-02,,3273015204900001,D,1
                111111,2026-02,,3273-01,E,1
                111111,2026-02,1A,,F,1
                """
            ]
        )
        // As text: 10 before 1A before 2; without KPJ first, by NIK.
        #expect(
            bench.months.map { $0.split(separator: " ")[1] }
                == ["3273-01", "3273015204900001", "10", "1A", "2", "19040012345"]
        )
    }
}
