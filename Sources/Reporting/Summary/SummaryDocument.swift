import Contributions

/// The shape of `ringkasan.json`.
///
/// The keys of the file are these names in lower_snake_case: `perTanggal` is `per_tanggal`.
struct SummaryDocument: Encodable {
    var versiSkema = 1
    var perTanggal: String
    var keterangan: String
    var pengaturan: SettingsEntry
    var pekerja: Int
    var status: [String: Int]
    var penyebab: [String: Int]
    var penyebabLain: [String: Int]
    var tunggakan: String
    var dendaEstimasi: String
    var umurPiutang: [AgeingEntry]
    var statusIuran: [StatusEntry]
    var tieOut: TieOutEntry
    /// Absent without lump sums.
    var setoran: PaymentEntry?
    var akanNonaktif: ForecastEntry
    var mutasi: MutationEntry
    var temuan: [FindingEntry]
    var perusahaan: [EmployerEntry]

    init(_ summary: RunSummary, _ outcome: Outcome) {
        perTanggal = summary.run.asOf.description
        keterangan = summary.caveat
        pengaturan = SettingsEntry(summary)
        pekerja = summary.workerCount
        status = summary.statuses.byCode(\.code)
        penyebab = summary.causes.byCode(\.code)
        penyebabLain = summary.otherCauses.byCode(\.code)
        tunggakan = summary.arrears.decimalText
        dendaEstimasi = summary.lateFee.decimalText
        umurPiutang = summary.ageing.classes.map(AgeingEntry.init)
        statusIuran = summary.monthStatuses.map(StatusEntry.init)
        tieOut = TieOutEntry(summary.tieOut, isTied: summary.isTied)
        if !summary.payments.isEmpty { setoran = PaymentEntry(summary.payments) }
        akanNonaktif = ForecastEntry(summary.forecast, payBy: outcome.nextDue.due)
        mutasi = MutationEntry(summary.mutations)
        temuan = summary.findings.map {
            FindingEntry(kode: $0.code.code, tingkat: $0.code.severity.code, jumlah: $0.count)
        }
        perusahaan = summary.employers.map { EmployerEntry($0, outcome) }
    }
}

extension Tally {
    /// The counts under the codes of the reports, also those that are 0.
    fileprivate func byCode(_ code: (Case) -> String) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: Case.allCases.map { (code($0), self[$0]) })
    }
}

// MARK: - Settings

/// The settings that decide.
struct SettingsEntry: Encodable {
    var ambangNonaktifBulan: Int
    var toleransi: [String: String]
    var toleransiUmum: String
    var toleransiPotongan: String
    var pembulatan: String
    var cutiBersamaMenggeser: Bool
    var jpWargaAsing: Bool
    var hariDipotongTidakDisetor: Int
    var umurPiutangBulan: [Int]
    var tenggatMutasi: String
    var bukuIuranSampai: String?

    init(_ summary: RunSummary) {
        let policy = summary.policy
        ambangNonaktifBulan = policy.inactiveAfterMonths
        toleransi = policy.tolerance.perShare.byColumn
        toleransiUmum = policy.tolerance.general.decimalText
        toleransiPotongan = policy.cutTolerance.decimalText
        pembulatan = policy.rounding.rawValue
        cutiBersamaMenggeser = policy.collectiveLeaveShifts
        jpWargaAsing = policy.expectsJPOfForeigners
        hariDipotongTidakDisetor = policy.daysUntilCutIsSuspect
        umurPiutangBulan = policy.ageingLimits
        tenggatMutasi = policy.mutationDeadline.code
        bukuIuranSampai = summary.run.ledgerUntil?.description
    }
}

extension Shares {
    /// The amounts under the names of the columns.
    fileprivate var byColumn: [String: String] {
        Dictionary(
            uniqueKeysWithValues: Share.allCases.map { ($0.column, self[$0].decimalText) }
        )
    }
}

// MARK: - Amounts

/// The worker-months of one status.
struct StatusEntry: Encodable {
    var statusIuran: String
    var pekerjaBulan: Int
    var terutang: [String: String]
    var ditagih: [String: String]
    var diterima: [String: String]

    init(_ totals: StatusTotals) {
        statusIuran = totals.status.code
        pekerjaBulan = totals.workerMonths
        terutang = totals.due.byColumn
        ditagih = totals.billed.byColumn
        diterima = totals.received.byColumn
    }
}

