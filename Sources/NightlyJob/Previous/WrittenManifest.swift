private import Foundation

/// The `manifest.json` of a report, as far as later runs ask it.
///
/// It may have been written by another version: what a reader can do without may be missing.
struct WrittenManifest: Sendable, Decodable {
    /// A file of the report.
    struct Output: Sendable, Decodable {
        var name: String
        var size: Int?
        var digest: String?

        enum CodingKeys: String, CodingKey {
            case name = "berkas"
            case size = "ukuran"
            case digest = "sha256"
        }
    }

    /// A file that the report was made from.
    struct Input: Sendable, Decodable {
        var name: String
        var kind: String?
        var size: Int?
        var digest: String?
        var state: String?

        enum CodingKeys: String, CodingKey {
            case name = "berkas"
            case kind = "jenis"
            case size = "ukuran"
            case digest = "sha256"
            case state = "keadaan"
        }
    }

    let asOf: String?
    let ledgerUntil: String?
    let inputs: [Input]
    let version: String?
    let settings: Manifest.SettingsEntry?
    let rules: [Manifest.RuleEntry]?
    /// The SHA-256 of the input files that were used.
    let usedInputs: Set<String>
    let outputs: [Output]

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Manifest.CodingKeys.self)
        let format = try values.decode(String.self, forKey: .format)
        guard format.hasPrefix(Manifest.formatName) else {
            throw DecodingError.dataCorruptedError(
                forKey: .format,
                in: values,
                debugDescription: "not the manifest of a report"
            )
        }
        outputs = try values.decode([Output].self, forKey: .outputs)
        asOf = try? values.decode(String.self, forKey: .asOf)
        ledgerUntil = try? values.decode(String.self, forKey: .ledgerUntil)
        version = try? values.decode(String.self, forKey: .version)
        settings = try? values.decode(Manifest.SettingsEntry.self, forKey: .settings)
        rules = try? values.decode([Manifest.RuleEntry].self, forKey: .rules)
        inputs = (try? values.decode([Input].self, forKey: .inputs)) ?? []
        usedInputs = Set(inputs.filter { $0.state != Manifest.refused }.compactMap(\.digest))
    }

    /// Reads the bytes of a manifest; nil where they are none.
    init?(_ bytes: [UInt8]) {
        guard let manifest = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else {
            return nil
        }
        self = manifest
    }

    /// The bytes of the manifest in a folder; nil where it has none.
    static func bytes(in folder: String) -> [UInt8]? {
        FileManager.default.contents(atPath: folder + "/manifest.json").map { [UInt8]($0) }
    }
}
