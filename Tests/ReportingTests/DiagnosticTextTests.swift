internal import Contributions
internal import Reporting
internal import Testing

/// A finding as a terminal shows it.
@Suite("A diagnostic")
struct DiagnosticTextTests {
    @Test("is a line that says where and what, and one that says what to do")
    func whole() {
        let text = DiagnosticText(
            .damagedNIK,
            file: "payroll.csv",
            line: 4,
            column: "nik",
            value: "3,17401E+15",
            fact: "sudah kehilangan digit"
        )
        #expect(
            text.lines == [
                "payroll.csv:4: kesalahan: kolom \"nik\": \"3,17401E+15\" sudah kehilangan digit "
                    + "[nik-rusak-excel]",
                "  saran: format kolom NIK sebagai Teks di Excel, ekspor ulang, lalu unggah lagi",
            ]
        )
    }

    @Test(
        "leaves out what is absent",
        arguments: [
            ("a.csv", 2, "upah", "x", "a.csv:2: info: kolom \"upah\": \"x\" salah [kode]"),
            ("a.csv", 2, "upah", "", "a.csv:2: info: kolom \"upah\": salah [kode]"),
            ("a.csv", 2, "", "", "a.csv:2: info: salah [kode]"),
            ("a.csv", 0, "", "", "a.csv: info: salah [kode]"),
            ("", 0, "", "", "info: salah [kode]"),
        ]
    )
    func parts(_ file: String, _ line: Int, _ column: String, _ value: String, _ expected: String) {
        let text = DiagnosticText(
            file: file,
            line: line,
            column: column,
            severity: .info,
            code: "kode",
            value: value,
            fact: "salah"
        )
        #expect(text.lines == [expected])
    }

    @Test("says the trigger for want of a fact", arguments: FindingCode.allCases)
    func trigger(_ code: FindingCode) {
        #expect(
            DiagnosticText(code).lines == [
                "\(code.severity.code): \(code.trigger) [\(code.code)]", "  saran: \(code.advice)",
            ]
        )
    }

    @Test(
        "shows control characters as pictures",
        arguments: [
            ("a\nb", "a␊b"), ("a\r\nb", "a␍␊b"), ("\u{1B}[31mmerah", "␛[31mmerah"),
            ("\u{0}", "␀"), ("\u{7F}", "␡"), ("\u{9B}2J", "\u{FFFD}2J"), ("é 日", "é 日"),
        ]
    )
    func control(_ value: String, _ shown: String) {
        let text = DiagnosticText(.rowRejected, column: "nama", value: value, fact: "salah")
        #expect(text.lines[0] == "kesalahan: kolom \"nama\": \"\(shown)\" salah [baris-ditolak]")
        #expect(text.lines.allSatisfy { !$0.contains("\n") })
    }
}
