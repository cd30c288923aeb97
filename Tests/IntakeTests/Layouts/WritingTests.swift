import Contributions
import DelimitedText
import TestSupport
import Testing

@testable import Intake

/// The same table in every encoding, line end and delimiter that spreadsheets write.
@Suite("A file")
struct WritingTests {
    private static let text = """
        NPP;BLTH;No KPJ;Nama;Upah
        27014563;10-2026;15087654321;André Ma’ruf;5.000.000
        27014563;10-2026;15087654339;Siti;6.250.000

        """

    private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBigEndian ? bytes : bytes.reversed()
        }
    }

    /// Windows-1252 of a text whose other characters are é and ’.
    private static func windows1252(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "é": 0xE9
            case "\u{2019}": 0x92
            default: UInt8(scalar.value)
            }
        }
    }

    static let encodings: [(String, TextEncoding, [UInt8])] = [
        ("UTF-8", .utf8, Array(text.utf8)),
        ("UTF-8 with a mark", .utf8, [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
        (
            "UTF-16LE with a mark", .utf16LittleEndian,
            [0xFF, 0xFE] + utf16(text, isBigEndian: false)
        ),
        ("UTF-16LE", .utf16LittleEndian, utf16(text, isBigEndian: false)),
        ("UTF-16BE with a mark", .utf16BigEndian, [0xFE, 0xFF] + utf16(text, isBigEndian: true)),
        ("UTF-16BE", .utf16BigEndian, utf16(text, isBigEndian: true)),
        ("Windows-1252", .windows1252, windows1252(text)),
    ]

    @Test("is read in the encoding it is written in", arguments: encodings)
    func encoding(_ name: String, _ encoding: TextEncoding, _ bytes: [UInt8]) throws {
        let read = try ProfileReading(files: [bytes])
        #expect(read.files[0].encoding == encoding)
        #expect(read.names == ["André Ma’ruf", "Siti"])
        #expect(read.bases == [5_000_000_00, 6_250_000_00])
        #expect(read.lineCount() == 3)
    }

    @Test(
        "that is no text is refused",
        arguments: [
            // Half a UTF-16 unit, a lone surrogate, and a byte that Windows-1252 leaves undefined.
            [0xFF, 0xFE] + utf16(text, isBigEndian: false) + [0x41],
            [0xFF, 0xFE] + utf16(text, isBigEndian: false) + [0x00, 0xD8, 0x41, 0x00],
            windows1252(text) + [0x81],
        ]
    )
    func noText(_ bytes: [UInt8]) {
        let trouble = #expect(throws: ProfileTrouble.self) { try ProfileReading.file(bytes) }
        #expect(trouble == .notText)
    }

    @Test("may end its lines in LF, CR LF or CR", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(_ end: String) throws {
        for text in [Self.text, String(Self.text.dropLast())] {
            let read = try ProfileReading(
                text.split(separator: "\n", omittingEmptySubsequences: false)
                    .joined(separator: end)
            )
            #expect(read.names == ["André Ma’ruf", "Siti"])
            #expect(read.bases == [5_000_000_00, 6_250_000_00])
            #expect(read.lineCount() == 3)
        }
    }

    @Test(
        "is split at the delimiter that its table shows",
        arguments: [(";", Delimiter.semicolon), ("\t", .tab), ("|", .bar), (",", .comma)]
    )
    func delimiter(_ text: String, _ delimiter: Delimiter) throws {
        let table = """
            NPP;BLTH;No KPJ;Nama Karyawan;Upah
            27014563;10-2026;15087654321;"Budi Hartono, S.E.";5000000
            27014563;10-2026;15087654339;Siti;6250000
            """
        let read = try ProfileReading(table.replacing(";", with: text))
        #expect(read.files[0].delimiter == delimiter)
        #expect(read.names == ["Budi Hartono, S.E.", "Siti"])
    }

    @Test("is not split at the commas between thousands, be they ever so regular")
    func thousands() throws {
        let read = try ProfileReading(
            """
            No KPJ;Nama;Upah;Rapel
            15087654321;Budi;5,000,000;1,000,000
            15087654339;Siti;6,250,000;2,000,000
            15087654347;Ayu;7,250,000;3,000,000
            15087654355;Dewi;8,250,000;4,000,000
            """,
            hints: {
                var hints = IntakeHints()
                hints.npp = Array("27014563".utf8)
                hints.month = blth("2026-10")
                return hints
            }()
        )
        #expect(read.files[0].delimiter == .semicolon)
        #expect(read.bases == [6_000_000_00, 8_250_000_00, 10_250_000_00, 12_250_000_00])
    }

    @Test("keeps quotation marks that follow no rule, and says so")
    func quotes() throws {
        let read = try ProfileReading(
            """
            NPP;BLTH;No KPJ;Nama;Upah;Unit Kerja
            27014563;10-2026;15087654321;Budi "Bud" Hartono;5000000;PT "Maju"
            27014563;10-2026;15087654339;"Siti "Ti" Rahma";6250000;Braga
            27014563;10-2026;15087654347;"Ayu ""Yu"" Lestari";6250000;Braga
            27014563;10-2026;15087654355;"Dewi "De" Sari;6250000;Braga
            """
        )
        #expect(read.names == ["Budi \"Bud\" Hartono", "Siti \"Ti\" Rahma", "Ayu \"Yu\" Lestari"])
        #expect(read.text(read.payroll[0].unit) == "PT \"Maju\"")
        #expect(read.messages(.strayQuotes).count == 2)
        // A quote that is opened and never closed says nothing about where its cell ends.
        #expect(read.counts() == [3, 1])
        #expect(read.rejections[0].hasPrefix("5 : ada tanda kutip"))
        #expect(read.lineCount() == 5)
    }

    @Test("accounts for a broken record of several lines")
    func brokenRecord() throws {
        let long = String(repeating: "x", count: 70_000)
        let read = try ProfileReading(
            """
            NPP;BLTH;No KPJ;Nama;Upah
            27014563;10-2026;15087654321;"Budi
            \(long)";5000000
            27014563;10-2026;15087654339;Siti;6250000
            """
        )
        #expect(read.counts() == [1, 1])
        #expect(read.lineCount() == 4)
    }

    @Test("of pairs is read as a spreadsheet writes it")
    func pairs() throws {
        let read = try ProfileReading(
            """
            NPP;KPJ;KPJ Lain;NIK Lain;Alasan;Oleh;Berlaku Sampai
            27014563;15087654321;11030099887;'3174052308859010;kartu lama;Ratna, HRD;31/12/2026

            """
        )
        #expect(read.files[0].layout.kind == .pairs)
        let pair = try #require(read.records.pairs.first)
        #expect(pair.otherKPJ.text.decimalValue == 11_030_099_887)
        #expect(pair.otherNIK.text.decimalValue == 3_174_052_308_859_010)
        #expect(pair.decider == "Ratna, HRD" && pair.reason == "kartu lama")
        #expect(pair.until == day("2026-12-31"))
    }

    @Test("with passports alone has rows all the same")
    func passports() throws {
        let read = try ProfileReading(
            """
            NPP;BLTH;Nama;No Paspor;Kewarganegaraan;Upah
            27014563;10-2026;Li Wei;E77123456;Tiongkok;5.000.000
            27014563;10-2026;Kenji;TK1234567;WNA;6.250.000

            """
        )
        #expect(read.names == ["Li Wei", "Kenji"])
        #expect(
            read.records.payroll.map(\.person) == [[.passport, .foreign], [.passport, .foreign]]
        )
    }
}
