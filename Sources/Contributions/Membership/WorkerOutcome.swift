/// The state of a worker's membership at an employer: a row of `status.csv`.
package struct WorkerOutcome: Sendable {
    /// The worker's place in the directory.
    package var worker: UInt32
    /// Where his months stand in the batch.
    package var monthStart: UInt32
    package var monthCount: UInt32 = 0

    // What settlement and the register tell.
    package var hasPayroll = false
    package var hasLedger = false
    /// The register's word (`status_bpjs`); unstated without a row.
    package var registerWord = RegisterStatus.unstated
    /// The newest end of membership, when the register does not show him active.
    package var registerEnd = Day.absent
    /// The register row that shows him active, or else ended last; absent without a row.
    package var registerSource = SourceLine.absent
    /// The newest day on which payroll says he left, up to as-of.
    package var payrollEnd = Day.absent
    /// What keeps him from his account.
    package var accountProblems: AccountProblems = []
    /// Whether a finding says that his personal data are wrong.
    package var hasIdentityFault = false
    /// Whether the ledger states a lower wage than payroll in one of his months.
    package var hasWageGap = false
    /// Whether the receipts of one of his months add up to money.
    var hasMoney = false
    /// All unpaid months past due (`bulan_tunggakan`).
    package var unpaidMonths: Int32 = 0
    package var lastPaid = Day.absent
    /// What is short in unpaid and short months (`tunggakan`).
    package var arrears = Rupiah.zero
    package var lateFee = Rupiah.zero
    package var newestSettled: ContributionMonth?

    // What follows.
    package var status = WorkerStatus.unknown
    package var causes = CauseSet()
    package var signs = Signs()
    /// The trailing run of unpaid months (`bulan_berturut`).
    package var unpaidRun: Int32 = 0
    package var inactiveSince = Day.absent
    package var inactiveOn = Day.absent

    init(worker: UInt32, monthStart: UInt32) {
        self.worker = worker
        self.monthStart = monthStart
    }

    /// The places of his months in the batch, oldest first.
    package var monthPlaces: Range<Int> { Int(monthStart)..<Int(monthStart + monthCount) }

    /// Adds his next month.
    mutating func add(_ month: MonthOutcome) {
        monthCount += 1
        hasMoney = hasMoney || month.hasMoney
        if month.status == .unpaid { unpaidMonths += 1 }
        arrears += month.shortTotal
        lateFee += month.lateFee
        if month.status.isSettled { newestSettled = month.month }
        lastPaid = max(lastPaid, month.lastPaid)
    }
}

/// The state of a membership (`status`), in order of precedence.
package enum WorkerStatus: UInt8, CaseIterable, Sendable {
    case unregistered
    case inactive
    case inArrears
    case ended
    case unknown
    case active

    package var code: String {
        switch self {
        case .unregistered: "belum_terdaftar"
        case .inactive: "nonaktif"
        case .inArrears: "menunggak"
        case .ended: "berakhir"
        case .unknown: "tidak_diketahui"
        case .active: "aktif"
        }
    }

    /// The words in reports for people.
    package var name: String {
        switch self {
        case .unregistered: "Belum terdaftar"
        case .inactive: "Diperkirakan nonaktif"
        case .inArrears: "Menunggak"
        case .ended: "Berakhir"
        case .unknown: "Tidak diketahui"
        case .active: "Aktif"
        }
    }
}

/// Why a membership is not active, or not as it should be (`penyebab`), in order of precedence.
package enum Cause: UInt8, CaseIterable, Sendable {
    case notRegistered
    case notSynchronised
    case noLongerRegistered
    case notPaid
    case leavingNotReported
    case wrongPersonalData
    case accountNotRegistered
    case evidenceIncomplete
    case paidIncompletely
    case none

    package var code: String {
        switch self {
        case .notRegistered: "belum_didaftarkan"
        case .notSynchronised: "data_belum_sinkron"
        case .noLongerRegistered: "tidak_lagi_didaftarkan"
        case .notPaid: "iuran_belum_dibayarkan"
        case .leavingNotReported: "belum_dilaporkan_keluar"
        case .wrongPersonalData: "data_pribadi_salah"
        case .accountNotRegistered: "akun_belum_terdaftar"
        case .evidenceIncomplete: "bukti_tidak_lengkap"
        case .paidIncompletely: "iuran_tidak_lengkap"
        case .none: "tidak_ada"
        }
    }

    /// The words in reports for people.
    package var name: String {
        switch self {
        case .notRegistered: "Belum didaftarkan perusahaan"
        case .notSynchronised: "Uang sudah masuk, data belum sinkron"
        case .noLongerRegistered: "Tidak lagi didaftarkan perusahaan"
        case .notPaid: "Iuran belum dibayarkan perusahaan"
        case .leavingNotReported: "Sudah keluar, belum dilaporkan"
        case .wrongPersonalData: "Data pribadi tidak cocok"
        case .accountNotRegistered: "Akun JMO belum terdaftar"
        case .evidenceIncomplete: "Bukti belum lengkap"
        case .paidIncompletely: "Iuran tidak lengkap"
        case .none: "Tidak ada masalah"
        }
    }
}

/// The causes that hold, first to last, each once.
package struct CauseSet: Sendable {
    /// In the order in which they hold; at most one per cause.
    private var order = InlineArray<10, UInt8>(repeating: 0)
    private var count: UInt8 = 0

    init() {}

    mutating func insert(_ cause: Cause) {
        for index in 0..<Int(count) where order[index] == cause.rawValue { return }
        order[Int(count)] = cause.rawValue
        count += 1
    }

    /// The cause that decides.
    package var first: Cause {
        count == 0 ? .none : Cause(rawValue: order[0]) ?? .none
    }

    /// Whether a cause holds, first or not.
    func contains(_ cause: Cause) -> Bool {
        for index in 0..<Int(count) where order[index] == cause.rawValue { return true }
        return false
    }

    /// A bit for each cause that holds, `1 << rawValue`.
    package var bits: UInt16 {
        var bits: UInt16 = 0
        for index in 0..<Int(count) { bits |= 1 << UInt16(order[index]) }
        return bits
    }

    /// All others that hold (`penyebab_lain`).
    package var others: [Cause] {
        if count < 2 { return [] }
        return (1..<Int(count)).compactMap { Cause(rawValue: order[$0]) }
    }
}

/// A sign of an active membership.
package enum Sign: UInt8, CaseIterable, Sendable {
    case unknown
    case yes
    case no

    package var code: String {
        switch self {
        case .unknown: "tidak_diketahui"
        case .yes: "ya"
        case .no: "tidak"
        }
    }
}

/// The four signs of an active membership.
package struct Signs: Sendable {
    /// The digital card shows no "nonaktif" (`kartu_digital`).
    package var card = Sign.unknown
    /// The newest month past due has money (`riwayat_iuran`).
    package var history = Sign.unknown
    /// JHT grows (`saldo_jht`).
    package var balance = Sign.unknown
    /// The employer is still listed (`perusahaan_terakhir`).
    package var employer = Sign.unknown

    package init(
        card: Sign = .unknown,
        history: Sign = .unknown,
        balance: Sign = .unknown,
        employer: Sign = .unknown
    ) {
        self.card = card
        self.history = history
        self.balance = balance
        self.employer = employer
    }
}
