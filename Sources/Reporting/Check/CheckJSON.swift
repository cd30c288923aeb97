private import Contributions
private import Foundation

/// What `iuran check` says, for programs.
package enum CheckJSON {
    /// Renders what was found of each file; every problem is listed.
    package static func render(_ uploads: [UploadSummary]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = Document(files: uploads.map(FileEntry.init))
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }

    private struct Document: Encodable {
        var format = "iuran-periksa/1"
        var files: [FileEntry]

        enum CodingKeys: String, CodingKey {
            case format
            case files = "berkas"
        }
    }

    private struct FileEntry: Encodable {
        var name: String
        var verdict: String
        var kind: String?
        var profile: String?
        var score: Int?
        var runnerUp: String?
        var knownHeadings: Int?
        var headings: Int?
        var workers: Int
        var encoding: String?
        var delimiter: String?
        var employers: [String]
        var months: [String]
        var lines: LineEntry
        var totals: [String: String]
        var ignoredColumns: [String]
        var problems: [ProblemEntry]

        enum CodingKeys: String, CodingKey {
            case name = "berkas"
            case verdict = "keputusan"
            case kind = "jenis"
            case profile = "profil"
            case score = "kecocokan_permil"
            case runnerUp = "profil_berikutnya"
            case knownHeadings = "judul_dikenal"
            case headings = "judul"
            case workers = "pekerja"
            case encoding = "penulisan"
            case delimiter = "pemisah"
            case employers = "npp"
            case months = "blth"
            case lines = "baris"
            case totals = "jumlah"
            case ignoredColumns = "kolom_diabaikan"
            case problems = "masalah"
        }

        init(_ upload: UploadSummary) {
            name = upload.name
            verdict = upload.verdict.rawValue
            kind = upload.kind.isEmpty ? nil : upload.kind
            profile = upload.recognition?.profile
            score = upload.recognition?.score
            runnerUp = upload.recognition?.runnerUp
            knownHeadings = upload.recognition?.headings.known
            headings = upload.recognition?.headings.all
            workers = upload.workerCount
            encoding = upload.recognition?.encoding
            delimiter = upload.recognition?.delimiter
            employers = upload.employers
            months = upload.months.map(\.description)
            lines = LineEntry(upload.lines)
            totals = Dictionary(
                uniqueKeysWithValues: upload.totals.map { ($0.code, $0.amount.decimalText) }
            )
            ignoredColumns = upload.recognition?.ignoredColumns ?? []
            problems = upload.problems.map(ProblemEntry.init)
        }
    }

    private struct LineEntry: Encodable {
        var header: Int
        var accepted: Int
        var rejected: Int
        var blank: Int
        var continuation: Int
        var skipped: [String: Int]

        enum CodingKeys: String, CodingKey {
            case header = "judul"
            case accepted = "diterima"
            case rejected = "ditolak"
            case blank = "kosong"
            case continuation = "lanjutan"
            case skipped = "dilewati"
        }

        init(_ lines: UploadSummary.Lines) {
            header = lines.header
            accepted = lines.accepted
            rejected = lines.rejected
            blank = lines.blank
            continuation = lines.continuation
            skipped = Dictionary(lines.skipped.map { ($0.name, $0.count) }, uniquingKeysWith: +)
        }
    }

    private struct ProblemEntry: Encodable {
        var code: String
        var severity: String
        var line: Int?
        var column: String?
        var value: String?
        var message: String
        var advice: String

        enum CodingKeys: String, CodingKey {
            case code = "kode"
            case severity = "tingkat"
            case line = "baris"
            case column = "kolom"
            case value = "nilai"
            case message = "pesan"
            case advice = "saran"
        }

        init(_ problem: UploadProblem) {
            code = problem.code.code
            severity = problem.code.severity.code
            line = problem.line > 0 ? problem.line : nil
            column = problem.column.isEmpty ? nil : problem.column
            value = problem.value.isEmpty ? nil : problem.value
            message = problem.fact.isEmpty ? problem.code.trigger : problem.fact
            advice = problem.code.advice
        }
    }
}
