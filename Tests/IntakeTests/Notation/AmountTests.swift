import Contributions
import Testing

@testable import Intake

/// Amounts as people write them: both notations, and everything around the digits.
@Suite("An amount")
struct AmountTests {
    /// The sen of a cell in one notation, or nil.
    private func sen(_ text: String, _ notation: AmountNotation) -> Int64? {
        Array(text.utf8).withUnsafeBufferPointer { AmountText($0)?.amount(notation)?.sen }
    }

    @Test(
        "with a decimal comma is read exactly",
        arguments: [
            ("Rp 5.000.000,00", 5_000_000_00), ("Rp. 22.000.000,00", 22_000_000_00),
            ("Rp5.000.000", 5_000_000_00), ("rp 12,5", 12_50), ("IDR 1.500", 1500_00),
            ("1.500", 1500_00), ("12.500.000,75", 12_500_000_75), ("5000000", 5_000_000_00),
            ("5000000,50", 5_000_000_50), ("Rp 5.000,-", 5000_00), ("Rp 5.000.-", 5000_00),
            ("Rp\u{A0}5.000", 5000_00), ("750", 750_00), ("0", 0), ("0,00", 0),
        ] as [(String, Int64)]
    )
    func commaDecimal(_ text: String, _ expected: Int64) {
        #expect(sen(text, .commaDecimal) == expected)
    }

    @Test(
        "with a decimal point is read exactly",
        arguments: [
            ("5,000,000", 5_000_000_00), ("1,234,567.00", 1_234_567_00), ("102,607.81", 102_607_81),
            ("5000000.00", 5_000_000_00), ("5000000.5", 5_000_000_50), ("1,500", 1500_00),
            // What a float leaves behind.
            ("5000000.0", 5_000_000_00), ("5000000.0000", 5_000_000_00),
            ("1234.560000000", 1234_56),
        ] as [(String, Int64)]
    )
    func pointDecimal(_ text: String, _ expected: Int64) {
        #expect(sen(text, .pointDecimal) == expected)
    }

    @Test(
        "may be negative in many ways",
        arguments: [
            "(5.000)", "-5.000", "5.000-", "Rp -5.000", "-Rp 5.000", "(Rp 5.000)", "Rp (5.000)",
            "\u{2212}5.000", "- 5.000", "( 5.000 )",
        ]
    )
    func negative(_ text: String) {
        #expect(sen(text, .commaDecimal) == -5000_00)
    }

    @Test(
        "is refused where the digits do not say it exactly",
        arguments: [
            "", "lima juta", "12abc", "5.000.00", "5.00.000", ".500", "1.2.3", "1,2,3",
            "5000.000.000", "5.0000,00", "--5", "5 000", "Rp", "()", "(-)",
            "1.234.567,891", "3,27301E+15", "٣", "5000,", "1234.5600000001",
            "99.999.999.999.999", "10.000.000.000.000,01", "100000000000000000000",
        ]
    )
    func refused(_ text: String) {
        #expect(sen(text, .commaDecimal) == nil)
        #expect(sen(text, .pointDecimal) == nil)
    }

    @Test("of three digits behind its only separator is thousands, never a fraction")
    func thousands() {
        #expect(sen("1.500", .pointDecimal) == nil)
        #expect(sen("1,500", .commaDecimal) == nil)
        #expect(sen("5000000.000", .pointDecimal) == nil)
    }

    @Test("is at most ten trillion rupiah")
    func largest() {
        #expect(sen("10.000.000.000.000", .commaDecimal) == 1_000_000_000_000_000)
        #expect(sen("10000000000000.01", .pointDecimal) == nil)
    }
}

/// How a column writes its amounts, decided from all of them.
@Suite("A column of amounts")
struct AmountColumnTests {
    /// The bases of a payroll with these wages.
    private func bases(_ wages: String...) throws -> [Int64] {
        try ProfileReading(Self.payroll(wages)).bases
    }

    private static func payroll(_ wages: [String]) -> String {
        "NPP;BLTH;No KPJ;Nama;Upah\n"
            + wages.enumerated().map { place, wage in
                "27014563;2026-10;1508765432\(place);Budi;\(wage)\n"
            }
            .joined()
    }

    @Test("is read in the notation that all its values fit")
    func notations() throws {
        #expect(try bases("1.500", "750", "12.345.678,90") == [1500_00, 750_00, 12_345_678_90])
        #expect(try bases("1,500", "750", "12,345,678.90") == [1500_00, 750_00, 12_345_678_90])
        // No value tells: without separators both notations are the same.
        #expect(try bases("1500", "750") == [1500_00, 750_00])
        // One value tells for all.
        #expect(try bases("1.500", "2.500") == [1500_00, 2500_00])
        #expect(try bases("102.50", "99") == [102_50, 99_00])
    }

    @Test(
        "that contradicts itself refuses the file with both positions",
        arguments: [
            ["1.500", "1,234.50"], ["750", "1.500", "1,500"], ["5000000.00", "5.000.000"],
            ["1,234.50", "1.500"], ["12,5", "12.5"],
        ]
    )
    func contradiction(_ wages: [String]) throws {
        let trouble = try #require(try ProfileReading.trouble(Self.payroll(wages)))
        guard case .amountsContradict(let heading, let one, let other) = trouble else {
            Issue.record("\(trouble)")
            return
        }
        #expect(heading == "Upah")
        #expect(one.line == wages.count)
        #expect(other.line == wages.count + 1)
        #expect(one.text == wages[wages.count - 2])
        #expect(other.text == wages[wages.count - 1])
        #expect(trouble.code.code == "jumlah-bertentangan")
        #expect(!trouble.messageForLogs.contains(one.text))
    }

    @Test("leaves what is no amount to the row that holds it")
    func garbage() throws {
        let read = try ProfileReading(Self.payroll(["1.500", "lima juta", "2.500"]))
        #expect(read.bases == [1500_00, 2500_00])
        #expect(read.counts() == [2, 1])
        #expect(
            read.rejections == [
                "3 Upah: \"lima juta\" tidak dapat dibaca; "
                    + "diharapkan jumlah rupiah seperti 5000000 atau 5000000.00"
            ]
        )
    }

    @Test("takes a dash for nothing, also behind the currency")
    func dashes() throws {
        let read = try ProfileReading(
            """
            NPP;BLTH;No KPJ;Nama;Gaji Pokok;Tunjangan Tetap
            27014563;2026-10;15087654321;Budi;1.500;-
            27014563;2026-10;15087654339;Siti;2.500;Rp -
            27014563;2026-10;15087654347;Ayu;3.500; Rp.   --
            """
        )
        #expect(read.bases == [1500_00, 2500_00, 3500_00])
        #expect(read.repairs == ["2 Tunjangan Tetap: 3 sel: tanda hubung dianggap kosong"])
    }

    @Test("of cuts may be negative throughout, or positive throughout")
    func cuts() throws {
        func cuts(_ cells: String...) throws -> [Int64] {
            try ProfileReading(
                "NPP;BLTH;No KPJ;Nama;Upah;potongan_jht\n"
                    + cells.enumerated().map { place, cut in
                        "27014563;2026-10;1508765432\(place);Budi;5.000.000;\(cut)\n"
                    }
                    .joined()
            ).payroll.map(\.cutJHT.sen)
        }
        #expect(try cuts("-100.000", "(100.000)", "0") == [100_000_00, 100_000_00, 0])
        #expect(try cuts("100.000", "50.000") == [100_000_00, 50_000_00])
        // A refund among cuts stays what it is.
        #expect(try cuts("100.000", "-50.000") == [100_000_00, -50_000_00])
    }
}
