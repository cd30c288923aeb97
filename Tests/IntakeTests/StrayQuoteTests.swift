internal import Contributions
internal import Intake
internal import TestSupport
internal import Testing

@Suite("A row with stray quotation marks")
struct StrayQuoteTests {
    /// The findings as `code line column: value, message`.
    private static func findings(_ row: String) throws -> [String] {
        let rows = try FileReading.read("npp,kpj,nama,asal\n12004518,1,Ani,\n\(row)\n")
        #expect(rows.counts.accepted + rows.counts.rejected == 2)
        return rows.findings.map { finding in
            let value: String
            let message: String
            switch finding.detail {
            case .text(let found, let text), .remark(let found, let text):
                (value, message) = (found, text)
            default: return "?"
            }
            return "\(finding.code.code) \(finding.source?.line ?? 0) \(finding.column): "
                + "\(value), \(message)"
        }
    }

    @Test(
        "counts, and a finding says how its cell was read",
        arguments: [
            (
                "12004518,2,S\"ari,Solo",
                ["kutip-tidak-lazim 3 nama: S\"ari, dibaca S\"ari"]
            ),
            (
                "12004518,2,Sari,\"Kota \"Solo\" Baru\"",
                ["kutip-tidak-lazim 3 : Kota \"Solo\" Baru, dibaca Kota \"Solo\" Baru"]
            ),
            // Two cells with quotation marks: which of them is right is not for us to say.
            ("12004518,2,\"S\"\"ari\",So\"lo", ["kutip-tidak-lazim 3 : , "]),
            // Well-formed ones are nothing to speak of.
            ("12004518,2,\"S\"\"ari\",\"\"\"Solo\"\"\"", []),
        ] as [(String, [String])]
    )
    func counts(_ row: String, _ expected: [String]) throws {
        #expect(try Self.findings(row) == expected)
    }

    @Test("keeps them in the name")
    func keeps() throws {
        let text = "npp,kpj,nama\n12004518,2,S\"ar\"i\n12004518,3,\"PT \"Maju\" Jaya\"\n"
        let records = try FilesInMemory([("a.csv", Array(text.utf8))]).records
        let names = records.register.map { records.texts.string(of: $0.name) }
        #expect(names == ["S\"ar\"i", "PT \"Maju\" Jaya"])
    }

    @Test("that cannot be used for another reason has that finding only")
    func rejected() throws {
        let findings = try Self.findings("12 004,2,S\"ari,Solo")
        #expect(findings.count == 1)
        #expect(findings.first?.hasPrefix("baris-ditolak 3 npp: 12 004, ") == true)
    }

    @Test("is refused as a header")
    func header() throws {
        #expect(throws: FileProblem.self) { try FileReading.head("npp,kpj,na\"ma\n") }
    }
}
