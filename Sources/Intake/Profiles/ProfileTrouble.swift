package import Contributions

/// Why a file cannot be read through a profile: each a question to HR rather than a guess.
package enum ProfileTrouble: Error, Hashable, Sendable {
    case unknownLayout(found: [String], line: Int)
    case missingHeadings(profile: String, missing: [String], found: [String], line: Int)
    case tie(String, String, line: Int)
    case repeatedHeadings([String], line: Int)
    case notText
    case tooLarge(byteCount: Int)
    case nppNotStated
    case unreadableNPP(text: String, line: Int)
    case monthNotStated
    case unreadableMonth(text: String, line: Int)
    case periodOverTwoMonths(from: ContributionMonth, to: ContributionMonth, line: Int)
    case amountsContradict(heading: String, CellAt, CellAt)
    case datesContradict(heading: String, CellAt, CellAt)
    case dateOrderUnclear(heading: String, CellAt)
    case datesAgainst(DateOrder, heading: String, CellAt)
    case noKPJ(heading: String, CellAt)
    case sidesUnclear(heading: String)
    case damagedNIK(damaged: Int, of: Int, CellAt)
    case noRows(line: Int)

    /// A cell and the line it stands on.
    package struct CellAt: Hashable, Sendable {
        package var line: Int
        package var text: String
    }

    /// The kind of finding.
    package var code: FindingCode {
        switch self {
        case .unknownLayout, .missingHeadings, .tie, .repeatedHeadings, .notText, .tooLarge,
            .noRows:
            .fileRejected
        case .nppNotStated, .unreadableNPP, .monthNotStated, .unreadableMonth: .headNotStated
        case .periodOverTwoMonths: .periodUnclear
        case .amountsContradict: .amountsContradict
        case .datesContradict, .dateOrderUnclear, .datesAgainst: .datesUnclear
        case .noKPJ: .fileRejected
        case .sidesUnclear: .sidesUnclear
        case .damagedNIK: .fileDamaged
        }
    }

    /// The line it is about, where there is one.
    package var line: Int? {
        switch self {
        case .unknownLayout(_, let line), .missingHeadings(_, _, _, let line),
            .tie(_, _, let line), .repeatedHeadings(_, let line), .unreadableNPP(_, let line),
            .unreadableMonth(_, let line),
            .periodOverTwoMonths(_, _, let line), .noRows(let line):
            line
        case .amountsContradict(_, _, let cell), .datesContradict(_, _, let cell),
            .dateOrderUnclear(_, let cell), .damagedNIK(_, _, let cell),
            .datesAgainst(_, _, let cell), .noKPJ(_, let cell):
            cell.line
        case .notText, .tooLarge, .nppNotStated, .monthNotStated, .sidesUnclear: nil
        }
    }

    /// The heading of the column it is about, or empty.
    package var column: String {
        switch self {
        case .amountsContradict(let heading, _, _), .datesContradict(let heading, _, _),
            .dateOrderUnclear(let heading, _), .sidesUnclear(let heading),
            .datesAgainst(_, let heading, _), .noKPJ(let heading, _):
            heading
        default: ""
        }
    }

    /// What was found and expected, without anybody's data; in Bahasa Indonesia.
    package var messageForLogs: String {
        switch self {
        case .unknownLayout(let found, _):
            "judul kolom tidak dikenali dalam \(found.count) sel"
        case .unreadableNPP: "NPP di atas tabel tidak dapat dibaca"
        case .unreadableMonth: "bulan iuran di atas tabel tidak dapat dibaca"
        case .amountsContradict(let heading, let one, let other):
            "kolom \"\(heading)\" memakai dua cara menulis jumlah (baris \(one.line) dan \(other.line))"
        case .datesContradict(let heading, let one, let other):
            "kolom \"\(heading)\" memakai dua urutan tanggal (baris \(one.line) dan \(other.line))"
        case .datesAgainst(let order, let heading, let cell):
            "kolom \"\(heading)\" bukan tanggal \(order.rawValue) (baris \(cell.line))"
        case .noKPJ(let heading, _): "kolom \"\(heading)\" tidak berisi nomor KPJ"
        case .missingHeadings(let profile, let missing, let found, _):
            "paling mirip \(profile), tetapi tidak ada: \(missing.joined(separator: ", ")) "
                + "(dari \(found.count) judul)"
        case .repeatedHeadings(let headings, _):
            "\(headings.count) kolom berarti sama; sisakan satu"
        case .dateOrderUnclear(let heading, _):
            "kolom \"\(heading)\" dapat dibaca hari-bulan maupun bulan-hari"
        default: message
        }
    }

    /// What was found and expected, in Bahasa Indonesia.
    package var message: String {
        switch self {
        case .unknownLayout(let found, _):
            "judul kolom tidak dikenali; ditemukan: \(found.shownHeadings); diharapkan judul baku payroll, "
                + "buku iuran, pembayaran, daftar peserta atau perusahaan, atau tata letak yang dikenal"
        case .missingHeadings(let profile, let missing, let found, _):
            "paling mirip \(profile), tetapi tidak ada: \(missing.joined(separator: ", ")); "
                + "judul yang ditemukan: \(found.shownHeadings)"
        case .tie(let one, let other, _):
            "tata letak cocok dengan dua profil sama kuat: \(one) dan \(other); "
                + "pilih salah satu dengan --profile"
        case .repeatedHeadings(let headings, _):
            "beberapa kolom berarti sama: \(headings.shownHeadings); sisakan satu"
        case .notText: "tulisan bukan UTF-8, UTF-16 atau Windows-1252"
        case .tooLarge(let byteCount):
            "berkas \(byteCount) byte terlalu besar untuk tata letak ini, paling banyak "
                + "\(ProfiledFile.largestFile) byte; bagi menjadi beberapa berkas"
        case .nppNotStated:
            "NPP tidak ada di kolom maupun di atas tabel"
        case .unreadableNPP(let text, _):
            "NPP di atas tabel \"\(text)\" tidak dapat dibaca; diharapkan seperti 12345678"
        case .monthNotStated:
            "bulan iuran (BLTH) tidak ada di kolom maupun di atas tabel"
        case .unreadableMonth(let text, _):
            "bulan iuran di atas tabel \"\(text)\" tidak dapat dibaca; diharapkan seperti 05-2026"
        case .periodOverTwoMonths(let from, let to, _):
            "masa gaji meliputi dua bulan, \(from) dan \(to): iuran bulan manakah ini?"
        case .amountsContradict(let heading, let one, let other):
            "kolom \"\(heading)\": \"\(one.text)\" (baris \(one.line)) dan \"\(other.text)\" "
                + "(baris \(other.line)) tidak mungkin ditulis dengan cara yang sama"
        case .datesContradict(let heading, let one, let other):
            "kolom \"\(heading)\": \"\(one.text)\" (baris \(one.line)) dan \"\(other.text)\" "
                + "(baris \(other.line)) tidak mungkin memakai urutan yang sama"
        case .dateOrderUnclear(let heading, let cell):
            "kolom \"\(heading)\": semua tanggal seperti \"\(cell.text)\" dapat dibaca "
                + "hari-bulan maupun bulan-hari; yang mana?"
        case .datesAgainst(let order, let heading, let cell):
            "kolom \"\(heading)\": \"\(cell.text)\" (baris \(cell.line)) bukan tanggal "
                + "\(order.rawValue), padahal begitulah tata letak ini menulisnya"
        case .noKPJ(let heading, let cell):
            "kolom \"\(heading)\" tidak berisi nomor KPJ, misalnya \"\(cell.text)\" (baris "
                + "\(cell.line)); mungkin jumlah iuran, sedangkan KPJ 11 angka"
        case .sidesUnclear(let heading):
            "kolom \"\(heading)\" ada dua kali, dan perbandingan nilainya bukan bagian pemberi kerja "
                + "dan pekerja (JHT 3,7 : 2, JP 2 : 1)"
        case .damagedNIK(let damaged, let count, let cell):
            "\(damaged) dari \(count) NIK sudah kehilangan digit, misalnya \"\(cell.text)\" "
                + "(baris \(cell.line))"
        case .noRows: "tidak ada satu pun baris pekerja di bawah judul kolom"
        }
    }
}
