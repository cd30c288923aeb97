/// What a column of a file is.
///
/// Mostly a canonical column; some headings say too little, and the values decide.
package enum ColumnRole: Hashable, Sendable {
    case column(Column)
    /// `NIK`, which holds employee numbers or population numbers: its values decide.
    case nikOrEmployeeNumber
    /// `JHT` without a side, twice: the employer's and the worker's, told apart by their ratio.
    case unsidedJHT
    /// `JP` without a side, twice.
    case unsidedJP
    /// A column that the layout has and that nothing is read from.
    case known

    /// The name in a profile.
    package var name: String {
        switch self {
        case .column(let column): column.name
        case .nikOrEmployeeNumber: "nik_atau_no_pegawai"
        case .unsidedJHT: "jht"
        case .unsidedJP: "jp"
        case .known: "abaikan"
        }
    }

    /// The role of a name in a profile, or nil.
    package init?(name: String) {
        switch name {
        case "nik_atau_no_pegawai": self = .nikOrEmployeeNumber
        case "jht": self = .unsidedJHT
        case "jp": self = .unsidedJP
        default:
            guard let column = Column(name: name) else { return nil }
            self = .column(column)
        }
    }

    /// How many columns of a file have the role.
    var columnCount: Int {
        switch self {
        case .unsidedJHT, .unsidedJP: 2
        default: 1
        }
    }
}
