private import Contributions
package import DelimitedText

/// Why a cell cannot be used.
struct CellProblem: Sendable {
    var column: String
    /// The cell as it stands in the file; empty for an empty one.
    var found: String
    /// What the cell should have been, in Bahasa Indonesia.
    var expected: String

    var message: String {
        found.isEmpty
            ? "kolom \"\(column)\" kosong; diharapkan \(expected)"
            : "kolom \"\(column)\": \"\(found)\" tidak dapat dibaca; diharapkan \(expected)"
    }
}

/// What cells are expected to hold, in Bahasa Indonesia.
enum Expectation {
    static let amount = "jumlah rupiah seperti 5000000 atau 5000000.00"
    static let day = "tanggal seperti 2026-11-22"
    static let month = "bulan seperti 2026-10"
    static let yesOrNo = "Y atau T"
    static let npp = "NPP 6 sampai 10 angka atau huruf besar"
    static let kpj = "KPJ angka atau huruf besar, biasanya 11 angka"
    static let identity = "KPJ atau NIK yang utuh"
    static let employeeNumber = "nomor pegawai"
    static let strayRow = "tidak ada baris pekerja di bawah baris penutup tabel"
    static let programmes = "daftar program seperti JKK;JKM;JHT;JP"
    static let name = "nama"
    static let wage = "upah, atau gaji_pokok + tunjangan_tetap, atau upah_harian"
    static let registerStatus = "aktif atau nonaktif"
    static let riskClass = "kelas 1-5, I-V, atau tarifnya seperti 0,24%"
    static let size = "besar, menengah, kecil atau mikro"
}

extension RowProblem {
    /// What is wrong with the record, in Bahasa Indonesia.
    package var message: String {
        switch self {
        case .strayQuote:
            "tanda kutip tidak berpasangan; apit seluruh sel dengan kutip dan gandakan kutip di dalamnya"
        case .unterminatedQuote:
            "tanda kutip dibuka tetapi tidak pernah ditutup; berkas mungkin terpotong"
        case .strayCarriageReturn: "ada tanda ganti baris (CR) di tengah baris"
        case .recordTooLong(let byteCount):
            "baris terlalu panjang (\(byteCount) byte, paling banyak \(RowLimits.recordBytes))"
        case .cellTooLong(let cellIndex, let byteCount):
            "sel ke-\(cellIndex + 1) terlalu panjang (\(byteCount) byte, paling banyak \(RowLimits.cellBytes))"
        case .tooManyCells(let count):
            "terlalu banyak sel (\(count), paling banyak \(RowLimits.cells))"
        case .nulByte: "ada byte NUL di baris ini; simpan ulang berkas sebagai CSV UTF-8"
        case .notUTF8: "tulisan bukan UTF-8; simpan ulang berkas sebagai CSV UTF-8"
        }
    }
}
