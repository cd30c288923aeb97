private import Contributions
package import DelimitedText

/// Why a cell cannot be used.
struct CellProblem: Sendable {
    var column: String
    /// The cell as it stands in the file; empty for an empty one.
    var found: String
    var fault: CellFault
    /// What the cell should have been, in Bahasa Indonesia.
    var expected: String

    /// What is wrong with the cell, in words that read on from it.
    var remark: String {
        switch fault {
        case .missing: "kosong; diharapkan \(expected)"
        case .unreadable: "tidak dapat dibaca; diharapkan \(expected)"
        case .formula: "adalah rumus, bukan nilai; diharapkan \(expected)"
        case .damaged: "tidak utuh; diharapkan \(expected)"
        case .unknown: "tidak dikenal; diharapkan \(expected)"
        case .tooLarge: "terlalu besar; \(expected)"
        }
    }

    /// What is wrong, with the column and the cell.
    var message: String {
        let cell = found.isEmpty ? "" : "\"\(found)\" "
        return "kolom \"\(column)\": \(cell)\(remark)"
    }
}

/// In what way a cell cannot be used.
enum CellFault: Sendable {
    case missing
    case unreadable
    /// It begins as a formula of a spreadsheet does.
    case formula
    /// A spreadsheet turned a long number into a scientific one.
    case damaged
    /// A number that nobody has.
    case unknown
    /// An amount above ``Rupiah/largestCell``.
    case tooLarge

    /// The fault of a cell that is not what it should be.
    init(of cell: UnsafeBufferPointer<UInt8>) {
        let text = cell.first == CellText.unreadableMark ? cell.dropFirst() : cell[...]
        if let first = text.first {
            self = first == UInt8(ascii: "=") ? .formula : .unreadable
        } else {
            self = .missing
        }
    }
}

/// What cells are expected to hold, in Bahasa Indonesia.
enum Expectation {
    static let amount = "jumlah rupiah seperti 5000000 atau 5000000.00"
    static let amountWithinLimit = "paling banyak 10 triliun rupiah (10000000000000)"
    static let day = "tanggal seperti 2026-11-22"
    static let month = "bulan seperti 2026-10"
    static let yesOrNo = "Y atau T"
    static let npp = "NPP 6 sampai 10 angka atau huruf besar"
    static let kpj = "KPJ angka atau huruf besar, biasanya 11 angka"
    static let identity = "KPJ atau NIK yang utuh"
    static let identityOrPassport = "KPJ, NIK atau nomor paspor yang utuh"
    static let sex = "L atau P"
    static let otherIdentity = "KPJ atau NIK lain yang utuh, seperti di buku iuran"
    static let reason = "alasan pasangan ini"
    static let decider = "siapa yang memutuskan"
    static let listedEmployee =
        "nomor yang ada di daftar karyawan; kirim daftarnya bersama berkas ini"
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
    /// What is wrong with the record, in Bahasa Indonesia; a cell at fault is counted.
    package var message: String {
        cellIndex.map { "sel ke-\($0 + 1) \(remark)" } ?? remark
    }

    /// What is wrong with the record, or with the cell at fault, in Bahasa Indonesia.
    var remark: String {
        switch self {
        case .strayQuote:
            "ada tanda kutip di tengah sel; apit seluruh sel dengan kutip dan gandakan kutip di "
                + "dalamnya, dan ganti rumus dengan nilainya"
        case .unterminatedQuote:
            "tanda kutip dibuka tetapi tidak pernah ditutup; berkas mungkin terpotong"
        case .strayCarriageReturn: "ada tanda ganti baris (CR) di tengah baris"
        case .recordTooLong(let byteCount):
            "baris terlalu panjang (\(byteCount) byte, paling banyak \(RowLimits.recordBytes))"
        case .cellTooLong(_, let byteCount):
            "terlalu panjang (\(byteCount) byte, paling banyak \(RowLimits.cellBytes))"
        case .tooManyCells(let count):
            "terlalu banyak sel (\(count), paling banyak \(RowLimits.cells))"
        case .nulByte: "berisi byte NUL; simpan ulang berkas sebagai CSV UTF-8"
        case .notUTF8: "berisi huruf yang bukan UTF-8; simpan ulang berkas sebagai CSV UTF-8"
        }
    }
}