/// A bridge, of each compared programme and in all.
struct TieOutEntry: Encodable {
    var tied: Bool
    var program: [String: BridgeEntry]
    var jumlah: BridgeEntry

    init(_ tieOut: TieOut, isTied: Bool) {
        tied = isTied
        program = Dictionary(
            uniqueKeysWithValues: Share.allCases.map { share in
                (share.column, BridgeEntry(tieOut) { $0[share] })
            }
        )
        jumlah = BridgeEntry(tieOut) { $0.total }
    }
}

/// The parts of a bridge; `selisih` and `selisih_penerimaan` must be 0.
struct BridgeEntry: Encodable {
    var terutang: String
    var diterima: String
    var belumJatuhTempo: String
    var belumAdaData: String
    var tunggakan: String
    var dalamToleransi: String
    var lebihBayar: String
    var selisih: String
    var penerimaanBukuIuran: String
    var setoranDialokasikan: String
    var tidakDiPayroll: String
    var belumAdaPayroll: String
    var selisihPenerimaan: String
    var kurangLapor: String
    var lebihLapor: String
    var ditagih: String
    var selisihTagihan: String
    var kurangSetor: String
    var lebihSetor: String
    var selisihSetoran: String

    init(_ tieOut: TieOut, _ amount: (Shares) -> Rupiah) {
        func text(_ shares: Shares) -> String { amount(shares).decimalText }
        terutang = text(tieOut.due)
        diterima = text(tieOut.matched)
        belumJatuhTempo = text(tieOut.notYetDue)
        belumAdaData = text(tieOut.noData)
        tunggakan = text(tieOut.outstanding)
        dalamToleransi = text(tieOut.withinTolerance)
        lebihBayar = text(tieOut.overpaid)
        selisih = text(tieOut.unexplainedDue)
        penerimaanBukuIuran = text(tieOut.ledgerReceipts)
        tidakDiPayroll = text(tieOut.notInPayroll)
        belumAdaPayroll = text(tieOut.noPayroll)
        selisihPenerimaan = text(tieOut.unexplainedReceipts)
        setoranDialokasikan = text(tieOut.allocated)
        kurangLapor = text(tieOut.underreported)
        lebihLapor = text(tieOut.overreported)
        ditagih = text(tieOut.billed)
        selisihTagihan = text(tieOut.unexplainedBills)
        kurangSetor = text(tieOut.unpaid)
        lebihSetor = text(tieOut.unbilled)
        selisihSetoran = text(tieOut.unexplainedPayments)
    }
}

/// Where lump sums went, by the rules of `alokasi.csv`; `selisih` must be 0.
struct PaymentEntry: Encodable {
    var tied: Bool
    var setoran: String
    var aturan: [String: String]
    var diterimaPekerja: String
    var selisih: String

    init(_ totals: [PaymentTotals]) {
        func text(_ amount: (PaymentTotals) -> Rupiah) -> String {
            totals.reduce(.zero) { $0 + amount($1) }.decimalText
        }
        tied = totals.allSatisfy(\.isTied)
        setoran = text(\.paid)
        aturan = Dictionary(
            uniqueKeysWithValues: AllocationRule.allCases.map { rule in
                (rule.code, text { $0[rule] })
            }
        )
        diterimaPekerja = text(\.received)
        selisih = text(\.unexplained)
    }
}

/// A class of receivables.
struct AgeingEntry: Encodable {
    var kelas: String
    var bulanDari: Int
    var bulanSampai: Int?
    var pekerjaBulan: Int
    var tunggakan: String

    init(_ ageing: AgeingClass) {
        kelas = ageing.kind.rawValue
        bulanDari = ageing.firstMonth
        bulanSampai = ageing.lastMonth
        pekerjaBulan = ageing.workerMonths
        tunggakan = ageing.amount.decimalText
    }
}

/// How often a finding was made.
struct FindingEntry: Encodable {
    var kode: String
    var tingkat: String
    var jumlah: Int
}

// MARK: - What comes, and what to do

/// The workers who turn inactive when the next due date passes and nothing comes.
struct ForecastEntry: Encodable {
    var batasBayar: String
    var akanNonaktifPada: String
    var pekerja: Int
    var jumlahPencegah: String
    var jumlahLunas: String
    /// The workers of whom a month is not in `jumlah_lunas`, because its payroll has not come.
    var pekerjaIuranBelumDiketahui: Int

