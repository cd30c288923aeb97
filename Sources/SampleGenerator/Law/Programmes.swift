/// The programmes that a worker is enrolled in.
struct Programmes: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let jkk = Programmes(rawValue: 1)
    static let jkm = Programmes(rawValue: 2)
    static let jht = Programmes(rawValue: 4)
    static let jp = Programmes(rawValue: 8)

    static let all: Programmes = [.jkk, .jkm, .jht, .jp]

    /// The spelling of the programme columns, `JKK;JKM;JHT;JP`.
    var text: String {
        [("JKK", Programmes.jkk), ("JKM", .jkm), ("JHT", .jht), ("JP", .jp)]
            .filter { contains($0.1) }
            .map(\.0)
            .joined(separator: ";")
    }
}

/// The size of an employer, which sets its compulsory programmes (Perpres 109/2013 article 6).
enum EmployerSize: String, Sendable {
    case besar
    case menengah
    case kecil
    case mikro

    var programmes: Programmes {
        switch self {
        case .besar, .menengah: .all
        case .kecil: [.jkk, .jkm, .jht]
        case .mikro: [.jkk, .jkm]
        }
    }
}
