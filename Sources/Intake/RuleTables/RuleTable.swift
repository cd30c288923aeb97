internal import Contributions
private import DelimitedText

/// A table of the law: its name, and the columns that its file must have.
package enum RuleTable: String, CaseIterable, Sendable {
    case rates = "tarif"
    case pensionCaps = "batas_upah_jp"
    case pensionAges = "usia_pensiun"
    case reliefs = "keringanan"
    case dueDates = "jatuh_tempo"
    case lateFees = "denda"
    case comparisons = "pembandingan"
    case sizes = "skala_usaha"
    case holidays = "hari_libur"

    /// The table as it is embedded in the binary.
    package var embedded: [UInt8] {
        switch self {
        case .rates: PackageResources.tarif_csv
        case .pensionCaps: PackageResources.batas_upah_jp_csv
        case .pensionAges: PackageResources.usia_pensiun_csv
        case .reliefs: PackageResources.keringanan_csv
        case .dueDates: PackageResources.jatuh_tempo_csv
        case .lateFees: PackageResources.denda_csv
        case .comparisons: PackageResources.pembandingan_csv
        case .sizes: PackageResources.skala_usaha_csv
        case .holidays: PackageResources.hari_libur_csv
        }
    }
}

/// Why a rule table cannot be used: a mistake in settings, so the run cannot go on.
package struct RuleTableProblem: Error, CustomStringConvertible, Sendable {
    package var table: RuleTable
    package var line: Int
    package var message: String

    package var description: String {
        "rule table \(table.rawValue), line \(line): \(message)"
    }
}

/// The rows of a rule table under the names of their columns.
struct RuleRows {
    private let table: RuleTable
    private var header: [String: Int] = [:]
    private(set) var rows: [RuleRow] = []

    init(_ table: RuleTable, _ bytes: [UInt8]) throws(RuleTableProblem) {
        self.table = table
        var problem: RuleTableProblem?
        bytes.withUnsafeBufferPointer { buffer in
            var reader = RowReader(buffer, delimiter: UInt8(ascii: ","), isEndOfFile: true)
            while problem == nil {
                switch reader.next() {
                case .row where !reader.keepsStrayQuotes:
                    let cells = (0..<reader.row.count).map {
                        String(decoding: CellText.trimmed(reader.row[$0]), as: UTF8.self)
                    }
                    if header.isEmpty {
                        for (index, name) in cells.enumerated() { header[name] = index }
                    } else if cells.count != header.count {
                        problem = RuleTableProblem(
                            table: table,
                            line: reader.line,
                            message: "found \(cells.count) cells, expected \(header.count)"
                        )
                    } else {
                        rows.append(RuleRow(table, reader.line, header, cells))
                    }
                case .blank: continue
                case .row, .malformed:
                    problem = RuleTableProblem(
                        table: table,
                        line: reader.line,
                        message: "the line is not valid CSV in UTF-8"
                    )
                case .incomplete, .end: return
                }
            }
        }
        if let problem { throw problem }
        guard !rows.isEmpty else {
            throw RuleTableProblem(table: table, line: 1, message: "the table has no rows")
        }
    }
}

/// One row of a rule table.
struct RuleRow {
    private let table: RuleTable
    private let line: Int
    private let header: [String: Int]
    private let cells: [String]

    init(_ table: RuleTable, _ line: Int, _ header: [String: Int], _ cells: [String]) {
        self.table = table
        self.line = line
        self.header = header
        self.cells = cells
    }

    func text(_ column: String) throws(RuleTableProblem) -> String {
        guard let index = header[column] else { throw problem("column \(column) is missing") }
        return cells[index]
    }

    /// A cell that must be readable.
    func value<Value>(
        _ column: String,
        _ expected: String,
        _ read: (String) -> Value?
    ) throws(RuleTableProblem) -> Value {
        let text = try text(column)
        guard let value = read(text) else {
            throw problem("column \(column): found \"\(text)\", expected \(expected)")
        }
        return value
    }

    func int(_ column: String) throws(RuleTableProblem) -> Int {
        try value(column, "a whole number") { Int($0) }
    }

    func percent(_ column: String) throws(RuleTableProblem) -> Rate {
        try value(column, "a percentage with at most four decimals") { CellValue.percent($0) }
    }

    func flag(_ column: String) throws(RuleTableProblem) -> Bool {
        try value(column, "Y or T") { ["Y": true, "T": false][$0] }
    }

    func month(_ column: String) throws(RuleTableProblem) -> ContributionMonth {
        try value(column, "a month such as 2026-03", Self.month)
    }

    func validity() throws(RuleTableProblem) -> Validity {
        let last = try text("berlaku_sampai")
        return Validity(
            from: try month("berlaku_dari"),
            through: last.isEmpty ? nil : try month("berlaku_sampai")
        )
    }

    func legalBasis() throws(RuleTableProblem) -> String {
        try value("dasar_hukum", "the legal basis") { $0.isEmpty ? nil : $0 }
    }

    func problem(_ message: String) -> RuleTableProblem {
        RuleTableProblem(table: table, line: line, message: message)
    }

    private static func month(_ text: String) -> ContributionMonth? {
        var text = text
        return text.withUTF8 { CellValue.month($0) }
    }

    static func day(_ text: String) -> Day? {
        var text = text
        return text.withUTF8 { CellValue.day($0) }
    }

    static func amount(_ text: String) -> Rupiah? {
        var text = text
        return text.withUTF8 { CellValue.amount($0) }
    }

    static func programmes(_ text: String) -> ProgrammeSet? {
        var text = text
        return text.withUTF8 { CellValue.programmes($0) }
    }
}
