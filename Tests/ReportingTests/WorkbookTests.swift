import Contributions
import TestSupport
import Testing

@testable import Reporting

/// What the workbook promises beside the cells, which `Tests/WorkbookCheck` compares.
@Suite("Workbook")
struct WorkbookTests {
    @Test("names every column of the CSV files once", arguments: 1...2)
    func namesEveryColumn(_ seed: Int) throws {
        let run = try RandomRun(RandomInputs(seed: seed))
        let bench = try Workbench(asOf: "2026-11-22", Self.files)
        let sheets: [any TableSheet] = [
            RecapSheet(bench.outcome),
            StatusSheet(bench.outcome, [], RunSummary(bench.outcome).causes),
            FindingSheet(
                bench.outcome,
                FindingTable(bench.outcome, intake: [])
            ),
        ]
        for sheet in sheets {
            let names = sheet.columns.map(\.name).filter { !$0.isEmpty }
            #expect(names.sorted() == run.table(sheet.fileName).columns.sorted(), "\(sheet.name)")
            let headings = sheet.columns.map(\.heading)
            #expect(Set(headings).count == headings.count, "\(sheet.name)")
        }
    }

    @Test(
        "a number gives the sen back, and an amount beyond 15 digits is no number",
        arguments: [
            0, 1, -1, 10, 99, 123_450, 10_260_781, 29, 57, 1_000_000_01,
            999_999_999_999_999, -999_999_999_999_999, 900_719_925_474_099,
        ]
    )
    func aNumber(_ sen: Int64) throws {
        let number = try #require(Rupiah(sen: sen).cellNumber)
        #expect(Int64((number * 100).rounded()) == sen)
        #expect(Rupiah(sen: 1_000_000_000_000_000).cellNumber == nil)
        #expect(Rupiah(sen: -1_000_000_000_000_000).cellNumber == nil)
        #expect(Rupiah(sen: .min).cellNumber == nil)
    }

    @Test("every number of sen below the limit gives the sen back")
    func everyNumber() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<100_000 {
            let sen = Int64.random(in: -999_999_999_999_999...999_999_999_999_999, using: &random)
            let number = Rupiah(sen: sen).cellNumber ?? .nan
            #expect(Int64((number * 100).rounded()) == sen)
        }
    }

    @Test("a sheet holds all rows, those that need action, or none, and says which")
    func whichRows() {
        #expect(SheetRows(10_000) == .all(10_000))
        #expect(SheetRows(10_001) == .none(of: 10_001))
        #expect(SheetRows(10_000, needingAction: 7) == .all(10_000))
        #expect(SheetRows(10_001, needingAction: 7) == .needingAction(7, of: 10_001))
        #expect(SheetRows(90_000, needingAction: 10_000) == .needingAction(10_000, of: 90_000))
        #expect(SheetRows(90_000, needingAction: 10_001) == .none(of: 90_000))
        #expect(
            [.all(3), .needingAction(2, of: 3), SheetRows.none(of: 3)].map(\.count) == [3, 2, 0]
        )
    }

    @Test("who is unregistered, inactive or in arrears always has a cause", arguments: 1...8)
    func whoNeedsActionHasACause(_ seed: Int) throws {
        let table = try RandomRun(RandomInputs(seed: seed)).table("status.csv")
        for record in table.records
        where ["belum_terdaftar", "nonaktif", "menunggak"].contains(record["status"]) {
            #expect(record["penyebab"] != "tidak_ada", "\(record)")
        }
    }

    private static let files: KeyValuePairs = [
        "payroll.csv": """
        npp,blth,kpj,nama,upah
        12004518,2026-02,19040012345,Sari,1000000
        """
    ]
}
