import Contributions
import Intake
import TestSupport
import Testing

@testable import NightlyJob

/// A canonical file that lacks a column is refused with its name: profiles and their synonyms must
/// not make something else of it.
@Suite("A canonical file")
struct CanonicalRefusalTests {
    /// The columns of each kind, of which none may be missing.
    private static let required: [(InputKind, [String])] = [
        (.payroll, ["npp", "blth", "kpj", "nama", "upah"]),
        (
            .ledger,
            [
                "npp", "blth", "kpj", "jkk", "jkm", "jht_pemberi_kerja", "jht_tenaga_kerja",
                "jp_pemberi_kerja", "jp_tenaga_kerja",
            ]
        ),
        (.employers, ["npp", "nama", "kelas_jkk"]),
        (.payments, ["npp", "tanggal_bayar", "jumlah"]),
    ]
    private static let values = [
        "npp": "27014563", "blth": "2026-10", "kpj": "15087654321", "nama": "Budi",
        "kelas_jkk": "2", "tanggal_bayar": "2026-11-10",
    ]

    /// Every kind with one column left out.
    static let lacking: [(kind: InputKind, columns: [String], missing: String)] =
        required.flatMap { kind, columns in
            columns.map { missing in (kind, columns.filter { $0 != missing }, missing) }
        }

    private func survey(_ columns: [String], _ intake: IntakeOptions) throws -> SurveyedFile {
        let cells = columns.map { Self.values[$0] ?? "1000" }
        let text = "\(columns.joined(separator: ","))\n\(cells.joined(separator: ","))\n"
        let folder = try WorkFolder(["file.csv": text])
        let candidate = InputCandidate(
            path: folder.path(of: "file.csv"),
            kind: nil,
            name: "file.csv"
        )
        return try #require(InputSurvey.survey([candidate], intake).first)
    }

    @Test("is read", arguments: required)
    func read(_ kind: InputKind, _ columns: [String]) throws {
        let file = try survey(columns, IntakeOptions())
        guard case .readable = file.state else {
            Issue.record("\(file.state)")
            return
        }
        #expect(file.kind == kind)
    }

    @Test("without a column is refused and told which", arguments: lacking)
    func refused(_ kind: InputKind, _ columns: [String], _ missing: String) throws {
        let file = try survey(columns, IntakeOptions())
        guard case .refused(let refusal) = file.state else {
            Issue.record("\(kind) without \(missing) was taken: \(file.state)")
            return
        }
        #expect(refusal.code.severity == .grave)
        #expect(refusal.message.lowercased().contains(missing), "\(refusal.message)")
    }
}
