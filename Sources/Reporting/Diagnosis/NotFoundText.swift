internal import Contributions

/// What it means that a report knows nobody with a number, for a terminal.
package enum NotFoundText {
    /// - Parameters:
    ///   - kind: What was asked for: `kpj`, `nik` or `token`.
    ///   - asked: The number as it may be shown.
    ///   - hasBirth: Whether a birth date was to fit as well.
    ///   - candidates: Who nearly has the number.
    ///   - head: What the feed says of itself.
    ///   - width: The columns of the terminal.
    /// - Returns: Lines in Bahasa Indonesia.
    package static func render(
        kind: String,
        asked: String,
        hasBirth: Bool,
        candidates: [DiagnosisCandidate],
        _ head: FeedHead,
        width: Int
    ) -> String {
        let birth = hasBirth ? " dengan tanggal lahir itu" : ""
        var lines = [
            "TIDAK DITEMUKAN",
            "",
        ]
        lines += WrappedText.lines(
            "Tidak ada pekerja dengan \(kind.uppercased()) \(asked)\(birth) dalam laporan per "
                + "\(DateText.long(head.asOf)).",
            width: width
        )
        lines += ["", "Artinya salah satu dari ini:"]
        let hint =
            kind == "nik" && asked.count != 16
            ? "NIK mempunyai 16 angka, di sini \(asked.count); "
            : kind == "kpj" && asked.count == 16 ? "KPJ mempunyai 11 angka; ini mungkin NIK; " : ""
        let meanings = [
            hint + "nomornya salah ketik" + (candidates.isEmpty ? " (coba --candidates)" : ""),
            "perusahaannya tidak ada dalam data laporan ini",
            "ia tidak ada di payroll, buku iuran, maupun daftar peserta: tanyakan ke HRD apakah ia "
                + "sudah didaftarkan",
        ]
        for meaning in meanings {
            for (index, line) in WrappedText.lines(meaning, width: width - 4).enumerated() {
                lines.append((index == 0 ? "  - " : "    ") + line)
            }
        }
        if !candidates.isEmpty {
            lines += ["", "Mirip, bila ada satu salah ketik:"]
            for candidate in candidates {
                lines.append(
                    "  \(candidate.kind.rawValue.uppercased()) \(candidate.number)  "
                        + "\(candidate.name)  (\(candidate.difference))"
                )
            }
        }
        lines.append("")
        lines += WrappedText.lines(Caveat.text(head.asOf), width: width)
        return lines.joined(separator: "\n") + "\n"
    }
}
