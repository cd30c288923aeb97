internal import Contributions

/// A row of the view `pekerja` as it is read; in older feeds it was a table.
struct FeedWorkerRow {
    let id: Int
    let employer: Int
    let status: Int
    let moneyLine: Int64
    let payrollLine: Int64
    let registerLine: Int64
    private let row: SQLiteStatement

    /// The columns that are read, in the order in which they are counted below.
    static let columns = """
        id, perusahaan, status, bukti_uang, bukti_payroll, bukti_peserta, kpj, nik, token_kpj, \
        token_nik, nama, tanggal_lahir, status_bpjs, penyebab, semua_penyebab, kartu_digital, \
        riwayat_iuran, saldo_jht, perusahaan_terakhir, masalah_akun, bulan_berturut, \
        bulan_tunggakan, tunggakan, denda, blth_lunas_terakhir, tanggal_bayar_terakhir, \
        nonaktif_sejak, akan_nonaktif_pada, bukti_blth, bukti_diterima, bukti_jht, tanggal_nonaktif
        """

    init(_ row: SQLiteStatement) {
        id = Int(row.number(0))
        employer = Int(row.number(1))
        status = Int(row.number(2))
        moneyLine = row.number(3)
        payrollLine = row.number(4)
        registerLine = row.number(5)
        self.row = row
    }

    func fill(_ diagnosis: inout Diagnosis, _ codes: FeedCodeBook) {
        diagnosis.kpj = row.text(6)
        diagnosis.nik = row.text(7)
        diagnosis.tokenOfKPJ = Hexadecimal.text(row.bytes(8))
        diagnosis.tokenOfNIK = Hexadecimal.text(row.bytes(9))
        diagnosis.name = row.text(10)
        diagnosis.birth = day(11)
        diagnosis.registerWord = codes.registerWords[number(12)] ?? .unstated
        diagnosis.causes = causes(codes)
        diagnosis.signs = Signs(
            card: codes.signs[number(15)] ?? .unknown,
            history: codes.signs[number(16)] ?? .unknown,
            balance: codes.signs[number(17)] ?? .unknown,
            employer: codes.signs[number(18)] ?? .unknown
        )
        diagnosis.accountProblems = AccountProblem.allCases.filter { problem in
            codes.accountProblems.contains { number, known in
                known == problem && self.number(19) >> number & 1 == 1
            }
        }
        diagnosis.unpaidRun = number(20)
        diagnosis.unpaidMonths = number(21)
        diagnosis.arrears = amount(22)
        diagnosis.lateFee = amount(23)
        diagnosis.newestSettled = FeedNumber.month(row.number(24))
        diagnosis.lastPaid = day(25)
        diagnosis.inactiveSince = day(26)
        diagnosis.inactiveOn = day(27)
        diagnosis.evidence.month = FeedNumber.month(row.number(28))
        diagnosis.evidence.received = amount(29)
        diagnosis.evidence.receivedJHT = amount(30)
        diagnosis.evidence.ended = day(31)
    }

    /// The causes, the deciding one first.
    private func causes(_ codes: FeedCodeBook) -> [Cause] {
        guard let first = codes.causes[number(13)], first != .none else { return [] }
        let all = Cause.allCases.filter { cause in
            codes.causes.contains { number, known in
                known == cause && self.number(14) >> number & 1 == 1
            }
        }
        return [first] + all.filter { $0 != first }
    }

    private func number(_ column: Int) -> Int { Int(row.number(column)) }
    private func amount(_ column: Int) -> Rupiah { Rupiah(sen: row.number(column)) }
    private func day(_ column: Int) -> Day { FeedNumber.day(row.number(column)) }
}

/// What the numbers of a feed mean, by its own table `kode`.
///
/// The feed may be older or newer than this program; codes that it does not know are left out.
struct FeedCodeBook {
    var statuses: [Int: WorkerStatus] = [:]
    var registerWords: [Int: RegisterStatus] = [:]
    var causes: [Int: Cause] = [:]
    var signs: [Int: Sign] = [:]
    var monthStatuses: [Int: MonthStatus] = [:]
    var accountProblems: [Int: AccountProblem] = [:]
    var findings: [Int: FindingCode] = [:]

    init(_ file: SQLiteFile) throws(FeedTrouble) {
        let rows = try SQLiteStatement(file, "SELECT jenis, nomor, kode FROM kode")
        while try rows.step() {
            let (number, code) = (Int(rows.number(1)), rows.text(2))
            switch rows.text(0) {
            case "status": statuses[number] = WorkerStatus.allCases.first { $0.code == code }
            case "status_bpjs":
                registerWords[number] = RegisterStatus.allCases.first { $0.code == code }
            case "penyebab": causes[number] = Cause.allCases.first { $0.code == code }
            case "tanda": signs[number] = Sign.allCases.first { $0.code == code }
            case "status_iuran":
                monthStatuses[number] = MonthStatus.allCases.first { $0.code == code }
            case "masalah_akun":
                accountProblems[number] = AccountProblem.allCases.first { $0.code == code }
            case "temuan": findings[number] = FindingCode.allCases.first { $0.code == code }
            default: break
            }
        }
    }
}
