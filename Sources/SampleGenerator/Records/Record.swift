/// A row of an input file in the canonical form.
protocol Record: Sendable {
    static var columns: [Column] { get }

    /// The row's cells, one per column; an empty cell means that the value is absent.
    var cells: [String] { get }
}

/// A column of an input file.
struct Column: Sendable {
    let name: String

    /// A required column is written even where all its cells are empty.
    let isRequired: Bool
}

extension Column: ExpressibleByStringLiteral {
    /// Writes an optional column by its name, and a required one with an asterisk: `"npp*"`.
    init(stringLiteral text: String) {
        name = String(text.filter { $0 != "*" })
        isRequired = text.hasSuffix("*")
    }
}

extension Record {
    /// The row with something about it changed, for the one thing that a scenario shows.
    func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }
}

/// The cell of a value that may be absent.
func cell<Value: CustomStringConvertible>(_ value: Value?) -> String {
    value?.description ?? ""
}

/// The cell of an answer: Y, T, or nothing where the question was not asked.
func cell(yes answer: Bool?) -> String {
    switch answer {
    case .some(true): "Y"
    case .some(false): "T"
    case .none: ""
    }
}
