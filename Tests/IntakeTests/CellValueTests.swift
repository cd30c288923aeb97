internal import Contributions
internal import Intake
internal import TestSupport
internal import Testing

/// Nothing is repaired: a cell is what it should be, or it is refused.
@Suite("Cells")
struct CellValueTests {
    private static func read<Value>(
        _ text: String,
        _ read: (UnsafeBufferPointer<UInt8>) -> Value?
    ) -> Value? {
        Array(text.utf8).withUnsafeBufferPointer(read)
    }

    @Test(
        "hold amounts exactly",
        arguments: [
            ("0", 0), ("5000000", 500_000_000), ("5000000.00", 500_000_000), ("12.5", 1250),
            ("12.05", 1205),
            ("-12.5", -1250), ("-0", 0), ("0.01", 1), ("007", 700),
            ("10000000000000", 1_000_000_000_000_000),
            ("-10000000000000.00", -1_000_000_000_000_000),
            // Refused.
            ("", nil), ("-", nil), ("12abc", nil), ("abc", nil), ("5.000", nil), ("5,000", nil),
            ("5.", nil),
            (".5", nil), ("1.2.3", nil), ("1.-5", nil), ("+5", nil), ("--5", nil), ("5-", nil),
            ("1e6", nil),
            ("5 000", nil), (" 5", nil), ("Rp5000", nil), ("٣", nil), ("0x10", nil),
            ("1.5a", nil), ("1.a5", nil),
            // Above ten trillion rupiah it is a typing error, and far above no overflow.
            ("10000000000000.01", nil), ("99999999999999", nil), ("100000000000000", nil),
            ("99999999999999999999999999", nil),
        ] as [(String, Int64?)]
    )
    func amounts(_ text: String, _ sen: Int64?) {
        #expect(Self.read(text, CellValue.amount)?.sen == sen)
    }

    @Test(
        "hold days that exist",
        arguments: [
            ("2026-11-22", true), ("2024-02-29", true), ("1850-01-01", true), ("2200-12-31", true),
            ("2026-02-30", false), ("2026-02-29", false), ("2026-13-01", false),
            ("2026-00-10", false),
            ("2026-01-00", false), ("2026-1-1", false), ("22-11-2026", false),
            ("2026/11/22", false),
            ("20261122", false), ("2026-11-22 ", false), ("2026-11-2a", false),
            ("1849-12-31", false),
            ("2201-01-01", false), ("0000-00-00", false), ("", false), ("45000", false),
        ]
    )
    func days(_ text: String, _ isDay: Bool) {
        let day = Self.read(text, CellValue.day)
        #expect((day != nil) == isDay)
        if isDay { #expect(day?.description == text) }
    }

    @Test(
        "hold months of 1990 to 2099",
        arguments: [
            ("2026-01", true), ("2026-12", true), ("1990-01", true), ("2099-12", true),
            ("2026-00", false),
            ("2026-13", false), ("1989-12", false), ("2100-01", false), ("2026-1", false),
            ("01-2026", false),
            ("202601", false), ("2026-011", false), ("2026/01", false), ("9999-01", false),
            ("", false),
        ]
    )
    func months(_ text: String, _ isMonth: Bool) {
        let month = Self.read(text, CellValue.month)
        #expect((month != nil) == isMonth)
        if isMonth { #expect(month?.description == text) }
    }

    @Test(
        "hold lists of programmes, of which JKP adds nothing",
        arguments: [
            ("JKK;JKM;JHT;JP", "JKK;JKM;JHT;JP"), ("jp; jkk", "JKK;JP"), ("JKK;JKP", "JKK"),
            ("JHT;JHT", "JHT"),
            ("JKP", nil), ("JKK,JKM", nil), ("JKK;", nil), ("", nil), ("JPK", nil),
            ("JKK;;JKM", nil), ("J", nil),
        ] as [(String, String?)]
    )
    func programmes(_ text: String, _ expected: String?) {
        #expect(Self.read(text, CellValue.programmes)?.text == expected)
    }

    @Test(
        "hold percentages exact to the millionth",
        arguments: [
            ("0.24", 2400), ("0,24", 2400), ("2", 20_000), ("100", 1_000_000), ("0.0024", 24),
            ("5.", nil),
            ("0.00241", nil), ("101", nil), ("-1", nil), ("", nil), ("1.2.3", nil), (".5", nil),
            ("x", nil), ("٣", nil),
        ] as [(String, Int64?)]
    )
    func percentages(_ text: String, _ millionths: Int64?) {
        #expect(CellValue.percent(text)?.millionths == millionths)
    }

    @Test(
        "hold a class as number, Roman number or rate (PP 44/2015 art. 16)",
        arguments: [
            ("1", 1), ("5", 5), ("I", 1), ("iv", 4), ("V", 5), ("0.24%", 1), ("\"0,54%\"", 2),
            ("1.74 %", 5),
            ("0", nil), ("6", nil), ("VI", nil), ("IIII", nil), ("0.24", nil), ("0.25%", nil),
            ("%", nil), ("", nil),
        ] as [(String, Int?)]
    )
    func classes(_ cell: String, _ expected: Int?) throws {
        let records = try FileReading.read("npp,nama,kelas_jkk\n12004518,PT Batik,\(cell)")
        #expect(records.employerRows.first?.riskClass == expected)
        #expect(records.counts.rejected == (expected == nil ? 1 : 0))
    }
}
