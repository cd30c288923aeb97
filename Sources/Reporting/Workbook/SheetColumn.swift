/// A column of a sheet: what people read above it, and the column of the CSV file it stands for.
struct SheetColumn: Sendable {
    /// The column in the CSV file.
    let name: String
    /// The words above the column.
    let heading: String
    /// The narrowest and the widest it may be, in digits; in between its cells decide.
    let width: ClosedRange<Int>
    /// What the column holds, for the first sheet.
    let meaning: String
    /// Whether its cells stand at the right.
    let isNumber: Bool

    init(
        _ name: String,
        _ heading: String,
        _ width: ClosedRange<Int>,
        _ meaning: String,
        isNumber: Bool = false
    ) {
        self.name = name
        self.heading = heading
        self.width = width
        self.meaning = meaning
        self.isNumber = isNumber
    }

    /// A column of counts.
    static func count(_ name: String, _ heading: String, _ meaning: String) -> SheetColumn {
        SheetColumn(name, heading, 10...12, meaning, isNumber: true)
    }

    /// A column of amounts.
    static func amount(_ name: String, _ heading: String, _ meaning: String) -> SheetColumn {
        SheetColumn(name, heading, 13...26, meaning, isNumber: true)
    }

    /// A column of days.
    static func day(_ name: String, _ heading: String, _ meaning: String) -> SheetColumn {
        SheetColumn(name, heading, 13...13, meaning)
    }
}

/// A sheet with the rows of a CSV file.
protocol TableSheet {
    /// The name on the tab.
    var name: String { get }
    /// The CSV file with the same rows.
    var fileName: String { get }
    /// What a row is.
    var meaning: String { get }
    var columns: [SheetColumn] { get }
    /// How many columns stay in place when one scrolls to the right.
    var frozenColumns: Int { get }
    /// How many columns are printed; the others are for the screen.
    var printedColumns: Int { get }
    /// How many rows the CSV file has, and how many of them the sheet holds.
    var rows: SheetRows { get }

    /// Writes the rows; only when the sheet holds any.
    func fill(_ writer: inout SheetWriter)
}

/// Which rows of a CSV file a sheet holds.
enum SheetRows: Equatable {
    case all(Int)
    /// Only the workers who need action.
    case needingAction(Int, of: Int)
    case none(of: Int)

    /// The most rows of a sheet; Excel itself ends at 1,048,576.
    ///
    /// More than people go through by hand, and few enough to add a fraction of a second to a run.
    static let limit = 10_000

    /// All rows when they fit, else none.
    init(_ count: Int) {
        self = count <= Self.limit ? .all(count) : .none(of: count)
    }

    /// All rows when they fit, else those that need action when these fit, else none.
    init(_ count: Int, needingAction: Int) {
        self.init(count)
        if case .none = self, needingAction <= Self.limit {
            self = .needingAction(needingAction, of: count)
        }
    }

    /// How many rows the sheet holds.
    var count: Int {
        switch self {
        case .all(let count), .needingAction(let count, _): count
        case .none: 0
        }
    }
}

extension TableSheet {
    var printedColumns: Int { columns.count }

    /// Why the sheet does not hold every row; nil when it does.
    var note: String? {
        let limit = AmountText.count(SheetRows.limit)
        switch rows {
        case .all: return nil
        case .needingAction(let count, let total):
            return "Hanya \(AmountText.count(count)) pekerja yang perlu tindakan (penyebab selain "
                + "\u{201C}Tidak ada masalah\u{201D}), dari \(AmountText.count(total)) pekerja: "
                + "batas lembar ini \(limit) baris. Semuanya ada di \(fileName)."
        case .none(let total):
            return "Lembar ini tidak diisi: ada \(AmountText.count(total)) baris, batasnya "
                + "\(limit). Semuanya ada di \(fileName)."
        }
    }
}
