/// The diagnosis feed, `diagnosa.sqlite`: a row for each employer and worker, found by NIK or KPJ.
///
/// `Documentation/Feed.md` describes its tables for programs that read it. A later version may add
/// tables, columns and codes, and make a table a view of the same columns; anything else changes
/// ``version``.
package enum FeedFile {
    package static let fileName = "diagnosa.sqlite"
    /// The version of the tables, in SQLite's `user_version`.
    package static let version = 1
    /// Tells the file from other databases (SQLite's `application_id`): "iurn".
    static let applicationID = 0x6975_726E
}

/// Which identifying columns the feed carries (`umpan_kolom`).
package struct FeedFields: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let nik = FeedFields(rawValue: 1)
    package static let kpj = FeedFields(rawValue: 2)
    package static let name = FeedFields(rawValue: 4)
    package static let birth = FeedFields(rawValue: 8)
    package static let all: FeedFields = [.nik, .kpj, .name, .birth]

    /// The columns with their names in settings and tables.
    package static let named: [(name: String, field: FeedFields)] = [
        ("nik", .nik), ("kpj", .kpj), ("nama", .name), ("tanggal_lahir", .birth),
    ]

    package var names: [String] { Self.named.filter { contains($0.field) }.map(\.name) }
}

/// Keyed tokens of the workers' numbers, so that a feed can be asked without holding them.
package struct FeedTokens: Sendable {
    /// How many bytes of an HMAC-SHA256 make a token.
    package static let byteCount = 16

    /// The tokens in the order of the workers, one behind the other; zeros where there is no
    /// number.
    package var ofKPJ: [UInt8]
    package var ofNIK: [UInt8]
    /// Tells which key made them, without giving it away.
    package var keyMark: String
    /// Makes the token of a number that is not in the list.
    package var make: @Sendable (FeedNumberKind, String) -> [UInt8]

    package init(
        ofKPJ: [UInt8],
        ofNIK: [UInt8],
        keyMark: String,
        make: @escaping @Sendable (FeedNumberKind, String) -> [UInt8]
    ) {
        self.ofKPJ = ofKPJ
        self.ofNIK = ofNIK
        self.keyMark = keyMark
        self.make = make
    }
}

/// The kinds of number by which a worker is found.
package enum FeedNumberKind: String, CaseIterable, Sendable {
    case kpj
    case nik
}
