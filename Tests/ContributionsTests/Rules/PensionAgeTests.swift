internal import Contributions
internal import TestSupport
internal import Testing

/// Who has reached pension age on the first day of the month owes no JP (PP 45/2015 pasal 15).
@Suite("The age up to which JP is owed")
struct PensionAgeTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var birth: String
        var blth: String
        var owes: Bool
        var owesByElection: Bool

        init(_ birth: String, _ blth: String, _ owes: Bool, electing: Bool) {
            self.birth = birth
            self.blth = blth
            self.owes = owes
            owesByElection = electing
        }

        var testDescription: String { "born \(birth), BLTH \(blth)" }
    }

    @Test(
        "is pension age, or three years more by the worker's election",
        arguments: [
            // 56 from 2015-07.
            Case("1959-07-02", "2015-07", true, electing: true),
            Case("1959-07-01", "2015-07", false, electing: true),
            Case("1956-07-02", "2015-07", false, electing: true),
            Case("1956-07-01", "2015-07", false, electing: false),
            Case("1962-12-02", "2018-12", true, electing: true),
            Case("1962-12-01", "2018-12", false, electing: true),
            // 57 from 2019-01: who was 56 in December is liable again.
            Case("1962-12-01", "2019-01", true, electing: true),
            Case("1962-01-01", "2019-01", false, electing: true),
            Case("1962-01-02", "2019-01", true, electing: true),
            Case("1964-12-01", "2021-12", false, electing: true),
            // 58 from 2022-01.
            Case("1964-01-01", "2022-01", false, electing: true),
            Case("1964-01-02", "2022-01", true, electing: true),
            Case("1961-01-01", "2022-01", false, electing: false),
            Case("1966-12-01", "2024-12", false, electing: true),
            // 59 from 2025-01.
            Case("1966-12-01", "2025-01", true, electing: true),
            Case("1967-02-28", "2026-02", true, electing: true),
            Case("1967-02-28", "2026-03", false, electing: true),
            Case("1967-03-01", "2026-03", false, electing: true),
            Case("1967-03-02", "2026-03", true, electing: true),
            Case("1964-03-02", "2026-03", false, electing: true),
            Case("1964-03-01", "2026-03", false, electing: false),
            Case("1940-01-01", "2026-03", false, electing: false),
            // A birthday on the leap day is past on the first of March.
            Case("1968-02-29", "2027-02", true, electing: true),
        ]
    )
    func isPensionAge(_ it: Case) throws {
        let month = try #require(try oneMonth("1000000", it.blth, payroll: "\(it.birth),T,"))
        #expect(month.due[.jpWorker] == (it.owes ? Rupiah(whole: 10_000) : .zero))
        #expect(month.pensionBase == (it.owes ? Rupiah(whole: 1_000_000) : .zero))
        let electing = try #require(try oneMonth("1000000", it.blth, payroll: "\(it.birth),Y,"))
        #expect(electing.due[.jpWorker] == (it.owesByElection ? Rupiah(whole: 10_000) : .zero))
    }

    @Test("changes nothing but JP")
    func changesNothingElse() throws {
        let due = try #require(try oneMonth("1000000", "2026-03", payroll: "1950-01-01,,")?.due)
        #expect(due.list == [2400_00, 3000_00, 37_000_00, 20_000_00, 0, 0])
    }

    @Test("does not matter to a worker without a birth date: he is liable")
    func withoutBirthDate() throws {
        #expect(try oneMonth("1000000", "2026-03")?.due[.jpWorker] == Rupiah(whole: 10_000))
    }

    @Test("is the worker's election if any of his rows of the month says so")
    func anyRow() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah,tanggal_lahir,jp_lanjut,unit
                12004518,2026-03,19040012345,Sari,400000,1966-01-01,T,Solo
                12004518,2026-03,19040012345,Sari,600000,1966-01-01,Y,Yogyakarta
                12004518,2026-04,19040012345,Sari,1000000,1966-01-01,,Solo
                """
            ]
        )
        #expect(bench.month("2026-03")?.due[.jpWorker] == Rupiah(whole: 10_000))
        #expect(bench.month("2026-04")?.due[.jpWorker] == .zero)
    }
}
