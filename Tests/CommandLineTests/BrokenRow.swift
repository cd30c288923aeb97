/// A payroll with one bad row on line 3, between Sari's and Budi's.
struct BrokenRow: Sendable, CustomStringConvertible {
    var name: String
    var row: [UInt8]
    /// The column that the finding names; empty when it is about the whole row.
    var column = ""
    /// What was found; empty where the finding does not quote it.
    var found = ""
    /// A part of the message that says what was expected.
    var expected: String
    /// The codes of the findings on that line.
    var codes = ["baris-ditolak"]

    init(
        _ name: String,
        _ row: String,
        column: String = "",
        found: String = "",
        expected: String,
        codes: [String] = ["baris-ditolak"]
    ) {
        self.name = name
        self.row = Array(row.utf8)
        self.column = column
        self.found = found
        self.expected = expected
        self.codes = codes
    }

    var description: String { name }
}

extension BrokenRow {
    private static let amount = "diharapkan jumlah rupiah seperti 5000000 atau 5000000.00"
    private static let day = "diharapkan tanggal seperti 2026-11-22"
    private static let quotes = "apit seluruh sel dengan kutip"

    /// One row for everything that can be wrong with one.
    static let table = [
        BrokenRow(
            "too few cells",
            "12004518,2026-10,20010034567,3374097011949001,Dewi",
            found: "5",
            expected: "diharapkan 7 seperti judulnya"
        ),
        BrokenRow(
            "a wage with unquoted commas",
            "12004518,2026-10,20010034567,3374097011949001,Dewi,1994-11-30,5,000,000",
            found: "9",
            expected: "diharapkan 7 seperti judulnya"
        ),
        BrokenRow(
            "an amount in words",
            "12004518,2026-10,20010034567,3374097011949001,Dewi,1994-11-30,lima juta",
            column: "upah",
            found: "lima juta",
            expected: amount
        ),
        BrokenRow(
            "an amount with letters behind it",
            "12004518,2026-10,20010034567,3374097011949001,Dewi,1994-11-30,12abc",
            column: "upah",
            found: "12abc",
            expected: amount
        ),
        BrokenRow(
            "an amount with thousands points",
            "12004518,2026-10,20010034567,3374097011949001,Dewi,1994-11-30,5.000.000",
            column: "upah",
            found: "5.000.000",
            expected: amount
        ),
        BrokenRow(
            "an amount with an exponent",
            "12004518,2026-10,20010034567,3374097011949001,Dewi,1994-11-30,5E+06",
            column: "upah",
            found: "5E+06",
            expected: amount
        ),
        BrokenRow(
            "an amount in other digits",
            "12004518,2026-10,20010034567,3374097011949001,Dewi,1994-11-30,٥٠٠٠٠٠٠",
            column: "upah",
            found: "٥٠٠٠٠٠٠",
            expected: amount
        ),
        BrokenRow(
            "no amount",
            "12004518,2026-10,20010034567,3374097011949001,Dewi,1994-11-30,",
            column: "upah",
            expected: "diharapkan upah"
        ),
        BrokenRow(
            "an impossible date",
            "12004518,2026-10,20010034567,3374097011949001,Dewi,1994-02-30,5000000",
            column: "tanggal_lahir",
            found: "1994-02-30",
            expected: day
        ),
        BrokenRow(
            "a date in another notation",
            "12004518,2026-10,20010034567,3374097011949001,Dewi,30/11/1994,5000000",
            column: "tanggal_lahir",
            found: "30/11/1994",
            expected: day
        ),
        BrokenRow(
            "a thirteenth month",
            "12004518,2026-13,20010034567,3374097011949001,Dewi,1994-11-30,5000000",
            column: "blth",
            found: "2026-13",
            expected: "diharapkan bulan seperti 2026-10"
        ),
        BrokenRow(
            "a month in words",
            "12004518,Okt-26,20010034567,3374097011949001,Dewi,1994-11-30,5000000",
            column: "blth",
            found: "Okt-26",
            expected: "diharapkan bulan seperti 2026-10"
        ),
        BrokenRow(
            "no employer",
            ",2026-10,20010034567,3374097011949001,Dewi,1994-11-30,5000000",
            column: "npp",
            expected: "diharapkan NPP"
        ),
        BrokenRow(
            "a broken NPP",
            "12 004,2026-10,20010034567,3374097011949001,Dewi,1994-11-30,5000000",
            column: "npp",
            found: "12 004",
            expected: "diharapkan NPP"
        ),
        BrokenRow(
            "a broken KPJ",
            "12004518,2026-10,2001/0034567,3374097011949001,Dewi,1994-11-30,5000000",
            column: "kpj",
            found: "2001/0034567",
            expected: "diharapkan KPJ"
        ),
        BrokenRow(
            "no number at all",
            "12004518,2026-10,,,Dewi,1994-11-30,5000000",
            column: "nik",
            expected: "diharapkan KPJ atau NIK"
        ),
        BrokenRow(
            "a NIK that a spreadsheet destroyed, and no KPJ",
            "12004518,2026-10,,\"3,37409E+15\",Dewi,1994-11-30,5000000",
            column: "nik",
            found: "3,37409E+15",
            expected: "diharapkan KPJ atau NIK",
            codes: ["baris-ditolak", "nik-rusak-excel"]
        ),
        BrokenRow(
            "no name",
            "12004518,2026-10,20010034567,3374097011949001,,1994-11-30,5000000",
            column: "nama",
            expected: "diharapkan nama"
        ),
        BrokenRow(
            "quotation marks that were meant to hold a cell together",
            "12004518,2026-10,20010034567,3374097011949001,Dewi \"A, B\",1994-11-30,5000000",
            expected: quotes
        ),
        BrokenRow(
            "a quotation mark that is closed too early",
            "12004518,2026-10,20010034567,3374097011949001,\"De\"wi,1994-11-30,5000000",
            expected: quotes
        ),
        BrokenRow(
            "a NUL byte",
            "12004518,2026-10,20010034567,3374097011949001,De\u{0}wi,1994-11-30,5000000",
            column: "nama",
            expected: "byte NUL"
        ),
        BrokenRow(
            "a carriage return inside the line",
            "12004518,2026-10,20010034567,3374097011949001,De\rwi,1994-11-30,5000000",
            expected: "CR"
        ),
        BrokenRow(
            "a cell of 70,000 characters",
            "12004518,2026-10,20010034567,3374097011949001,\(String(repeating: "A", count: 70_000)),,1",
            column: "nama",
            expected: "terlalu panjang (70000 byte, paling banyak 65535)"
        ),
        BrokenRow(
            "ten thousand cells",
            String(repeating: "x,", count: 10_000),
            expected: "terlalu banyak sel"
        ),
        BrokenRow(
            "a line of two million bytes",
            String(repeating: "x", count: 2_000_000),
            expected: "baris terlalu panjang"
        ),
    ]
}