    init(_ forecast: UpcomingInactivity?, payBy: Day) {
        batasBayar = payBy.description
        akanNonaktifPada = payBy.advanced(by: 1).description
        pekerja = forecast?.workerCount ?? 0
        jumlahPencegah = (forecast?.preventing ?? .zero).decimalText
        jumlahLunas = (forecast?.whole ?? .zero).decimalText
        pekerjaIuranBelumDiketahui = forecast?.unknownCount ?? 0
    }
}

/// What HR must enter in SIPP: rows of `mutasi.csv` by `jenis`.
struct MutationEntry: Encodable {
    var jenis: [String: Int]
    /// Absent where there is nothing to enter.
    var tenggatPertama: String?
    /// The rows in the uploads under `sipp/`.
    var dataUpah: Int
    var dataTkNa: Int

    init(_ counts: MutationCounts) {
        jenis = counts.kinds.byCode(\.code)
        tenggatPertama = counts.deadline?.description
        dataUpah = counts.uploaded[.newWorker] + counts.uploaded[.wage]
        dataTkNa = counts.uploaded[.leaver]
    }
}

// MARK: - Employers

/// An employer with its months.
struct EmployerEntry: Encodable {
    var npp: String
    var nama: String
    var pekerja: Int
    var status: [String: Int]
    var penyebab: [String: Int]
    var tunggakan: String
    var dendaEstimasi: String
    var umurPiutang: [AgeingEntry]
    var jangkauan: ReachEntry
    var tieOut: TieOutEntry
    var setoran: PaymentEntry?
    var akanNonaktif: ForecastEntry
    var mutasi: MutationEntry
    var bulan: [MonthEntry]

    init(_ employer: EmployerSummary, _ outcome: Outcome) {
        npp = employer.npp
        nama = employer.name
        pekerja = employer.statuses.total
        status = employer.statuses.byCode(\.code)
        penyebab = employer.causes.byCode(\.code)
        tunggakan = employer.arrears.decimalText
        dendaEstimasi = employer.lateFee.decimalText
        umurPiutang = employer.ageing.classes.map(AgeingEntry.init)
        jangkauan = ReachEntry(employer.reach)
        tieOut = TieOutEntry(employer.tieOut, isTied: employer.isTied)
        let payments = outcome.payments.filter { $0.employer == employer.employer }
        if !payments.isEmpty { setoran = PaymentEntry(payments) }
        akanNonaktif = ForecastEntry(employer.forecast, payBy: outcome.nextDue.due)
        mutasi = MutationEntry(employer.mutations)
        bulan = outcome.totals[employer.months].map { totals in
            MonthEntry(totals, due: outcome.employerMonths.rules(totals.month).due)
        }
    }
}

/// How far the data of an employer reach; absent where there are none.
struct ReachEntry: Encodable {
    var payrollDari: String?
    var payrollSampai: String?
    var bukuIuranDari: String?
    var bukuIuranSampai: String?
    var penerimaanTerakhir: String?
    var pembayaranDinyatakan: Bool
    var daftarPeserta: Bool
    /// The nights in which the newest files were received; absent outside a workspace.
    var payrollDiterima: String?
    var bukuIuranDiterima: String?
    var daftarPesertaDiterima: String?

    init(_ reach: DataReach) {
        payrollDari = reach.payroll?.lowerBound.description
        payrollSampai = reach.payroll?.upperBound.description
        bukuIuranDari = reach.ledger?.lowerBound.description
        bukuIuranSampai = reach.ledger?.upperBound.description
        penerimaanTerakhir = reach.newestReceipt?.description
        pembayaranDinyatakan = reach.statesPayments
        daftarPeserta = reach.hasRegister
        payrollDiterima = reach.received.payroll?.description
        bukuIuranDiterima = reach.received.ledger?.description
        daftarPesertaDiterima = reach.received.register?.description
    }
}

/// An employer's month, by `status_iuran` and programme.
struct MonthEntry: Encodable {
    var blth: String
    var jatuhTempo: String
    var statusIuran: [StatusEntry]
    var tieOut: TieOutEntry

    init(_ totals: EmployerMonthTotals, due: Day) {
        blth = totals.month.description
        jatuhTempo = due.description
        statusIuran = totals.byStatus.map(StatusEntry.init)
        tieOut = TieOutEntry(totals.tieOut, isTied: totals.tieOut.isTied)
    }
}
