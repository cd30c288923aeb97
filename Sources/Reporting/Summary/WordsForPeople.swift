package import Contributions

/// What to do about a cause, and where: the words of the pages.
extension Cause {
    /// The next step, in Bahasa Indonesia.
    package var nextStep: String {
        switch self {
        case .notRegistered:
            "HRD mendaftarkan pekerja di SIPP, lalu membayar iuran sejak ia bekerja."
        case .notSynchronised:
            "HRD meminta pencocokan pembayaran lewat 175 atau kantor cabang; siapkan bukti bayar."
        case .noLongerRegistered:
            "HRD memeriksa: bila masih bekerja, laporkan di SIPP agar ditagih; bila sudah keluar, "
                + "cukup arsipkan."
        case .notPaid:
            "Keuangan melunasi bulan yang menunggak, dimulai dari yang tertua."
        case .leavingNotReported:
            "HRD melaporkan keluar di SIPP, agar JHT dapat diklaim."
        case .wrongPersonalData:
            "HRD mencocokkan dengan KTP; koreksi di SIPP atau kantor cabang."
        case .accountNotRegistered:
            "Pekerja membuat akun di JMO atau portal; kepesertaannya sendiri tidak terganggu."
        case .evidenceIncomplete:
            "Kirim buku iuran atau daftar peserta yang memuat pekerja ini."
        case .paidIncompletely:
            "Keuangan melunasi kekurangan bulan lama; lihat rincian per bulan."
        case .none:
            "Tidak perlu tindakan."
        }
    }
}

extension Diagnosis {
    /// The next step of this worker, where a finding about him makes it another than that of his
    /// cause.
    package var nextStepWords: String {
        switch cause {
        case .none where status == .active && registerWord == .inactive:
            "HRD mencocokkan status di SIPP: daftar peserta menulis nonaktif, padahal iuran tercatat."
        case .notRegistered where !findings(.pairCandidate).isEmpty:
            "HRD memeriksa dahulu: ia mungkin sudah tercatat dengan nomor yang salah ketik "
                + "(temuan calon-pasangan); bila bukan dia, daftarkan di SIPP."
        case .noLongerRegistered where status != .ended:
            "HRD memeriksa: bila ia masih bekerja, laporkan di SIPP agar ditagih; bila sudah "
                + "keluar, laporkan tanggal keluarnya."
        case .paidIncompletely where !findings(.wageUnderreported).isEmpty:
            "HRD mengoreksi upah di SIPP, lalu keuangan melunasi kekurangannya."
        default: cause.nextStep
        }
    }
}

extension WorkerStatus {
    /// The order in which people read them: from what is well to what is not known.
    static let readingOrder: [WorkerStatus] = [
        .active, .inArrears, .inactive, .unregistered, .ended, .unknown,
    ]
}

/// The state of a worker-month, in words for the pages.
extension MonthStatus {
    package var name: String {
        switch self {
        case .noPayroll: "Payroll belum diterima"
        case .notInPayroll: "Tidak ada di payroll"
        case .nothingDue: "Tidak terutang"
        case .overpaid: "Lebih bayar"
        case .paid: "Lunas"
        case .paidLate: "Lunas terlambat"
        case .notYetDue: "Belum jatuh tempo"
        case .noData: "Belum ada data bayar"
        case .short: "Kurang bayar"
        case .unpaid: "Belum dibayar"
        }
    }
}

extension Severity {
    /// The severities from the gravest to the slightest.
    package static let gravestFirst: [Severity] = [.grave, .error, .warning, .info]

    /// The word in reports for people.
    package var name: String {
        switch self {
        case .grave: "Gawat"
        case .error: "Kesalahan"
        case .warning: "Peringatan"
        case .info: "Info"
        }
    }
}

/// What there is to enter in SIPP, in words for the pages.
extension MutationKind {
    /// The order in which HR does them: who is there, who is not, what they earn, who they are.
    static let readingOrder: [MutationKind] = [.newWorker, .leaver, .wage, .correction]

    var name: String {
        switch self {
        case .newWorker: "Tenaga kerja baru"
        case .leaver: "Keluar"
        case .wage: "Upah"
        case .correction: "Koreksi data"
        }
    }

    /// What HR does, in Bahasa Indonesia.
    var nextStep: String {
        switch self {
        case .newWorker:
            "Daftarkan di SIPP; KPJ terbit sesudahnya. Lalu laporkan upahnya."
        case .leaver:
            "Laporkan keluar di SIPP dengan tanggal dan sebabnya, agar tidak ditagih lagi dan JHT "
                + "dapat diklaim."
        case .wage: "Laporkan upah yang sebenarnya untuk bulan terbaru."
        case .correction:
            "Cocokkan dengan KTP. Nama dan tanggal lahir dikoreksi di SIPP atau kantor cabang, NIK "
                + "di kantor cabang."
        }
    }
}

extension MutationDeadline {
    /// The setting in words.
    var shortText: String {
        switch self {
        case .nextDueDate: "jatuh tempo berikutnya"
        case .daysAfterEvent(let days): "\(days) hari sesudah kejadian"
        }
    }

    /// How deadlines are set, in Bahasa Indonesia.
    var explanation: String {
        switch self {
        case .nextDueDate:
            "Tenggatnya jatuh tempo berikutnya, karena tagihan dibuat dari data di SIPP."
        case .daysAfterEvent(let days):
            "Tenggatnya \(days) hari sesudah kejadian, atau jatuh tempo berikutnya bila "
                + "tanggalnya tidak diketahui."
        }
    }
}

extension EmployerSummary {
    /// What HR must enter in SIPP, and until when.
    func mutationsNote(_ summary: RunSummary) -> String {
        guard let deadline = mutations.deadline else {
            return "Tidak ada yang harus diisi untuk perusahaan ini."
        }
        return mutations.sentence(deadline, summary)
    }
}

extension MutationCounts {
    /// How much there is, and until when.
    func sentence(_ deadline: Day, _ summary: RunSummary) -> String {
        "\(AmountText.count(kinds.total)) hal, tenggat pertama "
            + "\(DateText.long(deadline))\(deadline < summary.run.asOf ? " (sudah lewat)" : ""). "
            + summary.policy.mutationDeadline.explanation
    }
}
