/// An input file in the making.
package struct InputTable: Sendable {
    /// The name of the file.
    package var name: String
    package var columns: [String]
    /// The cells by column; an absent one is empty.
    package var rows: [[String: String]]

    package init(_ name: String, _ columns: [String], _ rows: [[String: String]] = []) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// The file as CSV, every cell quoted that needs it.
    package var text: String {
        let lines = rows.map { row in
            columns.map { Self.quoted(row[$0] ?? "") }.joined(separator: ",") + "\n"
        }
        return columns.joined(separator: ",") + "\n" + lines.joined()
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { ",\"\n".contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}

/// The columns of the canonical inputs that tests write.
package enum InputColumns {
    package static let payroll = [
        "npp", "blth", "kpj", "nik", "nama", "tanggal_lahir", "upah", "rapel", "program",
        "no_pegawai", "unit",
    ]
    package static let ledger = [
        "npp", "blth", "kpj", "nik", "nama", "upah", "jkk", "jkm", "jht_pemberi_kerja",
        "jht_tenaga_kerja", "jp_pemberi_kerja", "jp_tenaga_kerja", "jkp_pemberi_kerja",
        "kode_iuran", "tanggal_bayar",
    ]
    package static let register = [
        "npp", "kpj", "nik", "nama", "tanggal_nonaktif", "status", "akun_jmo",
    ]
    package static let payments = ["npp", "tanggal_bayar", "jumlah", "blth", "kode_iuran"]
    package static let employers = [
        "npp", "nama", "kelas_jkk", "skala_usaha", "program", "padat_karya",
    ]

    /// The columns of a ledger that hold contributions.
    package static let contributions = [
        "jkk", "jkm", "jht_pemberi_kerja", "jht_tenaga_kerja", "jp_pemberi_kerja",
        "jp_tenaga_kerja", "jkp_pemberi_kerja",
    ]
}
