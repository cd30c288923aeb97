import Contributions
import TestSupport
import Testing

@testable import Reporting

/// The cells of the CSV files: exact amounts, and texts that no spreadsheet runs.
@Suite("Cells")
struct CellTests {
    private func written(_ write: (ReportBuffer) -> Void) -> String {
        let buffer = ReportBuffer(capacity: 16)
        write(buffer)
        return buffer.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        "an amount has two decimals",
        arguments: [
            (0, "0.00"), (1, "0.01"), (-1, "-0.01"), (99, "0.99"), (100, "1.00"),
            (123_450, "1234.50"), (-123_450, "-1234.50"), (10_260_781, "102607.81"),
            (Int.max, "92233720368547758.07"), (-Int.max, "-92233720368547758.07"),
        ]
    )
    func anAmount(_ sen: Int, _ text: String) {
        #expect(written { $0.amount(Rupiah(sen: Int64(sen))) } == text)
        #expect(Rupiah(sen: Int64(sen)).decimalText == text)
        #expect(TestSupport.sen(text) == sen)
    }

    @Test("numbers of every length come out digit by digit", arguments: 0...18)
    func numbers(_ length: Int) {
        let power = (0..<length).reduce(1) { power, _ in power * 10 }
        for number in [power - 1, power, power + 1, power / 2 * 3, -power] {
            #expect(written { $0.number(number) } == "\(number)")
        }
    }

    @Test("identifiers keep all their digits, zeros too", arguments: 1...17)
    func identifiers(_ count: Int) throws {
        let rising = String("12345678901234567".prefix(count))
        for text in [rising, String(repeating: "0", count: count)] {
            let packed = try #require(
                Array(text.utf8).withUnsafeBufferPointer { PackedText(packing: $0) }
            )
            #expect(written { $0.identifier(packed, IdentifierPool()) } == text)
        }
    }

    @Test("shares are written each time, the same ones and others")
    func shares() {
        let some = Shares(jkk: Rupiah(sen: 1), jhtWorker: Rupiah(sen: -250))
        let others = Shares(jpWorker: Rupiah(sen: 123_456_789_00))
        let cells = ["0.01,0.00,0.00,-2.50,0.00,0.00,", "0.00,0.00,0.00,0.00,0.00,123456789.00,"]
        let line = written { buffer in
            for shares in [some, some, others, some, others, others] { buffer.amounts(shares) }
        }
        #expect(line == [0, 0, 1, 0, 1, 1].map { cells[$0] }.joined())
        let buffer = ReportBuffer(capacity: 0)
        buffer.amounts(some)
        buffer.clear()
        buffer.amounts(some)
        #expect(buffer.withBytes { String(decoding: $0, as: UTF8.self) } == cells[0])
    }

    @Test("days are written each time, however many there are")
    func days() {
        let days = (-30_000..<30_000).map { Day(number: $0) } + [Day(number: 7), Day(number: 71)]
        for start in stride(from: 0, to: days.count, by: 300) {
            let part = days[start..<min(start + 300, days.count)]
            #expect(written { part.forEach($0.day) } == part.map(\.description).joined())
        }
        #expect(written { $0.day(.absent) } == "")
    }

    @Test("a text that is put together aside is one cell")
    func parts() {
        func cell(_ parts: String...) -> String {
            let words = ReportBuffer(capacity: 1)
            for part in parts { words.longWord(part) }
            return written { $0.text(words) }
        }
        #expect(cell("dua", " ", "kata") == "dua kata")
        #expect(cell("satu", ", \"dua\"") == "\"satu, \"\"dua\"\"\"")
        #expect(cell("", "=1") == "'=1")
        #expect(cell("", "") == "")
        #expect(cell(String(repeating: "panjang ", count: 5_000)).utf8.count == 40_000)
    }

    @Test("texts that are made cells once are written as if they were made each time")
    func tableOfCells() {
        let long = String(repeating: "PT \"Maju\", ", count: 500)
        let texts = [
            "", "=1", "PT Maju", "PT \"Maju\" Jaya, Tbk", "payroll, lama.csv", long, "\"", "é,",
            String(repeating: "x", count: 32), String(repeating: "y", count: 33),
        ]
        let table = WordTable(cells: texts)
        for (place, text) in texts.enumerated() {
            let once = written { $0.text(text) }
            #expect(written { table.writeLong(place, to: $0) } == once)
        }
        let all = written { buffer in
            for place in texts.indices { table.writeLong(place, to: buffer) }
        }
        #expect(all == texts.map { text in written { $0.text(text) } }.joined())
    }

    @Test(
        "a text that a spreadsheet would run is made harmless",
        arguments: [
            ("=1+1", "'=1+1"), ("+62812", "'+62812"), ("-Dewi", "'-Dewi"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tSari", "'\tSari"), ("\rSari", "\"'\rSari\""), ("=\"a\"", "\"'=\"\"a\"\"\""),
            // Only the beginning matters.
            ("Sari=1", "Sari=1"), ("Sari - Dewi", "Sari - Dewi"), ("'=1", "'=1"),
        ]
    )
    func aFormula(_ text: String, _ cell: String) {
        #expect(written { $0.text(text) } == cell)
    }

    @Test(
        "a text is quoted where CSV needs it, and reads back as it was",
        arguments: [
            "", "Sari", "PT \"Maju\", Tbk", "dua\nbaris", "a,b", "Ma'ruf", "Ñoño", "\"", "\"\"",
        ]
    )
    func aText(_ text: String) {
        let line = written { buffer in
            buffer.text(text)
            buffer.comma()
            buffer.text("x")
            buffer.endRow()
        }
        #expect(CSVTable("a,b\n" + line).rows == [[text, "x"]])
    }

    @Test(
        "amounts for people have Indonesian marks",
        arguments: [
            (0, "0,00"), (100_00, "100,00"), (1_000_00, "1.000,00"), (123_456_750, "1.234.567,50"),
            (-123_456_750, "-1.234.567,50"),
        ]
    )
    func amountsForPeople(_ sen: Int, _ text: String) {
        #expect(AmountText.grouped(Rupiah(sen: Int64(sen))) == text)
        #expect(AmountText.rupiah(Rupiah(sen: Int64(sen))) == "Rp\u{A0}\(text)")
    }

    @Test(
        "millions and parts are rounded half up",
        arguments: [
            (4_999_999, "0,0"), (5_000_000, "0,1"), (15_000_000, "0,2"), (-5_000_000, "-0,1"),
        ]
    )
    func millions(_ sen: Int, _ text: String) {
        #expect(AmountText.millions(Rupiah(sen: Int64(sen))) == text)
    }

    @Test("a part of nothing is nothing, and of the largest total does not overflow")
    func partsOfAWhole() {
        #expect(AmountText.percent(1, of: 0) == "0,0\u{A0}%")
        #expect(AmountText.percent(1, of: 3) == "33,3\u{A0}%")
        #expect(AmountText.percent(1, of: 8) == "12,5\u{A0}%")
        #expect(AmountText.percent(.max, of: .max) == "100,0\u{A0}%")
    }
}
