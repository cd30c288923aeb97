internal import Testing

@testable internal import Intake

@Suite("A drafted profile")
struct DraftProfileTests {
    @Test(
        "can be read whatever stands in the headings",
        arguments: ["Ga\u{14}ji", "Gaji \"bruto\"", "Gaji\\bruto", "Gaji\u{85}", "Gaji: [x], #1"]
    )
    func canBeRead(_ heading: String) throws {
        let cell = heading.replacing("\"", with: "\"\"")
        let text = Array("Nama,No KPJ,\"\(cell)\"\nSari,19040012345,1\n".utf8)
        let yaml = try text.withUnsafeBufferPointer { bytes in
            try DraftProfile.yaml(bytes, name: "gaji.csv")
        }
        let profile = try IntakeProfile(yaml: yaml, source: "draf")
        #expect(profile.columns.map(\.role.name) == ["nama", "kpj"])
        #expect(profile.ignoredHeadings == [Heading(heading)])
    }
}
