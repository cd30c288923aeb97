import Contributions
import Reporting
import Testing

/// No answer, card or letter has a whole NIK in it, wherever the NIK stands.
@Suite("Privacy of diagnoses")
struct DiagnosisPrivacyTests {
    private static let nik = DiagnosisSamples.nik

    /// The sample with the NIK in every text that comes from files.
    private func exposed(_ sample: Diagnosis) -> Diagnosis {
        var diagnosis = sample
        let place = Place(file: "masuk/\(Self.nik)/\(Self.nik).csv", line: 4)
        diagnosis.name = "Dewi \(Self.nik)"
        diagnosis.kpj = Self.nik
        diagnosis.employer.name = "PT \(Self.nik)"
        diagnosis.evidence.payroll = place
        diagnosis.evidence.register = place
        diagnosis.evidence.money = place
        for index in diagnosis.openMonths.indices {
            diagnosis.openMonths[index].payroll = place
            diagnosis.openMonths[index].ledger = place
        }
        for index in diagnosis.findings.indices {
            diagnosis.findings[index].place = place
            diagnosis.findings[index].value = Self.nik
        }
        diagnosis.findings.append(
            NotedFinding(code: .nikDiffers, month: nil, place: place, column: "nik", value: "")
        )
        return diagnosis
    }

    /// All that is told of a diagnosis, line breaks and all spaces taken out.
    private func everything(_ diagnosis: Diagnosis) throws -> String {
        let head = DiagnosisSamples.head
        let person = PersonDiagnosis([diagnosis, diagnosis])
        var text = AnswerText.render(diagnosis, head) + AnswerText.render(person, head)
        for width in [60, 73, 86, 100] {
            text += DiagnosisCard.render(person, head, usesColour: false, width: width)
        }
        text += String(decoding: try LetterPage.render(diagnosis, head), as: UTF8.self)
        return text.filter { !$0.isWhitespace }
    }

    @Test("a whole NIK is in none of them", arguments: AnswerKind.allCases)
    func noWholeNIK(_ kind: AnswerKind) throws {
        let text = try everything(exposed(DiagnosisSamples.sample(kind)))
        #expect(!text.contains(Self.nik))
        #expect(text.contains("3273********9001"))
    }

    @Test(
        "a NIK of another length is not shown whole either",
        arguments: ["327301520490900", "32730152049090012", "A1234567", "1234567"]
    )
    func noOtherNumber(_ nik: String) throws {
        var sample = DiagnosisSamples.sample(.wrongPersonalData)
        sample.nik = nik
        #expect(!(try everything(sample)).contains(nik))
    }
}
