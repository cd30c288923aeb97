/// The programmes of BPJS Ketenagakerjaan for wage earners that a contribution is owed for.
///
/// JKP is not among them: nothing extra is owed for it (PP 37/2021), its ledger column belongs to
/// JKK.
package enum Programme: UInt8, CaseIterable, Sendable {
    case jkk
    case jkm
    case jht
    case jp

    /// The name as people write it.
    package var name: String {
        switch self {
        case .jkk: "JKK"
        case .jkm: "JKM"
        case .jht: "JHT"
        case .jp: "JP"
        }
    }
}

/// A set of programmes in one byte.
package struct ProgrammeSet: OptionSet, Hashable, Sendable, BitwiseCopyable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package init(_ programme: Programme) {
        self.init(rawValue: 1 << programme.rawValue)
    }

    /// No programme; named, because an empty literal of an option set is built at run time.
    package static let none = ProgrammeSet(rawValue: .zero)
    package static let jkk = ProgrammeSet(.jkk)
    package static let jkm = ProgrammeSet(.jkm)
    package static let jht = ProgrammeSet(.jht)
    package static let jp = ProgrammeSet(.jp)
    package static let all: ProgrammeSet = [.jkk, .jkm, .jht, .jp]

    /// The names joined as in the input: `JKK;JKM`.
    package var text: String {
        Programme.allCases.filter { contains(ProgrammeSet($0)) }.map(\.name).joined(separator: ";")
    }
}

/// One programme and side of a contribution, in the order of the report's columns.
public enum Share: Int, CaseIterable, Sendable {
    case jkk
    case jkm
    case jhtEmployer
    case jhtWorker
    case jpEmployer
    case jpWorker

    /// The name in columns and settings.
    package var column: String {
        switch self {
        case .jkk: "jkk"
        case .jkm: "jkm"
        case .jhtEmployer: "jht_pemberi_kerja"
        case .jhtWorker: "jht_tenaga_kerja"
        case .jpEmployer: "jp_pemberi_kerja"
        case .jpWorker: "jp_tenaga_kerja"
        }
    }

    /// The name in sentences for people.
    package var name: String {
        switch self {
        case .jkk: "JKK"
        case .jkm: "JKM"
        case .jhtEmployer: "JHT pemberi kerja"
        case .jhtWorker: "JHT tenaga kerja"
        case .jpEmployer: "JP pemberi kerja"
        case .jpWorker: "JP tenaga kerja"
        }
    }

    package var programme: Programme {
        switch self {
        case .jkk: .jkk
        case .jkm: .jkm
        case .jhtEmployer, .jhtWorker: .jht
        case .jpEmployer, .jpWorker: .jp
        }
    }
}
