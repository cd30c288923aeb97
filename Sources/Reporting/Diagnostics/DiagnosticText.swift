package import Contributions

/// What is wrong at one place of a file, as a terminal or an editor shows it.
///
/// The first line says where, how grave and what, the second what to do:
///
/// ```
/// payroll.csv:4: kesalahan: kolom "nik": "3,17401E+15" sudah kehilangan digit [nik-rusak-excel]
///   saran: format kolom NIK sebagai Teks di Excel, ekspor ulang, lalu unggah lagi
/// ```
///
/// A part that is absent is left out together with its separators: a file without a line is
/// `payroll.csv: …`, a finding about no file begins with its severity.
///
/// ```swift
/// let text = DiagnosticText(
///     .rowRejected,
///     file: "payroll.csv",
///     line: 4,
///     column: "upah",
///     value: "lima juta",
///     fact: "tidak dapat dibaca; diharapkan jumlah rupiah seperti 5000000"
/// )
/// for line in text.lines { print(line) }
/// ```
package struct DiagnosticText: Hashable, Sendable {
    /// The name of the file; whom it is about when it is about none, such as `NPP 12004518`.
    package var file: String
    /// The physical line, from 1; 0 when the finding is about the whole file.
    package var line: Int
    /// The column; empty when the finding is about the whole row.
    package var column: String
    package var severity: Severity
    /// The finding code, such as `nik-rusak-excel`.
    package var code: String
    /// The cell as it stands in the file, where ``fact`` reads on from it; else empty.
    package var value: String
    /// What is wrong.
    package var fact: String
    /// What to do; empty where there is nothing to say.
    package var advice: String

    package init(
        file: String = "",
        line: Int = 0,
        column: String = "",
        severity: Severity,
        code: String,
        value: String = "",
        fact: String,
        advice: String = ""
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.severity = severity
        self.code = code
        self.value = value
        self.fact = fact
        self.advice = advice
    }

    /// Takes severity and advice from the table of finding codes, and the trigger for want of a
    /// fact.
    package init(
        _ code: FindingCode,
        file: String = "",
        line: Int = 0,
        column: String = "",
        value: String = "",
        fact: String = ""
    ) {
        self.init(
            file: file,
            line: line,
            column: column,
            severity: code.severity,
            code: code.code,
            value: value,
            fact: fact.isEmpty ? code.trigger : fact,
            advice: code.advice
        )
    }
}

// MARK: - Text

extension DiagnosticText {
    /// The lines to print, without line ends: one, and a second one with the advice.
    ///
    /// Control characters of the data show as their pictures (`␛`, `␊`), so that a cell can
    /// neither break a line nor give orders to a terminal.
    package var lines: [String] {
        let place = line > 0 ? "\(file):\(line)" : file
        let parts = [place, severity.code, "\(sentence) [\(code)]"].filter { !$0.isEmpty }
        let first = Self.printable(parts.joined(separator: ": "))
        return advice.isEmpty ? [first] : [first, "  saran: \(Self.printable(advice))"]
    }

    /// What is wrong, without its place: `kolom "nik": "3,17401E+15" sudah kehilangan digit`.
    package var sentence: String {
        let subject = column.isEmpty ? "" : "kolom \"\(column)\": "
        return subject + (value.isEmpty ? fact : "\"\(value)\" \(fact)")
    }

    private static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(isControl(scalar) ? picture(of: scalar) : scalar)
        }
        return String(scalars)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }

    /// The picture of a control character, from the block U+2400.
    private static func picture(of control: Unicode.Scalar) -> Unicode.Scalar {
        switch control.value {
        case 0..<0x20: Unicode.Scalar(0x2400 + control.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        default: "\u{FFFD}"
        }
    }
}
