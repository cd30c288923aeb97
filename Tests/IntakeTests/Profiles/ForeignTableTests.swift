import Contributions
import DelimitedText
import TestSupport
import Testing

@testable import Intake

/// Tables that have nothing to do with payroll: refused with a message that helps, in bounded time,
/// and never taken as data, also where the user says the NPP and month of files that name none.
@Suite("A foreign table")
struct ForeignTableTests {
    private static let headers: [[String]] = [
        ["id", "date", "price", "bedrooms", "sqft_living", "zipcode"],
        ["sepal_length", "sepal_width", "petal_length", "petal_width", "species"],
        ["PassengerId", "Survived", "Pclass", "Name", "Sex", "Age", "Ticket", "Fare", "Cabin"],
        ["Kode Wilayah", "Provinsi", "Kabupaten", "Jumlah Penduduk", "Luas (km2)"],
        ["No", "Nama Barang", "Jumlah", "Harga Satuan", "Total"],
        ["Tanggal", "Keterangan", "Debet", "Kredit", "Saldo"],
        ["NIM", "Nama Mahasiswa", "Program", "Status", "IPK"],
        ["No", "Nama", "Alamat", "Email", "No HP"], ["nama", "nik", "tanggal_lahir", "alamat"],
        ["Invoice", "Customer", "Amount", "Due Date", "Status"],
        ["timestamp", "open", "high", "low", "close", "volume"],
        ["Employee", "Department", "Job Title", "Hire Date"],
        ["Order ID", "Nama Lengkap", "Total", "Tanggal Pembayaran"],
        ["periode", "unit", "divisi", "jumlah"], ["Bulan", "Curah Hujan", "Suhu"],
    ]
    private static let words = [
        "Jakarta", "2021-03-04", "04/05/2021", "12.5", "1,234", "x", "", "N/A", "\"a, b\"", "-17",
        "3273011505900007", "15087654321", "Total", "Budi", "0", "true", "3,27301E+15", "résumé",
        "\"say \"\"hi\"\"\"", "http://example.org/?a=1&b=2", "Rp 5.000",
    ]

    private static let hints: IntakeHints = {
        var hints = IntakeHints()
        hints.npp = Array("27014563".utf8)
        hints.month = blth("2026-10")
        return hints
    }()

    /// A random table; nobody's payroll.
    private static func table(_ seed: Int) -> String {
        var random = SeededRandom(seed: seed)
        let delimiter = [",", ";", "\t", "|"][Int.random(in: 0..<4, using: &random)]
        var lines: [String] = []
        for _ in 0..<Int.random(in: 0..<4, using: &random) where seed % 3 == 0 {
            lines.append(words.randomElement(using: &random) ?? "")
        }
        var width = [1, 2, 5, 12, 60][Int.random(in: 0..<5, using: &random)]
        if seed % 4 != 0 {
            let header = headers[Int.random(in: 0..<headers.count, using: &random)]
            width = header.count
            lines.append(header.joined(separator: delimiter))
        }
        for _ in 0..<Int.random(in: 0..<40, using: &random) {
            let isRagged = Int.random(in: 0..<20, using: &random) == 0
            let count = isRagged ? Int.random(in: 0..<80, using: &random) : width
            let cells = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
            lines.append(cells.joined(separator: delimiter))
        }
        return lines.joined(separator: seed % 5 == 0 ? "\r\n" : "\n")
    }

    @Test("is refused with what was found in it", arguments: 0..<200)
    func refused(_ seed: Int) throws {
        let text = Self.table(seed)
        for hints in [IntakeHints(), Self.hints] {
            let trouble = try #require(
                try ProfileReading.trouble(text, hints: hints),
                "taken as data: \(text)"
            )
            #expect(!trouble.message.isEmpty)
            #expect(trouble.message.count < 3_000)
            #expect(trouble.code.severity == .grave)
        }
    }

    @Test("of random bytes is refused or empty, and crashes nothing", arguments: 0..<50)
    func bytes(_ seed: Int) throws {
        var random = SeededRandom(seed: seed)
        let alphabet =
            Array(",;\t|\"\n\r 019aZ.-\u{0}\u{FF}NPPnik".utf8) + [0xFE, 0xFF, 0xEF, 0xBB]
        let count = Int.random(in: 0..<4_000, using: &random)
        let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        #expect(throws: ProfileTrouble.self) {
            try ProfileReading.file(bytes, hints: Self.hints)
        }
    }

    /// Shapes at the limits of what a file may be, with their size.
    static let shapes: [(String, String)] = [
        ("one column", (0..<100_000).map { "\($0)\n" }.joined()),
        ("500 columns", wide(500, 200)), ("4000 columns", wide(4_000, 60)),
        (
            "100000 rows",
            "id,date,price\n" + (0..<100_000).map { "\($0),2021-03-04,12.50\n" }.joined()
        ),
        ("empty cells", String(repeating: ",,,,,,,,\n", count: 50_000)),
        (
            "long cells",
            String(repeating: String(repeating: "kata ", count: 12_000) + ",x\n", count: 30)
        ),
        ("open quotes", String(repeating: "1,\"abc\n", count: 20_000)),
        ("stray quotes", "a,b\n" + String(repeating: "1,a\"b\"c\n", count: 50_000)),
    ]

    private static func wide(_ columns: Int, _ rows: Int) -> String {
        let header = (0..<columns).map { "Kolom \($0)" }.joined(separator: ",")
        let row = (0..<columns).map { "\($0 * 7)" }.joined(separator: ",")
        return header + "\n" + String(repeating: row + "\n", count: rows)
    }

    @Test("of any shape is refused in bounded time", arguments: shapes)
    func bounded(_ name: String, _ text: String) throws {
        let clock = ContinuousClock()
        var trouble: ProfileTrouble?
        let time = try clock.measure {
            trouble = try ProfileReading.trouble(text, hints: Self.hints)
        }
        #expect(trouble != nil, "\(name)")
        // A release build takes a tenth of this; a quadratic search takes minutes.
        #expect(time < .seconds(30), "\(name): \(time)")
    }
}
